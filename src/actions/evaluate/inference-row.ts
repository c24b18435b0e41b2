/** Makes a test sample and an inference of a row, whatever the format of the file. */
import { numberAdvice, parseNumber } from '../../data/cells.js'
import { LabelSpellings } from '../../data/labels.js'
import { quote } from '../../data/problems.js'
import { parsePythonJson } from '../../data/python-json.js'
import { clip } from '../../runtime/clip.js'
import { messageOf } from '../../runtime/errors.js'
import type { Json, JsonMapping } from '../../runtime/mapping.js'

/** A place in the test sample or in the inference; without a path, the whole of it. */
export interface Place {
  root: 'test_sample' | 'inference'
  path: readonly string[]
}

/** How the columns of a table, or the keys of JSON rows, are to be understood. */
export interface RowFormat {
  /** Whether values are text that may stand for something else, as in CSV. */
  isText: boolean
  /** Columns that belong elsewhere than their names say. */
  renamed: ReadonlyMap<string, Place>
  /** Columns that are fields of the test sample by their bare name. */
  identifying: ReadonlySet<string>
  /** What every inference has, by its path. */
  constants: readonly (readonly [path: readonly string[], value: Json])[]
}

export interface InferenceRow {
  sample: JsonMapping
  inference: JsonMapping
}

/** Reads `a.b.c` as a path, `test_sample.a` as one in the test sample. Throws an error for an empty part. */
export function parsePlace(text: string): Place {
  const parts = text.split('.').map((part) => part.trim())
  if (parts.includes(''))
    throw new Error(`${quote(text)} is not a path; write names with dots between them, like prediction.label`)
  const [first, ...rest] = parts
  if (first === 'test_sample' || first === 'inference') return { root: first, path: rest }
  return { root: 'inference', path: parts }
}

/** Where a column belongs. */
export function placeOf(
  column: string,
  { renamed, identifying }: Omit<RowFormat, 'isText' | 'constants'>,
): Place {
  const place = renamed.get(column)
  if (place) return place
  return identifying.has(column) ? { root: 'test_sample', path: [column] } : parsePlace(column)
}

/** Reads rows. Problems are whole sentences about one row. */
export class RowReader {
  readonly #format: RowFormat
  readonly #places = new Map<string, Place>()
  /** The labels of columns. */
  readonly labels = new LabelSpellings()

  constructor(format: RowFormat) {
    this.#format = format
  }

  /** Throws `RowProblems` when the row cannot be used. */
  read(value: unknown): InferenceRow {
    if (!isObject(value)) throw new RowProblems([`${quote(value)} is not a row; ${howToWrite}`])
    const row = { test_sample: newObject(), inference: newObject() }
    const problems: string[] = []
    const isWhole = value.inference !== undefined
    let columns = 0
    for (const [column, cell] of Object.entries(value)) {
      try {
        const place = this.#placeOf(column)
        const { root, path } = place
        if (root === 'inference') columns++
        if (
          isWhole &&
          root === 'inference' &&
          !/^inference(\.|$)/.test(column) &&
          !this.#format.renamed.has(column)
        )
          throw new Error(
            `${quote(column)} is neither test_sample nor inference; leave it out, or name it in inference-columns`,
          )
        const content = this.#read(column, place, cell)
        if (content === undefined) continue
        put(row[root], path, content, column)
        if (path.at(-1) === 'label' && typeof content === 'string') this.labels.add(content)
      } catch (error) {
        problems.push(messageOf(error))
      }
    }
    if (columns === 0 && problems.length === 0) problems.push(`inference is missing; ${howToWrite}`)
    if (problems.length > 0) throw new RowProblems(problems)
    this.#addConstants(row.inference, Object.keys(value))
    return { sample: row.test_sample, inference: row.inference }
  }

  #placeOf(column: string): Place {
    const known = this.#places.get(column)
    if (known) return known
    const place = placeOf(column, this.#format)
    this.#places.set(column, place)
    return place
  }

  /** The content of a cell; undefined for none. An empty cell of the test sample is null, so that it still counts. */
  #read(column: string, { root, path }: Place, cell: unknown): Json | undefined {
    const isWhole = path.length === 0
    if (typeof cell === 'string' && isWhole) return readObject(column, cell)
    if (isWhole && !isObject(cell)) throw new Error(`${column} ${quote(cell)} is not an object`)
    if (isAbsent(cell)) return root === 'test_sample' ? null : undefined
    if (this.#format.isText && typeof cell === 'string')
      return root === 'test_sample' ? cell : readCell(column, path, cell)
    if (isText(path) && (typeof cell === 'number' || typeof cell === 'boolean')) return pythonText(cell)
    return toJson(cell, column)
  }

  /** A constant of an object that this row does not have would make half an object: it is left out. */
  #addConstants(inference: JsonMapping, columns: readonly string[]): void {
    for (const [path, value] of this.#format.constants) {
      const parent = path.slice(0, -1)
      const isFilled = columns.some((column) => isBelow(this.#placeOf(column), parent))
      if (
        parent.length === 0 ||
        hasObject(inference, parent) ||
        (!isFilled && Object.keys(inference).length > 0)
      )
        putConstant(inference, path, value)
    }
  }
}

/** Everything that is wrong with one row. */
export class RowProblems extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('; '))
    this.problems = problems
  }
}

