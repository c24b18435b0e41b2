import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PublishContext } from '../../../../src/actions/publish/connections.js'
import { makePlan } from '../../../../src/actions/publish/plan.js'
import { addTag, findInRegistry, push } from '../../../../src/actions/publish/push.js'
import type { Image } from '../../../../src/actions/publish/result.js'
import { reuseImage } from '../../../../src/actions/publish/reuse.js'
import { SharedImage } from '../../../../src/actions/publish/shared-image.js'
import { loginOf } from '../../../../src/docker/credentials.js'
import { openRepository } from '../../../../src/registry/distribution.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { type LocalServer, reply, type Seen, serve } from '../../../support/local-server.js'
import { buildOptions, inputs, planOf } from '../../../support/publications.js'
import { scriptEngine } from '../../../support/scripted-engine.js'

const output = captureOutput()
const engine = scriptEngine()
const { signal } = new AbortController()
const login = loginOf(undefined)

const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const manifestOf = (config: string) =>
  JSON.stringify({ config: { digest: digestOf(config), size: 1, mediaType: 'x' }, layers: [] })
const own = manifestOf('our configuration')
const other = manifestOf("another job's configuration")
const image: Image = {
  id: digestOf('our configuration'),
  engineId: digestOf('our configuration'),
  manifestDigest: undefined,
  digests: [digestOf('our configuration')],
  metadata: {},
  facts: undefined,
}

/** The answers for a tag and for a digest, one per reading; the last one is repeated. `undefined` is a 404. */
interface Script {
  tag: (string | undefined)[]
  digest?: (string | undefined)[]
  put?: { status: number; message?: string }
}
let server: LocalServer
let script: Script
beforeEach(async () => {
  const next = (answers: (string | undefined)[] = [own]) =>
    answers.length > 1 ? answers.shift() : answers[0]
  server = await serve((request: Seen, response) => {
    const [, name = ''] = /\/manifests\/(.+)$/.exec(request.path) ?? []
    if (request.method === 'PUT') {
      const { status = 201, message = '' } = script.put ?? {}
      return reply(response, status, { errors: [{ code: 'X', message }] })
    }
    const answer = next(name.includes(':') ? script.digest : script.tag)
    return answer === undefined ? reply(response, 404) : reply(response, 200, answer)
  })
})

/** Publishes an image that the engine has. The engine reports the digest that it pushed, or why the push failed. */
async function publish(
  pushed: { digest?: string; error?: string },
  reference: 'tag' | 'digest' = 'tag',
  annotations: string[] = [],
) {
  engine.answer = ({ name }, response) => {
    // The engine records no digests, as after a push by another engine.
    if (name.endsWith('/json')) return void response.writeHead(404).end('{"message":"No such image"}')
    if (!name.includes('/push?')) return void response.end('{}')
    const message = pushed.error
      ? { error: pushed.error }
      : { status: `v1: digest: ${pushed.digest} size: 1` }
    response.end(JSON.stringify(pushed.digest || pushed.error ? message : { status: 'done' }))
  }
  const wanted = {
    ...inputs,
    build:
      annotations.length > 0
        ? { options: { ...buildOptions, annotations }, secrets: [], local: true, store: 'engine' as const }
        : undefined,
    image: {
      ...inputs.image,
      host: server.host,
      path: 'team/evaluator',
      tags: ['v1'] as [string],
      reference,
    },
  }
  const repository = openRepository(server.host, 'team/evaluator', login, signal)
  const registry = {
    host: server.host,
    path: 'team/evaluator',
    login,
    prepare: async () => 'exists' as const,
  }
  const runLog = new RunLog()
  const context: PublishContext = {
    docker: engine.docker,
    runLog,
    signal,
    privateDirectory: '/nowhere',
    shared: new SharedImage([wanted]),
  }
  const result = await push(image, wanted, makePlan(wanted), { registry, login, repository }, context)
  return { ...result, done: runLog.done }
}
const pushes = () => engine.calls.filter(({ name }) => name.includes('/push?')).length

describe('a registry that shows a pushed image only after a while', () => {
  test.each<[string, Script]>([
    ['nothing under the tag, once', { tag: [undefined, own] }],
    ['nothing under the tag, three times', { tag: [undefined, undefined, undefined, own] }],
    ['nothing under tag and digest', { tag: [undefined, undefined, own], digest: [undefined, own] }],
    ['the old image under the tag', { tag: [other, other, own] }],
    [
      'the old image under the tag, and nothing under the digest',
      { tag: [other, other, own], digest: [undefined] },
    ],
    ['the old image, then nothing', { tag: [other, undefined, own] }],
  ])('is read again: %s', async (_, given) => {
    script = given
    const { manifest, done } = await publish({ digest: digestOf(own) })
    expect(manifest.digest).toBe(digestOf(own))
    expect(done).toEqual([`The image ${server.host}/team/evaluator:v1 was pushed.`])
    expect(pushes()).toBe(1)
    expect(output.text).toContain('The registry does not show the pushed image as')
  })

  test('is not waited for if the digest is registered', async () => {
    script = { tag: [other], digest: [own] }
    const { registeredImage } = await publish({ digest: digestOf(own) }, 'digest')
    expect(registeredImage).toBe(`${server.host}/team/evaluator@${digestOf(own)}`)
  })

  test('shows the image in the end, even if the engine does not report its digest', async () => {
    script = { tag: [undefined, undefined, own] }
    expect((await publish({})).manifest.digest).toBe(digestOf(own))
  })

  test('is also read again after an image was reused', async () => {
    script = { tag: [other, other, undefined, own] }
    const repository = openRepository(server.host, 'team/evaluator', login, signal)
    const manifest = await repository.findManifest(digestOf(own))
    const registry = {
      host: server.host,
      path: 'team/evaluator',
      login,
      prepare: async () => 'exists' as const,
    }
    if (!manifest) throw new Error('the stand-in has the image')
    const plan = makePlan({ ...inputs, image: { ...inputs.image, host: server.host, tags: ['v1'] } })
    const context = {
      docker: engine.docker,
      runLog: new RunLog(),
      signal,
      privateDirectory: '/nowhere',
      shared: new SharedImage([inputs]),
    }
    const found = { tag: 'inputs-1', manifest, facts: undefined }
    const reused = await reuseImage(found, plan, { registry, login, repository }, context)
    expect(reused.manifest.digest).toBe(digestOf(own))
  })
})

