import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { loadEvaluators } from '../../../../../src/actions/publish/evaluators-file/inputs.js'
import { selectChanged } from '../../../../../src/actions/publish/only-changed/selection.js'
import type { Event } from '../../../../../src/runtime/event.js'
import { RunLog } from '../../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../../support/captured-output.js'
import { PullRequestCheckout, workflowFile } from '../../../../support/pull-request-checkout.js'
import { scriptEngine } from '../../../../support/scripted-engine.js'

const { signal } = new AbortController()
const before = process.cwd()
const privateDirectory = mkdtempSync(join(tmpdir(), 'private-'))
const output = captureOutput()
const step = { evaluators: 'evaluators.yml', only: 'changed', workflow: 'Keypoints', verify: 'off' }
const entry = (name: string, more: object = {}) => ({
  image: name,
  'evaluator-name': name,
  context: name,
  ...more,
})
const engine = scriptEngine()
const imageInEngine = { Id: 'sha256:1', Os: 'linux', Architecture: 'amd64', Size: 1, RootFS: {} }
let checkout: PullRequestCheckout

beforeEach(() => {
  process.env.DOCKER_HOST = `unix://${engine.socket}`
  engine.answer = (_, response) => response.writeHead(404).end('{}')
  checkout = new PullRequestCheckout()
  checkout.writeWorkflow(step)
  writeEntries([entry('a'), entry('b')])
  for (const name of ['a', 'b']) {
    checkout.write(`${name}/Dockerfile`, 'FROM scratch\nCOPY . /\n')
    checkout.write(`${name}/main.py`, `print("${name}")\n`)
    checkout.write(`${name}/data/rows.csv`, '1,2\n')
  }
})
afterEach(() => {
  process.chdir(before)
  checkout.remove()
  delete process.env.SOURCE_DATE_EPOCH
  delete process.env.DOCKER_HOST
})
afterAll(() => rmSync(privateDirectory, { recursive: true }))

function expression(text: string): string {
  return `\${{ ${text} }}`
}

function writeJob(job: object, on = 'pull_request'): void {
  checkout.write(workflowFile, JSON.stringify({ on, jobs: { publish: job } }))
}

function writeEntries(entries: object[]): void {
  checkout.write('evaluators.yml', JSON.stringify(entries, null, 1))
}

/** Returns for each entry why it is built; undefined if it is left out. */
async function select(
  inputs: Record<string, string> = {},
  event: Partial<Event> = {},
): Promise<(string | undefined)[] | undefined> {
  process.chdir(checkout.directory)
  const full = checkout.event(event)
  const input = loadEvaluators(full, { ...step, ...inputs })
  const runLog = new RunLog()
  const selections = await selectChanged(input, full, { signal, privateDirectory, runLog })
  expect(readdirSync(privateDirectory)).toEqual([])
  return selections?.map(({ isBuilt, reason }) => (isBuilt ? reason : undefined))
}

/** Commits the base, applies the change, commits the pull request, and selects. */
async function selectAfter(change: () => void, inputs: Record<string, string> = {}) {
  checkout.commitBase()
  change()
  checkout.commitHead()
  return await select(inputs)
}

test('leaves out every entry if nothing changed, and says which commit is equal', async () => {
  checkout.commitBase()
  checkout.write('README.md', 'other')
  checkout.commitHead()
  process.chdir(checkout.directory)
  const input = loadEvaluators(checkout.event(), step)
  const context = { signal, privateDirectory, runLog: new RunLog() }
  expect(await selectChanged(input, checkout.event(), context)).toEqual(
    Array(2).fill({
      isBuilt: false,
      reason: `its inputs are those of the base commit ${checkout.base.slice(0, 7)}`,
    }),
  )
})

