import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shorten } from '../../../src/runtime/shorten.js'

const filler = Array(100).fill('| é | 🎉 |').join('\n')
const report = [
  '## ✅ verdict',
  filler,
  '### Findings <b>',
  filler,
  '<details><summary>a_b & c</summary>',
  '',
  '```sh',
  '### no heading',
  filler,
  '```',
  '',
  '</details>',
  '### Timeline',
  filler,
].join('\n')

describe('a report', () => {
  test('that fits is not changed', () => {
    expect(shorten(report, Buffer.byteLength(report))).toBe(report)
  })

  test('that does not fit ends after a whole line, and says what is left out', () => {
    const short = shorten(report, 2000)
    expect(short.split('\n').slice(0, 3)).toEqual(['## ✅ verdict', '| é | 🎉 |', '| é | 🎉 |'])
    expect(short).not.toContain('### ')
    expect(short).toMatch(
      /\n> \[!WARNING\]\n> The report is cut here because .*: 6 of 6 KiB are left out\. Also left out: Findings <b>; a\\_b & c; Timeline\n$/,
    )
  })

  test('that is cut within a folded code block has both closed', () => {
    const short = shorten(
      report,
      1500 + Buffer.byteLength(report.slice(0, report.indexOf('### no heading') + 300)),
    )
    const [, rest = ''] = short.split('### no heading')
    expect(rest).toMatch(/🎉 \|\n```\n\n<\/details>\n\n> \[!WARNING\]\n.*: Timeline\n$/s)
  })

  test('is never longer than the limit, and never cut within a character', () => {
    const lines = fc.array(
      fc.constantFrom('é🎉', '## a', '```', '<details><summary>b</summary>', 'x'.repeat(400), ''),
    )
    fc.assert(
      fc.property(lines, fc.integer({ min: 1600, max: 6000 }), (some, largest) => {
        const text = [...some, ...some, ...some].join('\n')
        const short = shorten(text, largest)
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(largest)
        expect(short).not.toContain('\ufffd')
      }),
    )
  })

  test('with a single line that is too long leaves the line out', () => {
    expect(shorten('x'.repeat(10_000), 2000)).toMatch(/^\n> \[!WARNING\]\n.*10 of 10 KiB are left out\.\n$/)
  })
})