test('an image is pushed again at once if another job replaced it under the same local name', async () => {
  script = { tag: [other, own], digest: [other] }
  const result = await publish({ digest: digestOf(other) })
  expect(result.manifest.digest).toBe(digestOf(own))
  expect(pushes()).toBe(2)
  expect(output.text).toContain('moving it back')
})

/** Messages of registries and of the engine that refuse to move an immutable tag. */
const refusals = [
  "tag invalid: The image tag 'v1' already exists in the 'team/evaluator' repository and cannot be overwritten because the tag is immutable.",
  "unknown: Failed to process request due to 'team/evaluator:v1' configured as immutable.",
  'error parsing HTTP 412 response body: unexpected end of JSON input: ""',
  'received unexpected HTTP status: 409 Conflict',
  'conflict: tag v1 exists',
  'denied: tag v1 cannot be updated. The repository has enabled tag immutability',
  'denied: requested access to the resource is denied',
  'error parsing HTTP 405 response body: x',
  'unexpected status from PUT request to https://r.example.com/v2/team/evaluator/manifests/v1: 400 Bad Request',
  'unexpected status from PUT request to https://r.example.com/v2/team/evaluator/manifests/v1: 403 Forbidden',
  'unexpected EOF',
]

describe.each(refusals)('a push that is refused: %s', (error) => {
  test('succeeds if the registry has the same image under the tag', async () => {
    script = { tag: [own] }
    const { manifest, done } = await publish({ error })
    expect(manifest.digest).toBe(digestOf(own))
    // Nothing was pushed, and the report says so.
    expect(done).toEqual([])
    expect(output.text).toContain(`The registry already has this image as ${server.host}/team/evaluator:v1`)
  }, 20_000)

  test.each([
    ['another image', [other]],
    ['no image', [undefined]],
  ])(
    'fails with this message if the registry has %s',
    async (_, tag) => {
      script = { tag }
      await expect(publish({ error })).rejects.toThrow(error.slice(0, 60))
    },
    20_000,
  )
})

describe('a further tag that is refused', () => {
  const repository = () => openRepository(server.host, 'team/evaluator', login, signal)
  const add = async () => {
    const manifest = await repository().findManifest(digestOf(own))
    if (manifest) await addTag(repository(), manifest, 'v1')
  }

  test.each([400, 403, 405, 409, 412])(
    'with %i succeeds if another job set it to the same image',
    async (status) => {
      script = { tag: [undefined, own], put: { status, message: 'tag is immutable' } }
      await expect(add()).resolves.toBeUndefined()
    },
  )

  test.each([
    [400, 'the tag is immutable', true],
    [403, 'tag immutability is enabled', true],
    [409, 'tag exists', true],
    [412, "'team/evaluator:v1' configured as immutable", true],
    [403, 'no permission', false],
  ])('with %i because of "%s" causes an error', async (status, message, immutable) => {
    script = { tag: [other], put: { status, message } }
    await expect(add()).rejects.toThrow(immutable ? /tags of this repository are immutable.*/ : message)
  })
})

describe('an annotation', () => {
  const kept = JSON.stringify({ ...JSON.parse(own), annotations: { kept: 'x' } })

  test.each([
    ['index:a=b', 'has no index, so these annotations are dropped: index:a=b. Write manifest:'],
    ['index-descriptor[linux/amd64]:a=b', 'these annotations are dropped: index-descriptor'],
    ['lost=x', 'The image has no annotation lost: the classic image store'],
    ['manifest:lost=x', 'The image has no annotation lost: the classic image store'],
  ])('that the image does not get causes a warning: %s', async (annotation, warning) => {
    script = { tag: [kept] }
    await publish({ digest: digestOf(kept) }, 'tag', [annotation])
    expect(output.text).toContain('::warning title=annotations::')
    expect(output.text).toContain(warning)
  })

  test('that the image gets causes no warning', async () => {
    script = { tag: [kept] }
    await publish({ digest: digestOf(kept) }, 'tag', ['kept=x', 'manifest[linux/amd64]:kept=x'])
    expect(output.text).not.toContain('::warning')
  })
})

test.each([401, 403])(
  'says how to log in if the registry answers %s for an existing image',
  async (status) => {
    const closed: LocalServer = await serve(({ path }, response) => {
      if (path.startsWith('/token')) return reply(response, 200, { token: 'of-anyone' })
      response.setHeader('www-authenticate', `Bearer realm="${closed.url}/token"`)
      return reply(response, status)
    })
    const repository = openRepository(closed.host, 'team/evaluator', login, signal)
    const registry = {
      host: closed.host,
      path: 'team/evaluator',
      login,
      prepare: async () => 'exists' as const,
    }
    const context = {
      docker: engine.docker,
      runLog: new RunLog(),
      signal,
      privateDirectory: '/nowhere',
      shared: new SharedImage([]),
    }
    await expect(findInRegistry(planOf(), { registry, login, repository }, context)).rejects.toThrow(
      /^build is false, and the registry does not show \S+:v1 to this run: .* docker\/login-action .*\d{3}/,
    )
  },
)
