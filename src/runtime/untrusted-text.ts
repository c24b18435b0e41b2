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
const LINE_ENDS_KEPT = /(\r\n|\n|\r)/
/** Longer lines are split, so that a stream without line breaks cannot fill the memory. */
const MAX_LINE_LENGTH = 64 * 1024

/** Makes one line of untrusted text safe for the log: readable, and never a workflow command. */
export function sanitizeLine(line: string): string {
  const visible = line.replace(ESCAPES, '').replace(CONTROLS, '')
  return visible.replaceAll('##[', '#\\#[').replace(/^(\s*)::/, '$1\\::')
}

/** Returns untrusted text as sanitized lines. */
export function sanitizeLines(text: string): string[] {
  return text.split(LINE_END).map(sanitizeLine)
}

/** Parts of a text that must stay whole where a long line is split. */
export interface Whole {
  /** Returns the maximum characters of such a part. */
  longest(): number
  /**
   * Returns where to split a text instead of at `at`.
   * @param text has at least `longest()` characters after `at`, unless it ends before
   */
  cut(text: string, at: number): number
}

/** Collects the chunks of one stream of a command and passes on each raw line as soon as it ends. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8')
  readonly #onLine: (line: string, begins: boolean) => void
  readonly #whole: Whole | undefined
  #rest = ''
  #begins = true
  /** A final `\r` may be the first half of `\r\n`, so it waits for the next chunk. */
  #return = ''

  /**
   * @param onLine also gets whether the line begins after a line feed, and not after a `\r` or a split
   * @param whole the parts that a split of a long line keeps whole
   */
  constructor(onLine: (line: string, begins: boolean) => void, whole?: Whole) {
    this.#onLine = onLine
    this.#whole = whole
  }

  write(chunk: Buffer): void {
    const text = this.#return + this.#decoder.write(chunk)
    const complete = text.endsWith('\r') ? text.slice(0, -1) : text
    this.#return = text.slice(complete.length)
    this.#take(complete)
    // A part that begins before a cut may continue after it, so wait for as many characters.
    this.#handOver(MAX_LINE_LENGTH + (this.#whole?.longest() ?? 0))
  }

  end(): void {
    this.#take(this.#return + this.#decoder.end())
    this.#return = ''
    this.#handOver(MAX_LINE_LENGTH)
    if (this.#rest !== '') this.#endLine('\n')
  }

  #take(text: string): void {
    for (const [index, part] of text.split(LINE_ENDS_KEPT).entries()) {
      if (index % 2 === 1) this.#endLine(part)
      else this.#rest += part
    }
  }

  #endLine(end: string): void {
    this.#onLine(this.#rest, this.#begins)
    this.#rest = ''
    this.#begins = end !== '\r'
  }

  /** Passes on pieces of the line while it is longer than `most`. */
  #handOver(most: number): void {
    while (this.#rest.length > most) {
      const at = this.#whole?.cut(this.#rest, MAX_LINE_LENGTH) ?? MAX_LINE_LENGTH
      this.#onLine(this.#rest.slice(0, at), this.#begins)
      this.#rest = this.#rest.slice(at)
      this.#begins = false
    }
  }
}
