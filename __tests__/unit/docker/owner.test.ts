import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { hasEnded, ownLabels, ownProcess, PROCESS_LABEL } from '../../../src/docker/owner.js'

const [boot, namespace, pid, start, made] = ownProcess().split('.')
const join = (...parts: (string | number | undefined)[]) => parts.join('.')
const day = 24 * 3600

/** A process that has ended, and was waited for. */
const ended = spawnSync(process.execPath, ['--eval', '']).pid

describe('whether the process that made something has ended:', () => {
  test.each([
    ['this process', ownProcess(), false],
    ['this process after a day', join(boot, namespace, pid, start, Number(made) - day), false],
    ['anything after three days', join('0123456789ab', 7, 1, 1, Number(made) - 3 * day), true],
    ['a process that is not there', join(boot, namespace, ended, 5, made), true],
    ['another process of the same number', join(boot, namespace, pid, Number(start) + 1, made), true],
    ['a process of another machine', join('0123456789ab', namespace, ended, 5, made), false],
    ['a process of a container', join(boot, 1, ended, 5, made), false],
    ['nothing', '', false],
    ['another text', 'somebody', false],
    ['a text with more in it', `${join(boot, namespace, ended, 5, made)} x`, false],
  ])('%s', (_, owner, expected) => {
    expect(hasEnded(owner)).toBe(expected)
  })

  test('a child, while it lives and after its end', async () => {
    const module = new URL('../../../src/docker/owner.js', import.meta.url)
    const script = `const { ownProcess } = await import('${module}'); console.log(ownProcess()); setTimeout(() => {}, 60_000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
    const [owner] = await once(child.stdout, 'data')
    expect(hasEnded(String(owner).trim())).toBe(false)
    child.kill()
    await once(child, 'close')
    expect(hasEnded(String(owner).trim())).toBe(true)
  })
})

test('the label says which run of the workflow it was, and can be a tag', () => {
  expect(ownLabels()['evaluator-action.run']).toMatch(/^[\w-]+$/)
  expect(ownLabels()[PROCESS_LABEL]).toMatch(/^[\w][\w.-]{0,127}$/)
})
