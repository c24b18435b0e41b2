// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { LocalImage } from '../../../../src/docker/image.js'
import { BuildLog } from '../../../../src/image/build/build-log.js'
import { findChain } from '../../../../src/image/dockerfile/stages.js'
import { countBaseLayers } from '../../../../src/image/layers/base-layers.js'
import { dockerAt } from '../../../support/scripted-engine.js'

const folder = mkdtempSync(join(tmpdir(), 'base-layers-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const digest = `sha256:${'a'.repeat(64)}`

function imageWith(layerDigests: string[], repoDigests: string[] = []): LocalImage {
  const facts = { platform: 'linux/amd64', layers: layerDigests.length }
  return { id: 'sha256:1', repoDigests, layerDigests, facts } as LocalImage
}

interface Case {
  dockerfile: string
  log: string[]
  /** The diff ids of the image that was built. */
  layers: string
  /** The diff ids of the images that the engine had under the names of the base images. */
  bases?: Record<string, string>
  target?: string
  buildArgs?: string[]
  /** The digests of images that the run has built before. */
  own?: string[]
}

/** Counts the layers that belong to the base image. */
async function count({ dockerfile, log: lines, layers, bases = {}, target, buildArgs = [], own = [] }: Case) {
  const chain = findChain(dockerfile, { target, platform: 'linux/amd64', buildArgs })
  if (!chain) throw new Error('the Dockerfile cannot be read')
  const log = new BuildLog()
  for (const line of lines) log.read(`#1 ${line}`)
  const record = {
    log,
    ownImages: new Set(own),
    warnings: [],
    bases: new Map(
      Object.entries(bases).map(([name, ids]) => [
        name,
        imageWith([...ids], [`${name.replace(/:\w+$/, '')}@${digest}`]),
      ]),
    ),
  }
  return await countBaseLayers(
    dockerAt('unix:///nowhere.sock', folder),
    imageWith([...layers]),
    chain,
    record,
  )
}

const x = 'docker.io/library/x:latest'

describe('counts the layers of the base image', () => {
  test.each<[string, Case, number]>([
    [
      'by the diff ids of the base image',
      {
        dockerfile: 'FROM x\nRUN a',
        log: [`[1/2] FROM ${x}`, '[2/2] RUN a'],
        layers: '12a',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'when the Dockerfile pins the base image by digest',
      {
        dockerfile: 'FROM x\nRUN a',
        log: [`[1/2] FROM ${x}@${digest}`, '[2/2] RUN a'],
        layers: '12a',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'below several stages',
      {
        dockerfile: 'FROM x AS b\nRUN a\nFROM b\nRUN c',
        log: [`[b 1/2] FROM ${x}`, '[b 2/2] RUN a', '[stage-1 1/1] RUN c'],
        layers: '12ac',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'below a stage that a variable names',
      {
        dockerfile: 'ARG V=b\nFROM x AS b\nRUN a\nFROM ${V}\nRUN c',
        log: [`[b 1/2] FROM ${x}`, '[b 2/2] RUN a', '[stage-1 1/1] RUN c'],
        layers: '12ac',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'when triggers of the base image also made layers',
      {
        dockerfile: 'FROM x\nENTRYPOINT ["a"]',
        log: [`[1/2] FROM ${x}`, '[2/2] COPY . /app'],
        layers: '12t',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'when BuildKit does not count triggers',
      {
        dockerfile: 'FROM x\nRUN a',
        log: [`[1/2] FROM ${x}`, '[2/2] COPY . /app', '[3/2] RUN a'],
        layers: '12ta',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'when the build added nothing',
      { dockerfile: 'FROM x\nENV A=1', log: [`[1/1] FROM ${x}`], layers: '12', bases: { [x]: '12' } },
      2,
    ],
    [
      'when WORKDIR made no layer',
      {
        dockerfile: 'FROM x\nWORKDIR /\nRUN a',
        log: [`[1/3] FROM ${x}`, '[2/3] RUN a'],
        layers: '12a',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'when the log shows the image for another stage with the same base',
      {
        dockerfile: 'FROM x AS b\nRUN a\nFROM x\nRUN c',
        log: [`[b 1/2] FROM ${x}`, '[b 2/2] RUN a', '[stage-1 2/2] RUN c'],
        layers: '12c',
        bases: { [x]: '12' },
      },
      2,
    ],
    [
      'when there is no base image',
      { dockerfile: 'FROM scratch\nCOPY a b', log: ['[1/1] COPY a b'], layers: 'a' },
      0,
    ],
  ])('%s', async (_, given, expected) => {
    expect(await count(given)).toBe(expected)
  })
})

describe('counts no layer as part of a base image', () => {
  const plain: Case = {
    dockerfile: 'FROM x\nRUN a',
    log: [`[1/2] FROM ${x}`, '[2/2] RUN a'],
    layers: '12a',
    bases: { [x]: '12' },
  }
  test.each<[string, Case]>([
    ['that the engine does not know', { ...plain, bases: {} }],
    ['whose diff ids differ', { ...plain, bases: { [x]: '13' } }],
    ['whose diff ids are in another order', { ...plain, bases: { [x]: '21' } }],
    ['that has more layers than the image', { ...plain, bases: { [x]: '12ab' } }],
    ['that also has the layer of the build', { ...plain, bases: { [x]: '12a' } }],
    ['that this run has built itself', { ...plain, own: ['sha256:1'] }],
    [
      'that this run has built itself, by its digest',
      { ...plain, log: [`[1/2] FROM ${x}@${digest}`, '[2/2] RUN a'], own: [digest] },
    ],
    ['that has too few layers', { ...plain, bases: { [x]: '1' } }],
    [
      'that BuildKit did not use',
      { ...plain, log: ['[1/2] FROM docker.io/library/y:latest', '[2/2] RUN a'] },
    ],
    ['that BuildKit used in two versions', { ...plain, log: [...plain.log, `[z 1/1] FROM ${x}@${digest}`] }],
    ['when BuildKit saw more instructions', { ...plain, log: [`[1/3] FROM ${x}`, '[2/3] RUN a'] }],
    ['when BuildKit saw fewer instructions', { ...plain, log: [`[1/1] FROM ${x}`] }],
    ['when the log does not name the stage', { ...plain, log: [`FROM ${x}`] }],
    [
      'when BuildKit saw an earlier stage in its place',
      {
        dockerfile: 'FROM x AS b\nCOPY token /t\nFROM y\nRUN c',
        log: [`[b 1/2] FROM ${x}`, '[b 2/2] COPY token /t', '[stage-1 1/1] RUN c'],
        layers: '12tc',
        bases: { 'docker.io/library/y:latest': '12t' },
      },
    ],
    [
      'when BuildKit saw no stage in its place',
      {
        dockerfile: 'FROM x AS b\nFROM b\nRUN c',
        log: ['[stage-1 1/2] FROM docker.io/library/b:latest', '[stage-1 2/2] RUN c'],
        layers: '12c',
        bases: { [x]: '12' },
      },
    ],
    [
      'when BuildKit used a directory in its place',
      {
        dockerfile: 'FROM x\nCOPY a b',
        log: ['[context x] load from client', '[1/2] COPY a b'],
        layers: '12a',
        bases: { [x]: '12' },
      },
    ],
    [
      'when BuildKit treats scratch as an image',
      { dockerfile: 'FROM scratch\nCOPY a b', log: ['[1/2] FROM r.io/x', '[2/2] COPY a b'], layers: '1a' },
    ],
  ])('%s', async (_, given) => {
    expect(await count(given)).toBeUndefined()
  })
})
