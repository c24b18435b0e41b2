import { styleText } from 'node:util'
import truncatedWidth from 'fast-string-truncated-width'
import { clip } from './clip.js'
import type { RunningPhase } from './reporter.js'

/** Milliseconds between two frames. */
const FRAME_PAUSE = 100
/** Maximum phases on the screen, one per line. */
const MAX_PHASES = 5
/** The size to assume for a terminal that does not report one. */
const COLUMNS = 80
const ROWS = 24

const HIDE_CURSOR = '\u001b[?25l'
const SHOW_CURSOR = '\u001b[?25h'
/** Terminals disagree about the width of some characters. Without wrapping, a line never takes a second row. */
const NO_WRAP = '\u001b[?7l'
const WRAP = '\u001b[?7h'
const ERASE_BELOW = '\r\u001b[J'
const cursorUp = (rows: number) => (rows > 0 ? `\u001b[${rows}A` : '')

/** Signals of the keys Ctrl-Z and Ctrl-\, which stop or end the process without giving it time to clean up. */
const abrupt = ['SIGTSTP', 'SIGQUIT'] as const

/** The part of a terminal's stream that is used. */
export interface TerminalStream {
  write(text: string): unknown
  columns?: number
  rows?: number
  hasColors?(): boolean
  on(event: 'resize', listener: () => void): unknown
  off(event: 'resize', listener: () => void): unknown
}

/**
 * Shows the running phases below the log of a terminal, one per line, and overwrites them in place.
 *
 * The cursor waits at the beginning of the first line. Erasing everything below it therefore removes all lines, however
 * the terminal has wrapped them after a change of its size.
 */
export class Progress {
  readonly #stream: TerminalStream
  /** When each running phase started. */
  readonly #running = new Map<RunningPhase, number>()
  /** What is on the screen below the log; empty if nothing is. */
  #shown = ''
  #isCursorHidden = false
  #timer: NodeJS.Timeout | undefined
  #redrawing: NodeJS.Immediate | undefined

  constructor(stream: TerminalStream) {
    this.#stream = stream
  }

  /** Shows a phase until the returned function is called. A phase that ends before the next frame is never drawn. */
  start(phase: RunningPhase): () => void {
    if (this.#running.size === 0) this.#listen()
    this.#running.set(phase, performance.now())
    return () => {
      if (this.#running.delete(phase) && this.#running.size === 0) this.#end()
    }
  }

  /** Prints text of the log, which ends with a line feed, above the progress. */
  print(text: string): void {
    if (this.#shown === '') {
      this.#stream.write(text)
      return
    }
    this.#stream.write(ERASE_BELOW + text)
    this.#shown = ''
    // Many lines of the log that arrive together need only one frame.
    this.#redrawing ??= setImmediate(() => {
      this.#redrawing = undefined
      this.#draw()
    })
    this.#redrawing.unref()
  }

  #listen(): void {
    this.#timer = setInterval(this.#draw, FRAME_PAUSE).unref()
    this.#stream.on('resize', this.#redraw)
    for (const signal of abrupt) process.on(signal, this.#yield)
    // An error that nothing catches must not leave a terminal without a cursor.
    process.on('exit', this.#clear)
  }

  #end(): void {
    clearInterval(this.#timer)
    clearImmediate(this.#redrawing)
    this.#redrawing = undefined
    this.#stream.off('resize', this.#redraw)
    for (const signal of abrupt) process.off(signal, this.#yield)
    process.off('exit', this.#clear)
    this.#clear()
  }

  readonly #draw = (): void => {
    if (this.#running.size === 0) return
    const frame = this.#frame()
    if (frame === this.#shown) return
    this.#stream.write((this.#shown === '' ? HIDE_CURSOR : ERASE_BELOW) + frame)
    this.#isCursorHidden = true
    this.#shown = frame
  }

  readonly #redraw = (): void => {
    if (this.#shown === '') return
    this.#shown = this.#frame()
    this.#stream.write(ERASE_BELOW + this.#shown)
  }

  readonly #clear = (): void => {
    if (!this.#isCursorHidden) return
    this.#stream.write((this.#shown === '' ? '' : ERASE_BELOW) + SHOW_CURSOR)
    this.#isCursorHidden = false
    this.#shown = ''
  }

  /** Lets a signal take effect with a clean terminal, and draws again if the process continues. */
  readonly #yield = (signal: NodeJS.Signals): void => {
    this.#clear()
    process.off(signal, this.#yield)
    // Without a listener, SIGQUIT ends the process here, and SIGTSTP stops it until SIGCONT.
    process.kill(process.pid, signal)
    process.on(signal, this.#yield)
    this.#draw()
  }

  #frame(): string {
    const { columns, rows } = this.#stream
    const most = Math.max(1, Math.min(MAX_PHASES, (rows || ROWS) - 2))
    const phases = [...this.#running]
    const lines = phases
      .slice(0, most)
      .map(([phase, start]) => this.#styled(fit(describe(phase, start), columns || COLUMNS)))
    const more = phases.length - lines.length
    if (more > 0) lines.push(this.#styled(fit(`and ${more} more`, columns || COLUMNS)))
    return `${NO_WRAP}${lines.join('\r\n')}\r${cursorUp(lines.length - 1)}${WRAP}`
  }

  #styled(line: string): string {
    return this.#stream.hasColors?.() ? styleText('dim', line, { validateStream: false }) : line
  }
}

function describe(phase: RunningPhase, start: number): string {
  const seconds = Math.floor((performance.now() - start) / 1000)
  return [`${phase.name}: ${seconds} s`, phase.describe()].filter((part) => part !== '').join(' · ')
}

/** Makes one line of at most as many columns as the terminal has, without masked secrets. */
function fit(text: string, columns: number): string {
  // A character takes up to two columns, so clipping first only saves time. It also redacts.
  const line = clip(text, 2 * columns).replaceAll(/[\p{Cf}\p{Cc}\p{Z}]+/gu, ' ')
  const { index, ellipsed } = truncatedWidth(line, { limit: columns, ellipsis: '…' })
  return ellipsed ? `${line.slice(0, index)}…` : line
}
