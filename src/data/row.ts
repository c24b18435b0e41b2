/** One row of a file of results or predictions. */
export interface Row {
  /** The line that it begins on, counted from 1. */
  line: number
  /**
   * What stands there: any JSON value; of CSV, an object without a prototype, with a text for each column; of a JSON
   * object that is read by its entries, an object with one key.
   */
  value: unknown
}

/** Characters that one row may have: rows are held whole, one at a time, and anything longer is no row. */
export const LONGEST_ROW = 16 * 1024 * 1024
