/** Reads a file of results, and says of every row that cannot be used what is wrong with it. */
import { z } from 'zod/mini'
import { openRows, type Row } from '../../data/rows.js'
import { FileError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { Results } from './results.js'

export interface ResultsFileOptions {
  /** Scores outside of 0 to 1 are fine. */
  anyScore: boolean
}

/** Problems that a message lists; of the others it says how many there are. */
const MOST_PROBLEMS = 20
/** Rows between two lines of the log. */
const PROGRESS = 100_000

/** Throws one `FileError` with the first problems of all rows, each with its line and field. */
export async function readResults(file: string, options: ResultsFileOptions): Promise<Results> {
  const { format, rows } = await openRows(file)
  const parse = rowParser(format === 'csv', options)
  const results = new Results()
  const problems = new Problems(file)
  let count = 0
  for await (const row of rows) {
    const parsed = parse(row.value)
    if (!parsed.success) problems.add(row.line, describeIssues(parsed.error, row.value))
    else addResult(results, row, parsed.data, problems)
    if (++count % PROGRESS === 0) log.info(`Read ${count.toLocaleString('en')} rows of ${file}`)
  }
  if (count === 0) throw new FileError(`${file} has no rows: it needs at least one result`, { file })
  problems.refuse()
  if (results.overallMetric === undefined)
    throw new FileError(
      `${file}: every weight is 0, so there is no overall metric; give at least one result a weight above 0`,
      { file },
    )
  return results
}

function addResult(results: Results, { line }: Row, row: ResultRow, problems: Problems): void {
  const { item_ref_id: ref, score, weight } = row
  const earlier = results.lineOf(ref)
  if (earlier === undefined) results.add({ ref, score, weight, line })
  else problems.add(line, [`item_ref_id ${quote(ref)} is there twice, first on line ${earlier}; keep one`])
}

const ResultRow = z.strictObject({
  item_ref_id: z.string().check(z.minLength(1)),
  score: z.number().check(z.minimum(0), z.maximum(1)),
  weight: z.prefault(z.number().check(z.minimum(0), z.maximum(1)), 1),
})
const AnyScoreRow = z.extend(ResultRow, { score: z.number() })
type ResultRow = z.output<typeof ResultRow>

function rowParser(isCsv: boolean, { anyScore }: ResultsFileOptions) {
  const schema = anyScore ? AnyScoreRow : ResultRow
  return (value: unknown) => schema.safeParse(isCsv ? withNumbers(value as Record<string, string>) : value)
}

/** CSV knows text only: what is written as a number becomes one, and an empty cell is none. */
function withNumbers(cells: Record<string, string>): Record<string, unknown> {
  const row: Record<string, unknown> = { ...cells }
  for (const name of ['score', 'weight']) {
    const text = cells[name]?.trim()
    if (text === '') delete row[name]
    else if (text !== undefined && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text))
      row[name] = Number(text)
  }
  return row
}

function describeIssues({ issues }: z.core.$ZodError, row: unknown): string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return [`${show(row)} is no result; write {"item_ref_id": "…", "score": 0.9, "weight": 1}`]
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map(describeKey)
    const name = String(issue.path[0])
    const value = Object.getOwnPropertyDescriptor(row, name)?.value
    if (value === undefined || (value === '' && name !== 'item_ref_id')) return [`${name} is missing`]
    return [`${name} ${show(value)} ${wanted(name, issue.code)}`]
  })
}

function describeKey(key: string): string {
  const known = ['scene_ref_id', 'track_ref_id'].includes(key)
    ? 'results of scenes and tracks cannot be uploaded by this action'
    : 'the keys are item_ref_id, score and weight'
  return `${quote(key)} is no key of a result; ${known}`
}

function wanted(name: string, code: string): string {
  if (name === 'item_ref_id') return 'is no reference of an item: write it as text that is not empty'
  return code === 'invalid_type' ? 'is no number' : 'is not between 0 and 1'
}

function show(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  return typeof value === 'number' ? String(value) : clip(JSON.stringify(value))
}

function quote(text: string): string {
  return clip(JSON.stringify(text))
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

class Problems {
  readonly #file: string
  readonly #lines: string[] = []
  #first: number | undefined
  #rows = 0

  constructor(file: string) {
    this.#file = file
  }

  add(line: number, problems: readonly string[]): void {
    this.#rows++
    this.#first ??= line
    if (this.#lines.length < MOST_PROBLEMS)
      this.#lines.push(...problems.map((problem) => `- line ${line}: ${problem}`))
  }

  refuse(): void {
    if (this.#first === undefined) return
    const head = `${this.#file} has ${this.#rows} ${this.#rows === 1 ? 'row' : 'rows'} that cannot be used. Nothing was sent or changed.`
    const rest = this.#rows > MOST_PROBLEMS ? ['- and so on'] : []
    throw new FileError([head, ...this.#lines, ...rest].join('\n'), { file: this.#file, line: this.#first })
  }
}
