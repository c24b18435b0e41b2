import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { loadEvaluators } from '../../../../../src/actions/publish/evaluators-file/inputs.js'
import { imageKey } from '../../../../../src/actions/publish/shared-image.js'
import type { InputError } from '../../../../../src/runtime/errors.js'
import { captureOutput } from '../../../../support/captured-output.js'

const output = captureOutput()
const before = process.cwd()
const workspace = mkdtempSync(join(tmpdir(), 'evaluators-'))
const event = {
  eventName: 'push',
  ref: 'refs/tags/v1.2.3',
  sha: '0123456789abcdef0123456789abcdef01234567',
  actor: 'a',
  repository: 'a/b',
  runUrl: undefined,
  payload: {},
}
const step = { evaluators: 'e.yml', workflow: 'Keypoints', 'api-token': 'token-of-acme' }

beforeAll(() => {
  for (const folder of ['.', 'a', 'b']) {
    mkdirSync(join(workspace, folder), { recursive: true })
    writeFileSync(join(workspace, folder, 'Dockerfile'), 'FROM scratch\n')
  }
  process.chdir(workspace)
})
afterEach(() => {
  delete process.env.EVALUATOR_SECRET
  delete process.env.BUILDX_CONFIG
})
afterAll(() => {
  process.chdir(before)
  rmSync(workspace, { recursive: true })
})

function load(yaml: string, inputs: Record<string, string> = {}) {
  writeFileSync(join(workspace, 'e.yml'), yaml)
  const loaded = loadEvaluators(event, { ...step, ...inputs })
  return { ...loaded, evaluators: loaded.entries.map(({ evaluator }) => evaluator) }
}

function problems(yaml: string, inputs: Record<string, string> = {}): readonly string[] {
  try {
    load(yaml, inputs)
  } catch (error) {
    return (error as InputError).problems
  }
  return []
}

const two =
  '- {image: one, evaluator-name: one, context: a}\n- {image: two, evaluator-name: two, context: b}\n'

test('uses the step’s inputs as defaults that each evaluator can override', () => {
  const { evaluators, concurrency } = load(
    `${two}- {image: three, evaluator-name: three, workflow: Other, target: }`,
    {
      context: 'b',
      target: 'stage',
      'build-args': 'A=1',
      concurrency: '7',
    },
  )
  expect(concurrency).toBe(7)
  expect(
    evaluators.map(({ evaluator, image }) => [evaluator?.workflow, evaluator?.name, image.path]),
  ).toEqual([
    ['Keypoints', 'one', 'one'],
    ['Keypoints', 'two', 'two'],
    ['Other', 'three', 'three'],
  ])
  expect(evaluators.map(({ build }) => [build?.options.context, build?.options.target])).toEqual([
    ['a', 'stage'],
    ['b', 'stage'],
    ['b', undefined],
  ])
  for (const { build, image } of evaluators) {
    expect(build?.options.buildArgs).toEqual(['A=1'])
    expect(image.tags).toEqual(['v1.2.3'])
  }
})

test('reports all problems of all evaluators at once, each with its line', () => {
  const yaml = [
    '- image: Upper',
    '  evaluator-name: one',
    '  colour: red',
    '- evaluator-name: two',
    '  pull: maybe',
    '- image: three',
    '  context: nowhere',
  ].join('\n')
  expect(problems(yaml)).toEqual([
    expect.stringMatching(/^e\.yml:1: image: "Upper" is not a valid image reference/),
    'e.yml:3: colour: is not an input of this action; the README lists them',
    expect.stringMatching(/^e\.yml:4: image: is required; /),
    'e.yml:5: pull "maybe": write true or false',
    expect.stringMatching(/^e\.yml:6: evaluator-name: is required to register/),
    expect.stringMatching(/^e\.yml:7: context "nowhere": there is no such directory/),
  ])
})

test.each([
  ['has the wrong form', 'image: [a, b]', 'image: is a list; write one value'],
  ['has a misspelled name', 'imgae: a', 'imgae: is not an input of this action; did you mean image?'],
])('reports one problem for an input that %s', (_, input, problem) => {
  const yaml = `- evaluator-name: one\n  context: a\n  ${input}\n`
  expect(problems(yaml)).toEqual([`e.yml:3: ${problem}`])
})

test('reports a default that no evaluator can use once and without a line', () => {
  const yaml = '- {image: one, evaluator-name: one}\n- {image: two, evaluator-name: two}\n'
  mkdirSync(join(workspace, 'bare'))
  expect(problems(yaml, { context: 'bare' })).toEqual([
    expect.stringMatching(/^file "bare\/Dockerfile": there is no such Dockerfile/),
  ])
})

