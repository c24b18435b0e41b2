/**
 * The sanitizer for text that this action did not write: output of commands, messages of servers, names.
 *
 * The runner searches both streams for workflow commands in two formats: `::name::data` at the start of a line, and
 * `##[name]data` anywhere in a line. It ends lines at `\r` as well as at `\n`.
 */
import { StringDecoder } from 'node:string_decoder'

// Matches CSI and OSC sequences, and then the remaining C0 and C1 controls except tab.
const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b./g
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g
const LINE_END = /\r\n|\n|\r/
/** Longer lines are split, so that a stream without line breaks cannot fill the memory. */
const LONGEST_LINE = 64 * 1024

/** Makes one line of untrusted text safe for the log: readable, and never a workflow command. */
export function sanitizeLine(line: string): string {
  const visible = line.replace(ESCAPES, '').replace(CONTROLS, '')
  return visible.replaceAll('##[', '#\\#[').replace(/^(\s*)::/, '$1\\::')
}

/** Returns untrusted text as sanitized lines. */
export function sanitizeLines(text: string): string[] {
  return text.split(LINE_END).map(sanitizeLine)
}

/** Collects the chunks of one stream of a command and passes on each raw line as soon as it ends. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8')
  readonly #onLine: (line: string) => void
  readonly #cut: ((text: string, at: number) => number) | undefined
  #rest = ''

  /** @param cut moves the place where a long line is split, so that it splits nothing that must stay whole */
  constructor(onLine: (line: string) => void, cut?: (text: string, at: number) => number) {
    this.#onLine = onLine
    this.#cut = cut
  }

  write(chunk: Buffer): void {
    const text = this.#rest + this.#decoder.write(chunk)
    // A final `\r` may be the first half of `\r\n`, so wait for the next chunk.
    const complete = text.endsWith('\r') ? text.slice(0, -1) : text
    const lines = complete.split(LINE_END)
    this.#rest = (lines.pop() ?? '') + text.slice(complete.length)
    for (const line of lines) this.#onLine(line)
    // Text that begins before the cut may continue after it, so wait for that much more.
    this.#rest = this.#handOver(this.#rest, LONGEST_LINE * (this.#cut ? 2 : 1))
  }

  /** Passes on a long line in pieces, and returns the rest. */
  #handOver(line: string, longest = LONGEST_LINE): string {
    let rest = line
    while (rest.length > longest) {
      const at = this.#cut?.(rest, LONGEST_LINE) ?? LONGEST_LINE
      this.#onLine(rest.slice(0, at))
      rest = rest.slice(at)
    }
    return rest
  }

  end(): void {
    const rest = this.#rest + this.#decoder.end()
    this.#rest = ''
    if (rest === '') return
    for (const line of rest.replace(/\r$/, '').split(LINE_END)) this.#onLine(this.#handOver(line))
  }
}
