import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest, pushBranch } from '../../sandbox/runner/events.js'
import { token } from '../support/common.js'
import { PlatformJob, workflow } from '../support/platform-job.js'

let job: PlatformJob
beforeAll(async () => {
  job = await PlatformJob.start('model')
})
afterAll(() => job.sandbox.close())
beforeEach(() => {
  job.sandbox.state.testing.models.length = 0
})

const name = 'helpful-meadow-5 (YOLOR-D6, 1280x1280)'
const inputs = {
  name,
  metadata: 'framework: pytorch\nhyperparameters: {epochs: 30}',
  tags: 'nightly,candidate',
}
const ci = {
  ci_repository: 'octo-org/evaluators',
  ci_commit: '8f3c1d5e7a9b2c4d6e8f0a1b3c5d7e9f1a2b4c6d',
  ci_ref: 'refs/tags/v1.2.3',
  ci_workflow: 'octo-org/evaluators/.github/workflows/publish.yml@refs/tags/v1.2.3',
  ci_run: 'https://github.com/octo-org/evaluators/actions/runs/1658821494',
  ci_actor: 'octocat',
}
const written = { framework: 'pytorch', hyperparameters: { epochs: 30 } }
const add = (metadata: Record<string, unknown>, tags: string[] = []) =>
  job.sandbox.state.testing.addModel('acme', { name, workflow, metadata: metadata as typeof ci, tags })

describe('a missing model', () => {
  test('is created with the given metadata and metadata of the run', async () => {
    const run = await job.run(inputs)
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [] })
    const [model] = job.sandbox.state.testing.models
    expect(model).toMatchObject({ name, workflow, tags: ['nightly', 'candidate'] })
    expect(model?.metadata).toEqual({ ...written, ...ci })
    expect(run.outputs).toEqual({
      model: JSON.stringify({ id: model?.id, name, metadata: model?.metadata, tags: model?.tags, workflow }),
      id: String(model?.id),
      created: 'true',
      url: `https://app.kolena.com/acme/models?modelIds=${model?.id}`,
      differences: '[]',
      'dry-run': 'false',
    })
    expect(run.summary).toContain('was created')
    expect(run.log + run.summary + run.files.OUTPUT).not.toContain(token)
  })

  test('is created with only the given metadata when ci-metadata is false', async () => {
    await job.run({ ...inputs, 'ci-metadata': 'false', tags: undefined })
    expect(job.sandbox.state.testing.models).toMatchObject([{ metadata: written, tags: [] }])
    expect(job.sandbox.requests.at(-1)?.body).toEqual({ name, workflow, metadata: written, tags: null })
  })

  test('is created only once when the answer is lost', async () => {
    const run = await job.runBroken(
      (request, count) => (request.endsWith('/model/create') && count === 1 ? 'lost' : undefined),
      inputs,
    )
    expect(run).toMatchObject({ exitCode: 0, outputs: { created: 'true' } })
    expect(run.requests.map((request) => request.split('/').at(-1))).toEqual([
      'login',
      'load',
      'create',
      'load',
    ])
    expect(job.sandbox.state.testing.models).toHaveLength(1)
  })

  test('is created on the second attempt when the platform fails once', async () => {
    const run = await job.runBroken(
      (request, count) => (request.endsWith('/model/create') && count === 1 ? 503 : undefined),
      inputs,
    )
    expect(run).toMatchObject({ exitCode: 0, outputs: { created: 'true' } })
    expect(job.sandbox.state.testing.models).toHaveLength(1)
  })

  test('is used as it is when someone else creates it at the same time', async () => {
    const run = await job.runBroken((request, count) => {
      if (request.endsWith('/model/create') && count === 1) add({ framework: 'jax' })
      return undefined
    }, inputs)
    expect(run).toMatchObject({ exitCode: 1, outputs: { created: 'false' } })
    const gate = run.annotations.find(({ level }) => level === 'error')
    expect(gate?.message).toContain('framework: registered "jax", given "pytorch"')
  })

  test('is not created by an invalid request, which is not retried', async () => {
    const run = await job.runBroken(
      (request) => (request.endsWith('/model/create') ? 422 : undefined),
      inputs,
    )
    expect(run).toMatchObject({ exitCode: 1, outputs: { created: 'false', id: '' } })
    expect(run.requests).toHaveLength(3)
    expect(run.annotations[0]?.message).toMatch(
      /The model "helpful-meadow-5 .* was not created: .* answered 422/,
    )
    expect(run.summary).toContain('was not registered')
  })
})

