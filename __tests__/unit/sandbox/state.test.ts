import { expect, test } from '@jest/globals'
import { KolenaState } from '../../../sandbox/kolena/state.js'

test.each([
  ['a name that cannot prefix a repository', [{ name: 'Acme Inc', tokens: ['t'] }], /"Acme Inc"/],
  [
    'a repeated name',
    [
      { name: 'a', tokens: ['t'] },
      { name: 'a', tokens: ['u'] },
    ],
    /twice/,
  ],
  [
    'a repeated token',
    [
      { name: 'a', tokens: ['t'] },
      { name: 'b', tokens: ['t'] },
    ],
    /share a token/,
  ],
])('organizations with %s are refused', (_, organizations, message) => {
  expect(() => new KolenaState(organizations)).toThrow(message)
})
