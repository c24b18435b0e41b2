import { expect, test } from '@jest/globals'
import type { BuildOptions } from '../../../../src/image/build/arguments.js'
import { fromCache, isAnonymous, scopeCaches } from '../../../../src/image/build/cache.js'

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

test.each([
  ['r.io/team/cache', true],
  ['type=registry,ref=r.io/c', true],
  ['"type=registry",ref=r.io/c', true],
  ['ref=r.io/c, TYPE=Registry', true],
  ['type=local,src=cache', true],
  ['type=gha', false],
  ['ref=r.io/c', false],
  ['type=local,type=gha,src=c', false],
  ['type=gha,type=local,src=c', false],
  ['type=registry,type=s3,bucket=b,region=r', false],
  ['type=registry,TYPE=azblob,name=n', false],
  ['type=registry, "type=s3",bucket=b', false],
  ['type=registry,type =s3,bucket=b', false],
  ['type=registry,\u0085type=s3,bucket=b', false],
  ['"type=registry,type=s3"', false],
  ['type=registry,type=registry,ref=r.io/c', false],
])('whether the cache %j is read without a credential is %s', (cache, anonymous) => {
  expect(isAnonymous(cache)).toBe(anonymous)
})