describe('an existing model', () => {
  test.each([
    ['the same run', {}],
    [
      'another run of the same commit',
      { ci_run: 'https://github.com/o/r/actions/runs/1', ci_actor: 'hubot' },
    ],
  ])('with the metadata of %s is accepted unchanged', async (_, changes) => {
    add({ ...written, ...ci, ...changes }, ['nightly', 'candidate'])
    const requests = await job.requestsOf(async () => {
      const run = await job.run(inputs)
      expect(run).toMatchObject({
        exitCode: 0,
        annotations: [],
        outputs: { created: 'false', differences: '[]' },
      })
      expect(run.summary).toContain('is already registered, nothing changed')
    })
    expect(requests).toEqual(['PUT token/login 200', 'PUT generic/model/load 200'])
  })

  test('with different metadata fails the step, and the summary shows the differences', async () => {
    add({ ...written, ...ci, framework: 'jax', ci_commit: 'f00d', note: '`x` | @team' })
    const run = await job.run(inputs)
    expect(run).toMatchObject({ exitCode: 1, conclusion: 'failure' })
    expect(JSON.parse(run.outputs.differences ?? '')).toEqual([
      { key: 'framework', registered: 'jax', given: 'pytorch' },
      { key: 'ci_commit', registered: 'f00d', given: ci.ci_commit },
      { key: 'note', registered: '`x` | @team', given: null },
    ])
    expect(run.outputs.id).not.toBe('')
    const gate = run.annotations.find(({ level }) => level === 'error')
    expect(gate).toMatchObject({ title: 'The gate did not pass' })
    expect(gate?.message).toContain('- note: registered "`x` | @team", given nothing')
    expect(run.summary).toContain('exists with different metadata')
    expect(run.summary).toContain('| `framework` | `"jax"` | `"pytorch"` |')
    expect(job.sandbox.state.testing.models).toHaveLength(1)
  })

  test('with different metadata causes a warning with on-mismatch: warn', async () => {
    add({ ...written, ...ci, framework: 'jax' }, ['nightly', 'candidate'])
    const run = await job.run({ ...inputs, 'on-mismatch': 'warn' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning' }] })
    expect(run.annotations[0]?.message).toContain('framework: registered "jax", given "pytorch"')
  })

  test('without a requested tag causes a warning', async () => {
    add({ ...written, ...ci }, ['nightly'])
    const run = await job.run(inputs)
    expect(run).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning' }] })
    expect(run.annotations[0]?.message).toContain('does not have the tag candidate')
  })

  test('in another workflow fails the step', async () => {
    job.sandbox.state.testing.addModel('acme', { name, workflow: 'Other' })
    const run = await job.run(inputs)
    expect(run).toMatchObject({ exitCode: 1, outputs: { id: '' } })
    expect(run.annotations[0]?.message).toContain('in the workflow "Other", not in "Keypoint Detection"')
  })
})

describe('a dry run', () => {
  const event = pullRequest({ fork: 'octocat/evaluators' })

  test('without a token sends no request and shows the model', async () => {
    const requests = await job.requestsOf(async () => {
      const run = await job.run({ ...inputs, 'api-token': undefined }, { event })
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'dry-run': 'true', model: '' } })
      expect(run.summary).toContain('would be loaded or created')
      expect(run.summary).toContain('pytorch')
    })
    expect(requests).toEqual([])
  })

  test('with a token looks up the model and creates nothing', async () => {
    const requests = await job.requestsOf(async () => {
      const run = await job.run(inputs, { event })
      expect(run).toMatchObject({ exitCode: 0, outputs: { 'dry-run': 'true', created: 'false' } })
      expect(run.summary).toContain('would be created')
    })
    expect(requests).toEqual(['PUT token/login 200', 'PUT generic/model/load 404'])
  })

  test('warns about differences, and does not fail', async () => {
    add({ framework: 'jax' })
    const run = await job.run(inputs, { event })
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success' })
    expect(run.annotations[0]).toMatchObject({ level: 'warning', title: 'Different model with this name' })
  })

  test('with an invalid token warns, and does not fail', async () => {
    const run = await job.run({ ...inputs, 'api-token': 'no-token-of-anyone' }, { event })
    expect(run).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning', title: 'Dry run' }] })
  })
})

describe('invalid inputs', () => {
  test('are reported all at once, and nothing is sent', async () => {
    const requests = await job.requestsOf(async () => {
      const run = await job.run(
        {
          workflow: undefined,
          'api-token': undefined,
          metadata: 'ci_commit: mine\nci_run: mine',
          'on-mismatch': 'ignore',
          'dry-run': 'maybe',
        },
        { event: pushBranch('main') },
      )
      expect(run).toMatchObject({ exitCode: 1 })
      const lines = run.annotations[0]?.message.split('\n').slice(1) ?? []
      expect(lines).toEqual([
        '- on-mismatch "ignore": write fail or warn',
        '- dry-run "maybe": write auto, true or false',
        "- workflow: is required; write the name of the platform's workflow",
        '- name: is required; write the name of the model',
        '- metadata "ci_commit": is a key that ci-metadata sets; rename it, or set ci-metadata: false',
        '- metadata "ci_run": is a key that ci-metadata sets; rename it, or set ci-metadata: false',
        expect.stringContaining('- api-token: is required to register the model'),
      ])
    })
    expect(requests).toEqual([])
  })

  test.each([
    ['a list', '- 1', 'is not a mapping'],
    ['an alias', 'a: &x 1\nb: *x', 'has the alias *x'],
    ['a duplicate key', 'a: 1\na: 2', 'Map keys must be unique'],
    ['the API token', `{nested: {token: ${token}}}`, 'metadata: contains the API token'],
  ])('include metadata that has a problem: %s', async (_, metadata, message) => {
    const run = await job.run({ name, metadata })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain(message)
  })
})

test('treats a name that looks like a command or Markdown as text', async () => {
  const hostile = '::error::<b>**@team**</b> | `x` ##[error]'
  const run = await job.run({ name: hostile, metadata: '"::set-output name=id::9": "</details>"' })
  expect(run).toMatchObject({ exitCode: 0, annotations: [] })
  expect(run.outputs.id).not.toBe('9')
  expect(run.summary).toContain('## ✅ \\::error::&lt;b&gt;')
  expect(run.summary).toContain('``::error::<b>**@team**</b> \\| `x` ##[error]``')
})
