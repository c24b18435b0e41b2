import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { prepareVenv, root, runPeer } from './venv.js'

test('zizmor finds nothing in our own workflows', async () => {
  const bin = await prepareVenv('zizmor==1.32.0')
  const found = await runPeer(join(bin, 'zizmor'), ['--offline', '--format=json', join(root, '.github')], {})
  expect(JSON.parse(found)).toEqual([])
})
