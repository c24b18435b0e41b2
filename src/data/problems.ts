import { clip } from '../runtime/clip.js'
import { FileError, messageOf } from '../runtime/errors.js'
import type { RowFile } from './rows.js'

/** Maximum problems that a message lists. Others are only counted. */
const SHOWN = 20

/** Collects the problems in the rows of a file. */
export class Problems {
  readonly #rows: Pick<RowFile, 'file' | 'unit'>
  readonly #lines: string[] = []
  #first: number | undefined
  #count = 0

  constructor(rows: Pick<RowFile, 'file' | 'unit'>) {
    this.#rows = rows
  }

  /** The number of rows with problems. */
  get count(): number {
    return this.#count
  }

  /** Records the problems of one row. */
  add(line: number, ...problems: readonly string[]): void {
    this.#count++
    this.#first ??= line
    if (this.#lines.length < SHOWN)
      this.#lines.push(...problems.map((problem) => `- ${this.#rows.unit} ${line}: ${problem}`))
  }

  /** Runs the work, and records a problem if it throws. */
  attempt<T>(line: number, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.add(line, messageOf(error))
      return undefined
    }
  }

  /**
   * Throws one `FileError` with the problems so far, if there are any.
   * @param others lines about other problems, for the same message
   */
  refuse(others: readonly string[] = []): void {
    if (this.#first === undefined) return
    const { file, unit } = this.#rows
    const rows = this.#count === 1 ? '1 row' : `${this.#count} rows`
    const more = this.#count > SHOWN ? [`- and ${this.#count - SHOWN} more rows`] : []
    const head = `${file} has ${rows} that cannot be used. Nothing was sent or changed.`
    throw new FileError([head, ...this.#lines, ...more, ...others].join('\n'), {
      file,
      ...(unit === 'line' && { line: this.#first }),
    })
  }
}

/** Formats a value for a message, shortened. */
export function quote(value: unknown): string {
  return clip(JSON.stringify(value) ?? 'nothing', 120)
}
