import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { Shape } from '../../../runtime/fields.js'

/**
 * Returns a value of the evaluators file as the text that a workflow would write: lists and mappings become lines.
 * Throws an error that says what to write if the input does not accept such a value.
 */
export function textOf(node: Node | null, shape: Shape): string {
  if (node === null) return ''
  if (isScalar(node)) return scalarText(node)
  if (isSeq(node)) {
    if (shape !== 'list' && shape !== 'pairs') throw new Error(`is a list; write ${wanted[shape]}`)
    return lines(node.items.map((item) => scalarText(item)))
  }
  if (!isMap(node)) throw new Error('has an unsupported type; write it as text in quotes')
  if (shape !== 'pairs') throw new Error(`is a mapping; write ${wanted[shape]}`)
  return lines(node.items.map(pairText))
}

const wanted: Record<Shape, string> = {
  text: 'one value',
  boolean: 'true or false',
  number: 'a number',
  list: 'a list, or one value per line',
  pairs: 'a mapping',
}

/** Returns a value as text, with numbers as they are written: the tag 1.10 is not 1.1. */
function scalarText(item: unknown): string {
  if (!isScalar(item)) throw new Error('contains a list or a mapping; write each item as one value')
  const { value, source } = item as Scalar
  if (value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'number' && typeof value !== 'boolean')
    throw new Error('has an unsupported type; write it as text in quotes')
  return source ?? String(value)
}

function pairText({ key, value }: YAMLMap['items'][number] | Pair): string {
  const name = scalarText(key)
  if (name === '' || name.includes('='))
    throw new Error(`has the key "${name}"; a name has at least one character and no "="`)
  return `${name}=${value === null ? '' : scalarText(value)}`
}

/** Returns one item per line, quoted where it would otherwise be read as several items or as a different one. */
function lines(items: readonly string[]): string {
  return items.map((item) => (/[",\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('\n')
}
