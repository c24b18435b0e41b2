import { expect, test } from '@jest/globals'
import type { EvaluatorRun } from '../../../../src/actions/publish/result.js'
import { manySummary } from '../../../../src/actions/publish/summary-of-many.js'
import { ActionError, CancelledError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { image, inputs, publicationOf } from '../../../support/publications.js'

const runLog = new RunLog()

function runOf(name: string, changes: Partial<EvaluatorRun> = {}): EvaluatorRun {
  return {
    index: 0,
    name,
    inputs,
    publication: publicationOf(),
    runLog: runLog.child(),
    seconds: 1.23,
    ...changes,
  }
}

async function failedRun(name: string): Promise<EvaluatorRun> {
  const error = new ActionError('no such file')
  const run = runOf(name, { publication: { changed: false }, error })
  await run.runLog.phase('Build', () => Promise.reject(error)).catch(() => {})
  return run
}

const summary = (runs: readonly EvaluatorRun[], error?: unknown) =>
  manySummary(runs, runLog, error).toString()

test('the summary of many evaluators has a verdict, a row per evaluator, and a folded summary of each', () => {
  const text = summary([
    runOf('one'),
    runOf('two', { publication: publicationOf({ changed: false, changes: [] }) }),
  ])
  expect(text.split('\n')[0]).toBe('## ✅ 2 evaluators: 1 published, 1 unchanged')
  expect(text).toContain(`| \`one\` | ✅ published | \`${image}\` | image | 1\\.2 s |`)
  expect(text).toContain(`| \`two\` | ✅ unchanged | \`${image}\` | — | 1\\.2 s |`)
  expect(text.match(/<details><summary>✅ (one|two)</g)).toHaveLength(2)
  expect(text).not.toContain('<details open>')
  expect(text.match(/<summary>Timeline</g)).toHaveLength(1)
})

test('the summary of many evaluators begins with the failed one, unfolded, with its phase and its reason', async () => {
  const text = summary([runOf('one'), await failedRun('two')], new ActionError('1 of 2 evaluators failed'))
  expect(text.split('\n')[0]).toBe('## ❌ 1 of 2 evaluators failed (1 published, 1 failed)')
  expect(text).toContain('| `two` | ❌ failed: Build | — | — | 1\\.2 s |')
  expect(text.indexOf('`two`')).toBeLessThan(text.indexOf('`one`'))
  expect(text.indexOf('<details open><summary>❌ two<')).toBeLessThan(
    text.indexOf('<details><summary>✅ one<'),
  )
  expect(text).toContain('no such file')
})

test('the summary of a cancelled run shows what was done and what was not', () => {
  const { seconds: _, ...waiting } = runOf('two')
  const text = summary([runOf('one'), waiting], new CancelledError('SIGINT'))
  expect(text.split('\n')[0]).toBe('## ⚪ Cancelled: 1 published, 1 cancelled')
  expect(text).toContain('The run was cancelled')
})

test('the summary of hundreds of evaluators stays below GitHub’s limit, and has all in its table', async () => {
  const runs = await Promise.all(
    [...Array(400).keys()].map(async (index) => {
      const run = runOf(`evaluator-${index}`)
      for (const phase of ['Build', 'Push', 'Register']) await run.runLog.phase(phase, async () => {})
      return { ...run, publication: publicationOf({ buildCommand: 'docker build '.repeat(200) }) }
    }),
  )
  const text = summary(runs)
  expect(Buffer.byteLength(text)).toBeLessThan(512 * 1024)
  for (const { name } of runs) expect(text).toContain(`| \`${name}\` |`)
  expect(text).toMatch(/The other \d+ evaluators are only in the table/)
  expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  const [, diagram = ''] = /```mermaid\n(.*?)```/s.exec(text) ?? []
  expect(diagram.length).toBeLessThan(50_000)
})

test('the summary of many evaluators keeps a hostile name in its place', () => {
  const text = summary([runOf('a | b`</summary><script>\n## c')])
  expect(text.replace(/``[^\n]*?``/g, '')).not.toContain('<script>')
  expect(text).not.toMatch(/^## c/m)
})

test('the summary of changed evaluators lists unchanged ones last and says why, without sections for them', () => {
  const dryRun = { ...inputs, mode: { dryRun: true, reason: 'pull request #7' } }
  const { seconds: _, ...run } = runOf('one', { inputs: dryRun, publication: { changed: false } })
  const leftOut = { ...run, selection: { isBuilt: false, reason: 'its inputs are *those* of 1234567' } }
  const built = runOf('two', { inputs: dryRun, selection: { isBuilt: true, reason: 'two/`a`.py changed' } })
  const text = summary([leftOut, built])
  expect(text.split('\n')[0]).toBe('## 🔎 Dry run: 1 evaluator is ready to be published, 1 unchanged')
  const rows = text.split('\n').filter((line) => /^\| `(one|two)`/.test(line))
  expect(rows.map((row) => row.split(' | ').at(-1))).toEqual([
    'two/\\`a\\`.py changed |',
    'its inputs are \\*those\\* of 1234567 |',
  ])
  expect(rows[1]).toMatch(/^\| `one` \| ✅ unchanged \| — \| — \| — \|/)
  expect(text).not.toContain('✅ one</summary>')
  expect(summary([leftOut]).split('\n')[0]).toBe('## ✅ No evaluator changed: 1 unchanged')
})
