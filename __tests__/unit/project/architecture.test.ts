import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/**
 * The layers of `src/`, from top to bottom. A file imports only from its own part and from lower layers; parts of one
 * layer do not import each other.
 */
const layers = [
  ['index.ts'],
  ['cli'],
  ['actions'],
  ['image'],
  ['registry'],
  ['docker', 'platforms'],
  ['report'],
  ['data'],
  // The lowest layer. `util` may report and throw like everything else, but reads nothing from the runner.
  ['runtime', 'util'],
]
/** What `util` may import from `runtime`. */
const ground = ['clip', 'environment', 'errors', 'log', 'secrets', 'untrusted-text'].map(
  (name) => `runtime/${name}.ts`,
)

/** Returns the TypeScript files below a folder of the repository, relative to it. */
function filesOf(folder: string): string[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => path.endsWith('.ts'))
}

/**
 * Returns the files of the folder that a file imports with `import … from`, `export … from` or `import(…)`, including
 * types.
 */
function importsOf(folder: string, file: string): string[] {
  const text = readFileSync(join(root, folder, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, path = '']) => relative(folder, join(folder, dirname(file), path)).replace(/\.js$/, '.ts'))
    .filter((path) => !path.startsWith('..'))
}

/** Returns files that import each other in a cycle, in order; undefined if there are none. */
function findCycle(folder: string): string[] | undefined {
  const finished = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (finished.has(file)) return undefined
    for (const imported of importsOf(folder, file)) {
      const cycle = visit(imported, [...path, file])
      if (cycle) return cycle
    }
    finished.add(file)
    return undefined
  }
  for (const file of filesOf(folder)) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}

const files = filesOf('src')
const partOf = (file: string) => file.split('/')[0] ?? ''
const layerOf = (file: string) => layers.findIndex((parts) => parts.includes(partOf(file)))

test('finds the sources, and every import refers to an existing file', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(files.flatMap((file) => importsOf('src', file)).length).toBeGreaterThan(100)
  for (const file of files)
    expect([file, importsOf('src', file).filter((path) => !files.includes(path))]).toEqual([file, []])
})

describe.each(files)('src/%s', (file) => {
  const text = readFileSync(join(root, 'src', file), 'utf8')

  test('belongs to a layer', () => {
    expect(layerOf(file)).toBeGreaterThanOrEqual(0)
  })

  test('imports only from its own part and from lower layers', () => {
    const wrong = importsOf('src', file).filter((imported) => {
      if (partOf(imported) === partOf(file)) return false
      if (partOf(file) === 'runtime' && partOf(imported) === 'util') return false
      if (partOf(file) === 'util') return !ground.includes(imported)
      return layerOf(imported) <= layerOf(file)
    })
    expect(wrong).toEqual([])
  })

  test('leaves inputs and environment variables to src/runtime', () => {
    const reads = partOf(file) === 'runtime' ? [] : text.match(/process\.env|\bgetInput\b|\bprocess\[/g)
    expect(reads ?? []).toEqual([])
  })

  test('imports zod from zod/mini, which loads faster', () => {
    expect(text.match(/(?:from|import)\s*\(?\s*'zod'/g) ?? []).toEqual([])
  })

  test('imports no other action', () => {
    const [part, action] = file.split('/')
    const others = importsOf('src', file).filter(
      (imported) =>
        part === 'actions' && imported.startsWith('actions/') && imported.split('/')[1] !== action,
    )
    expect(others).toEqual([])
  })
})

test.each(['src', 'sandbox'])('%s has no import cycle', (folder) => {
  expect(findCycle(folder)).toBeUndefined()
})
