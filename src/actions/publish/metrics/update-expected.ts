import { readFileSync, writeFileSync } from 'node:fs'
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { type Exact, ExactNumber, stringifyExact } from '../../../data/exact-json.js'
import { isBounds, isTolerated } from '../../../data/expected-metrics.js'
import { identify, leavesOf, type RunMetrics } from '../../../data/metrics.js'
import type { Fixture } from '../../../platforms/kolena/contract/fixture.js'
import * as log from '../../../runtime/log.js'

/** Maximum columns of a line in the file. */
const WIDTH = 100

type Expected = NonNullable<Fixture['test_cases'][number]['expected']>[number]

/** Writes the computed metrics into `expected` of the fixture file, and shows what that changes. */
export function updateExpected(path: string, fixture: Fixture, metrics: RunMetrics): void {
  const before = readFileSync(path, 'utf8')
  const { text, changes } = withExpected(before, fixture, metrics)
  if (changes.length > 0) writeFileSync(path, text)
  log.info(
    `${path}: ${changes.length > 0 ? 'expected metrics were written' : 'the expected metrics already match'}`,
  )
  for (const { name, removed, added } of changes) {
    log.info(`@@ ${name} @@`)
    for (const line of removed) log.info(`- ${line}`)
    for (const line of added) log.info(`+ ${line}`)
  }
}

/** The changes in the file for one test case. */
export interface FixtureChange {
  name: string
  removed: string[]
  added: string[]
}

/** Returns the text of a fixture file with the computed metrics in `expected`; everything else stays as written. */
export function withExpected(
  text: string,
  fixture: Fixture,
  metrics: RunMetrics,
): { text: string; changes: FixtureChange[] } {
  const changes: FixtureChange[] = []
  let result = text
  const cases = testCasesOf(text)
  // Start at the end, so that earlier positions stay valid.
  for (const [index, testCase] of [...fixture.test_cases.entries()].reverse()) {
    const node = cases[index]
    if (!node) continue
    const value = expectedOf(testCase, index, metrics)
    if (value === undefined) continue
    const { from, to, indent, prefix } = placeOf(node, text)
    const written = prefix + pretty(value, indent)
    const old = text.slice(from, to)
    if (sameJson(old, written, prefix)) continue
    result = result.slice(0, from) + written + result.slice(to)
    const [before, after] = [old, written.slice(prefix.length)].map(linesOf)
    changes.unshift({ name: testCase.name, ...difference(before ?? [], after ?? []) })
  }
  return { text: result, changes }
}

/** Returns the lines that differ, without the common lines at the beginning and end. */
function difference(before: string[], after: string[]): Pick<FixtureChange, 'removed' | 'added'> {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < after.length - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++
  return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) }
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

function sameJson(old: string, written: string, prefix: string): boolean {
  return (
    old !== '' && JSON.stringify(JSON.parse(old)) === JSON.stringify(JSON.parse(written.slice(prefix.length)))
  )
}

/**
 * Returns the expected metrics of a test case: the same metrics for configurations that it already lists, and all
 * metrics for others.
 */
function expectedOf(
  { expected = [], name }: Fixture['test_cases'][number],
  index: number,
  metrics: RunMetrics,
): Exact[] | undefined {
  const computed = identify(metrics.testCases.filter(({ testCase }) => testCase?.index === index))
  if (computed.size === 0) return undefined
  const listed = identify(expected.map((one) => ({ ...one, testCase: { index, name } })))
  return [...computed].map(([id, { configuration, metrics }]) => {
    const known = listed.get(id)
    return new Map<string, Exact>([
      ...(configuration === null ? [] : [['configuration', configuration] as [string, Exact]]),
      ['metrics', known ? renewed(known.metrics, metrics) : metrics],
    ])
  })
}

/** Returns the listed metrics with the computed values; bounds and tolerances stay. */
function renewed(expected: Expected['metrics'], computed: ReadonlyMap<string, Exact>): Exact {
  const leaves = new Map(leavesOf(computed as Map<string, Exact>).map(({ path, value }) => [path, value]))
  const entries = Object.entries(expected).flatMap(([key, wanted]): [string, Exact][] => {
    const value = computed.get(key) ?? leaves.get(key)
    return value === undefined ? [] : [[key, renewedValue(wanted, value)]]
  })
  return new Map(entries)
}

function renewedValue(wanted: unknown, value: Exact): Exact {
  if (value instanceof Map && typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
    return renewed(wanted as Expected['metrics'], value)
  if (!(value instanceof ExactNumber)) return value
  if (isBounds(wanted)) return plain(wanted)
  return isTolerated(wanted) ? new Map([...plain(wanted), ['value', value]]) : value
}

function plain(object: object): Map<string, Exact> {
  return new Map(Object.entries(object).map(([key, value]) => [key, new ExactNumber(String(value))]))
}

/** Returns the objects of the test cases. The YAML parser also reads JSON, and knows the positions of everything. */
function testCasesOf(text: string): (YAMLMap | undefined)[] {
  const cases = parseDocument(text, { logLevel: 'silent' }).get('test_cases')
  return isSeq(cases) ? cases.items.map((item) => (isMap(item) ? item : undefined)) : []
}

/** Returns the position of a test case's `expected`, or where to insert it: after the name. */
function placeOf(node: YAMLMap, text: string): { from: number; to: number; indent: string; prefix: string } {
  const pairs = node.items as Pair<Node, Node>[]
  const find = (name: string) => pairs.find(({ key }) => isScalar(key) && key.value === name)
  const own = find('expected')
  const [from, to] = own?.value?.range ?? []
  if (own && from !== undefined && to !== undefined)
    return { from, to, indent: indentAt(own.key, text), prefix: '' }
  const name = find('name')
  const end = name?.value?.range?.[1] ?? 0
  const indent = name ? indentAt(name.key, text) : ''
  const line = text.lastIndexOf('\n', end)
  // A file with one line keeps one line.
  const separator = line === -1 ? ' ' : `\n${indent}`
  return { from: end, to: end, indent, prefix: `,${separator}"expected": ` }
}

/** Returns the white space at the beginning of a key's line. */
function indentAt(key: Node, text: string): string {
  const start = text.lastIndexOf('\n', key.range?.[0] ?? 0) + 1
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? ''
}

/** Formats JSON on one line if it fits, otherwise with one item per line. */
function pretty(value: Exact, indent: string): string {
  const line = oneLine(value)
  if (indent.length + line.length <= WIDTH) return line
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((item) => deeper + pretty(item, deeper)).join(',\n')}\n${indent}]`
  if (!(value instanceof Map)) return line
  const members = [...value].map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${pretty(item, deeper)}`)
  return `{\n${members.join(',\n')}\n${indent}}`
}

function oneLine(value: Exact): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (!(value instanceof Map)) return stringifyExact(value)
  if (value.size === 0) return '{}'
  return `{ ${[...value].map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`).join(', ')} }`
}
