import { countRows } from '../../../data/parquet.js'

/** The kinds of uploads of metrics, those of samples first. */
export const metricsUploads = [
  'upload-test-sample-metrics',
  'upload-test-sample-thresholded-metrics',
  'upload-test-case-metrics',
  'upload-test-case-plots',
  'upload-test-suite-metrics',
] as const

export type UploadKind = (typeof metricsUploads)[number]

/** An accepted upload of metrics. */
export interface Upload {
  kind: UploadKind
  /** null for function evaluators, and for aggregates, whose rows name their test cases. */
  testCaseId: number | null
  /** The display name of the configuration that sample metrics belong to. */
  configuration: string | null
  /** Parquet files. */
  batches: readonly Buffer[]
}

/** Maximum bytes of all batches of a run. Those of 100,000 samples have about ten million. */
const MAX_BYTES = 128 * 1024 ** 2

/** Everything that an evaluator uploaded in one run. */
export class Uploads {
  readonly #most: number
  readonly accepted: Upload[] = []
  /** Whether batches were dropped because their total size was too large. */
  incomplete = false
  readonly #batches = new Map<string, { rows: number; files: Buffer[] }>()
  #bytes = 0

  /** @param keep whether to keep the batches, and not only their number of rows */
  constructor(keep = true) {
    this.#most = keep ? MAX_BYTES : 0
  }

  /** Throws `ParquetError` if a batch is not Parquet. */
  addBatch(uuid: string, file: Buffer): void {
    const rows = countRows(file)
    const { rows: before = 0, files = [] } = this.#batches.get(uuid) ?? {}
    this.#bytes += file.length
    if (this.#bytes > this.#most) this.incomplete = true
    else files.push(file)
    this.#batches.set(uuid, { rows: before + rows, files })
  }

  /** Returns the number of rows. */
  accept(kind: UploadKind, uuid: string, testCaseId: number | null, configuration: string | null): number {
    const { rows = 0, files = [] } = this.#batches.get(uuid) ?? {}
    this.accepted.push({ kind, testCaseId, configuration, batches: files })
    return rows
  }

  /** Returns the number of rows of inferences, which are not kept. */
  countOf(uuid: string): number {
    return this.#batches.get(uuid)?.rows ?? 0
  }
}
