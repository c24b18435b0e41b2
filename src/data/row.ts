/** One row of a file of results, predictions or inferences. */
export interface Row {
  /** The line on which it begins; in a Parquet file, which has no lines, its number. Counted from 1. */
  line: number
  /**
   * The content: any JSON value; for CSV, an object with a text for each column; for Parquet, an object with a value
   * for each column; for a JSON object that is read by its entries, an object with one key.
   */
  value: unknown
}

/** Rows with the same columns, as CSV and Parquet have them. */
export interface Table {
  columns: readonly string[]
  /** Where the columns are named; undefined in Parquet. */
  headerLine: number | undefined
  batches: AsyncGenerator<Row[]>
}

/** The most characters that one row may have: a row is held in memory as a whole. */
export const LONGEST_ROW = 16 * 1024 * 1024

/**
 * Creates objects with these keys from cells in the same order. The objects inherit nothing, so that a column named
 * `__proto__` or `constructor` is a column like any other.
 */
export function rowFactory(columns: readonly string[]) {
  // Objects of Object.create(null) would be dictionaries, which are slow.
  function Cells() {}
  Cells.prototype = Object.create(null)
  const create = Cells as unknown as new () => Record<string, unknown>
  return (cells: readonly unknown[]): Record<string, unknown> => {
    const row = new create()
    for (const [index, name] of columns.entries()) row[name] = cells[index]
    return row
  }
}