test('reports a problem of the step once and without a line', () => {
  expect(problems(two, { 'api-token': '', 'cache-from': '"open', 'dry-run': 'false' })).toEqual([
    expect.stringMatching(/^cache-from .*: the quote that opens/),
    expect.stringMatching(/^api-token: is required/),
  ])
})

test.each<[string, string, Record<string, string>, string]>([
  [
    'the same registration twice',
    two.replace('evaluator-name: two', 'evaluator-name: one'),
    {},
    'e.yml:2: evaluator-name "one": is registered for the workflow "Keypoints" twice, as on line 1',
  ],
  [
    'the same tag twice',
    two.replace('image: two', 'image: one'),
    {},
    'e.yml:2: image "one": the tag v1.2.3 is built and pushed twice, as on line 1, but with a different context; use the same inputs to share one image, or give each its own tags or image',
  ],
  [
    'two organizations',
    two.replace('image: one', 'image: r.io/acme/one').replace('image: two', 'image: r.io/globex/two'),
    { registry: 'r.io' },
    'e.yml:2: image: belongs to the organization globex, but line 1 belongs to acme; one run publishes for one organization',
  ],
  [
    'a secret from a missing variable',
    two.replace('}', ', secret-env: NOT_SET}'),
    {},
    'e.yml:1: secret-env "NOT_SET": the environment has no such variable',
  ],
  [
    'a second secret',
    two,
    { secret: 'plain-secret', 'secret-env': 'PATH' },
    'secret-env "PATH": is set together with secret',
  ],
  [
    'an invalid number of concurrent evaluators',
    two,
    { concurrency: '0' },
    'concurrency "0": write a number from 1 to 32',
  ],
  [
    'a file that does not exist',
    two,
    { evaluators: 'nowhere.yml' },
    'evaluators "nowhere.yml": there is no such file',
  ],
])('%s is refused', (_, yaml, inputs, expected) => {
  expect(problems(yaml, inputs)).toEqual([expect.stringContaining(expected)])
})

describe('outputs of several entries', () => {
  const writing = (one: string, other: string) =>
    two
      .replace('context: a', `context: a, outputs: [${JSON.stringify(one)}]`)
      .replace('context: b', `context: b, outputs: ${JSON.stringify(other)}`)

  test('may be lists or text, and each has its own place', () => {
    const { evaluators } = load(writing('type=local,dest=out/one', 'type=tar,dest=out/two.tar'))
    expect(evaluators.map(({ build }) => build?.options.outputs)).toMatchObject([
      [{ type: 'local', destination: 'out/one' }],
      [{ type: 'tar', destination: 'out/two.tar' }],
    ])
  })

  test.each<[string, string, Record<string, string>, string]>([
    [
      'two entries',
      writing('type=local,dest=out', 'type=local,dest=./out/'),
      {},
      'e.yml:2: outputs "./out/": is also written by the entry on line 1; give each its own dest',
    ],
    [
      'the step for every entry',
      two,
      { outputs: 'type=local,dest=out' },
      'e.yml:2: outputs "out": is also written by the entry on line 1',
    ],
    [
      'an entry into the context of another',
      writing('type=local,dest=b/out', 'type=local,dest=b/mine'),
      {},
      'e.yml:1: outputs "b/out": is in the context of the entry on line 2, which may be built at the same time; add it to .dockerignore',
    ],
  ])('are refused if the same place is written by %s', (_, yaml, inputs, expected) => {
    expect(problems(yaml, inputs)).toEqual([expect.stringContaining(expected)])
  })

  test('may be in the context of another entry that ignores them', () => {
    writeFileSync(join('b', '.dockerignore'), 'out\n')
    const loaded = problems(writing('type=local,dest=b/out/one', 'type=local,dest=two'))
    rmSync(join('b', '.dockerignore'))
    expect(loaded).toEqual([])
  })
})

test('refuses a tag that one entry builds and another expects to exist, in any order', () => {
  const existing = two.replace('image: two', 'image: one').replace('context: b', 'build: false')
  const message = (line: number) =>
    `image "one": the tag v1.2.3 must already exist (build: false), but line ${line} builds it; build it in one run, and register it in a later run with build: false`
  expect(problems(existing)).toEqual([`e.yml:2: ${message(1)}`])
  const [first, second] = existing.trim().split('\n')
  expect(problems(`${second}\n${first}`)).toEqual([`e.yml:1: ${message(2)}`])
  expect(load(existing.replace('build: false', 'build: false, tags: v1')).evaluators).toHaveLength(2)
})

