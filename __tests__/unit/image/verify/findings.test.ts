import { expect, test } from '@jest/globals'
import { blocking, finding, findingKinds, judge } from '../../../../src/image/verify/findings.js'

test('errors block a publication unless they are accepted, and the most severe come first', () => {
  const found = [
    finding('root-user', 'a'),
    finding('gpu-image', 'b'),
    finding('no-entrypoint', 'c'),
    finding('silent-success', 'd'),
  ]
  const judged = judge(found, ['silent-success'])
  expect(judged.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning', 'info'])
  expect(blocking(judged).map(({ id }) => id)).toEqual(['no-entrypoint'])
})

test('every kind of finding has an id in kebab case, and a cause and a fix that are sentences', () => {
  for (const [id, { cause, fix }] of Object.entries(findingKinds)) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const text of [cause, fix]) expect(text).toMatch(/^[A-Z].*\.$/s)
  }
})
