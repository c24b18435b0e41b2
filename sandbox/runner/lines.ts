/**
 * Splits a text stream into lines at `\n`, `\r\n` and a bare `\r`, like .NET's ReadLine.
 * A last line without a line break also counts.
 */
export class LineSplitter {
  #rest = ''
  #afterReturn = false
  readonly #onLine: (line: string) => void

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  write(chunk: string): void {
    if (chunk === '') return
    const text = this.#afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk
    this.#afterReturn = chunk.endsWith('\r')
    const lines = (this.#rest + text).split(/\r\n|\r|\n/)
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#onLine(line)
  }

  end(): void {
    if (this.#rest !== '') this.#onLine(this.#rest)
    this.#rest = ''
  }
}
