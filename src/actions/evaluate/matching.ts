import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KeySet } from '../../data/key-set.js'
import { canonicalJson, parsePythonJson } from '../../data/python-json.js'
import type { SampleRow } from '../../platforms/kolena/batched-load.js'
import { writeFrame } from '../../platforms/kolena/frames.js'
import type { JsonMapping } from '../../runtime/mapping.js'
import type { Inferences } from './inference-file.js'
import { describeKey, identifyingFields, keyOf } from './sample-key.js'

/** Most rows of an uploaded batch, and the bytes with which it is full. */
const BATCH_ROWS = 10_000
const BATCH_BYTES = 8 * 1024 * 1024
/** How many test samples are kept for messages. */
const SHOWN = 20

type Rows = AsyncIterable<readonly SampleRow[]>

/** The test samples of one model on one test suite. Each call downloads them. */
export interface SampleSource {
  /** Returns those without an inference, or all if there is `having`, which returns those to leave out. */
  lacking(): Rows
  having?(): Rows
  all(): Rows
}

/** How the test samples of one evaluation match the inferences of the file. */
export interface Match {
  /** Files with the batches to upload, and how many inferences they contain. */
  batches: readonly string[]
  count: number
  /** How many test samples have an inference neither on the platform nor in the file. */
  missing: number
  firstMissing: readonly string[]
}

/** Joins the inferences of a file with test samples, one evaluation after the other. */
export class Matching {
  readonly #directory: string
  readonly #inferences: Inferences | undefined
  /** Test samples for which an earlier evaluation uploads an inference. */
  readonly #claimed = new KeySet()
  readonly #several: boolean
  #files = 0
  /** How many test samples were read so far. */
  samplesRead = 0
  /** The fields of the platform's test samples. Empty until one was read. */
  sampleFields: readonly string[] = []

  /** @param several whether there are several evaluations, whose test samples may be the same */
  constructor(directory: string, inferences: Inferences | undefined, several: boolean) {
    this.#directory = mkdtempSync(join(directory, 'batches-'))
    this.#inferences = inferences
    this.#several = several
  }

  /** @param reset whether inferences that are on the platform are replaced */
  async match(source: SampleSource, reset: boolean): Promise<Match> {
    const having = source.having && (await this.#collect(source.having()))
    const missing: string[] = []
    const writer = new BatchWriter((batch) => this.#write(batch))
    let missingCount = 0
    for await (const rows of source.lacking()) {
      for (const { text, sample } of this.#samples(rows)) {
        // With `having`, a test sample that is in several test cases comes several times.
        if (having && !having.add(canonicalJson(sample))) continue
        const index = this.#find(sample)
        if (index !== undefined) {
          if (!reset && this.#add(writer, text, sample, index)) await writer.flush()
        } else {
          missingCount++
          if (missing.length < SHOWN) missing.push(nameOf(sample))
        }
      }
    }
    if (reset) await this.#matchAll(source, writer)
    await writer.flush()
    return { batches: writer.written, count: writer.count, missing: missingCount, firstMissing: missing }
  }

  /** Marks the inferences that belong to any test sample, even one that needs none. */
  async markKnown(source: SampleSource): Promise<void> {
    for await (const rows of source.all()) for (const { sample } of this.#samples(rows)) this.#find(sample)
  }

  async #matchAll(source: SampleSource, writer: BatchWriter): Promise<void> {
    const seen = source.having && new KeySet()
    for await (const rows of source.all()) {
      for (const { text, sample } of this.#samples(rows)) {
        if (seen && !seen.add(canonicalJson(sample))) continue
        const index = this.#find(sample)
        if (index !== undefined && this.#add(writer, text, sample, index)) await writer.flush()
      }
    }
  }

  /** Adds an inference, and returns whether the batch is full. To await each one would take longer than to add it. */
  #add(writer: BatchWriter, text: string, sample: JsonMapping, index: number): boolean {
    if (!this.#inferences || (this.#several && !this.#claimed.add(canonicalJson(sample)))) return false
    return writer.add(Buffer.from(text), this.#inferences.store.inferenceAt(index))
  }

  #find(sample: JsonMapping): number | undefined {
    return this.#inferences?.store.match(keyOf(sample, this.#inferences.fields))
  }

  *#samples(rows: readonly SampleRow[]): Generator<{ text: string; sample: JsonMapping }> {
    for (const { test_sample: text } of rows) {
      if (!text) continue
      const sample = parsePythonJson(text) as JsonMapping
      this.samplesRead++
      if (this.sampleFields.length === 0) this.sampleFields = identifyingFields(sample)
      yield { text, sample }
    }
  }

  async #collect(rows: Rows): Promise<KeySet> {
    const set = new KeySet()
    for await (const batch of rows)
      for (const { sample } of this.#samples(batch)) set.add(canonicalJson(sample))
    return set
  }

  async #write(batch: Batch): Promise<string> {
    const path = join(this.#directory, `${++this.#files}.parquet`)
    writeFileSync(path, await writeFrame(batch), { mode: 0o600 })
    return path
  }
}

interface Batch extends Record<string, Buffer[]> {
  test_sample: Buffer[]
  inference: Buffer[]
}

/** Collects rows in batches of a bounded size. */
class BatchWriter {
  readonly #write: (batch: Batch) => Promise<string>
  readonly written: string[] = []
  #batch: Batch = { test_sample: [], inference: [] }
  #bytes = 0
  count = 0

  constructor(write: (batch: Batch) => Promise<string>) {
    this.#write = write
  }

  /** Adds a row. Returns whether the batch is full: `flush` has to write it before the next row. */
  add(sample: Buffer, inference: Buffer): boolean {
    this.#batch.test_sample.push(sample)
    this.#batch.inference.push(inference)
    this.#bytes += sample.length + inference.length
    this.count++
    return this.#batch.test_sample.length === BATCH_ROWS || this.#bytes >= BATCH_BYTES
  }

  async flush(): Promise<void> {
    if (this.#batch.test_sample.length === 0) return
    this.written.push(await this.#write(this.#batch))
    this.#batch = { test_sample: [], inference: [] }
    this.#bytes = 0
  }
}

/** Returns the name of a test sample for messages: its locator, or else the fields that identify it. */
function nameOf(sample: JsonMapping): string {
  const fields = typeof sample.locator === 'string' ? ['locator'] : identifyingFields(sample)
  return describeKey(keyOf(sample, fields), fields)
}
