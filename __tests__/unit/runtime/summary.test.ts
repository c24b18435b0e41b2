import { expect, test } from '@jest/globals'
import { pushTag } from '../../../sandbox/runner/events.js'
import { runAction } from '../../../sandbox/runner.js'
import { embedSource } from '../../support/node24.js'
import { writeAction } from '../../support/small-action.js'

/** Appends to the summary of a step. */
async function append(markdown: string, before = '') {
  const main = `${before}
    import('${embedSource('runtime/summary.js')}').then(({ appendSummary }) => appendSummary(${markdown}))`
  return await runAction({ action: writeAction({ main }), event: pushTag('v1') })
}

test('adds a summary unchanged', async () => {
  const { summary, annotations } = await append(JSON.stringify('## Dry run\n\n| a |\n| --- |\n| é |'))
  expect(summary).toBe('## Dry run\n\n| a |\n| --- |\n| é |\n')
  expect(annotations).toEqual([])
})

test('cuts a summary that is too large and says so, because GitHub would drop it', async () => {
  const { summary, annotations, exitCode } = await append(`'| é | 🎉 |\\n'.repeat(100_000)`)
  expect(Buffer.byteLength(summary)).toBeLessThan(525_000)
  expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000)
  expect(summary).toMatch(
    /🎉 \|\n\n> \[!WARNING\]\n> The report is cut here because .* KiB are left out\.\n+$/,
  )
  expect({ annotations, exitCode }).toEqual({ annotations: [], exitCode: 0 })
})

test('warns if a summary cannot be written', async () => {
  const { annotations, exitCode } = await append(
    `'x'`,
    `require('node:fs').rmSync(process.env.GITHUB_STEP_SUMMARY);`,
  )
  expect(annotations).toMatchObject([{ level: 'warning', title: 'Summary' }])
  expect(annotations[0]?.message).toContain('The summary could not be written')
  expect(exitCode).toBe(0)
})

test('writes no summary and no warning if there is no file for it', async () => {
  const { summary, annotations, exitCode } = await append(`'x'`, 'delete process.env.GITHUB_STEP_SUMMARY;')
  expect({ summary, annotations, exitCode }).toEqual({ summary: '', annotations: [], exitCode: 0 })
})
