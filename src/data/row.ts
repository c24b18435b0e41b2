/** One row of a file of results, predictions or inferences. */
export interface Row {
  /** The line on which it begins, or its number in a Parquet file, which has no lines. Counted from 1. */
  line: number
  /**
   * The content: any JSON value. For CSV, an object with a text for each column; for Parquet, an object with a value
   * for each column; for an entry of a JSON object, an object with one key.
   */
  value: unknown
}

/** Rows with the same columns, as in CSV and Parquet. */
export interface Table {
  columns: readonly string[]
  /** The line that names the columns; undefined in Parquet. */
  headerLine: number | undefined
  batches: AsyncGenerator<Row[]>
}

/**
 * Matches the index of pandas, which has no name in CSV, "Unnamed: 0" once pandas has read and rewritten the file
 * ("Unnamed: 0.1" the second time), and "__index_level_0__" in Parquet.
 */
export function isUnnamed(column: string): boolean {
  return /^(Unnamed: \d+(\.\d+)*|__index_level_\d+__)?$/.test(column)
}

/** Maximum characters of a row, because each row is held in memory as a whole. */
export const MAX_ROW_LENGTH = 16 * 1024 * 1024

/**
 * Creates objects with these keys from cells in the same order. The objects inherit nothing, so that a column named
 * `__proto__` or `constructor` is a column like any other.
 */
export function rowFactory(columns: readonly string[]) {
  // Objects from Object.create(null) would be dictionaries, which are slow.
  function Cells() {}
  Cells.prototype = Object.create(null)
  const create = Cells as unknown as new () => Record<string, unknown>
  return (cells: readonly unknown[]): Record<string, unknown> => {
    const row = new create()
    for (const [index, name] of columns.entries()) row[name] = cells[index]
    return row
  }
}
