import { join } from 'node:path'
import { Problems, quote } from '../../data/problems.js'
import { openRows, type RowFile } from '../../data/rows.js'
import { FileError, messageOf } from '../../runtime/errors.js'
import { hint } from '../../runtime/hint.js'
import * as log from '../../runtime/log.js'
import type { Json, JsonMapping } from '../../runtime/mapping.js'
import { type Place, placeOf, RowProblems, RowReader } from './inference-row.js'
import { InferenceStore } from './inference-store.js'
import { describeKey, identifyingFields, isIdentifying, valuesOf } from './sample-key.js'

/** The inputs about a file of inferences. */
export interface InferencesInput {
  file: string
  /** Where columns belong that are named otherwise. */
  columns: ReadonlyMap<string, Place>
  constants: readonly (readonly [path: readonly string[], value: Json])[]
  skipUnknown: boolean
  /** Whether inferences that are on the platform are replaced. */
  reset: boolean
}

/** The inferences of a file, and the fields by which they name their test samples. */
export interface Inferences {
  store: InferenceStore
  fields: readonly string[]
  unit: RowFile['unit']
}

/** Rows between two lines of the log. */
const PROGRESS = 100_000

/**
 * Reads a file of inferences. Throws one `FileError` with the first problems of all rows, each with its line and field.
 *
 * @param sampleFields asks the platform for the fields of a test sample, undefined when it cannot be asked; it is, when
 *   no column is named `locator` or `test_sample…`
 */
export async function readInferences(
  input: InferencesInput,
  directory: string,
  sampleFields: () => Promise<readonly string[] | undefined>,
): Promise<Inferences> {
  const { file, columns: renamed, constants } = input
  const rows = await openRows(file)
  const store = new InferenceStore(join(directory, 'inferences'))
  const problems = new Problems(rows)
  const seen = new Set<string>(rows.columns)
  let reader: RowReader | undefined
  let fields: readonly string[] | undefined
  let count = 0
  log.progress(() => `${count.toLocaleString('en')} rows of ${file}`)
  for await (const batch of rows.batches) {
    for (const { line, value } of batch) {
      if (!rows.columns && typeof value === 'object') for (const key in value) seen.add(key)
      reader ??= await createReader(rows, value, { renamed, constants }, sampleFields)
      try {
        const { sample, inference } = reader.read(value)
        fields ??= identifyingFields(sample)
        const values = valuesOf(sample, fields)
        const problem = identify(sample, fields, values)
        if (problem) throw new RowProblems([problem])
        const key = JSON.stringify(values)
        const earlier = store.add(key, JSON.stringify(inference), line)
        if (earlier !== undefined)
          problems.add(
            line,
            `${describe(key, fields)} appears twice, first on ${rows.unit} ${earlier}; keep one`,
          )
      } catch (error) {
        if (!(error instanceof RowProblems)) throw error
        problems.add(line, ...error.problems)
      }
      if (++count % PROGRESS === 0) log.info(`Read ${count.toLocaleString('en')} rows of ${file}`)
    }
  }
  if (count === 0) throw new FileError(`${file} has no rows: it needs at least one inference`, { file })
  problems.refuse()
  const unused = [...renamed.keys()].find((column) => !seen.has(column))
  if (unused !== undefined)
    throw new FileError(
      `inference-columns: ${file} has no column ${quote(unused)}${hint(unused, [...seen]) || `; it has ${list([...seen])}`}`,
      { file },
    )
  if (reader?.labels.pair) {
    const [one, other] = reader.labels.pair.map(quote)
    log.warning(
      `${file} has the labels ${one} and ${other}, which are two classes for the platform. If they mean the same, write them alike: pandas turns 1 into 1.0 in a column with gaps, and astype("Int64") keeps it.`,
      'Labels are written differently',
    )
  }
  log.info(`${store.size.toLocaleString('en')} inferences in ${file}`)
  return { store, fields: fields ?? [], unit: rows.unit }
}

