/** Checks the columns of a table. */
import { FileError } from '../runtime/errors.js'
import { hint } from '../runtime/hint.js'
import type { RowFile } from './rows.js'

/** The fields of a row, and the word for a row. */
export interface RowFields {
  /** For example "result". */
  what: string
  required: readonly string[]
  optional: readonly string[]
}

/** Refuses a table with missing or unknown columns, in one line: "there is no column score; did you mean scores?" */
export function checkColumns(rows: RowFile, { what, required, optional }: RowFields): void {
  const { file, columns, headerLine } = rows
  if (!columns) return
  const known = [...required, ...optional]
  const unknown = columns.filter((name) => !known.includes(name))
  const missing = required.filter((name) => !columns.includes(name))
  const lacks = missing.map((name) => `there is no column ${name}${hint(name, unknown)}`)
  const extras = unknown.map(
    (name) => `${JSON.stringify(name)} is not a column of a ${what}${hint(name, known)}`,
  )
  const problems = missing.length > 0 ? lacks : extras
  if (problems.length === 0) return
  const allowed = problems.some((problem) => problem.includes('did you mean'))
    ? ''
    : `; the columns of a ${what} are ${known.join(', ')}`
  const place = headerLine === undefined ? file : `${file}, line ${headerLine}`
  throw new FileError(
    `${place}: ${problems.join('; ')}${allowed}`,
    headerLine === undefined ? { file } : { file, line: headerLine },
  )
}
