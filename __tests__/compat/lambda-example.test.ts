import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../support/publishing.js'

test("the example's own tests pass without AWS and without its packages", () => {
  const { status, stderr } = spawnSync('python3', ['-m', 'unittest'], {
    cwd: join(root, 'examples/lambda-evaluation'),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
  })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
})
