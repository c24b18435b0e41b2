import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = join(root, 'src')

/** From the top; folders of one floor stand side by side and know nothing of each other. */
const floors = [
  ['index.ts'],
  // The command line.
  ['local'],
  ['actions'],
  ['report'],
  // What each action does, in a folder of its name.
  ['publish', 'model', 'evaluate', 'scenario-test', 'agreement', 'lambda'],
  ['registries', 'verify', 'reuse'],
  ['docker', 'platforms', 'aws', 'results'],
  ['lib'],
]

/** Files that are longer than the house wants, and for how long that may be so: none grows. */
const longest = 220
const tooLong: Record<string, number> = {}

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
)
const textOf = (file: string) => readFileSync(join(sources, file), 'utf8')

/** What a file imports of `src`, by `import … from`, `export … from` and `import(…)`; types are imports, too. */
function importsOf(file: string): string[] {
  const specifiers = [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    ([, path]) => path ?? '',
  )
  return specifiers.map((path) =>
    relative(sources, join(sources, dirname(file), path)).replace(/\.js$/, '.ts'),
  )
}
const partOf = (file: string) => file.split('/')[0] ?? ''
const floorOf = (file: string) => floors.findIndex((parts) => parts.includes(partOf(file)))

/** The files on a way from a file back to itself. */
function circleFrom(file: string, way: readonly string[] = []): string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
  if (finished.has(file)) return undefined
  for (const imported of importsOf(file)) {
    const circle = circleFrom(imported, [...way, file])
    if (circle) return circle
  }
  finished.add(file)
  return undefined
}
const finished = new Set<string>()

test('there is something to look at, and each import is of a file that is there', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(files.flatMap(importsOf).length).toBeGreaterThan(100)
  for (const file of files)
    expect([file, importsOf(file).filter((imported) => !files.includes(imported))]).toEqual([file, []])
})

describe.each(files)('src/%s', (file) => {
  test('stands on a floor', () => {
    expect(floorOf(file)).toBeGreaterThanOrEqual(0)
  })

  test('imports nothing from above, nor from another part of its floor', () => {
    const wrong = importsOf(file).filter(
      (imported) =>
        floorOf(imported) < floorOf(file) ||
        (floorOf(imported) === floorOf(file) && partOf(imported) !== partOf(file)),
    )
    expect(wrong).toEqual([])
  })

  test('reads no input or variable of the process outside of lib', () => {
    const reads = partOf(file) === 'lib' ? [] : textOf(file).match(/process\.env|\bgetInput\b|\bprocess\[/g)
    expect(reads ?? []).toEqual([])
  })

  test('takes zod from zod/mini, which does the same and costs less at each start', () => {
    expect(textOf(file).match(/(?:from|import)\s*\(?\s*'zod'/g) ?? []).toEqual([])
  })

  test('is short', () => {
    expect(textOf(file).split('\n').length - 1).toBeLessThanOrEqual(tooLong[file] ?? longest)
  })
})

test('no import runs in a circle', () => {
  expect(files.map((file) => circleFrom(file)).find((circle) => circle !== undefined)).toBeUndefined()
})

test('a file that has become short is no exception any more', () => {
  const short = Object.keys(tooLong).filter(
    (file) => !files.includes(file) || textOf(file).split('\n').length - 1 <= longest,
  )
  expect(short).toEqual([])
})
