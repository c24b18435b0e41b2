import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import { example } from '../../sandbox/nucleus/example.js'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { pullRequest, pushBranch, pushTag } from '../../sandbox/runner/events.js'
import { classification, color } from '../support/agreeing.js'
import { UserRepository } from './act.js'

const token = 'acme-api-token-for-act-0123456789'

let sandbox: Sandbox
let repository: UserRepository
beforeEach(async () => {
  sandbox = await startSandbox({
    organizations: [{ name: 'acme', tokens: [token] }],
    kili: { apiKeys: new Map([[token, 'acme']]) },
  })
  repository = await UserRepository.create()
}, 600_000)
afterEach(async () => {
  repository.remove()
  await sandbox.close()
})

describe('publishing', () => {
  beforeEach(() => repository.copyExample('keypoint-detection'))

  /** Inputs that select the sandbox as the platform, and a build that needs neither Docker Hub nor PyPI. */
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

  test('publish.yml does a dry run in a pull request from a fork, which has no secrets', async () => {
    const event = pullRequest({ fork: 'octocat/evaluators' })
    const run = await repository.run('examples/workflows/publish.yml', { event, ...inSandbox() })
    expect(run.jobs).toEqual(['Job succeeded'])
    expect(run.log).toContain('Dry run: pull request #7 from the fork octocat/evaluators')
    expect(run.log).toContain(':pr-7')
    expect(sandbox.requests).toEqual([])
  })

  test('publish.yml fails with a wrong token and says what to do', async () => {
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

  test('tagged-release.yml passes the registration to the job that creates the release', async () => {
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

  test('passes the job when the metric is high enough', async () => {
    const { jobs, log } = await run(0.7)
    expect(jobs).toEqual(['Job succeeded'])
    expect(log).toContain('overall-metric=0.7')
    expect(log).not.toContain(token)
  })

  test('fails the job when the metric is too low', async () => {
    const { jobs, log } = await run(0.5)
    expect(jobs).toEqual(['Job failed'])
    expect(log).toContain('The gate did not pass::Overall metric is 0.5, and has to be at least 0.6')
    expect(log).not.toContain(token)
  })
})

describe('model-release.yml', () => {
  const workflow = 'Image Classification'
  const animals = ['cat', 'dog', 'owl', 'fox']
  const suites = ['animals :: complete', 'animals :: at night']
  const locator = (name: string) => `s3://animals/${name}.png`
  const project = 'cleoicwgf02e50jx8e05zai93'

  beforeEach(() => {
    const { state, kili } = sandbox
    state.register('acme', { workflow, name: 'accuracy', image: 'e', secret: null, aws_assume_role: null })
    for (const [index, name] of suites.entries()) {
      const samples = animals.slice(index).map((animal) => ({ test_sample: { locator: locator(animal) } }))
      state.testing.addTestSuite('acme', { name, workflow, testCases: [{ name, samples }] })
    }
    const jsonInterface = JSON.stringify(classification(animals))
    kili.projects.set(project, {
      id: project,
      title: 'Animals',
      description: '',
      inputType: 'IMAGE',
      jsonInterface,
    })
    for (const id of animals) {
      const content = 'https://images.example.com/image.jpg'
      kili.addAsset({ id, project, externalId: id, content, isHoneypot: false, jsonMetadata: '{}' })
      const said = {
        author: 'person',
        labelType: 'DEFAULT',
        modelName: null,
        jsonResponse: color(id),
        secondsToLabel: null,
      }
      kili.addLabel({ asset: id, ...said }, false)
    }
  })

  /** Runs a release with the three files of a model that is right about an animal when `isRight` returns true. */
  const release = (event: RunnerEvent, isRight: (animal: string) => boolean = () => true) => {
    const guesses = animals.map((animal) => (isRight(animal) ? animal : 'owl'))
    const files = {
      'inferences.csv': [
        'locator,label,score',
        ...animals.map((name, at) => `${locator(name)},${guesses[at]},0.9`),
      ],
      'results.csv': ['item_ref_id,score', ...example.references.map((name) => `${name},0.7`)],
      'predictions.csv': ['external_id,category', ...animals.map((name, at) => `${name},${guesses[at]}`)],
    }
    const lines = Object.entries(files).map(
      ([name, rows]) => `open('${name}', 'w').write(${JSON.stringify(`${rows.join('\n')}\n`)})`,
    )
    repository.write('infer.py', lines.join('\n'))
    return repository.run('examples/workflows/model-release.yml', {
      event,
      secrets: { KOLENA_TOKEN: token, NUCLEUS_API_KEY: token, KILI_API_KEY: token },
      env: {
        KOLENA_API_URL: sandbox.url,
        NUCLEUS_ENDPOINT: `${sandbox.url}/v1/nucleus`,
        KILI_API_ENDPOINT: `${sandbox.url}/api/label/v2/graphql`,
      },
    })
  }

  const inferences = (model: string) => {
    const { testing } = sandbox.state
    const id = testing.findModel('acme', model)?.id ?? 0
    return animals.map((name) => testing.inferenceOf(id, JSON.stringify({ locator: locator(name) })))
  }

  test('runs every step from the model to the verdicts', async () => {
    const run = await release(pushTag('v1.2.3'))
    expect(run.jobs).toEqual(['Job succeeded'])
    const { testing } = sandbox.state
    expect(testing.models).toMatchObject([{ name: 'animals-net v1.2.3', metadata: { framework: 'pytorch' } }])
    expect(inferences('animals-net v1.2.3').map((text) => JSON.parse(text ?? 'null'))).toEqual(
      animals.map((label) => ({ prediction: { label, score: 0.9, data_type: 'ANNOTATION/LABEL' } })),
    )
    expect(testing.testRuns.map(({ evaluations }) => evaluations)).toEqual([1, 1])
    expect(run.log).toContain('::set-output:: uploaded=4')
    expect(run.log).toContain('::set-output:: overall-metric=0.7')
    expect(run.log).toContain('::set-output:: agreement=1')
    expect(
      [...sandbox.kili.labels.values()].filter(({ modelName }) => modelName === 'animals-net'),
    ).toHaveLength(4)
    expect(run.log).not.toContain(token)
  })

  test('fails a model that people disagree with', async () => {
    const run = await release(pushTag('v1.2.3'), (animal) => animal === 'cat')
    expect(run.jobs).toEqual(['Job failed'])
    expect(run.log).toContain('Agreement is 0.75, and has to be at least 0.9')
  })

  test('changes nothing in a pull request', async () => {
    const run = await release(pullRequest())
    expect(run.jobs).toEqual(['Job succeeded'])
    const { testing } = sandbox.state
    expect([testing.models, testing.testRuns, testing.uploads]).toEqual([[], [], []])
    expect([...sandbox.kili.labels.values()].filter(({ modelName }) => modelName !== null)).toEqual([])
    expect(run.log).toContain('inferences.csv')
  })
})
