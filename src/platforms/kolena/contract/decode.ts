import { ExactNumber, type ExactObject, parseExact, TooManyValues } from '../../../data/exact-json.js'
import {
  leavesOf,
  MAX_PATH_CHARACTERS,
  MAX_SAMPLE_VALUES,
  type MetricGroup,
  type Plot,
  type RunMetrics,
  type SampleGroup,
} from '../../../data/metrics.js'
import { Budget, type Cell, ParquetError, readColumns } from '../../../data/parquet.js'
import { messageOf } from '../../../runtime/errors.js'
import type { Fixture } from './fixture.js'
import type { Upload, UploadKind, Uploads } from './uploads.js'

/** Maximum bytes that all frames of a run may take in memory. */
const MAX_MEMORY_BYTES = 256 * 1024 ** 2
/** Maximum values of test cases and the test suite together: a thousand test cases with a hundred metrics each. */
const MAX_VALUES = 100_000
/** Maximum values in a run's plots that JSON.parse cannot read because they contain NaN. */
const MAX_PLOT_VALUES = 500_000
/** Maximum rows of metrics of test cases and the test suite together: a thousand test cases with ten configurations. */
const MAX_ROWS = 10_000
const MAX_PLOTS = 10_000
/** Maximum problems that are shown. Others are only counted. */
const MAX_PROBLEMS = 3
/** Maximum problems before reading stops, because the frames are not in the expected format. */
const MAX_COUNTED_PROBLEMS = 1000
const DEPTH = 64

/** The metrics that an evaluator computed, and the parts that cannot be read. */
export interface Decoded {
  metrics: RunMetrics
  /** Sentences without a period, such as "test case metrics: row 3 is not JSON". */
  problems: string[]
  /** The reason why valid metrics are left out. */
  excess: string | undefined
}

const names: Record<UploadKind, string> = {
  'upload-test-sample-metrics': 'test sample metrics',
  'upload-test-sample-thresholded-metrics': 'thresholded test sample metrics',
  'upload-test-case-metrics': 'test case metrics',
  'upload-test-case-plots': 'test case plots',
  'upload-test-suite-metrics': 'test suite metrics',
}

const limits: Record<UploadKind, string> = {
  'upload-test-sample-metrics': `${MAX_SAMPLE_VALUES} metrics of one sample`,
  'upload-test-sample-thresholded-metrics': `${MAX_SAMPLE_VALUES} metrics of one sample`,
  'upload-test-case-metrics': `${MAX_VALUES} metrics of test cases and the test suite`,
  'upload-test-case-plots': `${MAX_PLOT_VALUES} values of plots with NaN`,
  'upload-test-suite-metrics': `${MAX_VALUES} metrics of test cases and the test suite`,
}

/** Reads the uploads of one run without trusting them. A part that cannot be read becomes a problem. */
export function decodeMetrics(uploads: Uploads, fixture: Fixture): Decoded {
  return new Decoder(fixture).decode(uploads)
}

class Decoder {
  readonly #fixture: Fixture
  readonly #budget = new Budget(MAX_MEMORY_BYTES)
  readonly #values = { left: MAX_VALUES }
  readonly #plotValues = { left: MAX_PLOT_VALUES }
  readonly #metrics: RunMetrics = { testCases: [], testSuite: [], plots: [], samples: [], sampleCount: 0 }
  readonly #samples = new Set<string>()
  /** By test case and configuration. */
  readonly #groups = new Map<string, SampleGroup>()
  readonly #paths = { characters: MAX_PATH_CHARACTERS }
  readonly #problems: string[] = []
  #further = 0
  #excess: string | undefined

  constructor(fixture: Fixture) {
    this.#fixture = fixture
  }

  decode(uploads: Uploads): Decoded {
    for (const upload of uploads.accepted)
      for (const file of upload.batches) this.#attempt(upload, () => this.#readFile(upload, file))
    if (uploads.incomplete) this.#excess = 'the evaluator uploaded more than 128 MiB of metrics'
    if (this.#further > 0) this.#problems.push(`and ${this.#further} more`)
    const metrics = { ...this.#metrics, sampleCount: this.#samples.size }
    return { metrics, problems: this.#problems, excess: this.#excess }
  }

  #readFile(upload: Upload, file: Buffer): void {
    const { kind } = upload
    if (kind === 'upload-test-sample-metrics' || kind === 'upload-test-sample-thresholded-metrics') {
      this.#readSamples(upload, file)
      return
    }
    const wanted = ['test_case_id', 'configuration_display_name', 'metrics']
    const { rows, columns } = readColumns(file, wanted, this.#budget)
    const [ids, configurations, metrics] = wanted.map((name) => columns.get(name))
    for (let row = 0; row < rows; row++)
      this.#attempt(upload, () => {
        const configuration = configurations?.[row] ?? null
        if (configuration !== null && typeof configuration !== 'string')
          throw new Problem('the column configuration_display_name does not hold text')
        const testCase = kind === 'upload-test-suite-metrics' ? null : this.#testCase(ids?.[row])
        const text = textIn('metrics', metrics?.[row])
        if (kind === 'upload-test-case-plots') this.#addPlot(testCase, configuration, text, row)
        else {
          const group: MetricGroup = { testCase, configuration, metrics: this.#parse(text, row) }
          if (this.#metrics.testCases.length + this.#metrics.testSuite.length >= MAX_ROWS)
            throw new TooManyValues(`${MAX_ROWS} rows of metrics of test cases and the test suite`)
          if (testCase) this.#metrics.testCases.push(group)
          else this.#metrics.testSuite.push(group)
        }
      })
  }

  #readSamples({ kind, testCaseId, configuration }: Upload, file: Buffer): void {
    const { rows, columns } = readColumns(file, ['test_sample', 'metrics'], this.#budget)
    const thresholded = kind === 'upload-test-sample-thresholded-metrics'
    const group = this.#sampleGroup(testCaseId, configuration)
    for (let row = 0; row < rows; row++)
      this.#attempt({ kind }, () => {
        const metrics = textIn('metrics', columns.get('metrics')?.[row])
        const sample = this.#sampleKey(textIn('test_sample', columns.get('test_sample')?.[row]), row)
        const values = loosely(metrics, row, { left: MAX_SAMPLE_VALUES })
        countDown(values, { left: MAX_SAMPLE_VALUES })
        if (typeof values !== 'object' || values === null || Array.isArray(values))
          throw new Problem(`row ${row + 1} of metrics is not an object`)
        this.#samples.add(sample)
        group.keys.push(thresholded ? `${sample}\0${thresholdOf(values)}` : sample)
        group.metrics.push(metrics)
      })
  }

  /** Batches of one upload belong together, and so do plain and thresholded metrics. */
  #sampleGroup(testCaseId: number | null, configuration: string | null): SampleGroup {
    const testCase = testCaseId === null ? null : this.#testCase(testCaseId)
    const id = JSON.stringify([testCase?.index, configuration])
    const same = this.#groups.get(id)
    if (same) return same
    if (this.#groups.size >= MAX_ROWS) throw new TooManyValues(`${MAX_ROWS} groups of test sample metrics`)
    const group = { testCase, configuration, keys: [], metrics: [] }
    this.#groups.set(id, group)
    this.#metrics.samples.push(group)
    return group
  }

  #sampleKey(text: string, row: number): string {
    const value = loosely(text, row, { left: MAX_SAMPLE_VALUES })
    if (typeof value !== 'object' || value === null)
      throw new Problem(`row ${row + 1} of test_sample is not an object`)
    return canonical(value)
  }

