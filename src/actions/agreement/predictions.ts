/**
 * Reads files of predictions, each with the external id of an asset and the model's answer. They are read in batches and
 * as often as necessary, so that their size does not matter. agreement/predictions.schema.json describes the format.
 */
import { z } from 'zod/mini'
import { checkColumns } from '../../data/columns.js'
import { KeyTable } from '../../data/key-table.js'
import { Numbers } from '../../data/numbers.js'
import { Problems, quote } from '../../data/problems.js'
import { openRows, type Row, type RowFile } from '../../data/rows.js'
import { ActionError, FileError } from '../../runtime/errors.js'
import { hint } from '../../runtime/hint.js'

/** The categories that the model chose in one job, or its whole response with the answer for each job. */
export type Answer = { categories: readonly string[] } | { response: Record<string, unknown> }

export interface Prediction {
  /** The line on which it starts, or the row of a Parquet file. */
  line: number
  externalId: string
  answer: Answer
  /** The address of the asset, if the project does not have it yet. */
  content: string | undefined
  /** Metadata of the new asset. */
  metadata: Record<string, unknown> | undefined
}

/** A file of predictions. Its batches are read on demand. */
export interface PredictionFile extends Pick<RowFile, 'file' | 'unit'> {
  batches: AsyncGenerator<Prediction[]>
}

const fields = {
  what: 'prediction',
  required: ['external_id'],
  optional: ['category', 'json_response', 'content', 'metadata'],
}
const keys = [...fields.required, ...fields.optional]

/**
 * Opens a file of predictions. After the last batch, a `FileError` reports all problems, the first ones in full.
 *
 * @param isChecked whether the file was read before, so that no external id is in it twice: to remember them takes memory
 */
export async function openPredictions(file: string, { isChecked = false } = {}): Promise<PredictionFile> {
  const rows = await openRows(file)
  const columns = rows.columns?.filter((name) => !name.startsWith('metadata.'))
  checkColumns({ ...rows, columns }, fields)
  return { file, unit: rows.unit, batches: readPredictions(rows, isChecked) }
}

/** Returns the error for a file that differs from what an earlier read found in it. */
export function changedFile(file: string): ActionError {
  return new ActionError(`${file} was changed while the action was reading it: keep it as it is.`)
}

async function* readPredictions(rows: RowFile, isChecked: boolean): AsyncGenerator<Prediction[]> {
  const problems = new Problems(rows)
  const known = isChecked ? undefined : new KnownIds()
  let count = 0
  for await (const batch of rows.batches) {
    const predictions = batch.flatMap(
      (row) => problems.attempt(row.line, () => readPrediction(row, rows)) ?? [],
    )
    for (const { line, externalId } of predictions) {
      const earlier = known?.add(externalId, line)
      if (earlier !== undefined)
        problems.add(line, `external_id ${quote(externalId)} is on ${rows.unit} ${earlier} already`)
    }
    count += predictions.length
    if (problems.count === 0) yield predictions
  }
  if (count === 0 && problems.count === 0)
    throw new FileError(`${rows.file} has no predictions: write at least one`, { file: rows.file })
  problems.refuse()
}

/** External ids and their lines. */
class KnownIds {
  readonly #ids = new KeyTable()
  readonly #lines = new Numbers(Uint32Array)

  /** Adds an id. If it is known, returns its line. */
  add(id: string, line: number): number | undefined {
    const position = this.#ids.add(id)
    if (position < this.#lines.length) return this.#lines.at(position)
    this.#lines.push(line)
    return undefined
  }
}

const Categories = z.union([z.string(), z.array(z.string())])

function readPrediction({ line, value }: Row, { format, columns }: RowFile): Prediction {
  if (!isObject(value)) throw new Error(`is not an object with external_id and category, but ${quote(value)}`)
  if (format === 'object') {
    const [[externalId, given]] = Object.entries(value) as [[string, unknown]]
    const answer = isObject(given) ? { response: readResponse(given) } : readCategories(externalId, given)
    return { line, externalId: readId(externalId), answer, content: undefined, metadata: undefined }
  }
  const row = columns ? readCells(value) : value
  const unknown = Object.keys(row).find((name) => !keys.includes(name))
  if (unknown !== undefined) {
    const advice = hint(unknown, keys) || `; the fields are ${keys.join(', ')}`
    throw new Error(`${quote(unknown)} is not a field of a prediction${advice}`)
  }
  return {
    line,
    externalId: readId(row.external_id),
    answer: readAnswer(row),
    content: readContent(row.content ?? undefined),
    metadata: readMetadata(row.metadata ?? undefined),
  }
}

/**
 * Returns the row of a table in the form of JSON: without empty cells, with responses and metadata as objects, with columns
 * such as `metadata.camera` in the metadata, and with ids and categories as text even if Parquet has numbers.
 */
function readCells(cells: Record<string, unknown>): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  const metadata: Record<string, unknown> = {}
  for (const [name, cell] of Object.entries(cells)) {
    if (cell === '' || cell === null || Number.isNaN(cell)) continue
    if (name.startsWith('metadata.')) metadata[name.slice('metadata.'.length)] = cell
    else if (name === 'json_response' || name === 'metadata') row[name] = readJson(name, cell)
    else row[name] = typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : cell
  }
  if (Object.keys(metadata).length > 0)
    row.metadata = isObject(row.metadata) ? { ...row.metadata, ...metadata } : metadata
  return row
}

function readAnswer({ category, json_response: response }: Record<string, unknown>): Answer {
  if (isGiven(category) && isGiven(response))
    throw new Error('has a category and a json_response: leave one of them out')
  return isGiven(response) ? { response: readResponse(response) } : readCategories('category', category)
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function readId(id: unknown): string {
  if (typeof id === 'string' && id !== '') return id
  throw new Error(`external_id has to be the external id of an asset, and is ${quote(id)}`)
}

function readContent(content: unknown): string | undefined {
  if (content === undefined || (typeof content === 'string' && isHttps(content))) return content
  throw new Error(`content has to be an https address of the asset, and is ${quote(content)}`)
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}

function readMetadata(metadata: unknown): Record<string, unknown> | undefined {
  if (metadata === undefined || isObject(metadata)) return metadata
  throw new Error(`metadata has to be an object like {"camera": "front"}, and is ${quote(metadata)}`)
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

/** Reads a response or metadata: JSON text in CSV, possibly a structure in Parquet. */
function readJson(name: string, cell: unknown): unknown {
  if (typeof cell !== 'string') return withoutNulls(cell)
  try {
    return JSON.parse(cell)
  } catch {
    throw new Error(`${name} is not JSON: ${quote(cell)}`)
  }
}

/** A structure of Parquet has a null for every field that only other rows have. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
