import { expect, test } from '@jest/globals'
import type { BuildOptions } from '../../../../src/image/build/build.js'
import { fromCache, scopeCaches } from '../../../../src/image/build/cache.js'

test.each([
  ['type=gha', 'type=gha,scope=team/a'],
  ['type=gha,mode=max', 'type=gha,mode=max,scope=team/a'],
  ['mode=max, type=gha', 'mode=max, type=gha,scope=team/a'],
  ['"type=gha"', '"type=gha",scope=team/a'],
  ['type=gha,scope=mine', 'type=gha,scope=mine'],
  ['type=gha,Scope=mine', 'type=gha,Scope=mine'],
  ['type=registry,ref=host/type=gha', 'type=registry,ref=host/type=gha'],
  ['type=s3,bucket=b', 'type=s3,bucket=b'],
  ['type=local,dest=gha', 'type=local,dest=gha'],
  ['host/team/cache', 'host/team/cache'],
])('the cache %s of the image team/a becomes %s', (cache, scoped) => {
  expect(scopeCaches([cache], 'team/a')).toEqual([scoped])
})

test('a repeated build reads its steps from the cache, and writes no cache except an inline one', () => {
  const given = {
    ...{ noCache: true, noCacheFilters: ['a'], pull: true },
    ...{ cacheFrom: ['type=gha'], cacheTo: ['type=gha', 'type=inline'] },
  }
  expect(fromCache(given as Partial<BuildOptions> as BuildOptions)).toEqual({
    ...{ noCache: false, noCacheFilters: [], pull: false },
    ...{ cacheFrom: ['type=gha'], cacheTo: ['type=inline'] },
  })
})
