import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readTokens } from '../../src/actions/init/python/tokens.js'
import { root } from './venv.js'

const execute = promisify(execFile)
const script = join(root, '__tests__/compat/python_strings.py')

/** A literal string: its line, its column and its text. */
type Literal = [line: number, column: number, text: string | null]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'python-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns the literals of each file that Python accepts, as Python reads them. Null for files that it does not accept. */
async function readWithPython(...paths: string[]): Promise<{ path: string; literals: Literal[] | null }[]> {
  const { stdout } = await execute('python3', [script, ...paths], { maxBuffer: 512 * 1024 * 1024 })
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function readHere(source: string): Literal[] | undefined {
  const strings = readTokens(source)?.filter(({ kind }) => kind === 'string')
  return strings?.map(({ line, column, value }) => [line, column, value ?? null])
}

test('our reader finds every literal of the standard library where and as Python does', async () => {
  const { stdout } = await execute('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'])
  const files = (await readWithPython(stdout.trim())).filter(({ literals }) => literals !== null)
  const differences: unknown[] = []
  let count = 0
  for (const { path, literals } of files) {
    const here = readHere(readFileSync(path, 'utf8'))
    count += literals?.length ?? 0
    const at =
      literals?.findIndex((one, index) => JSON.stringify(one) !== JSON.stringify(here?.[index])) ?? -1
    if (at !== -1 || here?.length !== literals?.length)
      differences.push({ path, python: literals?.[at], here: here?.[at] ?? 'refused' })
  }
  expect(differences).toEqual([])
  expect(files.length).toBeGreaterThan(500)
  expect(count).toBeGreaterThan(50_000)
}, 300_000)

/** Pieces of sources: a generated source is often accepted by Python. */
const content = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'é',
        '😀',
        ' ',
        '#',
        '{{',
        '}}',
        '(',
        ']',
        ':',
        '\\\\',
        "\\'",
        '\\"',
        '\\n',
        '\\x41',
        '\\u00e9',
        '\\d',
      ],
      ...['\\101', '\\0', '\\\n', '\\N{BULLET}', '\\U0001F600', '\t'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
const quote = fc.constantFrom("'", '"', "'''", '"""')
const prefix = fc.constantFrom('', '', '', 'r', 'u', 'b', 'R', 'Rb', 'f', 'fr', 'F')
const field = fc.constantFrom(
  '{a}',
  '{a!r}',
  '{a:>3}',
  '{a:{b}}',
  '{a[0]}',
  '{(a, b)}',
  '{a != b}',
  '{{}}',
  '{a=}',
)
const literal = fc
  .tuple(prefix, quote, fc.array(fc.oneof(content, fc.constant('\n')), { maxLength: 3 }), field)
  .map(([before, mark, parts, one]) => {
    const text = parts.map((part) => (part === '\n' && mark.length === 1 ? ' ' : part)).join('')
    const inner = before.toLowerCase().includes('f') ? text.replaceAll('\\N{BULLET}', '') + one : text
    return `${before}${mark}${inner}${mark}`
  })
const statement = fc.oneof(
  literal.map((one) => `x = ${one}`),
  fc.tuple(literal, literal).map(([one, other]) => `f(${one} ${other}, # "comment"\n  y=${other})`),
  fc
    .tuple(literal, literal)
    .map(([one, other]) => `if 1 == ${one}:\n  """${'doc'}"""\n  z = [${other}, 1_0.5e-3]`),
  literal.map((one) => `é = 0x1F; \\\n x = ${one}`),
)

test('our reader finds every literal of generated sources where and as Python does', async () => {
  const sources = fc
    .sample(fc.array(statement, { minLength: 1, maxLength: 4 }), { numRuns: 3000, seed: 20260101 })
    .map((lines) => `${lines.join('\n')}\n`)
  const paths = sources.map((source, index) => {
    const path = join(folder, `source${index}.py`)
    writeFileSync(path, source)
    return path
  })
  const read = await readWithPython(folder)
  const accepted = read.filter(({ literals }) => literals !== null)
  expect(read.map(({ path }) => path).sort()).toEqual(paths.sort())
  expect(accepted.length).toBeGreaterThan(1000)
  for (const { path, literals } of accepted) {
    const source = readFileSync(path, 'utf8')
    expect({ source, literals: readHere(source) }).toEqual({ source, literals })
  }
}, 300_000)
