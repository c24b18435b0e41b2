import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { loadInputs, type PublishInputs } from '../../../../src/actions/publish/inputs.js'
import { makePlan } from '../../../../src/actions/publish/plan.js'
import { buildArguments } from '../../../../src/image/build/arguments.js'
import type { InputError } from '../../../../src/runtime/errors.js'
import type { Event } from '../../../../src/runtime/event.js'
import { captureOutput } from '../../../support/captured-output.js'

const output = captureOutput()
const before = process.cwd()
const environment = { ...process.env }
const workspace = mkdtempSync(join(tmpdir(), 'inputs-'))
const sha = '0123456789abcdef0123456789abcdef01234567'
const tag: Event = {
  eventName: 'push',
  ref: 'refs/tags/v1.2.3',
  sha,
  actor: 'a',
  repository: 'a/b',
  runUrl: undefined,
  payload: {},
}
const pullRequest: Event = {
  ...tag,
  eventName: 'pull_request',
  ref: 'refs/pull/7/merge',
  payload: { pull_request: { number: 7, head: { repo: null, sha }, base: { repo: { full_name: 'a/b' } } } },
}
const ownPullRequest: Event = {
  ...pullRequest,
  payload: {
    pull_request: {
      number: 7,
      head: { repo: { full_name: 'a/b' }, sha },
      base: { repo: { full_name: 'a/b' } },
    },
  },
}
const required = {
  workflow: 'Keypoints',
  'evaluator-name': 'evaluate',
  image: 'evaluator',
  'api-token': 'token-of-acme',
}

beforeAll(() => {
  for (const folder of ['docker', 'empty']) mkdirSync(join(workspace, folder))
  for (const file of ['Dockerfile', 'docker/Dockerfile', 'netrc'])
    writeFileSync(join(workspace, file), 'FROM scratch\n')
  process.chdir(workspace)
})
afterAll(() => {
  process.chdir(before)
  rmSync(workspace, { recursive: true })
})
beforeEach(clean)
afterEach(clean)

function clean(): void {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, environment)
}

/** Reads inputs as the runner passes them. Undefined inputs are omitted. */
function load(
  inputs: Record<string, string | undefined>,
  event = tag,
  env: Record<string, string> = {},
): PublishInputs {
  clean()
  for (const [name, value] of Object.entries({ ...required, ...inputs }))
    if (value !== undefined) process.env[`INPUT_${name.toUpperCase()}`] = value
  Object.assign(process.env, env)
  return loadInputs(event)
}

function problems(
  inputs: Record<string, string | undefined>,
  event = tag,
  env: Record<string, string> = {},
): readonly string[] {
  try {
    load(inputs, event, env)
    return []
  } catch (error) {
    return (error as InputError).problems
  }
}

test('publishes with the minimum of inputs', () => {
  expect(load({})).toMatchObject({
    mode: { dryRun: false, reason: 'tag v1.2.3 (push)' },
    evaluator: { workflow: 'Keypoints', name: 'evaluate', secret: undefined, awsAssumeRole: undefined },
    platform: {
      apiUrl: new URL('https://api.kolena.io'),
      apiToken: 'token-of-acme',
      organization: undefined,
    },
    image: {
      host: undefined,
      path: 'evaluator',
      tags: ['v1.2.3'],
      platformRegistry: 'docker.kolena.io',
      credentials: undefined,
      createRepository: true,
      reference: 'tag',
    },
    build: {
      options: expect.objectContaining({
        context: '.',
        platforms: ['linux/amd64'],
        provenance: 'false',
        sbom: 'false',
      }),
      secrets: [{ id: 'KOLENA_TOKEN', value: 'token-of-acme' }],
    },
  })
})

describe('the image', () => {
  test.each([
    ['a name', { image: 'evaluator' }, { host: undefined, path: 'evaluator' }],
    ['a path', { image: 'team/evaluator' }, { host: undefined, path: 'team/evaluator' }],
    [
      'the organization and a name',
      { image: 'acme/evaluator', organization: 'acme' },
      { host: undefined, path: 'evaluator' },
    ],
    [
      'a name like the organization',
      { image: 'acme', organization: 'acme' },
      { host: undefined, path: 'acme' },
    ],
    [
      "a reference to the platform's registry",
      { image: 'docker.kolena.io/acme/evaluator' },
      { host: undefined, path: 'evaluator' },
    ],
    [
      'the same with its organization',
      { image: 'docker.kolena.io/acme/a/b', organization: 'acme' },
      { host: undefined, path: 'a/b' },
    ],
    [
      'a reference to another registry',
      { image: 'ghcr.io/octo-org/evaluator' },
      { host: 'ghcr.io', path: 'octo-org/evaluator' },
    ],
    [
      "Docker Hub's old name",
      { image: 'index.docker.io/octo-org/evaluator' },
      { host: 'docker.io', path: 'octo-org/evaluator' },
    ],
    [
      'a reference to the given platform registry',
      { image: 'localhost:5000/a/b', registry: 'localhost:5000' },
      { host: undefined, path: 'b', platformRegistry: 'localhost:5000' },
    ],
  ])('may be %s', (_, inputs, image) => {
    expect(load(inputs).image).toMatchObject(image)
  })

  test.each([
    ['under another organization', { image: 'docker.kolena.io/globex/evaluator', organization: 'acme' }],
    ['without an organization', { image: 'docker.kolena.io/evaluator' }],
  ])('is refused in the platform’s registry %s', (_, inputs) => {
    expect(problems(inputs)).toEqual([
      `image "${inputs.image}": repositories of this registry begin with the organization; write image: evaluator`,
    ])
  })

  test.each<[string, Record<string, string>, Event, string[]]>([
    ['the given ones, each once', { tags: 'v1,latest\nv1' }, tag, ['v1', 'latest']],
    ['the Git tag', {}, tag, ['v1.2.3']],
    ['the branch and the commit', {}, { ...tag, ref: 'refs/heads/main' }, ['main-0123456']],
    ['the pull request', {}, pullRequest, ['pr-7']],
    [
      'the pull request, even if it runs on the base branch',
      {},
      { ...ownPullRequest, eventName: 'pull_request_target', ref: 'refs/heads/main' },
      ['pr-7'],
    ],
    ['the derived one if the given ones are blank', { tags: ' , \n' }, tag, ['v1.2.3']],
  ])('has as tags %s', (_, inputs, event, tags) => {
    expect(load(inputs, event).image.tags).toEqual(tags)
  })
})

