/** Data frames as the platform exchanges them: Parquet files with columns of JSON text. */

/** Values by column. All columns have the same length. Bytes are text in UTF-8; integers are for ids. */
export type Frame = Readonly<Record<string, readonly (string | Uint8Array | bigint)[]>>

export async function writeFrame(frame: Frame): Promise<Buffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = Object.entries(frame).map(([name, data]) => ({
    name,
    // The writer encodes each text into a buffer of its own, which takes longer.
    data: data.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
    type: typeof data[0] === 'bigint' ? ('INT64' as const) : ('STRING' as const),
  }))
  return Buffer.from(parquetWriteBuffer({ columnData, statistics: false }))
}

/**
 * Reads those of the requested columns that the file has, row by row. Column names ignore case, as in the vendor's
 * client. An empty cell is null.
 */
export async function readFrame<Name extends string>(
  bytes: Buffer,
  wanted: readonly Name[],
): Promise<Partial<Record<Name, string | null>>[]> {
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet')
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  const metadata = parquetMetadata(file)
  const names = metadata.schema.slice(1).map(({ name }) => name)
  const columns = names.filter((name) => wanted.includes(name.toLowerCase() as Name))
  const rows = await parquetReadObjects({ file, metadata, columns })
  const keys = columns.map((name) => [name, name.toLowerCase() as Name] as const)
  return rows.map((row) => {
    const texts: Partial<Record<Name, string | null>> = {}
    for (const [name, key] of keys) texts[key] = asText(row[name])
    return texts
  })
}

/** A column that is marked as JSON arrives parsed. */
function asText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
