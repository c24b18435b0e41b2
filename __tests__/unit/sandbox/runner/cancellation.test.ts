import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { pushTag } from '../../../../sandbox/runner/events.js'
import { runAction } from '../../../../sandbox/runner.js'
import { writeAction } from '../../../support/small-action.js'

const event = pushTag('v1')
const graces = { interrupt: 200, terminate: 200, pipes: 200 }
const isReady = (line: string) => line === 'ready'
const linger = `setInterval(() => {}, 1000);console.log('ready')`
const on = (signal: string, then = '') =>
  `process.on('${signal}', () => { console.log('${signal}');${then} });`
const grandchild = (stdio: string) => `const child = require('node:child_process')
  .spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: '${stdio}', detached: true });
  child.unref();console.log(child.pid);`

test.each([
  ['SIGINT is enough', on('SIGINT', 'process.exit(4)'), 'ready\nSIGINT\n', 4],
  ['then SIGTERM', on('SIGINT') + on('SIGTERM', 'process.exit(5)'), 'ready\nSIGINT\nSIGTERM\n', 5],
  ['then SIGKILL', on('SIGINT') + on('SIGTERM'), 'ready\nSIGINT\nSIGTERM\n', 137],
])('a cancelled job gets SIGINT first, and then post runs: %s', async (_, handlers, stdout, exitCode) => {
  const action = writeAction({ main: handlers + linger, post: `console.log('cleaned')` })
  const result = await runAction({ action, event, graces, cancel: isReady })
  expect(result).toMatchObject({
    conclusion: 'cancelled',
    exitCode,
    raw: { stdout },
    post: { conclusion: 'success' },
  })
  expect(result.annotations).toEqual([{ level: 'error', message: 'The operation was canceled.' }])
})

test('an abort signal also cancels the job', async () => {
  const result = await runAction({
    action: writeAction({ main: linger }),
    event,
    graces,
    cancel: AbortSignal.timeout(300),
  })
  expect(result).toMatchObject({ conclusion: 'cancelled', exitCode: 130 })
})

test.each([
  ['SIGTERM', 143],
  ['SIGKILL', 137],
] as const)('%s from outside fails the step', async (signal, exitCode) => {
  const action = writeAction({ main: linger, post: '' })
  const result = await runAction({ action, event, kill: { signal, when: isReady } })
  expect(result).toMatchObject({ conclusion: 'failure', exitCode, post: { exitCode: 0 } })
})

test('descendants that keep the pipes open delay the end by the grace period, and are killed with the job', async () => {
  const result = await runAction({ action: writeAction({ main: grandchild('inherit') }), event, graces })
  expect(result).toMatchObject({
    conclusion: 'success',
    pipesHeld: true,
    orphans: [{ name: expect.any(String) }],
  })
})

test('descendants that keep no pipe open are killed with the job', async () => {
  const result = await runAction({ action: writeAction({ main: grandchild('ignore') }), event })
  expect(result).toMatchObject({ pipesHeld: false, orphans: [{ id: Number(result.raw.stdout) }] })
  expect(await endsSoon(Number(result.raw.stdout))).toBe(true)
})

test('a process that hangs causes an error with its last lines', async () => {
  const action = writeAction({ main: grandchild('inherit') + linger })
  await expect(runAction({ action, event, graces, deadline: 1000 })).rejects.toThrow(
    /still ran after 1000 ms.*\nstdout: \d+\nready/,
  )
})

test('onLine receives lines live, as a user sees them', async () => {
  const lines: string[] = []
  const main = `console.log('::group::A\\nb\\n::endgroup::\\n::error::c')`
  await runAction({ action: writeAction({ main }), event, onLine: (line) => lines.push(line) })
  expect(lines).toEqual(['▼ Run Small action', '▼ A', '  b', 'Error: c'])
})

/** Returns whether a process ends within a second. A dead process may not be reaped yet. */
async function endsSoon(id: number): Promise<boolean> {
  const isAlive = () =>
    existsSync(`/proc/${id}/stat`) && !/\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  for (let tries = 0; isAlive() && tries < 20; tries++) await sleep(50)
  return !isAlive()
}
