import { countRows } from '../../../data/parquet.js'

/** Where metrics go, of single samples first. */
export const metricsUploads = [
  'upload-test-sample-metrics',
  'upload-test-sample-thresholded-metrics',
  'upload-test-case-metrics',
  'upload-test-case-plots',
  'upload-test-suite-metrics',
] as const

export type UploadKind = (typeof metricsUploads)[number]

/** An upload of metrics that was accepted. */
export interface Upload {
  kind: UploadKind
  /** null for function evaluators, and for aggregates, whose rows name their test cases. */
  testCaseId: number | null
  /** Display name of the configuration that sample metrics are for. */
  configuration: string | null
  /** Parquet files. */
  batches: readonly Buffer[]
}

/** Bytes of all batches of a run; those of 100,000 samples have about ten million. */
const MOST_BYTES = 128 * 1024 ** 2

/** What an evaluator uploaded in one run, as it came. */
export class Uploads {
  readonly #most: number
  readonly accepted: Upload[] = []
  /** Whether batches were dropped because all together were too large. */
  incomplete = false
  readonly #batches = new Map<string, { rows: number; files: Buffer[] }>()
  #bytes = 0

  /** @param keep whether the batches are used, and not their numbers of rows alone */
  constructor(keep = true) {
    this.#most = keep ? MOST_BYTES : 0
  }

  /** Throws `ParquetError` for a batch that is not Parquet. */
  addBatch(uuid: string, file: Buffer): void {
    const rows = countRows(file)
    const { rows: before = 0, files = [] } = this.#batches.get(uuid) ?? {}
    this.#bytes += file.length
    if (this.#bytes > this.#most) this.incomplete = true
    else files.push(file)
    this.#batches.set(uuid, { rows: before + rows, files })
  }

  /** Gives the number of rows. */
  accept(kind: UploadKind, uuid: string, testCaseId: number | null, configuration: string | null): number {
    const { rows = 0, files = [] } = this.#batches.get(uuid) ?? {}
    this.accepted.push({ kind, testCaseId, configuration, batches: files })
    return rows
  }

  /** Rows of inferences, which are not kept. */
  countOf(uuid: string): number {
    return this.#batches.get(uuid)?.rows ?? 0
  }
}