describe('entries that build the same image', () => {
  const entries = (more: string, others = '') =>
    [
      '- {image: one, evaluator-name: one, context: a, build-args: {A: 1, B: 2}}',
      `- {image: one, evaluator-name: two, workflow: Other, context: a, build-args: "A=1\\nB=2"${more}}`,
      others,
    ].join('\n')
  const keys = (yaml: string, inputs = {}) => load(yaml, inputs).evaluators.map(imageKey)

  test.each([
    '',
    ', secret-env: EVALUATOR_SECRET',
    ', aws-assume-role: "arn:aws:iam::123456789012:role/images"',
    ', register: false',
    ', verify: contract, verify-timeout: 60',
    ', accept-findings: root-user',
  ])('share it if only the registration and the verification differ: {%s}', (more) => {
    process.env.EVALUATOR_SECRET = 'canary-of-the-evaluator'
    expect(new Set(keys(entries(more))).size).toBe(1)
  })

  test.each([
    ['context: b', 'context'],
    ['file: b/Dockerfile', 'file'],
    ['target: stage', 'target'],
    ['tags: [v1.2.3, latest]', 'tags'],
    ['image-reference: digest', 'image-reference'],
    ['tag-immutability: true', 'tag-immutability'],
    ['create-repository: false', 'create-repository'],
    ['no-cache: true', 'no-cache'],
    ['reuse: true', 'reuse'],
    ['secret-envs: EVALUATOR_SECRET', 'secrets'],
    ['build-args: {A: 2}, labels: {team: a}', 'build-args, labels'],
  ])('are refused with different inputs: {%s}', (more, names) => {
    process.env.EVALUATOR_SECRET = 'canary-of-the-evaluator'
    const yaml = entries('').replace(/, context: a, build-args: "[^"]*"/, '')
    const same = { context: 'a', 'build-args': 'A=1\nB=2' }
    expect(problems(yaml, same)).toEqual([])
    expect(problems(yaml.replace('workflow: Other', `workflow: Other, ${more}`), same)).toEqual([
      `e.yml:2: image "one": the tag v1.2.3 is built and pushed twice, as on line 1, but with a different ${names}; use the same inputs to share one image, or give each its own tags or image`,
    ])
  })

  test('keep it in the engine if the verification of one needs it there', () => {
    const yaml = entries(', verify: start', '- {image: two, evaluator-name: three, context: a}')
    mkdirSync(join(workspace, 'buildx/instances'), { recursive: true })
    writeFileSync(join(workspace, 'buildx/instances/remote'), '{"Name": "remote", "Driver": "remote"}')
    process.env.BUILDX_CONFIG = join(workspace, 'buildx')
    const { evaluators } = load(yaml, { verify: 'off', builder: 'remote' })
    expect(evaluators.map(({ build }) => build?.store)).toEqual(['engine', 'engine', 'builder'])
  })

  test('are in one shard', () => {
    const many = [...Array(6).keys()].map((index) =>
      ['one', 'two'].map((image) => `- {image: ${image}, evaluator-name: ${image}-${index}, context: a}`),
    )
    const shards = ['1/3', '2/3', '3/3'].map((shard) => load(many.flat().join('\n'), { shard }).evaluators)
    expect(shards.map((shard) => new Set(shard.map(({ image }) => image.path)).size)).toEqual([1, 0, 1])
  })
})