describe('builds an entry if the pull request', () => {
  test.each<[string, () => void, string]>([
    ['changes a file', () => checkout.write('a/main.py', 'print(1)\n'), 'a/main.py changed'],
    ['adds a file', () => checkout.write('a/new.py', ''), 'a/new.py is not in the base commit'],
    ['removes a file', () => checkout.delete('a/main.py'), 'a/main.py was removed'],
    ['removes a directory', () => checkout.delete('a/data'), 'a/data was removed'],
    [
      'renames a file to another case',
      () => checkout.git('mv', 'a/main.py', 'a/Main.py'),
      'a/Main.py is not in the base commit',
    ],
    [
      'makes a file executable',
      () => chmodSync(join(checkout.directory, 'a/main.py'), 0o755),
      'the mode of a/main.py changed',
    ],
    [
      'replaces a file by a link to the same content',
      () => {
        checkout.git('mv', 'a/main.py', 'a/zzz.py')
        symlinkSync('zzz.py', join(checkout.directory, 'a/main.py'))
      },
      'a/main.py changed',
    ],
    [
      'replaces a directory by a file',
      () => {
        checkout.delete('a/data')
        checkout.write('a/data', 'rows')
      },
      'a/data changed',
    ],
    [
      'replaces a file by a directory',
      () => {
        checkout.delete('a/main.py')
        checkout.write('a/main.py/file', 'rows')
      },
      'a/main.py changed',
    ],
    [
      'changes the Dockerfile',
      () => checkout.write('a/Dockerfile', 'FROM scratch\n'),
      'a/Dockerfile changed',
    ],
    [
      'changes the ignore file',
      () => checkout.write('a/.dockerignore', 'data\n'),
      'a/.dockerignore is not in the base commit',
    ],
    [
      'changes an ignore file that ignores itself',
      () => checkout.write('a/.dockerignore', 'data\n.dockerignore\n'),
      'a/data was removed',
    ],
    [
      'changes the ignore file of the Dockerfile',
      () => checkout.write('a/Dockerfile.dockerignore', '*.dockerignore\ndata\n'),
      'a/data was removed',
    ],
    [
      'changes the entry',
      () => writeEntries([entry('a', { target: 'x' }), entry('b')]),
      'the entry is new or changed in evaluators.yml',
    ],
    [
      'adds the entry',
      () => writeEntries([entry('new', { context: 'a' }), entry('b')]),
      'the entry is new or changed in evaluators.yml',
    ],
  ])('%s', async (_, change, reason) => {
    expect(await selectAfter(change)).toEqual([reason, undefined])
  })
})

describe('leaves an entry out although the pull request', () => {
  test.each<[string, () => void]>([
    ['moves and reformats entries', () => checkout.write('evaluators.yml', moved)],
    ['changes a file that is ignored', () => checkout.write('a/notes.md', 'changed')],
    ['adds a file that is ignored', () => checkout.write('a/more/notes.md', 'new')],
    ['changes a file of no context', () => checkout.write('docs/a.md', 'new')],
    ['changes another workflow', () => checkout.write('.github/workflows/lint.yml', 'on: push')],
  ])('%s', async (_, change) => {
    checkout.write('a/.dockerignore', '**/*.md\nmore\n')
    checkout.write('a/notes.md', 'first')
    expect(await selectAfter(change)).toEqual([undefined, undefined])
  })
  const moved = `# Evaluators\n\n${[entry('b'), entry('a')].map((one) => `- ${JSON.stringify(one)}`).join('\n')}\n`
})

test('compares named contexts, fixtures and secret files, but no secrets from outside of the repository', async () => {
  const outside = join(privateDirectory, '..', `secret-${process.pid}`)
  writeFileSync(outside, 'first secret of the runner')
  checkout.write('fixture.json', fixtureOf('all'))
  checkout.write('shared/lib.py', 'first')
  checkout.write('pip.conf', 'first pip configuration')
  const more = { verify: 'contract', 'contract-fixture': 'fixture.json', 'build-contexts': ['shared=shared'] }
  writeEntries([{ ...entry('a'), ...more }])
  checkout.commitBase()
  checkout.commitHead()
  const inputs = { 'secret-files': `pip=pip.conf\nother=${outside}` }
  expect(await select(inputs)).toEqual([undefined])
  const reasonAfter = async (path: string, content: string) => {
    checkout.write(path, content)
    const [reason] = (await select(inputs)) ?? []
    checkout.git('checkout', '-q', '--', '.')
    return reason
  }
  writeFileSync(outside, 'second secret of the runner')
  expect(await reasonAfter('README.md', 'other')).toBeUndefined()
  expect(await reasonAfter('shared/lib.py', 'second')).toBe('shared/lib.py changed')
  expect(await reasonAfter('pip.conf', 'second pip configuration')).toBe('pip.conf changed')
  expect(await reasonAfter('fixture.json', fixtureOf('other'))).toBe('fixture.json changed')
  rmSync(outside)
})

