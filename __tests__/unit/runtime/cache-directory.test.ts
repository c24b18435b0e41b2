import { afterEach, expect, test } from '@jest/globals'
import { cacheDirectory } from '../../../src/runtime/cache-directory.js'

const { XDG_CACHE_HOME, HOME } = process.env
afterEach(() => set({ XDG_CACHE_HOME, HOME }))

function set(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

test.each([
  ['/var/caches', '/home/ann', '/var/caches'],
  [undefined, '/home/ann', '/home/ann/.cache'],
  ['', '/home/ann', '/home/ann/.cache'],
  ['caches', '/home/ann', '/home/ann/.cache'],
  [undefined, '', undefined],
  [undefined, undefined, undefined],
])('with XDG_CACHE_HOME %s and HOME %s caches are in %s', (XDG_CACHE_HOME, HOME, directory) => {
  set({ XDG_CACHE_HOME, HOME })
  expect(cacheDirectory()).toBe(directory)
})