describe('a login of the step', () => {
  const login = { 'registry-username': 'robot', 'registry-password': 'canary-password' }
  const elsewhere = two.replace('image: one', 'image: a.io/one')
  const named = { ...login, image: 'a.io/step' }

  test('is refused if the evaluators go to several registries', () => {
    const [problem, unnamed, ...others] = problems(elsewhere, named)
    expect(others).toEqual([])
    expect(unnamed).toMatch(/^e\.yml:2: image "docker\.kolena\.io": is a registry that only the file names/)
    expect(problem).toMatch(
      /^registry-username "robot": is a single login, but the evaluators go to 2 registries: a\.io \(line 1\), docker\.kolena\.io \(line 2\)\. .* docker\/login-action/,
    )
    expect(problem).not.toContain('canary')
  })

  test('is used for the only registry of all evaluators', () => {
    const { evaluators } = load(elsewhere.replace('image: two', 'image: a.io/two'), named)
    expect(evaluators.map(({ image }) => image.credentials?.username)).toEqual(['robot', 'robot'])
  })

  test.each([
    ['a registry that the step does not name', { registry: 'r.io' }],
    ['a registry other than the one that the step names', { image: 'b.io/step' }],
    ['a registry with a similar name', { image: 'a.io.example.com/step' }],
  ])('is not sent to %s', (_, inputs) => {
    const [problem, ...others] = problems(elsewhere.replace(/\n.*\n/, '\n'), { ...login, ...inputs })
    expect(others).toEqual([])
    expect(problem).toMatch(/^e\.yml:1: image "a\.io": is a registry that only the file names/)
    expect(problem).not.toContain('canary')
  })

  test('is not sent to the registry of the platform unless the step names it', () => {
    const one = two.replace(/\n.*\n/, '\n')
    const [problem, ...others] = problems(one, named)
    expect(others).toEqual([])
    expect(problem).toMatch(/^e\.yml:1: image "docker\.kolena\.io": is a registry that only the file names/)
    expect(problems(one, { ...named, registry: 'docker.kolena.io' })).toEqual([])
    expect(problems(one, login)).toEqual([])
  })

  test('is not required for several registries', () => {
    expect(load(elsewhere).evaluators).toHaveLength(2)
  })
})

describe('a problem with an input of the step is reported at', () => {
  test.each<[string, string, Record<string, string>, unknown[]]>([
    [
      'the entry that contradicts it',
      two.replace('context: b', 'build: false'),
      { reuse: 'true' },
      [expect.stringMatching(/^e\.yml:2: reuse "true": applies to an image that is built/)],
    ],
    [
      'every entry that contradicts it',
      two.replaceAll(/context: ./g, 'build: false'),
      { reuse: 'true' },
      [expect.stringMatching(/^e\.yml:1: reuse "true"/), expect.stringMatching(/^e\.yml:2: reuse "true"/)],
    ],
    [
      'the entry that does not override it',
      two.replace('context: a', 'context: a, build: true'),
      { reuse: 'true', build: 'false' },
      [expect.stringMatching(/^e\.yml:2: reuse "true"/)],
    ],
    [
      'the step if no entry is involved',
      two,
      { reuse: 'true', build: 'false' },
      [expect.stringMatching(/^reuse "true"/)],
    ],
  ])('%s', (_, yaml, inputs, expected) => {
    expect(problems(yaml, inputs)).toEqual(expected)
  })
})

test('ignores the trust-policy of the step for an evaluator without a role', () => {
  const yaml = two.replace('context: a', 'context: a, aws-assume-role: "arn:aws:iam::111122223333:role/data"')
  const { evaluators } = load(yaml, { 'trust-policy': 'apply' })
  expect(evaluators.map(({ trustPolicy }) => trustPolicy)).toEqual(['apply', 'off'])
})

test('registers an existing image for several workflows', () => {
  const yaml = two.replaceAll('}', ', build: false}').replace('image: two', 'image: one')
  expect(load(yaml).evaluators).toHaveLength(2)
})

test('accepts the same tag in two repositories, and the same name in two workflows', () => {
  expect(
    load(two.replace('evaluator-name: two', 'evaluator-name: one, workflow: Other')).evaluators,
  ).toHaveLength(2)
})

test('checks the organization that one image names for all images', () => {
  const { evaluators } = load(two.replace('image: two', 'image: r.io/acme/two'), { registry: 'r.io' })
  expect(evaluators.map(({ platform }) => platform.organization)).toEqual(['acme', 'acme'])
})

test('reads a secret from a variable, masks it, and prefers it to the step’s secret', () => {
  process.env.EVALUATOR_SECRET = 'canary-of-the-variable'
  const { evaluators } = load(two.replace('}', ', secret-env: EVALUATOR_SECRET}'), {
    secret: 'secret-of-the-step',
  })
  expect(evaluators.map(({ evaluator }) => evaluator?.secret)).toEqual([
    'canary-of-the-variable',
    'secret-of-the-step',
  ])
  expect(output.masks).toEqual(expect.arrayContaining(['canary-of-the-variable', 'secret-of-the-step']))
})

