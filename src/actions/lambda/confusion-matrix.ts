import { isDeepStrictEqual } from 'node:util'
import { labelKey } from '../../data/labels.js'

/** `counts[actual][predicted]` is how often a class was predicted for a true class. Both follow the order of `labels`. */
export interface ConfusionMatrix {
  labels: string[]
  counts: number[][]
}

/** A table with more classes is probably no confusion matrix, and would make the summary unreadable. */
const MAX_CLASSES = 50

/**
 * Returns the confusion matrix in a Markdown file. It may be a table with pipes or a grid (`+---+`, which pandas writes
 * with `tablefmt="grid"`). The header names the predicted classes, and the first column names the true classes, or the
 * other way round if all labels say so. A class that only one of them names was never predicted or never true. Labels
 * with the same meaning, such as `0` and `0.0`, are the same class. Sums of rows and columns (pandas' `margins=True`) are
 * left out.
 *
 * @throws Error that says what is wrong in the text
 */
export function parseConfusionMatrix(text: string): ConfusionMatrix {
  const tables = tablesIn(text).filter(({ length }) => length > 1)
  if (tables.length === 0)
    throw new Error(
      'it contains no table; pandas writes one with pd.crosstab(actual, predicted).to_markdown(tablefmt="grid")',
    )
  const parsed = tables.map((table) => attempt(() => readMatrix(table)))
  const matrices = parsed.flatMap((matrix) => (matrix instanceof Error ? [] : matrix))
  // A table of metrics has their names in its rows and not in its header, so it is not square.
  const [matrix, ...others] = matrices.filter(({ isSquare }) => isSquare)
  if (matrix) {
    const { labels, counts } = matrix
    if (others.some((other) => !isDeepStrictEqual(other, matrix)))
      throw new Error(`it contains ${others.length + 1} confusion matrices: write only the one that counts`)
    return { labels, counts }
  }
  const [only] = matrices
  // One class that was always taken for one other.
  if (only && tables.length === 1 && only.counts.length === 2)
    return { labels: only.labels, counts: only.counts }
  const reasons = parsed.map((problem, index) => {
    const reason =
      problem instanceof Error
        ? problem.message
        : `rows and columns have no class in common, only ${problem.labels.map((label) => `"${label}"`).join(', ')}`
    return tables.length === 1 ? reason : `${reason} (table ${index + 1})`
  })
  throw new Error(reasons.join('; '))
}

/** Returns the number of samples. */
export function total({ counts }: ConfusionMatrix): number {
  return sum(counts.flat())
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

/** Returns the cells of all tables by row, without the lines of grids and below headers. */
function tablesIn(text: string): string[][][] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => asciiTable(line.trim()))
  const tables: string[][][] = [[]]
  for (const line of lines) {
    const isRule = /^[|+:=\s-]*[=+-][|+:=\s-]*$/.test(line)
    if (isRule) continue
    if (line.includes('|')) tables.at(-1)?.push(cellsOf(line))
    else tables.push([])
  }
  return tables.filter(({ length }) => length > 0)
}

/** Replaces box-drawing characters (pandas' `tablefmt="fancy_grid"`) with those of a plain grid. */
function asciiTable(line: string): string {
  return line.replaceAll(/[│┃║]/g, '|').replaceAll(/[\u2500-\u257f]/g, '+')
}

function cellsOf(line: string): string[] {
  return line
    .replaceAll(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replaceAll('\\|', '|')))
}

