import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import xterm from '@xterm/headless'
import fc from 'fast-check'
import { Progress } from '../../../src/runtime/progress.js'
import { maskSecret, secretForms } from '../../../src/runtime/secrets.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** A stream that keeps what is written to it. */
class Recorded extends EventEmitter {
  readonly writes: string[] = []
  columns: number
  rows: number
  constructor(columns = 40, rows = 10) {
    super()
    this.columns = columns
    this.rows = rows
  }
  write(text: string): void {
    this.writes.push(text)
  }
  get bytes(): string {
    return this.writes.join('')
  }
  /** Returns the lines that a terminal shows, without empty lines at the end. */
  async lines(): Promise<string[]> {
    jest.useRealTimers()
    const screen = new xterm.Terminal({
      ...{ cols: this.columns, rows: this.rows, scrollback: 1000, convertEol: true, allowProposedApi: true },
    })
    await new Promise<void>((resolve) => screen.write(this.bytes, resolve))
    const { active } = screen.buffer
    const lines = Array.from({ length: active.length }, (_, row) =>
      (active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
    )
    screen.dispose()
    return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
  }
}

const phase = (name: string, describe = () => '') => ({ name, describe })

test('shows the running phases with their time, and removes each when it ends', async () => {
  const stream = new Recorded()
  const progress = new Progress(stream)
  progress.print('Publishing: tag v1.2.3\n')
  const ends = [progress.start(phase('Build', () => '#8 [3/7] RUN make')), progress.start(phase('Log in'))]
  jest.advanceTimersByTime(2_100)
  ends[1]?.()
  progress.print('Log in: done in 2.1 s\n')
  jest.advanceTimersByTime(1_000)
  expect(await stream.lines()).toEqual([
    'Publishing: tag v1.2.3',
    'Log in: done in 2.1 s',
    'Build: 3 s · #8 [3/7] RUN make',
  ])
  ends[0]?.()
  expect(await stream.lines()).toEqual(['Publishing: tag v1.2.3', 'Log in: done in 2.1 s'])
  expect(stream.bytes.endsWith('\u001b[?25h')).toBe(true)
})

test('writes nothing for a phase that ends before the first frame', () => {
  const stream = new Recorded()
  const end = new Progress(stream).start(phase('Log in'))
  jest.advanceTimersByTime(90)
  end()
  jest.advanceTimersByTime(1_000)
  expect(stream.writes).toEqual([])
})

test('asks for a description at most ten times per second, and writes only what changes', () => {
  const stream = new Recorded()
  const describe = jest.fn(() => 'the same')
  const end = new Progress(stream).start(phase('Build', describe))
  jest.advanceTimersByTime(10_050)
  expect(describe.mock.calls.length).toBeLessThanOrEqual(100)
  // Once for each second.
  expect(stream.writes).toHaveLength(11)
  end()
})

test('draws one frame after many lines of the log', () => {
  const stream = new Recorded()
  const progress = new Progress(stream)
  const end = progress.start(phase('Build'))
  jest.advanceTimersByTime(100)
  stream.writes.length = 0
  for (let index = 0; index < 1000; index++) progress.print(`line ${index}\n`)
  jest.advanceTimersByTime(1)
  expect(stream.writes).toHaveLength(1001)
  expect(stream.writes.slice(1, -1)).toEqual(Array.from({ length: 999 }, (_, index) => `line ${index + 1}\n`))
  end()
})

test.each([
  { rows: 24, lines: ['1: 0 s', '2: 0 s', '3: 0 s', '4: 0 s', '5: 0 s', 'and 3 more'] },
  { rows: 4, lines: ['1: 0 s', '2: 0 s', 'and 6 more'] },
])('shows a few of eight phases in a window of $rows rows', async ({ rows, lines }) => {
  const stream = new Recorded(40, rows)
  const progress = new Progress(stream)
  const ends = Array.from({ length: 8 }, (_, index) => progress.start(phase(String(index + 1))))
  jest.advanceTimersByTime(100)
  expect(await stream.lines()).toEqual(lines)
  for (const end of ends) end()
  expect(await stream.lines()).toEqual([])
})

test.each([
  ['日本語'.repeat(20), 'Build: 0 s · 日本語日本語日本語日本語日…'],
  ['👨‍👩‍👧 emoji\tand\u202e tabs', 'Build: 0 s · 👨 👩 👧 emoji and tabs'],
  ['e\u0301'.repeat(60), `Build: 0 s · ${'e\u0301'.repeat(26)}…`],
  ['x'.repeat(1_000_000), `Build: 0 s · ${'x'.repeat(26)}…`],
  ['\u001b[2J\u001b]0;title\u0007', 'Build: 0 s · [2J ]0;title'],
])('cuts a description to one line of the terminal (%#)', async (text, line) => {
  const stream = new Recorded()
  const end = new Progress(stream).start(phase('Build', () => text))
  jest.advanceTimersByTime(100)
  expect(await stream.lines()).toEqual([line])
  end()
})

test('takes one row for any text and leaves none behind', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 2, max: 60 }), async (description, columns) => {
      jest.useFakeTimers()
      const stream = new Recorded(columns)
      const progress = new Progress(stream)
      const end = progress.start(phase('B', () => description))
      jest.advanceTimersByTime(100)
      progress.print('log\n')
      jest.advanceTimersByTime(1)
      const shown = await stream.lines()
      end()
      const rows = Math.ceil('log'.length / columns)
      expect(shown).toHaveLength(rows + 1)
      expect(await stream.lines()).toHaveLength(rows)
    }),
    { numRuns: 100 },
  )
})

test('shows no part of a secret, also where a line is cut', async () => {
  const secret = 'canary-secret-of-the-progress-55c2'
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  maskSecret(secret)
  const stream = new Recorded()
  const end = new Progress(stream).start(phase('Build', () => `RUN echo ${secret} ${secret}`))
  jest.advanceTimersByTime(100)
  end()
  expect(stream.bytes).toContain('Build: 0 s · RUN echo *** ***')
  expect(secretForms(secret).filter((form) => stream.bytes.includes(form))).toEqual([])
  expect(stream.bytes).not.toContain('canary')
})

test('draws at once when the size of the window changes, and listens only while a phase runs', () => {
  const listeners = () => [
    process.listenerCount('SIGTSTP'),
    process.listenerCount('exit'),
    stream.listenerCount('resize'),
  ]
  const stream = new Recorded()
  const before = listeners()
  const end = new Progress(stream).start(phase('Build', () => 'x'.repeat(100)))
  jest.advanceTimersByTime(100)
  stream.columns = 20
  stream.emit('resize')
  expect(stream.writes.at(-1)).toContain(`Build: 0 s · ${'x'.repeat(6)}…\r`)
  expect(listeners()).toEqual(before.map((count) => count + 1))
  end()
  expect(listeners()).toEqual(before)
})

test('assumes 80 columns in a terminal that has no size', () => {
  const stream = new Recorded(0, 0)
  const end = new Progress(stream).start(phase('Build', () => 'x'.repeat(100)))
  jest.advanceTimersByTime(100)
  expect(stream.bytes).toContain(`Build: 0 s · ${'x'.repeat(66)}…\r`)
  end()
})
