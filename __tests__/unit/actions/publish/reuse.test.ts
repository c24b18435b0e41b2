import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PublishInputs } from '../../../../src/actions/publish/inputs.js'
import { findReusable, inputsForReuse, proofOf } from '../../../../src/actions/publish/reuse.js'
import { SharedImage } from '../../../../src/actions/publish/shared-image.js'
import type { ImageFacts } from '../../../../src/docker/image.js'
import { digestInputs, digestOf } from '../../../../src/image/reuse/input-digest.js'
import { SCAN_VERSION } from '../../../../src/image/verify/layer-scan.js'
import type { Manifest, Repository } from '../../../../src/registry/distribution.js'
import { HttpError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { buildOptions, inputs as publishInputs } from '../../../support/publications.js'

const output = captureOutput()
const { signal } = new AbortController()
const context = mkdtempSync(join(tmpdir(), 'reuse-'))
writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY . /\n')
afterAll(() => rmSync(context, { recursive: true }))

const day = 24 * 3_600_000
const manifest = { digest: `sha256:${'1'.repeat(64)}`, content: {} } as Manifest
const inputs = (maximumAge = 30 * day, options = {}): PublishInputs => ({
  ...publishInputs,
  reuse: { maximumAge },
  build: {
    options: { ...buildOptions, context, file: undefined, ...options },
    secrets: [],
    local: true,
    store: 'engine',
  },
})
let asked: string[]
beforeEach(() => {
  asked = []
  delete process.env.SOURCE_DATE_EPOCH
})

/** Opens a registry that has an image from this time under every tag; undefined: no image. */
const registryWith = (created: string | undefined | Error) => async () => ({
  repository: {
    findManifest: async (tag: string) => {
      asked.push(tag)
      if (created instanceof Error) throw created
      return created === undefined ? undefined : manifest
    },
    readFacts: async () => ({ created }) as ImageFacts,
  } as unknown as Repository,
})
const ago = (days: number) => new Date(Date.now() - days * day).toISOString()
const find = (of: PublishInputs, created: string | undefined | Error, others: PublishInputs[] = []) => {
  const shared = new SharedImage([of, ...others])
  return findReusable(of, registryWith(created)(), { signal, runLog: new RunLog(), shared })
}

describe('an image for the inputs in the registry', () => {
  test('is found by a tag with the digest of the inputs', async () => {
    const { tag, found } = await find(inputs(), ago(1))
    expect(tag).toMatch(/^inputs-[0-9a-f]{64}$/)
    expect(asked).toEqual([tag])
    expect(found?.manifest).toBe(manifest)
  })

  test.each([
    ['29 days old with a limit of 30', inputs(), ago(29), true],
    ['31 days old with a limit of 30', inputs(), ago(31), false],
    ['31 days old without a limit', inputs(Number.POSITIVE_INFINITY), ago(31), true],
    ['a minute in the future, as from another clock', inputs(), ago(-1 / 1440), true],
    ['an hour in the future', inputs(), ago(-1 / 24), false],
    ['far in the future', inputs(), '9999-12-31T00:00:00Z', false],
    ['far in the future without a limit', inputs(Number.POSITIVE_INFINITY), '9999-12-31T00:00:00Z', true],
    ['of unknown age', inputs(), '', false],
    ['of unknown age without a limit', inputs(Number.POSITIVE_INFINITY), '', true],
    [
      'with the time of its source',
      inputs(30 * day, { buildArgs: ['SOURCE_DATE_EPOCH=1'] }),
      '1970-01-01T00:00:01Z',
      true,
    ],
  ])('that is %s is reused: %s', async (_, of, created, reused) => {
    const reusable = await find(of, created)
    expect([reusable.found !== undefined, reusable.expired === true]).toEqual([reused, !reused])
    const { noCache, pull } = inputsForReuse(of, reusable).build?.options ?? {}
    expect({ noCache, pull }).toEqual({ noCache: !reused, pull: true })
  })

  test('is not found for new inputs', async () => {
    expect(await find(inputs(), undefined)).toEqual({ tag: asked[0] })
  })

  test.each([401, 403, 404])(
    'is not found if the registry answers %i, as for a missing repository',
    async (status) => {
      expect(await find(inputs(), new HttpError('no', status, undefined))).toEqual({ tag: asked[0] })
    },
  )

  test.each([undefined, 503])('causes an error if the registry does not answer (%s)', async (status) => {
    await expect(find(inputs(), new HttpError('broken', status, undefined))).rejects.toThrow('broken')
  })

  test.each([{ noCache: true }, { noCacheFilters: ['release'] }])(
    'is not searched for with %j',
    async (options) => {
      const { tag, found } = await find(inputs(day, options), ago(0))
      expect({ found, asked }).toEqual({ found: undefined, asked: [] })
      expect(tag).toMatch(/^inputs-/)
    },
  )

  test('is not searched for if the inputs have no digest, and the build stays unchanged', async () => {
    const of = inputs(day, { buildContexts: ['data=https://example.com/x.git'] })
    const reusable = await find(of, ago(0))
    expect({ reusable, asked }).toEqual({ reusable: {}, asked: [] })
    expect(inputsForReuse(of, reusable)).toBe(of)
    expect(output.text).toContain(
      'Nothing can be reused: the build context data is https://example.com/x.git',
    )
  })
})

test('an image is reused only for evaluators that it was verified for', async () => {
  const [one, other] = [
    inputs(),
    { ...inputs(), verify: { accepted: [], timeLimit: 1, contract: undefined } },
  ]
  const alone = await find(one, ago(1))
  const both = await find(one, ago(1), [other])
  expect(both.tag).not.toBe(alone.tag)
  expect((await find(one, ago(1), [other])).tag).toBe(both.tag)
})

test.each([
  ['off', true],
  ['warn', false],
  ['fail', false],
] as const)('with metrics-gate: %s an image is reused: %s', async (gate, reused) => {
  const contract = {
    workflow: 'w',
    evaluatorName: 'e',
    secret: false,
    awsRole: undefined,
    fixture: undefined,
    timeLimit: 1,
    metrics: { tolerance: 1e-6, gate, checkExpected: true },
  }
  const of = { ...inputs(), verify: { accepted: [], timeLimit: 120, contract } }
  const reusable = await find(of, ago(1))
  expect(reusable.found !== undefined).toBe(reused)
  expect(asked).toHaveLength(reused ? 1 : 0)
  expect((await find(inputs(), ago(1), [of])).found !== undefined).toBe(reused)
  expect(inputsForReuse(of, reusable) === of).toBe(!reused)
  expect(output.text.includes('No image is reused, because metrics-gate')).toBe(!reused)
})

test('the tag depends on the required checks, but not on their time limits', async () => {
  const verify = { accepted: [], timeLimit: 120, contract: undefined }
  const contract = {
    workflow: 'w',
    evaluatorName: 'e',
    secret: false,
    awsRole: undefined,
    fixture: undefined,
    timeLimit: 1,
    metrics: { tolerance: 1e-6, gate: 'off' as const, checkExpected: true },
  }
  const tagOf = async (verify: PublishInputs['verify']) =>
    (await find({ ...inputs(), verify }, undefined)).tag
  const tags = await Promise.all([
    tagOf(undefined),
    tagOf(verify),
    tagOf({ ...verify, accepted: ['root-user'] }),
    tagOf({ ...verify, contract }),
    tagOf({ ...verify, contract: { ...contract, evaluatorName: 'f' } }),
  ])
  expect(new Set(tags).size).toBe(5)
  expect(await tagOf({ ...verify, timeLimit: 1 })).toBe(tags[1])
  expect(await tagOf({ ...verify, contract: { ...contract, timeLimit: 2 } })).toBe(tags[3])
})

test('the tag depends on the version of the search that accepted the image', async () => {
  const verify = { accepted: [], timeLimit: 120, contract: undefined }
  const { options } = inputs().build ?? { options: buildOptions }
  const { digest } = await digestInputs({ options, secretIds: [] }, signal)
  const tagWith = (version: number) => `inputs-${digestOf([digest, proofOf(verify, version)])}`
  expect((await find({ ...inputs(), verify }, undefined)).tag).toBe(tagWith(SCAN_VERSION))
  expect(tagWith(SCAN_VERSION - 1)).not.toBe(tagWith(SCAN_VERSION))
  // Without a search, its version does not matter.
  expect(proofOf(undefined, SCAN_VERSION - 1)).toEqual(proofOf(undefined, SCAN_VERSION))
})