describe('a full reference in tags', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a different registry', { image: 'ghcr.io/org/app', tags: 'ghcr.io/org/app:1.2' }, ['1.2']],
    [
      'several references of one image, and a tag alone',
      {
        image: 'ghcr.io/org/app',
        tags: 'ghcr.io/org/app:1.2.3\nghcr.io/org/app:1.2,stable\nghcr.io/org/app:stable',
      },
      ['1.2.3', '1.2', 'stable'],
    ],
    ['a registry with a port', { image: 'localhost:5000/a/b', tags: 'localhost:5000/a/b:v1' }, ['v1']],
    ['Docker Hub', { image: 'docker.io/org/app', tags: 'org/app:1' }, ['1']],
    ["Docker Hub's old name", { image: 'index.docker.io/org/app', tags: 'docker.io/org/app:1' }, ['1']],
    ["Docker Hub's own images", { image: 'docker.io/app', tags: 'docker.io/library/app:1' }, ['1']],
    [
      "the platform's registry",
      { image: 'docker.kolena.io/acme/evaluator', tags: 'docker.kolena.io/acme/evaluator:1' },
      ['1'],
    ],
    [
      "the platform's registry for a name with its organization",
      {
        image: 'evaluator',
        organization: 'acme',
        tags: 'docker.kolena.io/acme/evaluator:1\nacme/evaluator:2',
      },
      ['1', '2'],
    ],
    ['the name as it is written in image', { image: 'a/b', tags: 'a/b:1' }, ['1']],
    [
      'an organization within the name',
      { image: 'acme/evaluator', tags: 'docker.kolena.io/acme/evaluator:1' },
      ['1'],
    ],
  ])('is reduced to its tag, for %s', (_, inputs, tags) => {
    expect(load(inputs).image.tags).toEqual(tags)
  })

  test("names the organization on the platform's registry", () => {
    const loaded = load({ image: 'evaluator', tags: 'docker.kolena.io/acme/evaluator:1' })
    expect(loaded.platform.organization).toBe('acme')
    expect(makePlan(loaded).references).toEqual(['docker.kolena.io/acme/evaluator:1'])
  })

  test.each<[string, Record<string, string>, string]>([
    ['path', { image: 'ghcr.io/org/app', tags: '1.2,ghcr.io/org/other:1.2' }, 'ghcr.io/org/other:1.2'],
    ['owner', { image: 'ghcr.io/org/app', tags: 'ghcr.io/other/app:1.2' }, 'ghcr.io/other/app:1.2'],
    ['registry', { image: 'ghcr.io/org/app', tags: 'quay.io/org/app:1.2' }, 'quay.io/org/app:1.2'],
    ['registry, Docker Hub', { image: 'ghcr.io/org/app', tags: 'org/app:1.2' }, 'org/app:1.2'],
    ['port', { image: 'localhost:5000/a/b', tags: 'localhost:5001/a/b:1' }, 'localhost:5001/a/b:1'],
    ['name', { image: 'evaluator', tags: 'other:1' }, 'other:1'],
    [
      'organization',
      { image: 'evaluator', organization: 'acme', tags: 'docker.kolena.io/globex/evaluator:1' },
      'docker.kolena.io/globex/evaluator:1',
    ],
    [
      'organization than the reference before',
      { image: 'evaluator', tags: 'docker.kolena.io/acme/evaluator:1\ndocker.kolena.io/globex/evaluator:1' },
      'docker.kolena.io/globex/evaluator:1',
    ],
    [
      "registry than the platform's",
      { image: 'evaluator', tags: 'ghcr.io/acme/evaluator:1' },
      'ghcr.io/acme/evaluator:1',
    ],
  ])('is refused if it has a different %s', (_, inputs, reference) => {
    expect(problems(inputs)).toEqual([
      `tags "${reference}": is a reference to a different image than ${inputs.image}, which this run publishes; write the tag alone, or a reference of this image`,
    ])
  })

  test.each([
    'ghcr.io/org/app',
    'ghcr.io/org/app:',
    'ghcr.io/org/app:-x',
    'ghcr.io/Org/app:1',
    'a b:1',
    `ghcr.io/org/app:1@${`sha256:${'a'.repeat(64)}`}`,
  ])('is refused without a valid tag: %s', (tags) => {
    expect(problems({ image: 'ghcr.io/org/app', tags })).toEqual([
      expect.stringContaining(`${JSON.stringify(tags)} is not a valid tag`),
    ])
  })
})

test('a login is masked as user and password in base64', () => {
  load({ 'registry-username': 'robot', 'registry-password': 'password-of-robot' }, tag)
  expect(output.masks).toContain(Buffer.from('robot:password-of-robot').toString('base64'))
})

describe('the token', () => {
  test.each<[string, Record<string, string | undefined>, Event]>([
    ['in a dry run', {}, pullRequest],
    ['if dry-run is true', { 'dry-run': 'true' }, tag],
    ['for another registry without a registration', { register: 'false', image: 'ghcr.io/a/b' }, tag],
    [
      "for the platform's registry with a login for it",
      {
        register: 'false',
        organization: 'acme',
        'registry-username': 'acme',
        'registry-password': 'password',
      },
      tag,
    ],
  ])('is not needed %s', (_, inputs, event) => {
    const loaded = load({ ...inputs, 'api-token': undefined }, event)
    expect(loaded.platform.apiToken).toBeUndefined()
    expect(loaded.build?.secrets).toEqual([])
  })

  test.each<[string, Record<string, string>, string]>([
    ['to register', {}, 'to register the evaluator'],
    ['to register from another registry', { image: 'ghcr.io/a/b' }, 'to register the evaluator'],
    ['to push', { register: 'false' }, "to push to the platform's registry"],
    [
      'to find the organization',
      { register: 'false', 'registry-username': 'acme', 'registry-password': 'password' },
      'to push',
    ],
  ])('is needed %s', (_, inputs, why) => {
    expect(problems({ ...inputs, 'api-token': undefined })).toEqual([
      expect.stringContaining(`api-token: is required ${why}`),
    ])
  })

  test('may come from the variable of the platform’s own client', () => {
    expect(
      load({ 'api-token': undefined }, tag, { KOLENA_TOKEN: 'from-the-variable' }).platform.apiToken,
    ).toBe('from-the-variable')
    expect(
      load({}, tag, {
        KOLENA_API_URL: 'https://eu.example.com',
        KOLENA_REGISTRY: 'docker.eu.example.com',
      }).platform.apiUrl.host,
    ).toBe('eu.example.com')
  })
})

test.each([
  ['MyOrg/App', 'myorg/app'],
  ['MyOrg/app', 'myorg/app'],
  ['Team/sub/App', 'team/sub/app'],
])('suggests the whole image name in lower case: %s', (image, lower) => {
  expect(problems({ image })).toEqual([
    `image: "${image}" is not a valid image reference: write it in lower case: "${lower}"`,
  ])
})