test('shows a hostile name of a file in one short line', async () => {
  const name = `${'x'.repeat(200)}\n::error::${'y'.repeat(40)}`
  checkout.write(`a/data/${name}/${name}`, 'first')
  const [reason = ''] = (await selectAfter(() => checkout.write(`a/data/${name}/${name}`, 'second'))) ?? []
  expect(reason).toMatch(/^a\/data\/x{200}/)
  expect(reason).not.toMatch(/\n/)
  expect(reason.length).toBeLessThanOrEqual(301)
})

test('builds an entry if an earlier step wrote or changed a file of its context', async () => {
  checkout.write('.gitignore', 'generated.json\n')
  checkout.commitBase()
  checkout.commitHead()
  checkout.write('a/generated.json', '{}')
  checkout.write('b/main.py', 'replaced by a step\n')
  expect(await select()).toEqual(['a/generated.json is not in the base commit', 'b/main.py changed'])
})

describe('builds every entry if', () => {
  const calledWorkflow = '.github/workflows/called.yml'
  test.each<[string, () => void, () => void, string]>([
    [
      'the workflow changed',
      () => {},
      () => checkout.writeWorkflow({ ...step, 'verify-timeout': '60' }),
      `${workflowFile} changed, and it may decide the inputs of this step`,
    ],
    [
      'a workflow changed that others call',
      () => checkout.write(calledWorkflow, 'on: workflow_call\njobs: {}\n'),
      () => checkout.write(calledWorkflow, 'on: workflow_call\njobs: {other: {}}\n'),
      `${calledWorkflow} changed, and it may decide the inputs of this step`,
    ],
    [
      'a file of a local action changed',
      () => checkout.write('.github/actions/prepare/run.sh', 'first'),
      () => checkout.write('.github/actions/prepare/run.sh', 'second'),
      '.github/actions/prepare/run.sh changed, and it may decide the inputs of this step',
    ],
    [
      'the description of an action elsewhere was removed',
      () => checkout.write('ci/prepare/action.yaml', 'runs: {}'),
      () => checkout.delete('ci/prepare'),
      'ci/prepare/action.yaml was removed, and it may decide the inputs of this step',
    ],
    [
      'the code of a local action changed',
      () => {
        checkout.write(
          '.github/workflows/called.yml',
          'on: workflow_call\njobs: {a: {steps: [{uses: ./ci/tool/}]}}',
        )
        checkout.write('ci/tool/dist/index.js', 'first')
      },
      () => checkout.write('ci/tool/dist/index.js', 'second'),
      'ci/tool/dist/index.js changed, and it may decide the inputs of this step',
    ],
    [
      'the repository is an action itself',
      () =>
        checkout.write('.github/workflows/called.yml', 'on: workflow_call\njobs: {a: {steps: [{uses: ./}]}}'),
      () => {},
      'the workflow uses the repository itself as an action',
    ],
    [
      'a workflow that others call is not YAML',
      () => checkout.write('.github/workflows/called.yml', 'on: workflow_call: {'),
      () => {},
      expect.stringMatching(/^\.github\/workflows\/called\.yml cannot be read: /) as unknown as string,
    ],
    [
      'the base commit has no evaluators file',
      () => checkout.delete('evaluators.yml'),
      () => writeEntries([entry('a'), entry('b')]),
      'the base commit has no evaluators.yml that can be read',
    ],
    [
      'the evaluators file of the base commit is broken',
      () => checkout.write('evaluators.yml', '- {image: [}'),
      () => writeEntries([entry('a'), entry('b')]),
      'the base commit has no evaluators.yml that can be read',
    ],
    [
      'the evaluators file of the base commit is a directory',
      () => {
        checkout.delete('evaluators.yml')
        checkout.write('evaluators.yml/a.yml', '- {}')
      },
      () => {
        checkout.delete('evaluators.yml')
        writeEntries([entry('a'), entry('b')])
      },
      'the base commit has no evaluators.yml that can be read',
    ],
    [
      'the evaluators file of the base commit is a link that leads out',
      () => {
        checkout.delete('evaluators.yml')
        symlinkSync('/etc/passwd', join(checkout.directory, 'evaluators.yml'))
      },
      () => {
        checkout.delete('evaluators.yml')
        writeEntries([entry('a'), entry('b')])
      },
      'the base commit has no evaluators.yml that can be read',
    ],
    [
      'an expression sets an input of the build',
      () =>
        checkout.writeWorkflow({
          ...step,
          'Build-Args': `A=${expression('vars.A')}\nVERSION=${expression('steps.v.outputs.v')}`,
        }),
      () => {},
      'its inputs cannot be compared: an expression sets build-args, and its value for the base commit is unknown',
    ],
    [
      'another action contains the step',
      () => writeJob({ steps: [{ uses: 'other/wrapper@v1', with: step }] }),
      () => {},
      'no workflow or action of this repository contains this step',
    ],
    [
      'a workflow of another repository may contain the step',
      () => {
        checkout.writeWorkflow(step, calledWorkflow)
        writeJob({ uses: 'other/rules/.github/workflows/publish.yml@v1', with: step }, 'workflow_call')
      },
      () => {},
      `a workflow calls other/rules/.github/workflows/publish.yml, which may contain this step and is not compared`,
    ],
    [
      'a local action has a file whose name is not UTF-8',
      () => {
        checkout.write('.github/actions/prepare/action.yml', 'runs: {}')
        const directory = `${checkout.directory}/.github/actions/prepare/`
        writeFileSync(Buffer.concat([Buffer.from(directory), Buffer.from([0xff])]), 'first')
      },
      () => {},
      'the name of .github/actions/prepare/\uFFFD is not UTF-8',
    ],
    [
      'a workflow cannot be read',
      () => checkout.write(calledWorkflow, `on: workflow_call\njobs: ${'['.repeat(20_000)}`),
      () => {},
      expect.stringContaining(`${calledWorkflow} cannot be read: `) as unknown as string,
    ],
    [
      'the step is in no file of the repository',
      () => checkout.write(workflowFile, 'on: pull_request\njobs: {}\n'),
      () => {},
      'no workflow or action of this repository contains this step',
    ],
  ])('%s', async (_, prepare, change, reason) => {
    prepare()
    expect(await selectAfter(change)).toEqual([reason, reason])
  })

  test.each<[string, () => Partial<Event>, string | RegExp]>([
    [
      'the event checks out the base branch',
      () => {
        checkout.git('checkout', '-q', '--detach', checkout.base)
        return { eventName: 'pull_request_target', sha: checkout.base }
      },
      /^the checkout is the commit .{7}, which is not that of the pull request; as in every pull_request_target/,
    ],
    [
      'another commit is checked out',
      () => {
        checkout.commit('other')
        return {}
      },
      /^the checkout is the commit .{7}, which is not that of the pull request; use actions\/checkout without ref$/,
    ],
    [
      'there is no repository in the workspace',
      () => {
        checkout.delete('.git')
        return {}
      },
      'it is not known which commit is checked out; use actions/checkout without path',
    ],
    [
      'the base commit can neither be found nor fetched',
      () => ({ payload: payloadWith({ base: 'f'.repeat(40), head: checkout.merge }) }),
      /^the base commit fffffff is not in the checkout and could not be fetched \(.+\); set fetch-depth: 2 /,
    ],
    [
      'the head is checked out, and the workflow is that of its merge with a newer base',
      () => {
        checkout.git('checkout', '-q', 'topic')
        return {}
      },
      'the workflow that runs is neither that of the checkout nor that of the base commit; use actions/checkout without ref',
    ],
    [
      'pull_request_target runs the workflow of another branch',
      () => {
        checkout.git('checkout', '-q', 'topic')
        return { eventName: 'pull_request_target', sha: checkout.base, workflowSha: 'f'.repeat(40) }
      },
      'the workflow that runs is neither that of the checkout nor that of the base commit',
    ],
    [
      'the workflow is in another repository',
      () => ({ workflowRef: 'octo-org/rules/.github/workflows/publish.yml@refs/heads/main' }),
      'the workflow that runs this step is not a file of this repository',
    ],
  ])('%s', async (_, change, reason) => {
    checkout.commitBase()
    checkout.commitHead()
    const reasons = await select({}, change())
    expect(reasons).toEqual(Array(2).fill(expect.stringMatching(reason)))
  })
})

