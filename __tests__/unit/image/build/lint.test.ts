import { expect, test } from '@jest/globals'
import { readWarnings } from '../../../../src/image/build/lint.js'

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** What buildx 0.38 writes for one warning of BuildKit 0.25, with a shorter definition. */
const written = {
  vertex: `sha256:${'a'.repeat(64)}`,
  level: 1,
  short: base64(
    'JSONArgsRecommended: JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals (line 3)',
  ),
  detail: [base64('JSON arguments recommended for ENTRYPOINT/CMD')],
  url: 'https://docs.docker.com/go/dockerfile/rule/json-args-recommended/',
  sourceInfo: { filename: 'Dockerfile', data: base64('FROM scratch\n'), language: 'Dockerfile' },
  range: [{ start: { line: 3 }, end: { line: 4 } }],
}

test('reads the rule, the message, the line and the address of a warning', () => {
  expect(readWarnings([written])).toEqual([
    {
      rule: 'JSONArgsRecommended',
      message:
        'JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals',
      line: 3,
      url: written.url,
    },
  ])
})

test.each([
  ['no line', { range: undefined }, { line: undefined }],
  ['an empty range', { range: [{ start: {}, end: {} }] }, { line: undefined }],
  ['no address', { url: undefined }, { url: '' }],
  ['no rule', { short: base64('something odd') }, { rule: undefined, message: 'something odd' }],
])('reads a warning with %s', (_, changes, expected) => {
  expect(readWarnings([{ ...written, ...changes }])).toEqual([expect.objectContaining(expected)])
})

test('returns a warning once, although each platform has it', () => {
  const other = { ...written, range: [{ start: { line: 9 } }] }
  expect(readWarnings([written, written, other]).map(({ line }) => line)).toEqual([3, 9])
})

test.each([undefined, null, {}, 'text', [null, 1, {}, { short: 1 }]])(
  'returns nothing for metadata with another shape: %j',
  (metadata) => {
    expect(readWarnings(metadata)).toEqual([])
  },
)
