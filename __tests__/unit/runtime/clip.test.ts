import { expect, test } from '@jest/globals'
import { quote } from '../../../src/data/problems.js'
import { checkLayers } from '../../../src/image/verify/layer-checks.js'
import { describeValue } from '../../../src/image/verify/metrics-check.js'
import { clip } from '../../../src/runtime/clip.js'
import { maskSecret } from '../../../src/runtime/secrets.js'
import { captureOutput } from '../../support/captured-output.js'

captureOutput()

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['😀😀😀', 3, '😀😀😀'],
  ['😀😀😀😀', 3, '😀😀…'],
  ['abc', 1, '…'],
])('clip(%j, %i) is %j', (text, max, clipped) => {
  expect(clip(text, max)).toBe(clipped)
})

test('shows no part of a secret where messages are shortened', () => {
  const secret = 'canary-that-a-message-cuts-0123456789'
  maskSecret(secret)
  const text = `RUN login ${'x'.repeat(40)} ${secret}${'y'.repeat(200)}`
  const layer = { layer: 0, instruction: { text, line: 1 } }
  const scan = { bytes: 1, files: 1, large: [], fileFindings: [{ kind: 'private-key', path: 'a' }] }
  const shown = [
    clip(text, 60),
    quote(text),
    describeValue(text),
    ...checkLayers(new Map([[0, scan]]) as never, [layer] as never, 'Dockerfile').map(
      ({ message }) => message,
    ),
  ]
  expect(shown).toHaveLength(4)
  for (const message of shown) {
    expect(message).toContain('RUN login')
    expect(message).not.toContain('canary')
  }
})