function payloadWith({ base, head }: { base: string; head: string }): Event['payload'] {
  return { pull_request: { number: 7, head: { sha: head }, base: { sha: base } } }
}

function fixtureOf(name: string): string {
  return JSON.stringify({ test_cases: [{ name, samples: [] }] })
}

test('compares the head of a pull_request_target that checks it out', async () => {
  checkout.commitBase()
  checkout.write('a/main.py', 'changed')
  checkout.commitHead()
  checkout.git('checkout', '-q', 'topic')
  checkout.git('pack-refs', '--all')
  const target = { eventName: 'pull_request_target', sha: checkout.base, workflowSha: checkout.base }
  expect(await select({}, target)).toEqual(['a/main.py changed', undefined])
})

test('compares with the commit of the base branch that the checkout merges, not with an older one of the event', async () => {
  checkout.commitBase()
  const old = checkout.base
  checkout.write('a/main.py', 'changed on the base branch')
  checkout.base = checkout.commit('newer')
  checkout.write('b/main.py', 'changed by the pull request')
  checkout.commitHead()
  const payload = payloadWith({ base: old, head: checkout.head })
  expect(await select({}, { payload })).toEqual([undefined, 'b/main.py changed'])
})

test('works in a checkout whose end-of-line conversion is the same for both commits', async () => {
  checkout.write('.gitattributes', '*.csv text eol=crlf\n')
  checkout.write('a/data/rows.csv', '1,2\r\n')
  checkout.write('b/data/rows.csv', '1,2\r\n')
  expect(await selectAfter(() => checkout.write('a/data/rows.csv', '3,4\r\n'))).toEqual([
    'a/data/rows.csv changed',
    undefined,
  ])
})