  #addPlot(testCase: Plot['testCase'], configuration: string | null, content: string, row: number): void {
    if (this.#metrics.plots.length >= MAX_PLOTS) throw new TooManyValues(`${MAX_PLOTS} plots`)
    const plot = loosely(content, row, this.#plotValues)
    const title = typeof plot === 'object' && plot !== null && 'title' in plot ? plot.title : undefined
    this.#metrics.plots.push({
      testCase,
      configuration,
      title: typeof title === 'string' ? title : 'plot',
      content,
    })
  }

  #testCase(id: Cell | undefined): NonNullable<MetricGroup['testCase']> {
    if (id === undefined) throw new Problem('the column test_case_id is missing')
    if (typeof id !== 'number') throw new Problem('the column test_case_id does not hold numbers')
    const testCase = this.#fixture.test_cases[id - 1]
    if (!testCase) throw new Problem(`test_case_id ${id} is not one of the test suite`)
    return { index: id - 1, name: testCase.name }
  }

  #parse(text: string, row: number): ExactObject {
    try {
      const value = parseExact(text, { depth: DEPTH, values: this.#values })
      // The path of a metric repeats the names of what contains it, so short texts may have very long paths.
      leavesOf(value, this.#paths)
      if (value instanceof Map) return value
    } catch (error) {
      if (error instanceof TooManyValues) throw error
      throw new Problem(`row ${row + 1} of metrics: ${messageOf(error)}`)
    }
    throw new Problem(`row ${row + 1} of metrics is not an object`)
  }

  #attempt({ kind }: Pick<Upload, 'kind'>, work: () => void): void {
    if (this.#excess !== undefined || this.#further >= MAX_COUNTED_PROBLEMS) return
    try {
      work()
    } catch (error) {
      if (error instanceof TooManyValues)
        this.#excess = `the evaluator uploaded more than ${error.message || limits[kind]}`
      else if (error instanceof Problem || error instanceof ParquetError || error instanceof RangeError)
        this.#note(`${names[kind]}: ${error.message}`)
      else throw error
    }
  }

  #note(problem: string): void {
    if (this.#problems.includes(problem) || this.#problems.length === MAX_PROBLEMS) this.#further++
    else this.#problems.push(problem)
  }
}

class Problem extends Error {}

function textIn(column: string, cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell
  throw new Problem(
    cell === undefined ? `the column ${column} is missing` : `the column ${column} does not hold text`,
  )
}

/** Reads a value with JSON.parse, which is fast; otherwise reads Python's NaN and infinities as text. */
function loosely(text: string, row: number, values: { left: number }): unknown {
  try {
    return JSON.parse(text)
  } catch {
    try {
      return plain(parseExact(text, { depth: DEPTH, values }))
    } catch (error) {
      if (error instanceof TooManyValues) throw error
      throw new Problem(`row ${row + 1}: ${messageOf(error)}`)
    }
  }
}

/** Counts values at any depth. Throws `TooManyValues` if none are left. */
function countDown(value: unknown, values: { left: number }): void {
  const pending = [value]
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (--values.left < 0) throw new TooManyValues()
    if (typeof one === 'object' && one !== null) for (const item of Object.values(one)) pending.push(item)
  }
}

function plain(value: unknown): unknown {
  if (value instanceof ExactNumber) return Number.isFinite(value.value) ? value.value : value.text
  if (Array.isArray(value)) return value.map(plain)
  return value instanceof Map
    ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]))
    : value
}

/** Writes JSON with sorted keys and without nulls: different client versions write the same sample differently. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== null)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

function thresholdOf(values: object): string {
  const { name, threshold } = values as { name?: unknown; threshold?: unknown }
  return `${name} at ${threshold}`
}
