/** Describes what is wrong in a fixture file, in the words of the file: `test case "a", sample 1: ground_truth is missing`. */
import type { z } from 'zod/mini'
import { quote } from '../../../data/problems.js'
import { hint, nearest } from '../../../runtime/hint.js'

/** Maximum problems that a message lists. Others are only counted. */
const MAX_PROBLEMS = 10

/** The names of the items in the lists of a fixture. */
const nouns: Readonly<Record<string, string>> = {
  test_cases: 'test case',
  samples: 'sample',
  expected: 'expected metrics',
}

/** The keys of the objects in a fixture, by the list that contains them. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  '': ['test_cases'],
  test_cases: ['name', 'samples', 'expected'],
  samples: ['test_sample', 'metadata', 'ground_truth', 'inference'],
  expected: ['configuration', 'metrics'],
}

const wholeForm =
  'write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}'

/** The words for the types that a fixture needs. */
const types: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'text',
}

type Path = readonly PropertyKey[]

/** A problem, and the item of the file that has it. */
interface Problem {
  place: string
  text: string
}

/**
 * Returns one line per problem. The same problem in many items is one line, which names the first of them.
 * @param issues what the schema found
 */
export function describeProblems(content: unknown, issues: readonly z.core.$ZodIssue[]): string[] {
  const problems = [...issues.map((issue) => describe(issue, content)), ...misspelled(content)]
  const counts = new Map<string, { place: string; count: number }>()
  for (const { place, text } of problems) {
    const { place: first = place, count = 0 } = counts.get(text) ?? {}
    counts.set(text, { place: first, count: count + 1 })
  }
  const lines = [...counts].map(([text, { place, count }]) => {
    const others = count > 1 ? ` (and in ${count - 1} more)` : ''
    return `${place === '' ? '' : `${place}: `}${text}${others}`
  })
  const more = lines.length - MAX_PROBLEMS
  return [...lines.slice(0, MAX_PROBLEMS), ...(more > 0 ? [`and ${more} more problems`] : [])]
}

function describe(issue: z.core.$ZodIssue, content: unknown): Problem {
  const { place, list, key } = locate(issue.path, content)
  if (key === '' && place === '') return { place, text: `is not a fixture; ${wholeForm}` }
  const value = valueAt(issue.path, content)
  if (value === undefined) {
    const others = Object.keys(Object(valueAt(issue.path.slice(0, -1), content)))
    const unread = others.filter((other) => !keysOf[list]?.includes(other))
    return { place, text: `${key} is missing${hint(key, unread) || (list === '' ? `; ${wholeForm}` : '')}` }
  }
  const subject = key === '' ? '' : `${key} `
  const type = issue.code === 'invalid_type' ? types[issue.expected] : undefined
  if (type !== undefined) return { place, text: `${subject}is ${quote(value)}; write ${type}` }
  if (issue.code === 'too_small') return { place, text: `${subject}is empty; write at least one item` }
  return { place, text: `${key}: ${issue.message}` }
}

/** Returns the item that a path leads to in words, the list that contains it, and the rest of the path. */
function locate(path: Path, content: unknown): { place: string; list: string; key: string } {
  const last = path.findLastIndex((segment) => typeof segment === 'number')
  const places = path.flatMap((segment, at) => {
    if (typeof segment !== 'number') return []
    const { name } = Object(valueAt(path.slice(0, at + 1), content)) as { name?: unknown }
    const list = String(path[at - 1])
    const isNamed = list === 'test_cases' && typeof name === 'string' && name !== ''
    return [`${nouns[list]} ${isNamed ? quote(name) : segment + 1}`]
  })
  return {
    place: places.join(', '),
    list: last === -1 ? '' : String(path[last - 1]),
    key: path.slice(last + 1).join('.'),
  }
}

function valueAt(path: Path, content: unknown): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? (value as Record<PropertyKey, unknown>)[segment]
        : undefined,
    content,
  )
}

/** Finds keys that nothing reads, but that resemble an optional one. Required ones are missing, which the schema says. */
function misspelled(content: unknown): Problem[] {
  return itemsAt(['test_cases'], content).flatMap((path) => [
    ...unreadKeys(path, content),
    ...['samples', 'expected'].flatMap((list) =>
      itemsAt([...path, list], content).flatMap((item) => unreadKeys(item, content)),
    ),
  ])
}

/** Returns the paths of the items of a list; none if there is no list. */
function itemsAt(path: Path, content: unknown): Path[] {
  const value = valueAt(path, content)
  return Array.isArray(value) ? value.map((_, index) => [...path, index]) : []
}

function unreadKeys(path: Path, content: unknown): Problem[] {
  const { place, list } = locate(path, content)
  const keys = Object.keys(Object(valueAt(path, content)))
  const left = optional.filter((key) => keysOf[list]?.includes(key) && !keys.includes(key))
  return keys
    .filter((key) => !keysOf[list]?.includes(key) && nearest(key, left) !== undefined)
    .map((key) => ({ place, text: `${quote(key)} is not a key of a fixture${hint(key, left)}` }))
}

const optional = ['metadata', 'expected', 'configuration']
