import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CancelledError } from '../../../src/runtime/errors.js'
import { run } from '../../../src/util/process.js'
import { runNode24 } from '../../support/node24.js'

/** Options of a command that is not cancelled. */
const calm = { signal: new AbortController().signal, timeout: 60_000 }
const folder = mkdtempSync(join(tmpdir(), 'exec-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = join(folder, 'text')
writeFileSync(text, 'no program\n', { mode: 0o644 })

const shell = (script: string, more = {}) => run('sh', ['-c', script], { ...calm, ...more })

test('a command echoes neither its arguments nor its output', async () => {
  const module = `
    import { run } from 'src/util/process.js'
    const hostile = '\\n::error::x\\n##[warning]y'
    const calm = { signal: new AbortController().signal, timeout: 60_000 }
    await run('sh', ['-c', 'cat; echo "$0"; echo "$0" >&2', hostile], { ...calm, input: hostile })
    await run('nothing-of-this-name', [hostile], calm).catch(() => {})`
  expect(await runNode24(module, { RUNNER_DEBUG: '1' })).toEqual({ code: 0, stdout: '', stderr: '' })
})

describe('run', () => {
  test('returns the exit code, the lines of both streams, and standard output if nothing else receives it', async () => {
    const lines: string[] = []
    const onLine = (line: string) => lines.push(line)
    const script = 'echo a; sleep 0.1; echo b >&2; sleep 0.1; printf "c\\rd"; exit 3'
    const result = await shell(script, { onLine })
    expect(result).toEqual({ exitCode: 3, stdout: '', output: ['a', 'b', 'c', 'd'] })
    expect(lines).toEqual(result.output)
    expect(await shell('printf "c\\rd"; exit 3')).toEqual({ exitCode: 3, stdout: 'c\rd', output: ['c', 'd'] })
  })

  test('passes on lines while the command runs', async () => {
    const times: number[] = []
    await shell('echo a; sleep 0.4; echo b', { onLine: () => times.push(performance.now()) })
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(300)
  })

  test('keeps the last 400 lines, and all of standard output', async () => {
    const { output, stdout } = await shell('seq 1000')
    expect(output).toEqual(Array.from({ length: 400 }, (_, index) => String(index + 601)))
    expect(stdout.split('\n')).toHaveLength(1001)
  })

  test('passes arguments on unchanged', async () => {
    const argument = fc.string({ unit: fc.constantFrom(...`a "'\\$\`*;&|<>\n\té=-`), maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(argument, { maxLength: 4 }), async (args) => {
        const { stdout } = await run('printf', ['%s\\0', 'first', ...args], calm)
        expect(stdout.split('\0').slice(0, -1)).toEqual(['first', ...args])
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['text', 'täxt\n', 'täxt\n'],
    ['an empty text', '', ''],
    ['nothing', undefined, ''],
  ])('gives the command %s as its input, and ends the input', async (_, input, read) => {
    const signal = AbortSignal.timeout(5000)
    const { stdout } = await run('cat', [], {
      signal,
      timeout: 60_000,
      ...(input !== undefined && { input }),
    })
    expect(stdout).toBe(read)
  })

  test('accepts a command that does not read its input', async () => {
    const { exitCode } = await run('true', [], { ...calm, input: 'x'.repeat(4_000_000) })
    expect(exitCode).toBe(0)
  })

  test.each(['TERM', 'KILL', 'SEGV'])('returns no exit code after SIG%s', async (signal) => {
    expect((await shell(`kill -${signal} $$`)).exitCode).toBeUndefined()
  })

  test.each([
    [
      'does not exist',
      'nothing-of-this-name',
      [],
      /^nothing-of-this-name could not be run: Unable to locate/,
    ],
    ['is not executable', text, [], /text could not be run: Unable to locate/],
    [
      'gets an argument that is too long',
      'true',
      ['x'.repeat(131_072)],
      /true could not .* 131072 bytes, and Linux allows 131071/,
    ],
  ])('throws if the command %s', async (_, command, args, message) => {
    const error = await run(command, args, calm).catch((thrown) => thrown)
    expect(error).toMatchObject({
      name: 'CommandError',
      exitCode: undefined,
      message: expect.stringMatching(message),
    })
  })

  test('accepts the longest argument that Linux accepts', async () => {
    expect((await run('true', ['x'.repeat(131_071)], calm)).exitCode).toBe(0)
  })
})

describe('a cancelled command', () => {
  const reason = new CancelledError('SIGINT')
  const isAlive = (pid: string) =>
    existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

  test('gets SIGTERM, and its end is awaited', async () => {
    const job = new AbortController()
    const mark = join(folder, 'cleaned')
    const lines: string[] = []
    const script = `trap 'sleep 0.2; echo x > ${mark}; exit' TERM; echo $$; while :; do sleep 0.05; done`
    const command = shell(script, {
      signal: job.signal,
      onLine: (line: string) => lines.push(line) && job.abort(reason),
    })
    await expect(command).rejects.toBe(reason)
    expect(existsSync(mark)).toBe(true)
    expect(isAlive(lines[0] ?? '')).toBe(false)
  })

  test('is also one that exceeds its time limit', async () => {
    const start = performance.now()
    await expect(run('sleep', ['30'], { ...calm, timeout: 300 })).rejects.toMatchObject({
      name: 'CommandError',
      message: 'sleep 30 did not finish after 0.005 minutes and was stopped',
    })
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('that ignores SIGTERM gets SIGKILL after five seconds', async () => {
    const job = new AbortController()
    const lines: string[] = []
    const script = `trap '' TERM; echo $$; while :; do sleep 0.1; done`
    const start = performance.now()
    const command = shell(script, {
      signal: job.signal,
      onLine: (line: string) => lines.push(line) && job.abort(reason),
    })
    await expect(command).rejects.toBe(reason)
    expect(performance.now() - start).toBeGreaterThan(4900)
    expect(performance.now() - start).toBeLessThan(7000)
    expect(isAlive(lines[0] ?? '')).toBe(false)
  })

  test('that has not started yet ends as soon as it starts', async () => {
    const job = new AbortController()
    const start = performance.now()
    const command = run('sleep', ['30'], { ...calm, signal: job.signal })
    job.abort(reason)
    await expect(command).rejects.toBe(reason)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('is not started at all if the job was cancelled before', async () => {
    const mark = join(folder, 'started')
    await expect(run('touch', [mark], { ...calm, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await sleep(50)
    expect(existsSync(mark)).toBe(false)
  })

  test('does not affect another command that runs at the same time', async () => {
    const job = new AbortController()
    const [cancelled, other] = [
      run('sleep', ['30'], { ...calm, signal: job.signal }),
      shell('sleep 0.3; echo done'),
    ]
    await sleep(100)
    job.abort(reason)
    await expect(cancelled).rejects.toBe(reason)
    expect((await other).stdout).toBe('done\n')
  })
})
