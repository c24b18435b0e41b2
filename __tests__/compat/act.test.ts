import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import { example } from '../../sandbox/nucleus/example.js'
import { pullRequest, pushBranch, pushTag } from '../../sandbox/runner/events.js'
import { UserRepository } from './act.js'

const token = 'acme-api-token-for-act-0123456789'

let sandbox: Sandbox
let repository: UserRepository
beforeEach(async () => {
  sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  repository = await UserRepository.create()
}, 600_000)
afterEach(async () => {
  repository.remove()
  await sandbox.close()
})

describe('publishing', () => {
  beforeEach(() => repository.copyExample('keypoint-detection'))

  /** The sandbox in place of the platform, and a build that needs neither Docker Hub nor PyPI. */
  const inSandbox = () => ({
    env: { KOLENA_API_URL: sandbox.url },
    inputs: {
      registry: sandbox.registry.host,
      target: 'evaluator-without-client',
      'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm',
    },
  })
  const secrets = { KOLENA_TOKEN: token }

  test('publish.yml publishes the evaluator of a pushed tag', async () => {
    const run = await repository.run('examples/workflows/publish.yml', {
      event: pushTag('v1.2.3'),
      secrets,
      ...inSandbox(),
    })
    expect(run.jobs).toEqual(['Job succeeded'])
    const image = `${sandbox.registry.host}/acme/keypoint_detection_evaluator:v1.2.3`
    expect(sandbox.state.registrations).toMatchObject([{ workflow: 'Keypoint Detection', image }])
    expect(run.log).toContain('## ✅ evaluate\\_keypoint\\_detection is published')
    expect(run.log).toContain('Success - Post OWNER/evaluator-action@v1')
    expect(run.log).not.toContain(token)
  })

  test('publish.yml is a dry run in the pull request of a fork, which has no secret', async () => {
    const event = pullRequest({ fork: 'octocat/evaluators' })
    const run = await repository.run('examples/workflows/publish.yml', { event, ...inSandbox() })
    expect(run.jobs).toEqual(['Job succeeded'])
    expect(run.log).toContain('Dry run: pull request #7 from the fork octocat/evaluators')
    expect(run.log).toContain(':pr-7')
    expect(sandbox.requests).toEqual([])
  })

  test('publish.yml fails where the token is wrong, and says what to do', async () => {
    const wrong = { KOLENA_TOKEN: 'a-token-that-is-nobodys-0123' }
    const run = await repository.run('examples/workflows/publish.yml', {
      event: pushTag('v1.2.3'),
      secrets: wrong,
      ...inSandbox(),
    })
    expect(run.jobs).toEqual(['Job failed'])
    expect(run.log).toContain('does not accept the token (401). Create a new API token')
    expect(run.log).not.toContain(wrong.KOLENA_TOKEN)
    expect(sandbox.state.registrations).toEqual([])
  })

  test('tagged-release.yml hands the registration on to the job that makes the release', async () => {
    repository.addProgram('gh', '#!/bin/sh\necho "gh $*: $(cat registration.json)"\n')
    const event = pushTag('v1.2.3')
    const run = await repository.run('examples/workflows/tagged-release.yml', {
      event,
      secrets,
      ...inSandbox(),
    })
    expect(run.jobs).toEqual(['Job succeeded', 'Job succeeded'])
    const [registered] = sandbox.state.registrations
    expect(registered?.image).toMatch(/@sha256:[0-9a-f]{64}$/)
    expect(run.log).toContain('gh release create v1.2.3 registration.json --repo octo-org/evaluators')
    expect(run.log).toMatch(new RegExp(`gh release .*"image":"${registered?.image}"`))
    expect(run.log).not.toContain(token)
  })
})

describe('the gate of scenario-test.yml', () => {
  const run = (score: number) => {
    const rows = ['item_ref_id,score', ...example.references.map((name) => `${name},${score}`)]
    repository.write('evaluate.py', `open('results.csv', 'w').write(${JSON.stringify(rows.join('\n'))})`)
    return repository.run('examples/workflows/scenario-test.yml', {
      event: pushBranch('main'),
      secrets: { NUCLEUS_API_KEY: token },
      env: { NUCLEUS_ENDPOINT: `${sandbox.url}/v1/nucleus` },
    })
  }

  test('lets the job pass when the metric is high enough', async () => {
    const { jobs, log } = await run(0.7)
    expect(jobs).toEqual(['Job succeeded'])
    expect(log).toContain('overall-metric=0.7')
    expect(log).not.toContain(token)
  })

  test('fails the job when it is too low', async () => {
    const { jobs, log } = await run(0.5)
    expect(jobs).toEqual(['Job failed'])
    expect(log).toContain('The gate did not pass::Overall metric is 0.5, and has to be at least 0.6')
    expect(log).not.toContain(token)
  })
})