const howToWrite = 'write {"test_sample": {"locator": "…"}, "inference": {…}}'

/** Labels are text for the platform, also those that look like numbers. */
function isText(path: readonly string[]): boolean {
  return ['label', 'data_type'].includes(path.at(-1) ?? '')
}

/** The text of a label that is a number or a boolean: that of Python, which writes `True`. */
function pythonText(label: number | boolean): string {
  const text = String(label)
  return typeof label === 'boolean' ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

function isAbsent(cell: unknown): boolean {
  return (
    cell === null ||
    cell === undefined ||
    Number.isNaN(cell) ||
    (typeof cell === 'string' && cell.trim() === '')
  )
}

/** A cell of CSV, or the value of a constant: a number, a boolean, a list or an object in JSON, or else text. */
export function readCell(column: string, path: readonly string[], cell: string): Json | undefined {
  if (isText(path)) return cell
  const text = cell.trim()
  if (/^nan$/i.test(text)) return undefined
  if (/^[-+]?inf(inity)?$/i.test(text))
    throw new Error(`${column} ${quote(cell)} is not a number that JSON has`)
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^[-+]?0\d/.test(text)) return cell
  const number = parseNumber(text)
  // A number of more digits than a double holds is an identifier.
  if (number !== undefined && Number.isFinite(number)) return isExact(number) ? number : cell
  if (isForeignNumber(text))
    throw new Error(
      `${column} ${quote(cell)} is not a number${numberAdvice(text)}; if it is text, write the rows as JSON or Parquet`,
    )
  const list = /^[[{]/.test(text) ? parseList(text) : undefined
  return list === undefined ? cell : toJson(list, column)
}

/** Whether a text is a number as Excel shows it: with a decimal comma, or as a percentage. */
function isForeignNumber(text: string): boolean {
  return /^[-+]?(\d+|\d{1,3}([. ]\d{3})+),\d+$|^[-+]?\d+([.,]\d+)?\s*%$/.test(text)
}

function parseList(text: string): Json | undefined {
  try {
    return parsePythonJson(text)
  } catch {
    return undefined
  }
}

function readObject(column: string, text: string): Json {
  const value = parseList(text)
  if (isObject(value)) return toJson(value, column)
  throw new Error(`${column} ${quote(text)} is not a JSON object`)
}

/** The deepest nesting of objects and lists. */
const DEEPEST = 100

/** Checks what JSON could not carry as it is. */
function toJson(value: unknown, path: string, depth = 0): Json {
  if (depth > DEEPEST) throw new Error(`${clip(path, 100)} is nested more than ${DEEPEST} levels deep`)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return null
    if (Number.isFinite(value) && isExact(value)) return value
    throw new Error(`${path} ${value} is a number that JSON cannot represent exactly; write it as text`)
  }
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, `${path}.${index}`, depth + 1))
  if (!isObject(value)) throw new Error(`${path} has a value that JSON does not have`)
  const object = newObject()
  for (const [key, item] of Object.entries(value))
    object[key] = item === undefined ? null : toJson(item, `${path}.${key}`, depth + 1)
  return object
}

function isExact(value: number): boolean {
  return !Number.isInteger(value) || Number.isSafeInteger(value)
}

function Bare() {}
Bare.prototype = Object.create(null)

/** An object that inherits nothing, so that `__proto__` is a key like any other; that of Object.create(null) is slow. */
function newObject(): JsonMapping {
  return new (Bare as unknown as new () => JsonMapping)()
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function put(object: JsonMapping, path: readonly string[], value: Json, column: string): void {
  const last = path.at(-1)
  if (last === undefined) {
    for (const [name, item] of Object.entries(value as JsonMapping)) put(object, [name], item, column)
    return
  }
  let parent = object
  for (const key of path.slice(0, -1)) {
    parent[key] ??= newObject()
    if (!isObject(parent[key])) throw taken(column)
    parent = parent[key] as JsonMapping
  }
  if (parent[last] !== undefined) throw taken(column)
  parent[last] = value
}

function taken(column: string): Error {
  return new Error(`${column} belongs to a place that another column fills; keep one of them`)
}

function isBelow({ root, path }: Place, parent: readonly string[]): boolean {
  return (
    root === 'inference' && path.length > parent.length && parent.every((part, index) => path[index] === part)
  )
}

function hasObject(value: Json | undefined, path: readonly string[]): boolean {
  const [key, ...rest] = path
  if (Array.isArray(value)) return value.some((item) => hasObject(item, path))
  if (key === undefined) return isObject(value)
  return isObject(value) && hasObject(value[key] as Json | undefined, rest)
}

/** In a list, every object gets the constant. What a row says itself stays. */
function putConstant(target: Json, path: readonly string[], value: Json): void {
  const [key = '', ...rest] = path
  if (Array.isArray(target)) {
    for (const item of target) putConstant(item, path, value)
  } else if (isObject(target)) {
    const object = target as JsonMapping
    if (object[key] === undefined) object[key] = rest.length === 0 ? value : newObject()
    if (rest.length > 0) putConstant(object[key], rest, value)
  }
}
