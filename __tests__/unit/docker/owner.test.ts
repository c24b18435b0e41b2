import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { hasEnded, ownLabels, ownProcess, PROCESS_LABEL } from '../../../src/docker/owner.js'

const [boot, namespace, pid, start, made] = ownProcess().split('.')
const join = (...parts: (string | number | undefined)[]) => parts.join('.')
const day = 24 * 3600

/** A process that has ended and been reaped. */
const ended = spawnSync(process.execPath, ['--eval', '']).pid

describe('recognizes whether the process that created an object has ended:', () => {
  test.each([
    ['this process', ownProcess(), false],
    ['this process after a day', join(boot, namespace, pid, start, Number(made) - day), false],
    ['anything after three days', join('0123456789ab', 7, 1, 1, Number(made) - 3 * day), true],
    ['a process that does not exist', join(boot, namespace, ended, 5, made), true],
    ['another process with the same number', join(boot, namespace, pid, Number(start) + 1, made), true],
    ['a process of another machine', join('0123456789ab', namespace, ended, 5, made), false],
    ['a process of a container', join(boot, 1, ended, 5, made), false],
    ['nothing', '', false],
    ['another text', 'somebody', false],
    ['a text with more in it', `${join(boot, namespace, ended, 5, made)} x`, false],
  ])('%s', (_, owner, expected) => {
    expect(hasEnded(owner)).toBe(expected)
  })

  test('recognizes a child process while it lives and after its end', async () => {
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

test('names the workflow run in a label that is a valid tag', () => {
  expect(ownLabels()['evaluator-action.run']).toMatch(/^[\w-]+$/)
  expect(ownLabels()[PROCESS_LABEL]).toMatch(/^[\w][\w.-]{0,127}$/)
})
