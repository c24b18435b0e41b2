/**
 * Files of predictions: an external id of an asset to the model's answer for it. Read one row at a time, as often as
 * need be, so that the size of the file does not matter. The format is described by agreement/predictions.schema.json.
 */
import { z } from 'zod/mini'
import { openRows, type Row, type RowFormat } from '../../data/rows.js'
import { FileError } from '../../runtime/errors.js'

/** The categories that the model chose in one job, or its whole response: a job's name to the answer in it. */
export type Answer = { categories: readonly string[] } | { response: Record<string, unknown> }

export interface Prediction {
  /** The line that it begins on, counted from 1. */
  line: number
  externalId: string
  answer: Answer
}

/** Problems that are told one by one; further ones are only counted. */
const SHOWN = 20

/** The predictions of a file. Throws `FileError` with all problems, the first `SHOWN` of them in words. */
export async function* readPredictions(file: string): AsyncGenerator<Prediction> {
  const { format, rows } = await openRows(file)
  const problems = new Problems(file)
  const seen = new Map<string, number>()
  for await (const row of rows) {
    const prediction = problems.attempt(row.line, () => readPrediction(row, format))
    if (!prediction) continue
    const { line, externalId } = prediction
    const first = seen.get(externalId)
    if (first !== undefined)
      problems.add(line, `external_id ${quote(externalId)} is on line ${first} already`)
    else seen.set(externalId, line)
    if (problems.count === 0) yield prediction
  }
  if (seen.size === 0 && problems.count === 0)
    throw new FileError(`${file} has no predictions: write at least one`, { file })
  problems.refuse()
}

/** Collects what is wrong with the rows of a file. */
export class Problems {
  count = 0
  readonly #file: string
  readonly #lines: { line: number; text: string }[] = []

  constructor(file: string) {
    this.#file = file
  }

  add(line: number, text: string): void {
    this.count++
    if (this.#lines.length < SHOWN) this.#lines.push({ line, text })
  }

  /** Does the work, and notes a problem when it throws. */
  attempt<T>(line: number, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.add(line, error instanceof Error ? error.message : String(error))
      return undefined
    }
  }

  /** Throws `FileError` with every problem noted so far. */
  refuse(): void {
    const [first] = this.#lines
    if (!first) return
    const lines = this.#lines.map(({ line, text }) => `- line ${line}: ${text}`)
    const more = this.count > SHOWN ? [`- and ${this.count - SHOWN} more`] : []
    const rows = this.count === 1 ? 'one row' : `${this.count} rows`
    throw new FileError(
      [`${this.#file}: ${rows} cannot be used. Nothing was sent.`, ...lines, ...more].join('\n'),
      { file: this.#file, line: first.line },
    )
  }
}

/** A value for a message, shortened. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const Categories = z.union([z.string(), z.array(z.string())])

function readPrediction({ line, value }: Row, format: RowFormat): Prediction {
  if (!isObject(value)) throw new Error(`is no object with external_id and category, but ${quote(value)}`)
  if (format === 'object') {
    const [[externalId, given]] = Object.entries(value) as [[string, unknown]]
    const answer = isObject(given) ? { response: readResponse(given) } : readCategories(externalId, given)
    return { line, externalId: readId(externalId), answer }
  }
  const answer = readAnswer(value, format === 'csv')
  return { line, externalId: readId(value.external_id), answer }
}

/** Of a row with a column or key for each field; in CSV a response is JSON as text, and an empty cell is none. */
function readAnswer(row: Record<string, unknown>, csv: boolean): Answer {
  const given = (name: string) =>
    !(row[name] === undefined || row[name] === null || (csv && row[name] === ''))
  const unknown = Object.keys(row).find(
    (name) => !['external_id', 'category', 'json_response'].includes(name),
  )
  if (unknown !== undefined)
    throw new Error(`${quote(unknown)} is no field; there are external_id, category and json_response`)
  if (given('category') && given('json_response'))
    throw new Error('has a category and a json_response: leave one of them out')
  if (!given('json_response')) return readCategories('category', row.category)
  return { response: readResponse(csv ? parseJson(String(row.json_response)) : row.json_response) }
}

function readId(id: unknown): string {
  if (typeof id === 'string' && id !== '') return copy(id)
  throw new Error(`external_id has to be the external id of an asset, and is ${quote(id)}`)
}

/** Of its own: a piece of a longer text keeps the whole of it in memory for as long as the piece is there. */
function copy(text: string): string {
  return JSON.parse(JSON.stringify(text))
}

function readCategories(name: string, given: unknown): Answer {
  const { data } = Categories.safeParse(given)
  const categories = typeof data === 'string' ? [data] : data
  if (categories && categories.length > 0 && !categories.includes('')) return { categories }
  throw new Error(
    `${quote(name)} has to be the name of a category, or a list of names, and is ${quote(given)}`,
  )
}

function readResponse(given: unknown): Record<string, unknown> {
  if (isObject(given) && Object.keys(given).length > 0 && Object.values(given).every(isObject)) return given
  throw new Error(
    `json_response has to be an object like {"JOB": {"categories": [{"name": "RED"}]}}, and is ${quote(given)}`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`json_response is not JSON: ${quote(text)}`)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
