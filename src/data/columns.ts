/** Checks the columns of a table. */
import { closestMatch } from 'leven'
import { FileError } from '../runtime/errors.js'
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

/** Suggests the name that was probably meant: "; did you mean score?" */
export function hint(name: string, candidates: readonly string[]): string {
  const [same] = candidates.filter((candidate) => plain(candidate) === plain(name))
  const match = same ?? closestMatch(name, [...candidates], { maxDistance: 2 })
  return match === undefined ? '' : `; did you mean ${match}?`
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
