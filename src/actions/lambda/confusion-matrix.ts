/** How often each class was predicted for each class that is true: `counts[actual][predicted]`, both in order of `labels`. */
export interface ConfusionMatrix {
  labels: string[]
  counts: number[][]
}

/** A summary has to stay readable, and a file with more is hardly a confusion matrix. */
const MOST_CLASSES = 50

/**
 * Reads the first table of a Markdown file as a confusion matrix: a grid (`+---+`, as pandas writes it with
 * `tablefmt="grid"`) or a pipe table. The header names the predicted classes, the first column the true ones; a class
 * that only one of the two has was never predicted, or never true. `0`, `0.0` and `0.00` are the same class.
 *
 * @throws Error with what is wrong in the text
 */
export function parseConfusionMatrix(text: string): ConfusionMatrix {
  const [header, ...rows] = firstTable(text)
  if (!header || rows.length === 0) throw new Error('there is no table in it')
  const predicted = distinct(header.slice(1).map(labelOf), 'columns')
  const actual = distinct(
    rows.map(([label = '']) => labelOf(label)),
    'rows',
  )
  const cells = new Map(
    rows.flatMap(([label = '', ...counts]) => {
      if (counts.length !== predicted.length)
        throw new Error(`the row "${label}" has ${counts.length} counts for ${predicted.length} columns`)
      return counts.map((count, column) => [keyOf(labelOf(label), predicted[column] ?? ''), readCount(count)])
    }),
  )
  const labels = [...new Set([...actual, ...predicted])].sort(byNumber)
  if (labels.length > MOST_CLASSES)
    throw new Error(`it has ${labels.length} classes; at most ${MOST_CLASSES} are read`)
  const counts = labels.map((row) => labels.map((column) => cells.get(keyOf(row, column)) ?? 0))
  if (total({ labels, counts }) === 0) throw new Error('all of its counts are 0')
  return { labels, counts }
}

/** How many samples the matrix counts. */
export function total({ counts }: ConfusionMatrix): number {
  return sum(counts.flat())
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

/** Rows of cells; the lines of a grid and the rule below a pipe table's header are left out. */
function firstTable(text: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  const start = lines.findIndex((line) => line.startsWith('|'))
  const rest = start === -1 ? [] : lines.slice(start)
  const end = rest.findIndex((line) => !/^[|+]/.test(line))
  return (end === -1 ? rest : rest.slice(0, end))
    .filter((line) => line.startsWith('|') && !/^[|:\s-]+$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
}

function labelOf(cell: string): string {
  return /^-?\d+\.0*$/.test(cell) ? cell.slice(0, cell.indexOf('.')) : cell
}

function readCount(cell: string): number {
  const digits = labelOf(cell)
  if (/^\d{1,15}$/.test(digits)) return Number(digits)
  throw new Error(`"${cell}" is no count; a confusion matrix has whole numbers from 0 on`)
}

function distinct(labels: string[], what: string): string[] {
  const twice = labels.find((label, index) => labels.indexOf(label) !== index)
  if (twice !== undefined) throw new Error(`two of its ${what} are named "${twice}"`)
  return labels
}

function keyOf(row: string, column: string): string {
  return JSON.stringify([row, column])
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1)
}
