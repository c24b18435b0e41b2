/** Creates batches of data in the platform's format: Parquet with JSON in string columns. */
import type { Sample } from './fixture.js'

type Columns = Record<string, (string | bigint)[]>

/** The samples alone, with ground truth and inference, or each with its test case. */
export function columnsOf(
  samples: readonly Sample[],
  parts: readonly ('ground_truth' | 'inference')[],
): Columns {
  const json = (value: unknown) => JSON.stringify(value)
  return {
    test_sample: samples.map(({ test_sample }) => json(test_sample)),
    test_sample_metadata: samples.map(({ metadata }) => json(metadata)),
    ...Object.fromEntries(parts.map((part) => [part, samples.map((sample) => json(sample[part]))])),
  }
}

export async function writeBatch(columns: Columns): Promise<Buffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = Object.entries(columns).map(([name, data]) => ({
    name,
    data,
    type: typeof data[0] === 'bigint' ? ('INT64' as const) : ('STRING' as const),
  }))
  return Buffer.from(parquetWriteBuffer({ columnData }))
}
