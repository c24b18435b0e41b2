import { FileError, messageOf } from '../runtime/errors.js'
import type { RowFile } from './rows.js'

/** Problems that a message lists; further ones are only counted. */
const SHOWN = 20

/** Collects what is wrong with the rows of a file. */
export class Problems {
  readonly #rows: Pick<RowFile, 'file' | 'unit'>
  readonly #lines: string[] = []
  #first: number | undefined
  #count = 0

  constructor(rows: Pick<RowFile, 'file' | 'unit'>) {
    this.#rows = rows
  }

  /** How many rows have problems. */
  get count(): number {
    return this.#count
  }

  /** Notes the problems of one row. */
  add(line: number, ...problems: readonly string[]): void {
    this.#count++
    this.#first ??= line
    if (this.#lines.length < SHOWN)
      this.#lines.push(...problems.map((problem) => `- ${this.#rows.unit} ${line}: ${problem}`))
  }

  /** Does the work, and notes a problem when it throws. */
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
   * @param others further lines of what is wrong, to be told at once
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

/** A value for a message, shortened. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