test('builds an entry whose files the checkout converts differently', async () => {
  checkout.write('.gitignore', '.gitattributes\n')
  checkout.commitBase()
  checkout.commitHead()
  checkout.write('.gitattributes', 'b/*.py text eol=crlf\n')
  checkout.delete('b/main.py')
  checkout.git('checkout', '-q', '--', 'b/main.py')
  expect(await select()).toEqual([undefined, 'b/main.py changed'])
})

test('builds an entry with a submodule that is checked out, whose files the base commit does not have', async () => {
  checkout.write('a/vendor/keep', '')
  checkout.commitBase()
  checkout.delete('a/vendor/keep')
  checkout.git('rm', '-q', '--cached', 'a/vendor/keep')
  checkout.git('update-index', '--add', '--cacheinfo', `160000,${checkout.base},a/vendor`)
  checkout.git('commit', '-qm', 'submodule')
  checkout.base = checkout.git('rev-parse', 'HEAD')
  checkout.commitHead()
  expect(await select()).toEqual([undefined, undefined])
  checkout.write('a/vendor/.git', 'gitdir: ../../.git/modules/vendor\n')
  checkout.write('a/vendor/lib.py', '')
  expect(await select()).toEqual([
    'a/vendor is a submodule or a repository of its own, which is not compared',
    undefined,
  ])
})

