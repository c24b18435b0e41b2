/** Reads a file of results, and explains what is wrong with each row that cannot be used. */
import { clipRounding, numberAdvice, parseNumber } from '../../data/cells.js'
import { checkColumns, type RowFields } from '../../data/columns.js'
import { Problems, quote } from '../../data/problems.js'
import { openRows } from '../../data/rows.js'
import { FileError } from '../../runtime/errors.js'
import { hint } from '../../runtime/hint.js'
import * as log from '../../runtime/log.js'
import { Results } from './results.js'

export interface ResultsFileOptions {
  /** Allows scores below 0 and above 1. */
  anyScore: boolean
}

/** Rows between two messages in the log. */
const PROGRESS = 100_000

const fields: RowFields = { what: 'result', required: ['item_ref_id', 'score'], optional: ['weight'] }
const keys = [...fields.required, ...fields.optional]

/** Throws one `FileError` with the first problems, each with its line and field. */
export async function readResults(file: string, options: ResultsFileOptions): Promise<Results> {
  const rows = await openRows(file)
  checkColumns(rows, fields)
  const reader = new ResultReader({ ...options, isTable: rows.columns !== undefined })
  const results = new Results(rows.unit)
  const problems = new Problems(rows)
  let count = 0
  log.progress(() => `${count.toLocaleString('en')} rows of ${file}`)
  for await (const batch of rows.batches) {
    for (const { line, value } of batch) {
      const row = reader.read(value)
      if (row) {
        const earlier = results.add(row.ref, row.score, row.weight, line)
        if (earlier)
          problems.add(
            line,
            `item_ref_id ${quote(row.ref)} appears twice, first on ${rows.unit} ${earlier.line}; keep one`,
          )
      } else problems.add(line, ...reader.explain(value))
      if (++count % PROGRESS === 0) log.info(`Read ${count.toLocaleString('en')} rows of ${file}`)
    }
  }
  if (count === 0) throw new FileError(`${file} has no rows: it needs at least one result`, { file })
  problems.refuse()
  if (reader.clipped > 0)
    log.info(
      `${file}: numbers that rounding moved out of the range from 0 to 1 were set to 0 or 1: ${reader.clipped}`,
    )
  if (results.overallMetric === undefined)
    throw new FileError(
      `${file}: every weight is 0, so there is no overall metric; give at least one result a weight above 0`,
      { file },
    )
  return results
}

interface ResultRow {
  ref: string
  score: number
  weight: number
}

class ResultReader {
  /** How many numbers were out of range only because of rounding. */
  clipped = 0
  readonly #options: ResultsFileOptions & { isTable: boolean }

  constructor(options: ResultsFileOptions & { isTable: boolean }) {
    this.#options = options
  }

  /** Returns the result in a row, or undefined if there is none. `explain` says why. */
  read(value: unknown): ResultRow | undefined {
    if (!isObject(value)) return undefined
    for (const key in value) if (!keys.includes(key)) return undefined
    const ref = this.#ref(value)
    const score = this.#number(value, 'score')
    const weight = this.#isAbsent(value, 'weight') ? 1 : this.#number(value, 'weight')
    return ref === undefined || score === undefined || weight === undefined
      ? undefined
      : { ref, score, weight }
  }

  explain(value: unknown): string[] {
    if (!isObject(value))
      return [`${quote(value)} is not a result; write {"item_ref_id": "…", "score": 0.9, "weight": 1}`]
    const problems = [
      this.#refProblem(value),
      this.#numberProblem(value, 'score'),
      this.#numberProblem(value, 'weight'),
    ]
    const unknown = Object.keys(value).filter((key) => !keys.includes(key))
    return [...problems.filter((problem) => problem !== undefined), ...unknown.map(describeKey)]
  }

  #ref(row: Cells): string | undefined {
    const ref = own(row, 'item_ref_id')
    // Parquet and pandas store references that consist of digits as numbers.
    if (this.#options.isTable && Number.isInteger(ref)) return String(ref)
    return typeof ref === 'string' && ref !== '' ? ref : undefined
  }

  #refProblem(row: Cells): string | undefined {
    if (this.#ref(row) !== undefined) return undefined
    const ref = own(row, 'item_ref_id')
    return ref === undefined
      ? 'item_ref_id is missing'
      : `item_ref_id ${quote(ref)} is not a reference of an item: write it as text that is not empty`
  }

  #number(row: Cells, name: 'score' | 'weight'): number | undefined {
    const value = numberIn(own(row, name), this.#options.isTable)
    if (value === undefined || (value >= 0 && value <= 1)) return value
    if (name === 'score' && this.#options.anyScore) return value
    const clipped = clipRounding(value)
    if (clipped === value) return undefined
    this.clipped++
    return clipped
  }

  #numberProblem(row: Cells, name: 'score' | 'weight'): string | undefined {
    if (this.#isAbsent(row, name)) return name === 'score' ? 'score is missing' : undefined
    if (this.#number(row, name) !== undefined) return undefined
    const value = own(row, name)
    const isNumber = numberIn(value, this.#options.isTable) !== undefined
    const shown = typeof value === 'number' ? String(value) : quote(value)
    if (isNumber) return `${name} ${shown} is not between 0 and 1`
    return `${name} ${shown} is not a number${typeof value === 'string' ? numberAdvice(value) : ''}`
  }

  /** Returns whether a row has no value: null, which pandas writes for a gap, or in tables NaN or an empty text. */
  #isAbsent(row: Cells, name: string): boolean {
    const value = own(row, name)
    return value === undefined || value === null || (this.#options.isTable && isBlank(value))
  }
}

type Cells = Record<string, unknown>

function own(row: Cells, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined
}

function numberIn(value: unknown, isTable: boolean): number | undefined {
  const number = isTable && typeof value === 'string' ? parseNumber(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

function isObject(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBlank(value: unknown): boolean {
  return Number.isNaN(value) || (typeof value === 'string' && /^\s*(nan)?\s*$/i.test(value))
}

function describeKey(key: string): string {
  const advice = ['scene_ref_id', 'track_ref_id'].includes(key)
    ? '; results of scenes and tracks cannot be uploaded by this action'
    : hint(key, keys) || '; the keys are item_ref_id, score and weight'
  return `${quote(key)} is not a key of a result${advice}`
}
