import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { root, runLint, unknownInputs, workflowErrors } from '../../support/workflow-files.js'

const notOurs = new Set(['node_modules', 'build', 'dist'])
const pages = pagesBelow(root)

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return notOurs.has(entry.name) || /^\.(?!github)/.test(entry.name) ? [] : pagesBelow(path)
    return entry.name.endsWith('.md') ? [relative(root, path)] : []
  })
}

const textOf = (page: string) => readFileSync(join(root, page), 'utf8')
const withoutCode = (text: string) =>
  text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code')

/** Creates anchors like GitHub. */
function anchorsOf(page: string): string[] {
  const headings = [
    ...textOf(page)
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .matchAll(/^#+ (.*)$/gm),
  ]
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('the documentation has pages', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/troubleshooting.md', 'lambda/README.md']))
})

test.each(pages)('every link of %s has a target', (page) => {
  const links = [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const broken = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? page : relative(root, join(root, dirname(page), path))
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchorsOf(target).includes(anchor)
    })
  expect(broken).toEqual([])
})

test('every proof in SECURITY.md is a test file, a folder of tests or a script', () => {
  const rows = textOf('SECURITY.md')
    .split('\n')
    .filter((line) => line.split(' | ').length === 3)
  const proofs = rows
    .slice(1)
    .map((row) => [...(row.split(' | ')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, proof = '']) => proof))
  expect(proofs.length).toBeGreaterThan(50)
  expect(proofs.filter((names) => names.length === 0)).toEqual([])
  const isThere = (name: string) =>
    [`__tests__/${name}.test.ts`, `__tests__/${name}`, name].some((path) => existsSync(join(root, path)))
  expect(proofs.flat().filter((name) => !isThere(name))).toEqual([])
})

describe.each(pages.filter((page) => textOf(page).includes('```yaml')))('%s', (page) => {
  const snippets = [...textOf(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)

  test.each(snippets)('has snippets that GitHub’s parser and actionlint accept: %#', async (snippet) => {
    const workflow = asWorkflow(snippet)
    if (isEvaluators(snippet)) {
      validate(parse(snippet))
      return expect(validate.errors ?? []).toEqual([])
    }
    if (workflow === undefined) return expect(parse(snippet)).toBeInstanceOf(Object)
    expect(workflowErrors(page, workflow)).toEqual([])
    expect(unknownInputs(workflow)).toEqual([])
    expect(await runLint(workflow, page)).toEqual([])
  })
})

const schema = JSON.parse(textOf('evaluators.schema.json'))
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)

function isEvaluators(snippet: string): boolean {
  const content: unknown = parse(snippet)
  return Array.isArray(content) && content.some((item) => item['evaluator-name'] !== undefined)
}

/**
 * Returns a snippet as a workflow. It may be a workflow, a workflow without its event, or steps of a job; undefined if
 * it is none of these.
 */
function asWorkflow(snippet: string): string | undefined {
  const content: unknown = parse(snippet)
  if (Array.isArray(content)) {
    const steps = snippet.replaceAll(/^/gm, '      ')
    return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
  }
  if (!snippet.includes('jobs:')) return undefined
  return /^on:/m.test(snippet) ? snippet : `on: push\n${snippet}`
}

test('the examples page contains every example', () => {
  const page = textOf('examples/README.md')
  const entries = readdirSync(join(root, 'examples'), { withFileTypes: true })
  const folders = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'workflows')
    .map(({ name }) => name)
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ name }) => name)
  const workflows = readdirSync(join(root, 'examples/workflows')).map((name) => `workflows/${name}`)
  expect(workflows.length).toBeGreaterThan(10)
  for (const path of [...workflows, ...folders, ...files]) expect(page).toContain(`](${path})`)
})

describe('a message of the troubleshooting page', () => {
  const messages = [...textOf('docs/troubleshooting.md').matchAll(/^> (`+) ?(.*?) ?\1$/gm)].map(
    ([, , text = '']) => text,
  )
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => textOf(join('src', name)).replaceAll(/\\(['`])/g, '$1'))

  test('exists', () => {
    expect(messages.length).toBeGreaterThan(40)
  })

  test.each(messages)('occurs in the sources: %s', (message) => {
    const parts = message.split('…').filter((part) => part.trim() !== '')
    const lines = sources.flatMap((source) => source.split('\n'))
    expect(lines.some((line) => hasInOrder(line, parts))).toBe(true)
  })
})

function hasInOrder(text: string, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true
  const at = text.indexOf(first)
  return at !== -1 && hasInOrder(text.slice(at + first.length), rest)
}

describe('the changelog', () => {
  const headings = textOf('CHANGELOG.md').match(/^##+ .*$/gm) ?? []

  test('begins with unreleased changes', () => {
    expect(headings[0]).toBe('## [Unreleased]')
  })

  test('has dated versions, and the sections of Keep a Changelog', () => {
    for (const heading of headings.slice(1))
      expect(heading).toMatch(
        /^## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$|^### (Added|Changed|Deprecated|Removed|Fixed|Security)$/,
      )
  })
})