test('builds an entry whose context contains the history, and says how to change that', async () => {
  writeEntries([entry('a', { context: '.', file: 'a/Dockerfile' })])
  expect(await selectAfter(() => {})).toEqual([
    'the context contains .git, which changes with each commit; add .git to its ignore file',
  ])
})

test.each<[string, object, Record<string, string>, string]>([
  [
    'an address as its context',
    { context: 'https://github.com/o/n.git#main' },
    {},
    'is not in the workspace',
  ],
  ['an image that is built elsewhere', { build: false, tags: 'v1' }, {}, 'its tag may have moved'],
  ['no-cache', { 'no-cache': true }, {}, 'no-cache asks for a new build'],
  ['no-cache-filters', { 'no-cache-filters': 'stage' }, {}, 'no-cache asks for a new build'],
  ['SSH', {}, { ssh: 'default' }, 'the build may read repositories by SSH'],
  [
    'a moving base image that is always pulled',
    { pull: true, file: 'moving' },
    {},
    'pull asks for the newest',
  ],
  ['a URL in its Dockerfile', { file: 'remote' }, {}, 'adds https://example.com/data.tar'],
  ['a frontend of its own', { file: 'frontend' }, {}, "is not Docker's own frontend"],
  [
    'a base image of this machine',
    { file: 'local' },
    {},
    'localhost:5000/base:v1 is in a registry of the local network',
  ],
  [
    'a base image of an IP address',
    { file: 'address' },
    {},
    '172.17.0.1:5000/base:v1 is in a registry of the local network',
  ],
  [
    'a base image of the machine around a container',
    { file: 'host' },
    {},
    'host.docker.internal:5000/base:v1 is in a registry of the local network',
  ],
  [
    'a link as its context that leads out',
    { context: 'out', file: 'a/Dockerfile' },
    {},
    'out is outside the repository',
  ],
])('builds an entry with %s, which cannot be compared', async (_, more, inputs, reason) => {
  checkout.write('moving', 'FROM docker.io/library/python:3.12\n')
  checkout.write('remote', 'FROM scratch\nADD https://example.com/data.tar /\n')
  checkout.write('frontend', '# syntax=example.com/frontend\nFROM scratch\n')
  checkout.write('local', 'FROM localhost:5000/base:v1\n')
  checkout.write('address', 'FROM 172.17.0.1:5000/base:v1\n')
  checkout.write('host', 'FROM host.docker.internal:5000/base:v1\n')
  writeEntries([entry('a', more)])
  const link = join(checkout.directory, 'out')
  symlinkSync('/etc', link)
  checkout.commitBase()
  checkout.commitHead()
  rmSync(link)
  cpSync(join(checkout.directory, 'a'), link, { recursive: true })
  const [built] = (await select(inputs)) ?? []
  expect(built).toMatch(/^its inputs cannot be compared: /)
  expect(built).toContain(reason)
})

test('builds every entry if SOURCE_DATE_EPOCH is set', async () => {
  process.env.SOURCE_DATE_EPOCH = '1'
  const reason = 'its inputs cannot be compared: the variable SOURCE_DATE_EPOCH is set'
  expect(await selectAfter(() => {})).toEqual([reason, reason])
})

test('ignores an expression for an input that the entry sets itself', async () => {
  writeEntries([entry('a', { 'build-args': { A: '1' } }), entry('b')])
  checkout.writeWorkflow({
    ...step,
    'build-args': expression('steps.a.outputs.b'),
    tags: expression('github.sha'),
  })
  expect(await selectAfter(() => {}, { 'build-args': 'A=2', tags: 'v1' })).toEqual([
    undefined,
    expect.stringContaining('an expression sets build-args'),
  ])
})

test('builds an entry whose existing image an expression names, but not one whose image the entry names', async () => {
  const image = (digit: string) => `ghcr.io/octo-org/a@sha256:${digit.repeat(64)}`
  writeEntries([{ 'evaluator-name': 'a' }, { 'evaluator-name': 'b', image: image('1') }])
  checkout.writeWorkflow({ ...step, build: 'false', image: expression('steps.build.outputs.image') })
  expect(await selectAfter(() => {}, { build: 'false', image: image('2') })).toEqual([
    'its inputs cannot be compared: an expression sets image, and its value for the base commit is unknown',
    undefined,
  ])
})