test.each([
  'KOLENA_TOKEN=hunter2-secret-token',
  'export KOLENA_TOKEN=hunter2-secret-token',
  'KOLENA_TOKEN="hunter2-secret-token"',
  `KOLENA_TOKEN=${'hunter2-'.repeat(200)}`,
  'MY_API_KEY=hunter2x',
])('recognizes a token with the text of an assignment at any length: %s', (text) => {
  const [problem, ...others] = problems({ 'api-token': text })
  expect(problem).toContain('api-token: begins with the name of a variable and "="; write the token alone')
  expect([problem, ...others].join()).not.toContain('hunter2')
  expect(output.masks).toContain(text.replace(/^.*?="?/, '').replace('"', ''))
})

describe('the registry of another platform', () => {
  const sandbox = { 'api-url': 'https://sandbox.example.com' }

  test.each<[string, Record<string, string | undefined>, Event]>([
    ['to push', {}, tag],
    ['to register and push', { image: 'team/evaluator' }, tag],
    ['in a dry run, which shows it', {}, ownPullRequest],
    ['for an api-url from the variable', { 'api-url': undefined }, tag],
  ])('must be named, because it gets the token: %s', (_, inputs, event) => {
    const env = { KOLENA_API_URL: 'https://sandbox.example.com' }
    expect(problems({ ...sandbox, ...inputs }, event, inputs['api-url'] === undefined ? env : {})).toEqual([
      expect.stringMatching(
        /^registry: is the registry of another platform, docker\.kolena\.io, .* KOLENA_REGISTRY/,
      ),
    ])
  })

  test.each<[string, Record<string, string | undefined>, Record<string, string>]>([
    ['is read from the input', { registry: 'r.example.com' }, {}],
    ['is read from the variable', {}, { KOLENA_REGISTRY: 'r.example.com' }],
    ['may be the default one if the user writes it', { registry: 'docker.kolena.io' }, {}],
    ['does not matter for an image elsewhere', { image: 'ghcr.io/a/b' }, {}],
    [
      'does not matter if the registry has a separate login',
      { 'registry-username': 'a', 'registry-password': 'password' },
      {},
    ],
    ['does not matter without a token', { 'api-token': undefined, 'dry-run': 'true' }, {}],
    ['is the default one for the default platform', { 'api-url': 'https://api.kolena.io' }, {}],
  ])('%s', (_, inputs, env) => {
    expect(problems({ ...sandbox, ...inputs }, tag, env)).toEqual([])
  })
})

test('reports a missing or invalid image as one problem, even with the api-url of another platform', () => {
  const sandbox = { 'api-url': 'https://sandbox.example.com' }
  for (const image of ['', 'A:b:c'])
    expect(problems({ ...sandbox, image })).toEqual([expect.stringMatching(/^image: /)])
})

describe('an image that exists already', () => {
  const digest = `sha256:${'ab'.repeat(32)}`
  test.each<[string, Record<string, string>, object, string[]]>([
    ['its tag', { image: 'docker.kolena.io/acme/e:v1' }, { tags: ['v1'], reference: 'tag' }, ['e:v1']],
    ['its digest', { image: `docker.kolena.io/acme/e@${digest}` }, { tags: [], digest }, [`e@${digest}`]],
    [
      'its digest, and new tags',
      { image: `docker.kolena.io/acme/e@${digest}`, tags: 'stable' },
      { tags: ['stable'], reference: 'digest' },
      [`e@${digest}`, 'e:stable'],
    ],
    [
      'a tag and a digest',
      { image: `docker.kolena.io/acme/e:v1@${digest}` },
      { tags: ['v1'], digest },
      [`e@${digest}`, 'e:v1'],
    ],
    [
      'the same tag twice',
      { image: 'docker.kolena.io/acme/e:v1', tags: 'v1,v2' },
      { tags: ['v1', 'v2'] },
      ['e:v1', 'e:v2'],
    ],
    [
      'a registry elsewhere',
      { image: `ghcr.io/acme/e@${digest}` },
      { host: 'ghcr.io', digest },
      [`e@${digest}`],
    ],
  ])('may be named by %s', (_, inputs, image, references) => {
    const loaded = load({ build: 'false', ...inputs })
    expect(loaded.image).toMatchObject(image)
    expect(makePlan(loaded).references.map((text) => text.split('/').at(-1))).toEqual(references)
  })

  test.each([
    [{ build: 'false', image: 'e:v1', tags: 'v2' }, 'tags "v2": image already has the tag v1'],
    [{ image: 'e:v1' }, 'image: "e:v1" has a tag; leave ":v1" out here and write tags: v1'],
    [{ image: `e@${digest}` }, 'has a digest; leave it out: the push decides the digest'],
  ])('is refused if other inputs contradict it: %j', (inputs, problem) => {
    expect(problems(inputs as Record<string, string>)).toEqual([expect.stringContaining(problem)])
  })
})

describe('an event that brings code of a fork together with secrets', () => {
  const event = { ...pullRequest, eventName: 'pull_request_target', ref: 'refs/heads/main' }

  test.each(['auto', 'true', 'false'])('is refused, even with dry-run: %s', (dryRun) => {
    expect(problems({ 'dry-run': dryRun }, event)).toEqual([
      expect.stringMatching(
        /^allow-fork-code: this pull_request_target event comes from a fork that was deleted/,
      ),
    ])
  })

  test('is accepted with allow-fork-code', () => {
    expect(load({ 'allow-fork-code': 'true' }, event).mode.dryRun).toBe(true)
  })
})

describe('the inputs of docker/build-push-action', () => {
  test.each<[Record<string, string>, string]>([
    [
      { 'add-hosts': 'a:10.0.0.1,b:10.0.0.2\nc:::1' },
      '--add-host a:10.0.0.1 --add-host b:10.0.0.2 --add-host c:::1',
    ],
    [{ allow: 'network.host, security.insecure' }, '--allow network.host --allow security.insecure'],
    [{ allow: 'network.host\nsecurity.insecure\n' }, '--allow network.host --allow security.insecure'],
    [{ 'cgroup-parent': 'builds.slice' }, '--cgroup-parent builds.slice'],
    [{ 'no-cache-filters': 'a,b' }, '--no-cache-filter a --no-cache-filter b'],
    [{ 'no-cache-filters': 'a\r\n\r\nb' }, '--no-cache-filter a --no-cache-filter b'],
    [{ 'shm-size': '2g' }, '--shm-size 2g'],
    [{ ulimit: 'nofile=1024:1024\nnproc=3' }, '--ulimit nofile=1024:1024 --ulimit nproc=3'],
    [{ attests: 'type=sbom' }, '--provenance=false --sbom=true'],
    [
      { attests: 'type=sbom,generator=docker/scanner:1' },
      '--provenance=false --sbom=generator=docker/scanner:1',
    ],
    [{ attests: 'generator=a/b,type=sbom' }, '--provenance=false --sbom=generator=a/b'],
    [
      { attests: 'type=provenance,mode=max,inline-only=true\ntype=sbom' },
      '--provenance=mode=max,inline-only=true --sbom=true',
    ],
    [{ attests: 'type=provenance,mode=max,disabled=true' }, '--provenance=false --sbom=false'],
    [{ attests: 'type=provenance,mode=max,disabled=false' }, '--provenance=mode=max --sbom=false'],
    [{ attests: 'type=provenance,mode=max', provenance: 'mode=min' }, '--provenance=mode=min --sbom=false'],
    [{ attests: 'type=sbom', provenance: 'true', sbom: 'false' }, '--provenance=true --sbom=true'],
  ])('%j become the arguments %s of buildx', (inputs, expected) => {
    const { build } = load(inputs)
    if (!build) throw new Error('nothing is built')
    const files = { metadata: '/m', imageId: '/i', secrets: [] }
    expect(` ${buildArguments(build.options, [], 'cache', files).join(' ')} `).toContain(` ${expected} `)
  })

  test.each(['type=sbom', 'type=provenance', 'type=provenance,mode=min'])(
    'keep an image with the attestation %s in the builder, because it is an index',
    (attests) => {
      expect(load({ attests }).build?.store).toBe('builder')
    },
  )

  test.each([
    ['type=signature', '"type=signature" has no known type'],
    ['sbom', '"sbom" has no known type'],
    ['mode=max', '"mode=max" has no known type'],
    ['type=sbom\ntype=sbom,generator=a', 'contains type=sbom twice'],
  ])('are refused with a mistake in attests: %j', (attests, problem) => {
    expect(problems({ attests })).toEqual([expect.stringContaining(problem)])
  })
})

describe('code that may be unreviewed', () => {
  const comment: Event = { ...tag, eventName: 'issue_comment', ref: 'refs/heads/main' }
  const given = {
    secrets: 'a=of-the-input',
    'secret-envs': 'b=FROM_ENV',
    'secret-files': 'c=netrc',
    ssh: 'default',
    allow: 'network.host,security.insecure',
    'cache-from':
      'type=gha\ntype=s3,region=eu-west-1,bucket=b\ntype=azblob,name=n\ntype=registry,ref=r.io/c\nr.io/d\ntype=local,type=gha,src=c\ntype=registry,type=s3,region=r,bucket=b',
    'cache-to': 'type=gha',
  }
  const env = { FROM_ENV: 'of-the-environment' }

  test.each(['issue_comment', 'deployment_status', 'pull_request'])(
    'gets no secret, agent or credential into its build: %s',
    (eventName) => {
      const { build, mode } = load(given, { ...comment, eventName }, env)
      expect(mode).toMatchObject({ dryRun: true, untrusted: true })
      expect(build?.secrets).toEqual([])
      expect(build?.options).toMatchObject({
        untrusted: true,
        ssh: [],
        allow: [],
        cacheFrom: ['type=registry,ref=r.io/c', 'r.io/d'],
        cacheTo: [],
      })
      for (const value of ['of-the-input', 'of-the-environment']) expect(output.masks).toContain(value)
    },
  )

  test('gets them if the user declares it reviewed', () => {
    const { build, mode } = load({ ...given, 'allow-fork-code': 'true' }, comment, env)
    expect(mode).toEqual({ dryRun: true, reason: expect.stringContaining('issue_comment') })
    expect(build?.secrets.map(({ id }) => id)).toEqual(['KOLENA_TOKEN', 'a', 'b', 'c'])
    expect(build?.options).toMatchObject({
      ssh: ['default'],
      allow: ['network.host', 'security.insecure'],
      cacheTo: [],
    })
  })

  test('is not published, even with dry-run: false', () => {
    expect(problems({ 'dry-run': 'false' }, comment)).toEqual([
      expect.stringMatching(/^dry-run "false": the code may be unreviewed \(issue_comment event/),
    ])
    const allowed = { 'dry-run': 'false', 'allow-fork-code': 'true' }
    expect(load(allowed, comment).mode).toEqual({ dryRun: false, reason: 'set by dry-run: false' })
  })

  test.each([
    ['context', { context: 'git@github.com:a/b.git' }],
    ['context', { context: 'ssh://git@github.com/a/b.git#main' }],
    ['build-contexts', { 'build-contexts': 'other=git@github.com:a/b.git' }],
  ])('is not fetched with the SSH agent: %s', (name, inputs) => {
    expect(problems(inputs, comment)).toEqual([
      expect.stringMatching(new RegExp(`^${name} ".*": is fetched with the runner's SSH agent`)),
    ])
    expect(problems(inputs)).toEqual([])
  })
})

describe('a Git login in the files of a build', () => {
  const comment: Event = { ...tag, eventName: 'issue_comment', ref: 'refs/heads/main' }
  const login = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eC1hY2Nlc3M=\n'
  const write = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
  beforeEach(() => {
    for (const path of ['Dockerfile', 'inner/Dockerfile', 'other/x'])
      write(`checkout/${path}`, 'FROM scratch\n')
  })
  afterEach(() => rmSync('checkout', { recursive: true }))

  test.each<[string, string, Record<string, string>]>([
    ['checkout/.git/config', 'context', { context: 'checkout' }],
    ['checkout/.git/config.worktree', 'context', { context: 'checkout' }],
    ['checkout/.git/modules/lib/config', 'context', { context: 'checkout' }],
    ['checkout/.git/modules/libs/a/modules/b/config', 'context', { context: 'checkout' }],
    ['checkout/inner/.git/config', 'context', { context: 'checkout' }],
    ['checkout/.git/config', 'file', { context: 'checkout/inner', file: 'checkout/Dockerfile' }],
    [
      'checkout/other/.git/config',
      'build-contexts',
      { 'build-contexts': 'x=checkout/other', context: 'checkout/inner' },
    ],
  ])('is refused in %s (%s)', (path, name, inputs) => {
    write(path, login)
    for (const eventName of ['issue_comment', 'deployment_status', 'pull_request_review'])
      expect(problems(inputs, { ...comment, eventName })).toEqual([
        expect.stringMatching(
          new RegExp(
            `^${name} "${path}": holds a login for Git.* persist-credentials: false for actions/checkout$`,
          ),
        ),
      ])
  })

  test('is accepted unless unreviewed code could get a token that can write', () => {
    write('checkout/.git/config', login)
    const inputs = { context: 'checkout' }
    for (const event of [tag, pullRequest, ownPullRequest]) expect(problems(inputs, event)).toEqual([])
    expect(problems({ ...inputs, 'allow-fork-code': 'true' }, comment)).toEqual([])
    expect(problems({ context: 'checkout/inner' }, comment)).toEqual([])
  })

  test('is not found in a configuration that has none', () => {
    write('checkout/.git/config', '[remote "origin"]\n\turl = https://github.com/a/b\n')
    expect(problems({ context: 'checkout' }, comment)).toEqual([])
  })
})

describe('the tag of the image is derived from', () => {
  const after = (head_branch: string, event = 'push'): Event => ({
    ...tag,
    eventName: 'workflow_run',
    ref: 'refs/heads/main',
    payload: {
      workflow_run: { event, head_branch, head_sha: 'f'.repeat(40), head_repository: { full_name: 'a/b' } },
    },
  })
  test.each<[string, Event, string]>([
    ['the branch of the run before a workflow_run', after('feature/x'), 'feature-x-fffffff'],
    [
      'the Git tag of the checked out commit',
      { ...after('v1.2.3'), source: { ref: 'refs/tags/v1.2.3', sha: 'f'.repeat(40) } },
      'v1.2.3',
    ],
    [
      'the tag of a release',
      { ...tag, eventName: 'release', ref: '', sha: '', payload: { release: { tag_name: 'v2' } } },
      'v2',
    ],
    [
      'the commit, for a pull request without a number',
      { ...tag, eventName: 'pull_request', ref: 'refs/pull/%!f(<nil>)/merge' },
      'pr-0123456',
    ],
  ])('%s', (_, event, expected) => {
    expect(load({}, event).image.tags).toEqual([expected])
  })
})

describe('the registration', () => {
  test('requires a workflow and a name, unless register is false', () => {
    const nothing = { workflow: '', 'evaluator-name': undefined }
    expect(problems(nothing)).toEqual([
      expect.stringContaining('workflow: is required to register the evaluator'),
      expect.stringContaining('evaluator-name: is required to register the evaluator'),
    ])
    expect(load({ ...nothing, register: 'false' }).evaluator).toBeUndefined()
  })

  test('contains the secret and the role', () => {
    const awsAssumeRole = 'arn:aws:iam::123456789012:role/images'
    const { evaluator } = load({ secret: 'secret-of-the-role', 'aws-assume-role': awsAssumeRole })
    expect(evaluator).toMatchObject({ secret: 'secret-of-the-role', awsAssumeRole })
    expect(output.masks).toContain('secret-of-the-role')
  })
})

describe('the verification', () => {
  const sample = { test_sample: {}, ground_truth: {}, inference: {} }
  test.each([
    ['has none, with metrics-gate off', [[]], 'base', 'off', true],
    ['has none, with metrics-gate fail', [[], []], 'registered', 'fail', true],
    ['has none, with an image as the baseline', [[]], 'registry.example.com/a/b:v1', 'warn', true],
    ['has one', [[], [sample]], 'base', 'fail', false],
    ['has none, but there is no baseline', [[]], undefined, undefined, false],
  ])('refuses a baseline without samples: the fixture %s', (_, cases, baseline, gate, refused) => {
    const test_cases = cases.map((samples, index) => ({ name: `case ${index}`, samples }))
    writeFileSync('fixture.json', JSON.stringify({ test_cases }))
    const inputs = { 'contract-fixture': 'fixture.json', 'metrics-baseline': baseline, 'metrics-gate': gate }
    expect(problems({ verify: 'contract', ...inputs })).toEqual(
      refused
        ? [
            `metrics-baseline "${baseline}": compares the metrics of samples, and the contract-fixture has none; add samples to it, or leave this out`,
          ]
        : [],
    )
  })

  const recorded = { 'fixture-model': 'm@1', 'fixture-test-suite': 's@3' }

  test('reads the model and the test suite whose samples are recorded', () => {
    const { verify } = load({ verify: 'contract', ...recorded, 'metrics-baseline': 'registered' })
    expect(verify).toMatchObject({
      recording: {
        workflow: 'Keypoints',
        model: 'm@1',
        suite: { name: 's', version: 3 },
        limit: 10_000,
        metadata: true,
      },
      baseline: { registered: true },
    })
  })

  test.each<[string, Record<string, string | undefined>, Event, string | undefined]>([
    ['a pull request from a fork, even with a token', {}, pullRequest, 'may be unreviewed'],
    ['a dry run without a token', { 'api-token': undefined }, ownPullRequest, 'needs an API token'],
    ['a pull request of this repository', {}, ownPullRequest, undefined],
    ['a fork whose code is not checked out', { 'allow-fork-code': 'true' }, pullRequest, undefined],
  ])('records samples according to the class of the event: %s', (_, inputs, event, reason) => {
    const { recording } = load({ verify: 'contract', ...recorded, ...inputs }, event).verify ?? {}
    expect(recording).toEqual(
      reason === undefined
        ? expect.objectContaining({ model: 'm@1' })
        : { reason: expect.stringContaining(reason) },
    )
  })

  test.each<[Record<string, string | undefined>, string[]]>([
    [
      { ...recorded, 'contract-fixture': 'fixture.json' },
      [
        'contract-fixture "fixture.json": is set together with fixture-model, which replaces it; set only one of them',
      ],
    ],
    [{ 'fixture-model': 'm' }, ['fixture-test-suite: is missing although fixture-model is set; set both']],
    [
      { 'fixture-test-suite': 's' },
      ['fixture-model: is missing although fixture-test-suite is set; set both'],
    ],
    [
      { ...recorded, verify: 'start' },
      [
        'fixture-model "m@1": is used only by verify: contract; set that, or leave out fixture-model and fixture-test-suite',
      ],
    ],
    [
      { ...recorded, 'fixture-samples': '0' },
      ['fixture-samples "0": write a number of samples, such as 10000'],
    ],
    [
      { ...recorded, 'api-token': undefined, register: 'false', image: 'registry.example.com/a/b' },
      [
        expect.stringMatching(/^api-token: is required to read the samples of fixture-model, and is empty/),
      ] as never,
    ],
  ])('refuses %j', (inputs, expected) => {
    writeFileSync('fixture.json', JSON.stringify({ test_cases: [{ name: 'all', samples: [] }] }))
    expect(problems({ verify: 'contract', ...inputs })).toEqual(expected)
  })

  test('suggests the id of a finding', () => {
    expect(problems({ 'accept-findings': 'gpu-image, root_user' })).toEqual([
      'accept-findings "gpu-image, root_user": "root_user" is not the id of a finding; did you mean root-user?',
    ])
  })

  test('requires a fixture that exists', () => {
    expect(problems({ verify: 'contract', 'contract-fixture': 'nowhere.json' })).toEqual([
      'contract-fixture "nowhere.json": there is no such file; write its path relative to the working directory (in a workflow, the root of the repository)',
    ])
  })

  test.each([
    ['[]', 'is not a fixture; write {"test_cases"'],
    ['{"test_cases": []}', 'test_cases is empty; write at least one item'],
    ['{"test_cases": [{"name": 1, "samples": []}]}', 'test case 1: name is 1; write text'],
  ])('reports what is wrong in the fixture %s', (text, problem) => {
    writeFileSync('fixture.json', text)
    expect(problems({ verify: 'contract', 'contract-fixture': 'fixture.json' })).toEqual([
      expect.stringContaining(`contract-fixture "fixture.json": ${problem}`),
    ])
  })
})

describe('the build', () => {
  test('is undefined if the image exists already', () => {
    expect(load({ build: 'false', context: 'nowhere' }).build).toBeUndefined()
  })

  test.each([
    ['a folder', { context: 'docker' }, []],
    ['a Dockerfile elsewhere', { context: 'empty', file: 'docker/Dockerfile' }, []],
    [
      'a folder that does not exist',
      { context: 'nowhere' },
      ['context "nowhere": there is no such directory'],
    ],
    [
      'a folder without a Dockerfile',
      { context: 'empty' },
      [
        'file "empty/Dockerfile": there is no such Dockerfile; write its path relative to the working directory (in a workflow, the root of the repository), such as file: ',
      ],
    ],
    ['a repository', { context: 'https://github.com/a/b.git#main:docker' }, []],
    ['a repository by ssh', { context: 'git@github.com:a/b.git' }, []],
    ['a repository by its short name', { context: 'github.com/a/b' }, []],
  ])('checks %s', (_, inputs, expected) => {
    expect(problems(inputs)).toEqual(expected.map((text) => expect.stringContaining(text)))
  })

  test('keeps values exactly, and splits at commas only where commas separate', () => {
    const { build } = load({
      'build-args': 'A=1, 2\nB=x=y\nC=',
      platforms: 'linux/amd64,linux/arm64',
      'cache-from': 'type=registry,ref=a/b\ntype=gha',
      labels: 'a=b c',
      ssh: 'default,key=/a',
    })
    expect(build?.options).toMatchObject({
      buildArgs: ['A=1, 2', 'B=x=y', 'C='],
      platforms: ['linux/amd64', 'linux/arm64'],
      cacheFrom: ['type=registry,ref=a/b', 'type=gha,scope=evaluator'],
      labels: ['a=b c'],
      ssh: ['default', 'key=/a'],
    })
  })

  test.each([
    ...[
      'TOKEN',
      'GITHUB_TOKEN',
      'npm_token',
      'DB_PASSWORD',
      'MY_SECRET_VALUE',
      'AWS_SECRET_ACCESS_KEY',
      'API_KEY',
    ],
    ...['APIKEY', 'SSH_PRIVATE_KEY', 'CREDENTIALS', 'SIGNING_PASSPHRASE'],
  ])('refuses the argument %s, which has the name of a secret', (name) => {
    expect(problems({ 'build-args': `${name}=canary` })).toEqual([
      expect.stringMatching(
        new RegExp(`^build-args "${name}": looks like a secret, .*type=secret,id=${name}$`),
      ),
    ])
  })

  test.each(['PAD_TOKEN=[PAD]', 'MAX_TOKEN_COUNT=4096', 'SESSION_SECRET_FILE=/run/x'])(
    'accepts %s, whose value is not a secret, with a warning that the user can turn off',
    (argument) => {
      const [name = ''] = argument.split('=')
      expect(load({ 'build-args': argument }).build?.options.buildArgs).toEqual([argument])
      expect(output.text).toContain(`::warning title=secret-like-variable::The build argument ${name} `)
    },
  )

  test('does not warn about an accepted argument', () => {
    load({ 'build-args': 'PAD_TOKEN=[PAD]', 'accept-findings': 'secret-like-variable' })
    expect(output.text).not.toContain('PAD_TOKEN')
  })

  test.each(['PAD_TOKEN=ghp_0123456789abcdefghij', 'MAX_TOKEN_COUNT=d41d8cd98f00b204e9800998ecf8427e'])(
    'refuses %s, whose value looks like a secret, even if the finding is accepted',
    (argument) => {
      const found = problems({ 'build-args': argument, 'accept-findings': 'secret-like-variable' })
      expect(found).toEqual([expect.stringContaining('looks like a secret')])
    },
  )

  test.each(['TOKENIZER', 'KEYPOINTS', 'SECRETARY', 'PYTHON_VERSION', 'MONKEY', 'PASSWORDLESS'])(
    'accepts the argument %s, whose name only resembles that of a secret',
    (name) => {
      expect(problems({ 'build-args': `${name}=x` })).toEqual([])
    },
  )

  test.each([
    ['the token', {}, 'token-of-acme'],
    ['the evaluator’s secret', { secret: 'evaluator-secret' }, 'evaluator-secret'],
    [
      'the registry’s password',
      { 'registry-username': 'a', 'registry-password': 'registry-pass' },
      'registry-pass',
    ],
    ['a secret from a variable', { 'secret-envs': 'CANARY_VARIABLE' }, 'secret-of-the-variable'],
    ['a secret from a file', { 'secret-files': 'id=canary-file' }, 'Secret0fTheFile'],
  ])('refuses an argument whose value contains %s', (_, inputs, value) => {
    writeFileSync('canary-file', 'Secret0fTheFile\n')
    const given = { ...inputs, 'build-args': `INDEX=https://x:${value}@pypi.example.com` }
    const [problem, ...others] = problems(given, tag, { CANARY_VARIABLE: 'secret-of-the-variable' })
    rmSync('canary-file')
    expect(problem).toContain('build-args "INDEX": looks like a secret')
    expect([problem, ...others].join()).not.toContain(value)
    expect(others).toEqual([])
  })

  test.each([
    ['labels', 'a=the secret-of-the-label'],
    ['annotations', `manifest:a=${Buffer.from('secret-of-the-label').toString('base64')}`],
    ['build-contexts', 'a=https://example.com/secret-of-the-label'],
    ['target', 'secret-of-the-label'],
    ['add-hosts', 'secret-of-the-label:127.0.0.1'],
  ])('refuses a secret in %s', (name, value) => {
    const [problem, ...others] = problems({ secrets: 'x=secret-of-the-label', [name]: value })
    expect(others).toEqual([])
    expect(problem).toMatch(new RegExp(`^${name}: contains a secret, which others could read`))
    expect(problem).not.toContain('secret-of')
  })
})

describe('secrets of the build', () => {
  test('come from values, variables and files, and the last one with the same id wins', () => {
    const { build } = load(
      {
        secrets: 'a=1234\n"b=two\nlines"\nc=old',
        'secret-envs': 'c=FROM_ENV,OTHER',
        'secret-files': 'netrc=netrc',
      },
      tag,
      { FROM_ENV: 'new', OTHER: 'other-value' },
    )
    expect(build?.secrets).toEqual([
      { id: 'KOLENA_TOKEN', value: 'token-of-acme' },
      { id: 'a', value: '1234' },
      { id: 'b', value: 'two\nlines' },
      { id: 'c', value: 'new' },
      { id: 'OTHER', value: 'other-value' },
      { id: 'netrc', file: 'netrc' },
    ])
    expect(output.masks).toContain('other-value')
    expect(output.masks).not.toContain('1234')
    expect(output.text).toContain('The build secret a has fewer than 8 characters')
  })

  test('from a file are masked line by line, and in base64 if they are not text', () => {
    const [line, bytes] = [
      'machine x login y password hunter2hunter2',
      Buffer.from('fffe00c3280a1b2c3d4e5f60', 'hex'),
    ]
    writeFileSync('credentials', `machine z\n${line}\n`)
    writeFileSync('store.p12', bytes)
    load({ 'secret-files': 'netrc=credentials\nstore=store.p12' })
    expect(output.masks).toContain(line)
    expect(output.masks).toContain(bytes.toString('base64'))
  })

  test.each([
    [{ 'secret-envs': 'npm=NOT_SET' }, 'secret-envs "NOT_SET": the environment has no such variable'],
    [{ 'secret-files': 'pip=nowhere' }, 'secret-files "nowhere": there is no such file'],
    [{ secrets: 'a b=value' }, 'secrets: item 1 is not written as id=value'],
    [{ secrets: 'a,src=/etc/passwd=x' }, 'secrets: item 1 is not written as id=value'],
    [{ 'secret-envs': 'a b=PATH' }, 'secret-envs: has an invalid id'],
    [{ 'secret-files': 'a b=netrc' }, 'secret-files: has an invalid id'],
    [
      { 'secret-envs': 'a=GITHUB_TOKEN' },
      'secret-envs "GITHUB_TOKEN": is the name of a credential of GitHub',
    ],
    [{ 'secret-envs': 'ACTIONS_RUNTIME_TOKEN' }, 'is the name of a credential of GitHub'],
    [{ 'secret-env': 'ACTIONS_ID_TOKEN_REQUEST_TOKEN' }, 'is the name of a credential of GitHub'],
    [{ 'secret-files': 'pip=.' }, 'secret-files ".": '],
    [{ 'secret-files': 'pip=/dev/zero' }, 'secret-files "/dev/zero": '],
    [{ secrets: 'value-without-id' }, 'secrets: item 1 has no "="'],
  ])('are refused with %j', (inputs: Record<string, string>, problem) => {
    expect(problems(inputs)).toEqual([expect.stringContaining(problem)])
  })
})

describe('a multi-line secret', () => {
  test.each([
    ['base64', 'TOKENS=Y2FuYXJ5LWxpbmUtb25lLWNhbmFyeS1saW5lLW9uZQpj\nY2FuYXJ5LWxpbmUtdHdvCg=='],
    [
      'base64 with one equals sign',
      'TOKENS=Y2FuYXJ5LWxpbmUtb25lLWNhbmFyeS1saW5lLW9uZQpj\nY2FuYXJ5LWxpbmUtdHc=',
    ],
    ['base64 without one', 'TOKENS=Y2FuYXJ5LWxpbmUtb25lLWNhbmFyeS1saW5lLW9uZQpj\nY2FuYXJ5LWxpbmUt'],
    ['base64 of other characters', 'TOKENS=Y2FuYXJ5LWxpbmUtb25l\nY2Fu+XJ5/GluZS10d28='],
    ['a key', 'KEY=-----BEGIN KEY-----\ncanary=\n-----END KEY-----'],
    ['JSON', 'KEY={\n"canary": "a=b"\n}'],
    ['a header', 'HEADER=first\nAuthorization: canary=x'],
  ])('without quotes is refused and not shown: %s', (_, secrets) => {
    const found = problems({ secrets })
    expect(found).toEqual([expect.stringMatching(/^secrets: item \d .*quotes around the whole item/)])
    expect(found[0]).not.toMatch(/canary|Y2Fu/)
  })

  test('without quotes is not confused with an empty secret', () => {
    const { build } = load({ secrets: 'A=x\nNPM_TOKEN=\nMYTOKEN=\nmyOwnSecret=\nB=a=b' })
    expect(build?.secrets.map(({ id }) => id)).toEqual([
      'KOLENA_TOKEN',
      'A',
      'NPM_TOKEN',
      'MYTOKEN',
      'myOwnSecret',
      'B',
    ])
  })

  test('in quotes is passed on byte for byte', () => {
    const key = ' -----BEGIN KEY-----\n"canary"\n\n-----END KEY-----\n'
    const { build } = load({ secrets: `"SSH_KEY=${key.replaceAll('"', '""')}"\n  B=x  ` })
    expect(build?.secrets.slice(1)).toEqual([
      { id: 'SSH_KEY', value: key },
      { id: 'B', value: 'x' },
    ])
  })
})

test.each([
  ['build-args', 'PIP_TOKEN=hunter2secret\nFOO', ['item 2 has no "="', '"PIP_TOKEN": looks like a secret']],
  ['build-args', 'FOO\nPIP_TOKEN=hunter2secret', ['item 1 has no "="', '"PIP_TOKEN": looks like a secret']],
  ['build-args', 'A="hunter2secret\n=x', ['item 2 has nothing before its "="']],
  ['build-args', '"A=hunter2secret', ['the quote that opens on line 1']],
  ['labels', 'a=hunter2secret\nb', ['item 2 has no "="']],
  ['build-contexts', 'a=https://x:hunter2secret@example.com\nb', ['item 2 has no "="']],
  ['secret-files', 'hunter2secret', ['item 1 has no "="']],
  ['secret-envs', 'a=hunter2-secret', ['the environment has no such variable']],
  ['cache-from', 'type=s3,secret_access_key=hunter2secret\n"', ['the quote that opens']],
])('shows no item of %s if the list is malformed: %j', (name, text, expected) => {
  const found = problems({ [name]: text })
  expect(found).toEqual(expected.map((part) => expect.stringContaining(part)))
  expect(found.join()).not.toContain('hunter2')
})

describe('credentials in an address', () => {
  test.each([
    ['context', 'https://user:hunter2secret@github.com/a/b.git'],
    ['context', 'https://hunter2secret@github.com/a/b.git#main'],
    ['context', 'HTTPS://user:hunter2secret@github.com/a/b.git'],
    ['context', 'https://user:hunter2/secret@github.com/a/b.git'],
    ['context', 'git://user:hunter2secret@example.com/a.git'],
    ['context', 'ssh://git:hunter2secret@example.com/a.git'],
    ['context', 'user:hunter2secret@example.com:a/b.git'],
    ['context', 'https://user:hunter2secret@example.com:8443/context.tar.gz'],
    ['build-contexts', 'https://user:hunter2secret@github.com/a/b.git'],
    ['build-contexts', 'https://hunter2secret@github.com/a/b.git'],
  ])('are refused with a remedy, and never shown: %s %s', (name, address) => {
    const [problem, ...others] = problems({ [name]: name === 'context' ? address : `x=${address}` })
    expect(problem).toMatch(new RegExp(`^${name}: has credentials in its address.* GIT_AUTH_TOKEN`))
    expect([problem, ...others].join()).not.toContain('hunter2')
    expect(output.masks.join()).toContain('hunter2')
  })

  test.each([
    'https://github.com/a/b.git#v1@2',
    'https://example.com:8443/a/b@c',
    'ssh://git@github.com/a/b.git',
    'git@github.com:a/b.git',
    'docker-image://alpine@sha256:0123',
  ])('are not found in %s', (context) => {
    expect(problems({ context })).toEqual([])
  })

  test('are not shown if the address is refused for another reason', () => {
    const [problem] = problems({ 'api-url': 'https://user:hunter2secret@example.com' })
    expect(problem).toBe(
      'api-url "https://user:***@example.com": write an https address, like https://api.example.com',
    )
  })
})

describe('a path', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  beforeAll(() => {
    for (const name of ['Dockerfile', 'fixture.json']) writeFileSync(join(outside, name), '{}')
    for (const [target, path] of [
      [outside, 'away'],
      [join(outside, 'Dockerfile'), 'Dockerfile.away'],
      ['docker', 'inside'],
      ['turning', 'turning'],
      ['/', 'docker-image:'],
      ['/', 'git:'],
      [outside, 'layout-away'],
      ['deep/er', 'link'],
      [join(outside, 'not-there'), 'gone'],
    ] as const)
      symlinkSync(target, path)
    for (const name of [
      'deep/er',
      'layout',
      'https:/github.com/a',
      'github.com/a/b',
      'git@example.com:taken',
    ])
      mkdirSync(name, { recursive: true })
    for (const name of [basename(outside), 'deep']) {
      mkdirSync(name, { recursive: true })
      writeFileSync(join(name, 'Dockerfile'), 'FROM scratch\n')
    }
    symlinkSync(outside, 'layout:v1')
    symlinkSync(outside, 'https:/github.com/a/b.git')
    execFileSync('mkfifo', ['pipe'])
    for (const name of ['ignored', 'ignored/.dockerignore']) mkdirSync(name)
    writeFileSync('ignored/Dockerfile', 'FROM scratch\n')
  })
  afterAll(() => rmSync(outside, { recursive: true }))

  test.each<[Record<string, string>, string]>([
    [{ context: 'away' }, 'context "away": is a link that leads out of the working directory'],
    [{ context: './docker/../away' }, 'is a link that leads out of the working directory'],
    [
      { file: 'Dockerfile.away' },
      'file "Dockerfile.away": is a link that leads out of the working directory',
    ],
    [{ file: 'away/Dockerfile' }, 'is a link that leads out of the working directory'],
    [
      { 'build-contexts': 'x=away' },
      'build-contexts "away": is a link that leads out of the working directory',
    ],
    [{ 'secret-files': 'x=away/Dockerfile' }, 'is a link that leads out of the working directory'],
    [
      { verify: 'contract', 'contract-fixture': 'away/fixture.json' },
      'contract-fixture "away/fixture.json": is a link that leads out of the working directory',
    ],
    [
      { context: `away/../${basename(outside)}` },
      `context "away/../${basename(outside)}": goes up with .. after a link`,
    ],
    [{ file: `link/../../${basename(outside)}/Dockerfile` }, 'goes up with .. after a link'],
    [{ file: 'link/../Dockerfile' }, 'goes up with .. after a link'],
    [{ file: 'pipe' }, 'file "pipe": is a named pipe; name a regular file'],
    [{ file: 'docker' }, 'file "docker": is a directory; name a regular file'],
    [{ file: '/dev/zero' }, 'file "/dev/zero": is a device; name a regular file'],
    [{ file: 'turning' }, 'file "turning": cannot be read (ELOOP)'],
    [{ context: 'Dockerfile' }, 'context "Dockerfile": is a file; name a directory'],
    [{ context: 'pipe' }, 'context "pipe": is a named pipe; name a directory'],
    [{ context: 'ignored' }, 'context "ignored/.dockerignore": is a directory; name a regular file'],
    [{ 'build-contexts': 'x=pipe' }, 'is a named pipe; name a directory'],
    [{ 'build-contexts': 'x=nowhere' }, 'build-contexts "nowhere": there is no such directory'],
    [{ 'secret-files': 'x=pipe' }, 'secret-files "pipe": is a named pipe; name a regular file'],
    [{ 'secret-files': 'x=docker' }, 'is a directory; name a regular file'],
    [{ 'secret-files': 'x=/dev/null' }, 'is a device; name a regular file'],
    [{ 'secret-files': 'x=/proc/self/environ' }, 'is a system file'],
    [{ 'secret-files': 'x=Dockerfile/y' }, 'there is no such file'],
    [{ verify: 'contract', 'contract-fixture': 'pipe' }, 'contract-fixture "pipe": is a named pipe'],
    [{ verify: 'contract', 'contract-fixture': 'docker' }, 'contract-fixture "docker": is a directory'],
    [
      { context: '{{defaultContext}}' },
      'context "{{defaultContext}}": is a template of docker/build-push-action',
    ],
    [{ context: '{{defaultContext}}:docker' }, 'is a template of docker/build-push-action'],
    [{ context: 'docker-image:/usr' }, 'context "docker-image:/usr": is a link that leads out'],
    [{ context: 'docker-image:' }, 'context "docker-image:": is a link that leads out'],
    [{ context: 'git:/usr' }, 'context "git:/usr": is a link that leads out'],
    [{ context: 'oci-layout:/usr' }, 'context "oci-layout:/usr": there is no such directory'],
    [{ context: 'ssh:x' }, 'context "ssh:x": there is no such directory'],
    [{ context: 'https://github.com/a/b.git' }, 'of that name, which buildx would use in its place'],
    [{ context: 'github.com/a/b' }, 'of that name, which buildx would use in its place'],
    [{ context: 'git@example.com:taken' }, 'of that name, which buildx would use in its place'],
    [
      { context: 'https://x.io/a.git', file: '/root/.docker/config.json' },
      'file "/root/.docker/config.json"',
    ],
    [{ 'build-contexts': 'x=docker-image:' }, 'build-contexts "docker-image:": is a link that leads out'],
    [{ 'build-contexts': 'x=docker-image:/usr' }, 'is a link that leads out'],
    [{ 'build-contexts': 'x=git:/usr' }, 'is a link that leads out'],
    [{ 'build-contexts': 'x=https://github.com/a/b.git' }, 'buildx would use in its place'],
    [{ 'build-contexts': 'x=oci-layout://layout-away:v1' }, '"layout-away": is a link that leads out'],
    [{ 'build-contexts': 'x=oci-layout://layout:v1' }, '"layout:v1": is a link that leads out'],
    [{ 'build-contexts': `x=oci-layout://nowhere@sha256:${sha}` }, '"nowhere": there is no such directory'],
    [
      { outputs: 'type=local,dest=away' },
      'outputs "away": is a link that leads out of the working directory',
    ],
    [{ outputs: 'type=local,dest=away/new/file' }, 'is a link that leads out of the working directory'],
    [{ outputs: 'type=tar,dest=gone' }, 'outputs "gone": is a link that leads out of the working directory'],
    [{ outputs: 'type=tar,dest=docker' }, 'outputs "docker": is a directory; name a regular file'],
    [{ outputs: 'type=local,dest=Dockerfile' }, 'outputs "Dockerfile": is a file; name a directory'],
    [{ outputs: 'type=oci,dest=/dev/stdout' }, 'outputs "/dev/stdout": is a'],
    [{ outputs: 'type=local,dest=a\ntype=local,dest=./a/' }, 'outputs "./a/": is written by two outputs'],
    [
      { outputs: 'type=registry' },
      'outputs: "type=registry" cannot be used: the image that was verified is pushed',
    ],
  ])('is refused with the reason: %j', (inputs, problem) => {
    expect(problems(inputs)).toEqual([expect.stringContaining(problem)])
  })

  test.each([
    { context: 'inside' },
    { context: outside },
    { context: '.', file: join(outside, 'Dockerfile') },
    {
      'build-contexts':
        'x=docker-image://alpine\ny=https://example.com/a.git\nz=target:a\nw=git@example.com:a',
    },
    { context: './github.com/a/b', file: 'Dockerfile' },
    { context: 'https://example.com/a.git#main:docker', file: 'docker/Dockerfile' },
    { 'build-contexts': 'x=oci-layout://docker:v1\ny=./https:' },
    { outputs: `type=local,dest=.\ntype=oci,dest=inside/new/image.tar\ntype=tar,dest=${outside}/x.tar` },
  ])('may be %j', (inputs) => {
    expect(problems(inputs as Record<string, string>)).toEqual([])
  })

  test.each<Record<string, string>>([
    { context: outside },
    { file: join(outside, 'Dockerfile') },
    { 'build-contexts': `x=${outside}` },
    { 'build-contexts': `x=oci-layout://${outside}:latest` },
    { outputs: `type=local,dest=${outside}` },
    { outputs: `type=tar,dest=${outside}/new/x.tar` },
    { outputs: 'type=tar,dest=gone' },
    { outputs: 'type=tar,dest=away/../new.tar' },
  ])('may not leave the workspace for code that may be unreviewed: %j', (inputs) => {
    expect(problems(inputs, { ...tag, eventName: 'issue_comment' })).toEqual([
      expect.stringContaining('is outside the working directory'),
    ])
  })
})

test.each(['.', './', 'docker/..', '.git/hooks', '.git'])(
  'code that may be unreviewed may not write into %s, which contains the configuration of Git',
  (dest) => {
    expect(problems({ outputs: `type=local,dest=${dest}` }, { ...tag, eventName: 'issue_comment' })).toEqual([
      expect.stringContaining('holds the configuration of Git'),
    ])
  },
)

test('sets labels of the commit only for a directory of the workspace', () => {
  const labels = (context: string) => load({ context }).build?.options.ociLabels
  expect(labels('docker')).toContain(`org.opencontainers.image.revision=${sha}`)
  expect(labels('docker')).toContain('org.opencontainers.image.version=v1.2.3')
  expect(labels('https://github.com/a/b.git#main:docker')).toEqual([])
})

test('needs no registry password in a dry run, because a fork has none', () => {
  const { image } = load({ 'registry-username': 'me', 'dry-run': 'true' })
  expect(image.credentials).toBeUndefined()
})

test('requires both parts of a registry login or neither', () => {
  const both = { 'registry-username': 'me', 'registry-password': 'registry-pass' }
  expect(load(both).image.credentials).toEqual({ username: 'me', password: 'registry-pass' })
  expect(output.masks).toContain(Buffer.from('me:registry-pass').toString('base64'))
  for (const name of Object.keys(both))
    expect(problems({ ...both, [name]: '' })).toEqual([
      expect.stringContaining(`${name}: is missing although`),
    ])
})

test('reports every problem at once', () => {
  const bad = {
    workflow: '',
    image: 'A',
    tags: '-x',
    platforms: 'linux',
    'dry-run': 'maybe',
    context: 'nowhere',
    'api-token': 'short',
  }
  expect(problems({ ...bad, 'build-args': 'TOKEN=x', 'secret-envs': 'NOT_SET' })).toHaveLength(9)
})

test('writes the cache when publishing but not in a dry run', () => {
  const cache = { 'cache-from': 'type=gha', 'cache-to': 'type=registry,ref=r.io/cache' }
  expect(load(cache).build?.options.cacheTo).toEqual(['type=registry,ref=r.io/cache'])
  expect(load(cache, ownPullRequest).build?.options).toMatchObject({
    cacheTo: [],
    cacheFrom: ['type=gha,scope=evaluator'],
  })
})

test.each<[string, Record<string, string>, string, Event]>([
  ['the engine', {}, 'docker', tag],
  ['the engine, which runs it', { verify: 'start' }, 'remote', tag],
  ['the engine, which shows it', {}, 'remote', pullRequest],
  ['the builder, which pushes it', {}, 'remote', tag],
  ['the builder, because it fits nowhere else', { provenance: 'true', verify: 'start' }, 'docker', tag],
])('the image goes to %s: %j with the driver %s', (store, inputs, driver, event) => {
  const folder = mkdtempSync(join(tmpdir(), 'buildx-'))
  mkdirSync(join(folder, 'instances'))
  writeFileSync(join(folder, 'instances/mine'), JSON.stringify({ Driver: driver }))
  const given = { builder: 'mine', verify: 'off', ...inputs }
  expect(load(given, event, { BUILDX_CONFIG: folder }).build?.store).toBe(store.split(/\W/)[1])
  rmSync(folder, { recursive: true })
})

test('refuses a builder that does not exist', () => {
  expect(problems({ builder: 'nobody' }, tag, { BUILDX_CONFIG: '/nowhere' })).toEqual([
    expect.stringMatching(/^builder "nobody": is neither a builder of buildx nor a Docker context/),
  ])
  expect(problems({ builder: 'default' })).toEqual([])
})

test('reads the organization from a reference of the platform', () => {
  expect(load({ image: 'docker.kolena.io/acme/team/e' })).toMatchObject({
    platform: { organization: 'acme' },
    image: { host: undefined, path: 'team/e' },
  })
})

test('allows a variable that an input defaults to as a build secret', () => {
  const { build } = load({ 'api-token': undefined, 'secret-envs': 'kolena=KOLENA_TOKEN' }, tag, {
    KOLENA_TOKEN: 'token-of-acme',
  })
  expect(build?.secrets).toContainEqual({ id: 'kolena', value: 'token-of-acme' })
})