test('refuses an empty secret variable except in a dry run', () => {
  process.env.EVALUATOR_SECRET = ''
  const inputs = { 'secret-env': 'EVALUATOR_SECRET' }
  expect(problems(two, inputs)).toEqual([
    expect.stringContaining('secret-env "EVALUATOR_SECRET": the variable is empty'),
  ])
  expect(load(two, { ...inputs, 'dry-run': 'true' }).evaluators[0]?.evaluator?.secret).toBeUndefined()
})

test('finds a secret from a variable in a build argument', () => {
  process.env.EVALUATOR_SECRET = 'canary-of-the-variable'
  const inputs = { 'secret-env': 'EVALUATOR_SECRET', 'build-args': 'URL=x/canary-of-the-variable' }
  const [problem, ...others] = problems(two, inputs)
  expect(problem).toContain('build-args "URL": looks like a secret')
  expect([problem, ...others].join()).not.toContain('canary')
  expect(others).toEqual([])
})

describe('a file of the checkout', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  beforeAll(() => {
    writeFileSync(join(outside, 'file'), 'canary')
    writeFileSync(join(outside, 'Dockerfile'), 'FROM scratch\n')
    symlinkSync(outside, 'link')
    symlinkSync(join(outside, 'file'), 'link-to-file')
    symlinkSync('a', 'link-inside')
    symlinkSync(join(outside, 'not-there'), 'link-to-nowhere')
    symlinkSync('/', 'docker-image:')
    Object.assign(process.env, { ACTIONS_RUNTIME_TOKEN: 'canary-runtime', GITHUB_TOKEN: 'canary-github' })
  })
  afterAll(() => {
    rmSync(outside, { recursive: true })
    for (const name of ['ACTIONS_RUNTIME_TOKEN', 'GITHUB_TOKEN']) delete process.env[name]
  })
  const entry = (text: string) => `- {image: one, evaluator-name: one, ${text}}\n`

  test.each([
    [
      'secret-envs: [rt=ACTIONS_RUNTIME_TOKEN]',
      'secret-envs "ACTIONS_RUNTIME_TOKEN": is the name of a credential of GitHub',
    ],
    ['secret-envs: ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'is the name of a credential of GitHub'],
    ['secret-envs: [a=GITHUB_TOKEN]', 'is the name of a credential of GitHub'],
    [
      'secret-env: ACTIONS_RUNTIME_TOKEN',
      'secret-env "ACTIONS_RUNTIME_TOKEN": is the name of a credential of GitHub',
    ],
    ['secret-files: {h: /etc/hostname}', 'secret-files "/etc/hostname": is outside the working directory'],
    ['secret-files: {h: /etc/not-there}', 'is outside the working directory'],
    ['secret-files: {h: ../../etc/hostname}', 'is outside the working directory'],
    ['secret-files: {h: link-to-file}', 'is outside the working directory'],
    ['secret-files: {h: link/file}', 'is outside the working directory'],
    ['secret-files: {h: /proc/self/environ}', 'is outside the working directory'],
    ['context: /etc', 'context "/etc": is outside the working directory'],
    ['outputs: "type=local,dest=/root/.ssh"', 'outputs "/root/.ssh": is outside the working directory'],
    ['outputs: ["type=tar,dest=../x.tar"]', 'is outside the working directory'],
    ['outputs: ["type=local,dest=link/new"]', 'outputs "link/new": is outside the working directory'],
    ['outputs: ["type=tar,dest=link-to-nowhere"]', 'is outside the working directory'],
    ['outputs: ["type=local,dest=.git/hooks"]', 'holds the configuration of Git'],
    ['cache-to: ["type=local,dest=link-to-nowhere"]', 'is outside the working directory'],
    ['context: link', 'context "link": is outside the working directory'],
    ['context: ..', 'is outside the working directory'],
    ['file: link/Dockerfile', 'file "link/Dockerfile": is outside the working directory'],
    ['file: ../Dockerfile', 'is outside the working directory'],
    ['build-contexts: {x: /etc}', 'build-contexts "/etc": is outside the working directory'],
    ['build-contexts: {x: link}', 'is outside the working directory'],
    ['context: "docker-image:/root"', 'is outside the working directory'],
    ['build-contexts: {x: "docker-image:"}', 'is outside the working directory'],
    ['build-contexts: {x: "oci-layout://a"}', 'is a context that a file of the repository cannot name'],
    ['build-contexts: {x: "oci-layout:///root/layout"}', 'a file of the repository cannot name'],
    ['build-contexts: {x: "target:other"}', 'a file of the repository cannot name'],
    ['build-contexts: {x: "git://x.io/a.git"}', 'a file of the repository cannot name'],
    ['context: "ssh://git@x.io/a.git"', 'a file of the repository cannot name'],
    ['context: "git@x.io:a.git"', 'a file of the repository cannot name'],
    ['context: "http://x.io/a.git"', 'a file of the repository cannot name'],
    ['context: github.com/x/a', 'a file of the repository cannot name'],
    ['context: "https://x.io/a.git", file: /etc/hostname', 'file "/etc/hostname": is a path of this machine'],
    [
      'verify: contract, contract-fixture: link-to-file',
      'contract-fixture "link-to-file": is outside the working directory',
    ],
    ['cache-from: ["type=gha,url=https://example.com"]', 'cache-from: has a setting that a file'],
    ['cache-from: ["type=gha,URL_V2=https://example.com"]', 'has a setting that a file'],
    ['cache-to: ["type=gha,token=x"]', 'cache-to: has a setting that a file'],
    [`cache-from: ['type=gha,"url=https://example.com"']`, 'has a setting that a file'],
    ['cache-to: ["type=s3,region=r,bucket=b,endpoint_url=https://example.com"]', 'has a setting that a file'],
    ['cache-to: ["type=s3,region=r,bucket=b,access_key_id=x"]', 'has a setting that a file'],
    ['cache-from: ["type=azblob,name=n,account_url=https://example.com"]', 'has a setting that a file'],
    ['cache-from: ["type=local,src=/etc"]', 'cache-from "/etc": is outside the working directory'],
    ['cache-to: ["type=local,dest=link/new"]', 'is outside the working directory'],
    ['cache-from: ["type=local,type=gha,src=c"]', 'cache-from: has type twice in one cache'],
    ['cache-to: ["type=registry,ref=r.io/a,REF=r.io/b"]', 'cache-to: has ref twice in one cache'],
    ['cache-from: [\'type=local,"src=a",src=b\']', 'cache-from: has src twice in one cache'],
    ['network: host', 'network "host": gives the build a network of this machine'],
    ['network: "container:other"', 'gives the build a network of this machine'],
    ['trust-policy: apply', 'trust-policy: applies to all evaluators'],
    ['trust-policy: verify', 'trust-policy: applies to all evaluators'],
    ['aws-assume-role: "arn:aws:iam::111122223333:role/x", trust-policy: apply', 'applies to all evaluators'],
    ['ssh: default', 'ssh: applies to all evaluators'],
    ['allow: network.host', 'allow: applies to all evaluators'],
    ['cgroup-parent: builds', 'cgroup-parent: applies to all evaluators'],
    ['allow: [security.insecure]', 'allow: applies to all evaluators'],
  ])('may not contain %s', (text, problem) => {
    const found = problems(entry(text))
    expect(found).toEqual([expect.stringContaining(problem)])
    expect(found[0]).toMatch(/^e\.yml:1: /)
    expect(found[0]).not.toContain('canary')
  })

  test.each([
    'context: link-inside',
    'context: a, file: b/Dockerfile',
    'secret-files: {d: a/Dockerfile}',
    'build-contexts: {x: a, y: "docker-image://alpine", z: "https://x.io/a.git"}',
    'context: "https://x.io/a.git#main", file: docker/Dockerfile',
    'cache-from: ["type=gha,scope=x", "type=registry,ref=r.io/c", "r.io/d"]',
    'cache-to: ["type=local,dest=cache/new,mode=max", "type=s3,region=r,bucket=b"]',
    'network: none',
    'add-hosts: ["a:10.0.0.1"], ulimit: [nofile=1], shm-size: 1g, no-cache-filters: x',
    'attests: ["type=sbom"]',
    'secret-envs: [PATH]',
  ])('may contain %s', (text) => {
    expect(problems(entry(text))).toEqual([])
  })

  test.each([
    { network: 'host' },
    { ssh: 'default' },
    { allow: 'network.host' },
    { 'cgroup-parent': 'builds' },
    { 'cache-from': 'type=gha,url=https://example.com' },
    { 'secret-files': 'h=/etc/hostname' },
  ])('does not restrict the step, which may set %j', (inputs) => {
    expect(problems(entry('target: x'), inputs as Record<string, string>)).toEqual([])
  })

  test('may not name a credential of the runner, and neither may the step', () => {
    expect(problems(entry('target: x'), { 'secret-envs': 'a=GITHUB_TOKEN' })).toEqual([
      expect.stringContaining('secret-envs "GITHUB_TOKEN": is the name of a credential of GitHub'),
    ])
  })
})