test('works with a workflow that uses the action from the workspace', async () => {
  checkout.write('ea/action.yml', 'runs: {using: node24, main: index.js}')
  writeJob({ steps: [{ uses: './ea', with: step }] })
  checkout.commitBase()
  checkout.write('a/main.py', 'changed')
  checkout.commitHead()
  expect(await select({}, { actionRepository: undefined })).toEqual(['a/main.py changed', undefined])
})

test('builds an entry whose base image the engine has, unless its digest is given', async () => {
  engine.answer = (_, response) => response.end(JSON.stringify(imageInEngine))
  checkout.write('a/Dockerfile', 'FROM python:3.12\n')
  checkout.write('b/Dockerfile', `FROM python:3.12@sha256:${'0'.repeat(64)}\n`)
  expect(await selectAfter(() => {})).toEqual([
    'its inputs cannot be compared: the engine has the image docker.io/library/python:3.12, which an earlier step may have built; name it with its digest',
    undefined,
  ])
  expect(engine.calls.map(({ name }) => name)).toEqual(['GET /images/docker.io/library/python:3.12/json'])
})

test('builds an entry if the engine cannot say whether it has the base image', async () => {
  engine.answer = (_, response) => response.writeHead(500).end('{"message": "broken"}')
  checkout.write('a/Dockerfile', 'FROM python:3.12\n')
  const [reason, other] = (await selectAfter(() => {})) ?? []
  expect(reason).toMatch(/^its inputs cannot be compared: .*broken/)
  expect(other).toBeUndefined()
})

describe('an entry that is based on the image of another one', () => {
  test.each([
    ['docker.kolena.io/acme/base:v1', 'base'],
    ['docker.kolena.io:443/acme/base', 'docker.kolena.io/acme/base'],
    ['index.docker.io/acme/base:v2', 'docker.io/acme/base'],
    ['acme/base', 'docker.io/acme/base'],
    ['GHCR.IO/acme/base:v1', 'ghcr.io/acme/base'],
  ])('is built with it: FROM %s, image: %s', async (from, image) => {
    checkout.write('b/Dockerfile', `ARG BASE=${from}\nFROM $BASE\nCOPY . /\n`)
    checkout.write('c/Dockerfile', 'FROM scratch AS base\nFROM base\n')
    writeEntries([entry('a', { image }), entry('b'), entry('c')])
    expect(await selectAfter(() => checkout.write('a/main.py', 'changed'))).toEqual([
      'a/main.py changed',
      'it is based on the image of a, which is built because a/main.py changed',
      undefined,
    ])
  })

  test('is built even if the other one is in another shard', async () => {
    checkout.write('b/Dockerfile', 'FROM docker.kolena.io/acme/base\n')
    writeEntries([entry('a', { image: 'base' }), entry('b')])
    checkout.commitBase()
    checkout.write('a/main.py', 'changed')
    checkout.commitHead()
    const shards = [await select({ shard: '1/2' }), await select({ shard: '2/2' })]
    expect(shards.flat().toSorted()).toEqual([
      'a/main.py changed',
      'it is based on the image of a, which is built because a/main.py changed',
    ])
  })
})

test.each<[string, Partial<Event>, Record<string, string>]>([
  ['a push', { eventName: 'push', ref: 'refs/heads/main', payload: {} }, { 'api-token': 'token-of-acme' }],
  ['a dry run outside of pull requests', { eventName: 'push', payload: {} }, { 'dry-run': 'true' }],
  ['a pull request that publishes', {}, { 'dry-run': 'false', 'api-token': 'token-of-acme' }],
])('handles every entry in %s', async (_, event, inputs) => {
  checkout.commitBase()
  checkout.commitHead()
  expect(await select(inputs, event)).toBeUndefined()
  expect(output.text).toContain('Every entry is handled: only: changed leaves entries out in the dry runs')
})
