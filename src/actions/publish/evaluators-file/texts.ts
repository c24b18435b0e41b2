import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { Shape } from '../../../runtime/fields.js'

/**
 * A value of the evaluators file as the text that a workflow would give the input: YAML's lists and mappings become
 * lines. Throws an error that says what to write when the input takes no such value.
 */
export function textOf(node: Node | null, shape: Shape): string {
  if (node === null) return ''
  if (isScalar(node)) return scalarText(node)
  if (isSeq(node)) {
    if (shape !== 'list' && shape !== 'pairs') throw new Error(`is a list; write ${wanted[shape]}`)
    return lines(node.items.map((item) => scalarText(item)))
  }
  if (!isMap(node)) throw new Error('is of a type that is not taken; write it as text in quotes')
  if (shape !== 'pairs') throw new Error(`is a mapping; write ${wanted[shape]}`)
  return lines(node.items.map(pairText))
}

const wanted: Record<Shape, string> = {
  text: 'one value',
  boolean: 'true or false',
  number: 'a number',
  list: 'a list, or one value a line',
  pairs: 'a mapping',
}

/** Numbers as they are written: the tag 1.10 is not 1.1. */
function scalarText(item: unknown): string {
  if (!isScalar(item)) throw new Error('has a list or a mapping within; write each of its items as one value')
  const { value, source } = item as Scalar
  if (value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'number' && typeof value !== 'boolean')
    throw new Error('is of a type that is not taken; write it as text in quotes')
  return source ?? String(value)
}

function pairText({ key, value }: YAMLMap['items'][number] | Pair): string {
  const name = scalarText(key)
  if (name === '' || name.includes('='))
    throw new Error(`has the key "${name}"; a name has one character at least, and no "="`)
  return `${name}=${value === null ? '' : scalarText(value)}`
}

/** One item a line, in quotes where it would be read as more than one, or as another. */
function lines(items: readonly string[]): string {
  return items.map((item) => (/[",\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('\n')
}