/** Removes the emphasis from a cell: `**0**`, `__0__`, `*0*`, `` `0` ``, `<b>0</b>`. */
function plain(cell: string): string {
  const text = cell.replaceAll(/<\/?(b|strong|i|em|code)>/gi, '').trim()
  const [, , inner] = /^(\*\*\*|\*\*|\*|__|_|`)(.+)\1$/.exec(text) ?? []
  return inner === undefined ? text : plain(inner)
}

interface Axis {
  labels: string[]
  /** Positions of the rows or columns in the table. */
  positions: number[]
}

function readMatrix(table: string[][]): ConfusionMatrix & { isSquare: boolean } {
  const [[corner = '', ...columns] = [], ...rows] = table
  for (const [label = '', ...cells] of rows)
    if (cells.length !== columns.length)
      throw new Error(`the row "${label}" has ${cells.length} counts for ${columns.length} columns`)
  const names = rows.map(([label = '']) => label)
  if (isTransposed(corner, names, columns)) return readMatrix(transpose(table))
  const counts = rows.map(([, ...cells]) => cells.map(readCount))
  const actual = axis(names, 'rows', (row, others) => isSum(counts, row, others))
  const byColumn = transpose(counts)
  const predicted = axis(columns, 'columns', (column, others) => isSum(byColumn, column, others))
  refuseUnnamedMargins(actual, predicted, counts)
  refuseOtherCase(actual.labels, predicted.labels)

  const keys = new Map(
    [...actual.labels, ...predicted.labels].reverse().map((label) => [labelKey(label), label]),
  )
  const labels = [...keys.values()].sort(byNumber)
  if (labels.length > MAX_CLASSES)
    throw new Error(`it has ${labels.length} classes; at most ${MAX_CLASSES} are read`)
  const position = ({ labels, positions }: Axis, label: string) =>
    positions[labels.findIndex((other) => labelKey(other) === labelKey(label))] ?? -1
  const matrix = labels.map((row) => {
    const cells = counts[position(actual, row)]
    return labels.map((column) => cells?.[position(predicted, column)] ?? 0)
  })
  if (sum(matrix.flat()) === 0) throw new Error('all of its counts are 0')
  const isSquare = labels.length < actual.labels.length + predicted.labels.length
  return { labels, counts: matrix, isSquare }
}

/** Names for sums in pandas and spreadsheets. */
const MARGIN = /^(all|(grand |row |column )?(total|sum)s?)$/i

/** Returns the classes of the rows or columns, without a margin, which has such a name and is the sum of the others. */
function axis(names: string[], what: string, isMargin: (index: number, others: number[]) => boolean): Axis {
  const all = [...names.keys()]
  const positions = all.filter((index) => {
    const name = names[index] ?? ''
    if (!MARGIN.test(name)) return true
    const others = all.filter((other) => other !== index)
    if (isMargin(index, others)) return false
    throw new Error(
      `"${name}" among its ${what} looks like a sum of the others and is not; give a class of that name another one`,
    )
  })
  const labels = withoutPrefix(positions.map((index) => labelOf(names[index] ?? '')))
  const twice = labels.find(
    (label, index) => labels.findIndex((other) => labelKey(other) === labelKey(label)) !== index,
  )
  if (twice !== undefined) throw new Error(`two of its ${what} are named "${twice}"`)
  return { labels, positions }
}

function isSum(rows: number[][], at: number, others: number[]): boolean {
  return (
    others.length > 0 &&
    (rows[at] ?? []).every((count, column) => count === sum(others.map((row) => rows[row]?.[column] ?? 0)))
  )
}

/** Refuses sums with another name. With two classes it cannot tell, because one may equal the other by chance. */
function refuseUnnamedMargins(actual: Axis, predicted: Axis, counts: number[][]): void {
  const byColumn = transpose(counts)
  const isRowSum = isLastSum(actual, counts)
  const isColumnSum = isLastSum(predicted, byColumn)
  const [row = '', column = ''] = [actual.labels.at(-1), predicted.labels.at(-1)]
  const has = ({ labels }: Axis, name: string) => labels.some((label) => labelKey(label) === labelKey(name))
  // A class of both axes is a margin only when both are sums.
  const areBoth = isRowSum && isColumnSum && labelKey(row) === labelKey(column)
  if (areBoth || (isRowSum && !has(predicted, row))) throw unnamedMargin(row)
  if (isColumnSum && !has(actual, column)) throw unnamedMargin(column)
}

/** Reports whether the last of at least three rows is the sum of the others, and not by chance. */
function isLastSum({ positions }: Axis, rows: number[][]): boolean {
  const last = positions.at(-1) ?? -1
  const filled = rows[last]?.filter((count) => count > 0) ?? []
  return positions.length > 2 && filled.length > 1 && isSum(rows, last, positions.slice(0, -1))
}

function unnamedMargin(name: string): Error {
  return new Error(`"${name}" is the sum of the other classes: leave it out, or name it "All"`)
}

/** Refuses a class that rows and columns write in different cases, because it would count as two. */
function refuseOtherCase(actual: readonly string[], predicted: readonly string[]): void {
  const only = (labels: readonly string[], others: readonly string[]) =>
    labels.filter((label) => !others.some((other) => labelKey(other) === labelKey(label)))
  for (const row of only(actual, predicted)) {
    const column = only(predicted, actual).find((label) => label.toLowerCase() === row.toLowerCase())
    if (column !== undefined)
      throw new Error(`the rows have "${row}" and the columns "${column}": write one name for a class`)
  }
}

function transpose<T>(rows: readonly T[][]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as T))
}

const ofActual = /^(actual|true|real)(?: class| label)?[\s:_=-]+(?=\S)/i
const ofPredicted = /^(predicted|pred)(?: class| label)?[\s:_=-]+(?=\S)/i

/**
 * Reports whether all labels say that the rows are the predicted classes, or the columns the true ones. Throws if only
 * the first cell says so: it may name the rows or the columns.
 */
function isTransposed(corner: string, rows: readonly string[], columns: readonly string[]): boolean {
  const say = (labels: readonly string[], prefix: RegExp) =>
    labels.every((label) => MARGIN.test(label) || prefix.test(label)) &&
    labels.some((label) => prefix.test(label))
  if (say(rows, ofPredicted) || say(columns, ofActual)) return true
  const predicted = corner.search(/pred|y_?hat|ŷ/i)
  const actual = corner.search(/actual|true|truth|target|label/i)
  const isActualFirst = actual > -1 && actual < predicted
  if (predicted === -1 || isActualFirst || say(rows, ofActual) || say(columns, ofPredicted)) return false
  throw new Error(
    `its first cell is "${corner}", as if its rows were the predicted classes: write the true classes into the rows, and "actual" into that cell (pandas: pd.crosstab(actual, predicted))`,
  )
}

/** Removes the first word from labels such as "actual 0" and "actual 1" if all have it. */
function withoutPrefix(labels: string[]): string[] {
  const prefix = [ofActual, ofPredicted].find((each) => labels.every((label) => each.test(label)))
  return prefix ? labels.map((label) => labelOf(label.replace(prefix, ''))) : labels
}

/** Removes the decimals that pandas adds to whole numbers. */
function labelOf(cell: string): string {
  return /^[-+]?\d/.test(cell) ? labelKey(cell) : cell
}

function readCount(cell: string): number {
  const digits = labelOf(
    /^\d{1,3}([, \u00a0\u202f]\d{3})+$/.test(cell) ? cell.replaceAll(/[, \u00a0\u202f]/g, '') : cell,
  )
  if (/^\d{1,15}$/.test(digits)) return Number(digits)
  const advice = /^[01]?\.\d+$/.test(digits) ? ', not shares: leave out normalize' : ''
  throw new Error(`"${cell}" is not a count; a confusion matrix has whole numbers from 0 on${advice}`)
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1)
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
