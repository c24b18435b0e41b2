import { readFile } from 'node:fs/promises'
import { readFrame, writeFrame } from '../frames.js'

/** The columns that an evaluator gets for each sample, as JSON text. */
export const sampleColumns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'] as const
export type SampleColumns = Record<(typeof sampleColumns)[number], string[]>

/** A part of the samples, in the platform's format: Parquet with JSON in text columns. */
export interface Batch {
  columns(): Promise<SampleColumns>
  /** Returns all columns. */
  labeled(): Promise<Buffer>
  /** Returns the samples without labels, and with the number of their test case if there is one. */
  unlabeled(testCaseId?: number): Promise<Buffer>
}

/** Returns a batch in memory, whose files are created on first use. */
export function batchOf(columns: SampleColumns): Batch {
  const files = new Map<unknown, Promise<Buffer>>()
  const once = (key: unknown, create: () => Promise<Buffer>) => {
    const file = files.get(key) ?? create()
    files.set(key, file)
    return file
  }
  return {
    columns: async () => columns,
    labeled: () => once('labeled', () => writeFrame(columns)),
    unlabeled: (testCaseId) => once(testCaseId, () => withoutLabels(columns, testCaseId)),
  }
}

/** Returns a batch that is stored in a file with all columns. */
export function batchInFile(path: string): Batch {
  const columns = async () => {
    const rows = await readFrame(await readFile(path), sampleColumns)
    const cells = sampleColumns.map((name) => [name, rows.map((row) => row[name] ?? '{}')])
    return Object.fromEntries(cells) as SampleColumns
  }
  return {
    columns,
    labeled: () => readFile(path),
    unlabeled: async (testCaseId) => await withoutLabels(await columns(), testCaseId),
  }
}

async function withoutLabels(
  { test_sample, test_sample_metadata }: SampleColumns,
  testCaseId: number | undefined,
): Promise<Buffer> {
  const samples = { test_sample, test_sample_metadata }
  if (testCaseId === undefined) return await writeFrame(samples)
  return await writeFrame({ test_case_id: test_sample.map(() => BigInt(testCaseId)), ...samples })
}
