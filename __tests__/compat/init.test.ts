import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { pullRequest, pushTag } from '../../sandbox/runner/events.js'
import { initRepository } from '../support/git.js'
import { runLint, unknownInputs, workflowErrors } from '../support/workflow-files.js'
import { UserRepository } from './act.js'
import { prepareVenv, root, runClient } from './venv.js'

const execute = promisify(execFile)
const workflow = '.github/workflows/evaluator.yml'
const token = 'acme-api-token-for-init-0123456789'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Runs init in a repository with these files, and returns its folder. */
async function initialize(files: Record<string, string>, example?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'init-'))
  folders.push(folder)
  if (example) cpSync(join(root, 'examples', example), folder, { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  initRepository(folder)
  await execute(process.execPath, [join(root, 'bin/evaluator-action.js'), 'init'], { cwd: folder })
  return folder
}

const layouts: [string, Record<string, string>, string?][] = [
  ['like the example', {}, 'keypoint-detection'],
  [
    'with an evaluator in a folder, and names that YAML could misread',
    {
      'evaluators/one #1/Dockerfile': 'FROM scratch\nCOPY main.py /\n',
      'evaluators/one #1/main.py': [
        'from kolena.workflow import Evaluator, define_workflow, test',
        String.raw`_, C, S, M = define_workflow("yes: \"it's\" 'on' # {x} *", Sample, Truth, Guess)`,
        'class Größe(Evaluator): pass',
        'test(model, suite, Größe())',
      ].join('\n'),
    },
  ],
  ['without anything', {}],
]

describe.each(layouts)('the workflow for a repository %s', (_, files, example) => {
  test('is valid for the parser of GitHub and for actionlint', async () => {
    const text = readFileSync(join(await initialize(files, example), workflow), 'utf8')
    expect(workflowErrors(workflow, text)).toEqual([])
    expect(unknownInputs(text)).toEqual([])
    expect(await runLint(text, workflow)).toEqual([])
  })

  test('has no finding of zizmor', async () => {
    const zizmor = join(await prepareVenv('zizmor==1.32.0'), 'zizmor')
    const folder = await initialize(files, example)
    const config = `--config=${join(root, '__tests__/compat/zizmor-examples.yml')}`
    const args = ['--offline', '--format=json', config, join(folder, workflow)]
    expect(JSON.parse(await runClient(zizmor, args, {}))).toEqual([])
  }, 300_000)
})

describe('the workflow for the example, under act', () => {
  let sandbox: Sandbox
  let repository: UserRepository
  let folder: string
  beforeEach(async () => {
    sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
    repository = await UserRepository.create()
    repository.copyExample('keypoint-detection')
    // Without a fixture, because the target that needs no PyPI has no client to read it with.
    folder = await initialize({ 'contract-fixture.json': '{}' }, 'keypoint-detection')
  }, 600_000)
  afterEach(async () => {
    repository.remove()
    await sandbox.close()
  })

  /** Runs the workflow with the token as a secret, and a build that needs neither Docker Hub nor PyPI. */
  const run = (event: RunnerEvent) =>
    repository.run(join(folder, workflow), {
      event,
      secrets: { KOLENA_TOKEN: token },
      env: { KOLENA_API_URL: sandbox.url },
      inputs: {
        registry: sandbox.registry.host,
        target: 'evaluator-without-client',
        'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm',
      },
    })

  test('publishes a pushed tag', async () => {
    const { jobs, log } = await run(pushTag('v1.2.3'))
    expect({ jobs, log }).toEqual({ jobs: ['Job succeeded'], log: expect.any(String) })
    const image = `${sandbox.registry.host}/acme/evaluate_keypoint_detection:v1.2.3`
    expect(sandbox.state.registrations).toMatchObject([{ workflow: 'Keypoint Detection', image }])
    expect(log).not.toContain(token)
  })

  test('sends nothing to the platform in a pull request, even of a branch with secrets', async () => {
    const { jobs, log } = await run(pullRequest())
    expect({ jobs, log }).toEqual({ jobs: ['Job succeeded'], log: expect.any(String) })
    expect(log).toContain('Dry run: pull request #7 of this repository')
    expect(sandbox.requests).toEqual([])
  })
})
