/** Records what the platform has of a model on a test suite, with calls that leave no trace there. */
import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KeySet } from '../../../data/key-set.js'
import { canonicalJson, parsePythonJson } from '../../../data/python-json.js'
import { ActionError, messageOf } from '../../../runtime/errors.js'
import * as log from '../../../runtime/log.js'
import { keepHeapSmall } from '../../../util/small-heap.js'
import { LABELED_ROWS, type LabeledRow } from '../batched-load.js'
import type { KolenaSession } from '../client.js'
import { writeFrame } from '../frames.js'
import { loadModel, loadSuite } from '../subjects.js'
import { formatSuiteReference } from '../suite-reference.js'
import { type Batch, batchInFile, type SampleColumns, sampleColumns } from './batches.js'
import type { Recording, RecordingInput } from './recording.js'

type Calls = Pick<KolenaSession, 'findModel' | 'findTestSuite' | 'labeledSamples'>

/**
 * Records samples, metadata, ground truths and inferences into files of a directory, with one batch in memory at a
 * time. Test cases share the limit evenly, and pass on what they do not need. Throws if there are no inferences.
 */
export async function recordFixture(
  session: Calls,
  input: RecordingInput,
  directory: string,
): Promise<Recording> {
  keepHeapSmall()
  const model = await loadModel(session, input.workflow, input.model, input.inputs.model)
  const suite = await loadSuite(session, input.workflow, input.suite, input.inputs.suite)
  const recorder = new Recorder(mkdtempSync(join(directory, 'fixture-')), input)
  log.progress(() => `${recorder.count.toLocaleString('en')} samples`)
  for (const [index, testCase] of suite.test_cases.entries()) {
    const share = Math.ceil((input.limit - recorder.count) / (suite.test_cases.length - index))
    await recorder.addTestCase(() => session.labeledSamples(model.id, testCase.id), share)
  }
  const name = formatSuiteReference(suite)
  if (recorder.count === 0)
    throw new ActionError(
      `The model "${model.name}" has no inferences on the test suite "${name}", so there is nothing to record: upload them first, or check ${input.inputs.model} and ${input.inputs.suite}.`,
    )
  const { batches, distinct, count, available, approximate } = recorder
  return {
    test_cases: suite.test_cases.map(({ name }) => ({ name })),
    ...{ batches, distinct, count, available, approximate },
    source: `the inferences of "${model.name}" on version ${suite.version} of "${suite.name}"`,
  }
}

class Recorder {
  readonly batches: Batch[][] = []
  readonly distinct: Batch[] = []
  count = 0
  available = 0
  approximate = false
  readonly #directory: string
  readonly #metadata: boolean
  readonly #seen = new KeySet()
  #files = 0

  constructor(directory: string, { metadata }: Pick<RecordingInput, 'metadata'>) {
    this.#directory = directory
    this.#metadata = metadata
  }

  /** @param share maximum samples of this test case */
  async addTestCase(download: () => ReturnType<Calls['labeledSamples']>, share: number): Promise<void> {
    const batches: Batch[] = []
    this.batches.push(batches)
    let left = share
    for await (const { rows, left: following } of download()) {
      const samples = rows.flatMap((row, index) => this.#read(row, index) ?? [])
      this.available += samples.length
      const recorded = samples.slice(0, left)
      left -= recorded.length
      if (recorded.length > 0) await this.#add(batches, recorded)
      if (left > 0 || following === 0) continue
      // Every batch but the last is full.
      this.available += following * LABELED_ROWS
      this.approximate = true
      break
    }
  }

  async #add(batches: Batch[], samples: readonly LabeledSample[]): Promise<void> {
    this.count += samples.length
    const batch = await this.#write(samples)
    batches.push(batch)
    const first = samples.filter(({ test_sample }) => this.#seen.add(keyOf(test_sample)))
    if (first.length === samples.length) this.distinct.push(batch)
    else if (first.length > 0) this.distinct.push(await this.#write(first))
  }

  async #write(samples: readonly LabeledSample[]): Promise<Batch> {
    this.#files++
    const path = join(this.#directory, `${this.#files}.parquet`)
    const columns = sampleColumns.map((name) => [name, samples.map((sample) => sample[name])])
    await writeFile(path, await writeFrame(Object.fromEntries(columns) as SampleColumns), { mode: 0o600 })
    return batchInFile(path)
  }

  /** Keeps the text, because JSON.parse would lose digits and NaN. Leaves out a sample without an inference. */
  #read(row: LabeledRow, index: number): LabeledSample | undefined {
    if (row.inference === null) return undefined
    const cells = sampleColumns.map((name) => {
      const text = name === 'test_sample_metadata' && !this.#metadata ? '{}' : row[name]
      return [name, objectIn(text ?? (optional.has(name) ? '{}' : undefined), name, index)]
    })
    return Object.fromEntries(cells)
  }
}

type LabeledSample = Record<keyof SampleColumns, string>

/** The platform's client accepts samples without metadata, and without a ground truth. */
const optional: ReadonlySet<string> = new Set(['test_sample_metadata', 'ground_truth'])

/** Returns the text of an object. Throws if the platform sent something else. */
function objectIn(text: string | undefined, column: string, row: number): string {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new ActionError(
      `The platform sent a batch that cannot be recorded: row ${row + 1} of the column ${column} ${reason}.`,
      { cause },
    )
  }
  if (text === undefined) return refuse('is missing')
  try {
    const value = parsePythonJson(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return text
  } catch (error) {
    return refuse(`is not JSON (${messageOf(error)})`, error)
  }
  return refuse('is not an object')
}

function keyOf(sample: string): string {
  return canonicalJson(parsePythonJson(sample))
}