async function createReader(
  rows: RowFile,
  first: unknown,
  given: Pick<ConstructorParameters<typeof RowReader>[0], 'renamed' | 'constants'>,
  sampleFields: () => Promise<readonly string[] | undefined>,
): Promise<RowReader> {
  const columns = rows.columns ?? (typeof first === 'object' && first !== null ? Object.keys(first) : [])
  const identifying = new Set<string>()
  const named = columns.some((column) => placeOf(column, { ...given, identifying }).root === 'test_sample')
  if (!named && columns.includes('locator')) identifying.add('locator')
  else if (!named) {
    const known = await sampleFields()
    // Without the platform, as in the pull request of a fork, any column does for a look at the rows.
    for (const column of known ? columns : columns.slice(0, 1))
      if (known?.includes(column) ?? true) identifying.add(column)
    if (identifying.size === 0 && rows.columns) throw nothingIdentifies(rows, known)
  }
  if (rows.columns) checkPlaces(rows, rows.columns, { ...given, identifying })
  return new RowReader({ ...given, identifying, isText: rows.isText })
}

function nothingIdentifies({ file, columns = [] }: RowFile, known: readonly string[] = []): FileError {
  const fields = known.length > 0 ? `; the test samples have the fields ${list(known)}` : ''
  return new FileError(
    `${file} has no column that says which test sample a row is for${fields}. Name one locator or test_sample.…, or set inference-columns, such as ${columns[0] ?? 'image'}=test_sample.locator`,
    { file },
  )
}

/** Refuses a table in which two columns belong to the same place, or none holds anything of an inference. */
function checkPlaces(
  { file, headerLine }: RowFile,
  columns: readonly string[],
  format: Parameters<typeof placeOf>[1],
): void {
  const refuse = (problem: string) => {
    const place = headerLine === undefined ? { file } : { file, line: headerLine }
    throw new FileError(
      `${headerLine === undefined ? file : `${file}, line ${headerLine}`}: ${problem}`,
      place,
    )
  }
  const places = columns.map((column) => {
    try {
      const { root, path } = placeOf(column, format)
      return { column, root, text: [root, ...path].join('.') }
    } catch (error) {
      return refuse(`the column ${messageOf(error)}`)
    }
  })
  for (const [index, place] of places.entries()) {
    const other = places
      .slice(0, index)
      .find(({ text }) => text === place?.text || isWithin(text, place?.text))
    if (place && other)
      refuse(
        `the columns ${quote(other.column)} and ${quote(place.column)} are both for ${place.text}; keep one of them`,
      )
  }
  if (!places.some((place) => place?.root === 'inference'))
    refuse('there is no column for the inference, such as prediction.label')
}

/** Whether one place lies in the other, so that both cannot be filled. */
function isWithin(a: string, b = ''): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.includes('.') && long.startsWith(`${short}.`)
}

/** What is wrong with how a row names its test sample. */
function identify(
  sample: JsonMapping,
  fields: readonly string[],
  values: readonly Json[],
): string | undefined {
  const hasValue = values.some((value) => value !== null && value !== '')
  const others = Object.keys(sample).filter((name) => isIdentifying(name) && !fields.includes(name))
  if (hasValue && others.length === 0) return undefined
  if (identifyingFields(sample).length === 0)
    return 'test_sample is missing; write {"test_sample": {"locator": "…"}, "inference": {…}}'
  const [other] = others.sort()
  return other === undefined
    ? `${list(fields)} is empty`
    : `test_sample has the field ${quote(other)}, and that of the first row has ${list(fields)}; name every test sample by the same fields`
}

function describe(key: string, fields: readonly string[]): string {
  const text = describeKey(key, fields)
  return fields.length === 1 ? `${fields[0]} ${quote(text)}` : text
}

function list(names: readonly string[]): string {
  return names.length > 10
    ? `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`
    : names.join(', ')
}
