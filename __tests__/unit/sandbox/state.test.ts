import { expect, test } from '@jest/globals'
import { KolenaState } from '../../../sandbox/kolena/state.js'

test.each([
  ['a name that cannot prefix a repository', [{ name: 'Acme Inc', tokens: ['t'] }], /"Acme Inc"/],
  [
    'a name twice',
    [
      { name: 'a', tokens: ['t'] },
      { name: 'a', tokens: ['u'] },
    ],
    /twice/,
  ],
  [
    'a token twice',
    [
      { name: 'a', tokens: ['t'] },
      { name: 'b', tokens: ['t'] },
    ],
    /share a token/,
  ],
])('organizations with %s cannot be set up', (_, organizations, message) => {
  expect(() => new KolenaState(organizations)).toThrow(message)
})
