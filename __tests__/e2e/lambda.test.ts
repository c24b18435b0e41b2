import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Handler } from '../../sandbox/lambda/index.js'
import { pullRequest } from '../../sandbox/runner/events.js'
import { EvaluatingOnLambda, exampleMatrix, resultKey, writing } from '../support/evaluating-on-lambda.js'

describe('evaluating on Lambda', () => {
  let job: EvaluatingOnLambda
  beforeAll(async () => {
    job = await EvaluatingOnLambda.start()
  })
  afterAll(() => job.stop())

  test('updates the function by digest, runs it once, and reports the metrics of the matrix', async () => {
    const { state } = job.sandbox
    const image = state.addImage('after')
    const created = state.createFunction('evaluate', writing(exampleMatrix), { updatePolls: 2 })
    const run = await job.run({
      'function-name': 'evaluate',
      image: image.replace('@', ':v1@'),
      'publish-version': 'true',
      'minimum-accuracy': '0.85',
      'minimum-precision': '0.6',
    })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(created).toMatchObject({ image, versions: [image] })
    expect(state.invocations).toHaveLength(1)
    expect(JSON.parse(run.outputs['confusion-matrix'] ?? '')).toEqual({
      labels: ['0', '1'],
      counts: [
        [3583, 53],
        [382, 101],
      ],
    })
    const { accuracy, precision, recall, f1, specificity } = run.outputs
    const rounded = [accuracy, precision, recall, f1, specificity].map((text) => Number(text).toFixed(3))
    expect(rounded).toEqual(['0.894', '0.656', '0.209', '0.317', '0.985'])
    expect(run.outputs).toMatchObject({ 'function-version': '1', passed: 'true' })
    expect(run.summary).toContain('## ✅ evaluate: accuracy 89\\.4 % on 4119 samples')
    expect(run.summary).toContain('| **actual 0** | **3583** | 53 | 3636 |')
  })

  test('evaluates again without an update in a second run', async () => {
    const { state, requests } = job.sandbox
    const image = state.addImage('same')
    state.createFunction('again', writing(exampleMatrix.replace('382', '381')), { image })
    const before = requests.length
    const run = await job.run({ 'function-name': 'again', image, 'endpoint-name': 'again' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { 'function-version': '$LATEST', passed: '' } })
    expect(requests.slice(before).filter((request) => request.startsWith('PUT'))).toEqual([])
  })

  const gate = { 'minimum-recall': '0.5', 'endpoint-name': 'gate' }
  test.each([
    ['fail', 1, [['error', 'Recall is 0.20911, and has to be at least 0.5 (4119 samples).']]],
    ['warn', 0, [['warning', 'Recall is 0.20911, and has to be at least 0.5 (4119 samples).']]],
    ['off', 0, []],
  ])('reports a metric below its minimum with gate %s', async (mode, exitCode, annotations) => {
    job.sandbox.state.createFunction('gated', writing(`${exampleMatrix}\n\nmode ${mode}`))
    const run = await job.run({ 'function-name': 'gated', gate: mode, ...gate })
    expect(run).toMatchObject({ exitCode, outputs: { passed: 'false' } })
    expect(run.annotations.map(({ level, message }) => [level, message])).toEqual(annotations)
  })

  test('fails any minimum with a precision of 0/0', async () => {
    job.sandbox.state.createFunction('none-found', writing('| a | 0 |\n|---|---|\n| 0 | 5 |\n| 1 | 2 |'))
    const run = await job.run({
      'function-name': 'none-found',
      'minimum-precision': '0',
      'endpoint-name': 'none',
    })
    expect(run).toMatchObject({ exitCode: 1, outputs: { precision: '', recall: '0' } })
    expect(run.annotations[0]?.message).toContain('Precision is not known')
  })

  const failures: [string, Handler, string][] = [
    ['returns null', () => ({ payload: null }), 'it skipped the evaluation'],
    [
      'throws',
      () => ({ payload: { errorType: 'KeyError', errorMessage: "'y_yes'" }, error: 'Unhandled' }),
      "KeyError: 'y_yes'",
    ],
    [
      'runs out of time',
      () => ({ payload: { errorMessage: '2026 Task timed out after 30.00 seconds' }, error: 'Unhandled' }),
      'Give the function more time',
    ],
    [
      'does not start',
      () => ({ payload: { errorType: 'Runtime.InvalidEntrypoint' }, error: 'Unhandled' }),
      'does not start on Lambda',
    ],
    [
      'reports the message as failed',
      () => ({ payload: { batchItemFailures: [{ itemIdentifier: 'x' }] } }),
      'batchItemFailures',
    ],
    ['writes nothing', () => ({ payload: {} }), 'is still the one from 2026-01-01T00:00:00.000Z'],
    [
      'writes to another bucket',
      writing(exampleMatrix, 'elsewhere'),
      'Check that the function writes to results-bucket',
    ],
    ['writes no matrix', writing('Nothing to see.'), 'it contains no table'],
    ['writes other classes', writing('| a | no | yes |\n|-|-|-|\n| no | 1 | 2 |'), '"1" is not one of them'],
    [
      'is overwritten by another',
      (event, state) => {
        state.putObject('monitoring', resultKey('failing'), exampleMatrix, {
          metadata: { 'message-id': 'another' },
        })
        return { payload: event }
      },
      'another evaluation of the same endpoint',
    ],
  ]
  test.each(failures)(
    'fails the step and does not run again for an evaluator that %s',
    async (_, handler, message) => {
      const { state } = job.sandbox
      state.createFunction('failing', handler)
      state.putObject('monitoring', resultKey('failing'), exampleMatrix, { modified: new Date('2026-01-01') })
      const before = state.invocations.length
      const run = await job.run({ 'function-name': 'failing', 'endpoint-name': 'failing' })
      expect(run).toMatchObject({ exitCode: 1, outputs: { passed: '' } })
      expect(run.annotations[0]?.message).toContain(message)
      expect(state.invocations).toHaveLength(before + 1)
    },
  )

  const index = 'application/vnd.oci.image.index.v1+json'
  test.each([
    ['an index', 'index', { mediaType: index }, {}, 'provenance: false, sbom: false'],
    ['a missing image', undefined, {}, {}, 'ECR has no such image'],
    ['a function from a zip file', 'zip', {}, { packageType: 'Zip' as const }, 'package type Image'],
    [
      'an image for arm64 on a function for x86_64',
      'arm',
      { architecture: 'arm64' },
      {},
      'is for arm64, and the function runs on x86_64. Build it with platforms: linux/amd64',
    ],
    [
      'an image for amd64 on a function for arm64',
      'amd',
      {},
      { architecture: 'arm64' as const },
      'is for amd64, and the function runs on arm64. Build it with platforms: linux/arm64',
    ],
    [
      'an update that fails',
      'bad',
      {},
      { updateFailure: { code: 'ImageAccessDenied', reason: 'Lambda may not pull.' } },
      '(ImageAccessDenied): Lambda may not pull.',
    ],
  ])('refuses %s before anything runs', async (_, name, pushed, changes, message) => {
    const { state } = job.sandbox
    const image = state.addImage(name ?? 'gone', pushed)
    if (name === undefined) state.images.delete(image.slice(image.indexOf('@') + 1))
    state.createFunction('refused', writing(exampleMatrix), changes)
    const before = state.invocations.length
    const run = await job.run({ 'function-name': 'refused', image })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain(message)
    expect(state.invocations).toHaveLength(before)
  })

  test('does not fail when it cannot read the architecture', async () => {
    const { state } = job.sandbox
    const image = state.addImage('unreadable', { architecture: 'arm64' })
    state.layers.clear()
    state.createFunction('unreadable', writing(`${exampleMatrix}\nunreadable`))
    const run = await job.run({ 'function-name': 'unreadable', image, 'endpoint-name': 'unreadable' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.log).toContain('The architecture of the image is unknown. AWS: could not read the image')
  })

  test('updates an arm64 function with an arm64 image', async () => {
    const { state } = job.sandbox
    const image = state.addImage('right', { architecture: 'arm64' })
    const created = state.createFunction('right', writing(`${exampleMatrix}\nright`), {
      architecture: 'arm64',
    })
    const run = await job.run({ 'function-name': 'right', image, 'endpoint-name': 'right' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.log).not.toContain('architecture')
    expect(created.image).toBe(image)
  })

  test('waits for an update that someone else started', async () => {
    const { state } = job.sandbox
    const image = state.addImage('patient')
    const created = state.createFunction('busy', writing(`${exampleMatrix}\npatient`))
    created.pending = { polls: 2, image: state.addImage('theirs') }
    const run = await job.run({ 'function-name': 'busy', image, 'endpoint-name': 'busy' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(created.image).toBe(image)
  })

  test('only reads in a pull request, and neither changes nor runs anything', async () => {
    const { state, requests } = job.sandbox
    const created = state.createFunction('dry', writing(exampleMatrix))
    const before = { image: created.image, requests: requests.length, invocations: state.invocations.length }
    const run = await job.run(
      { 'function-name': 'dry', image: state.addImage('next') },
      { event: pullRequest() },
    )
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.summary).toContain('Dry run: dry is ready to be updated')
    expect(created.image).toBe(before.image)
    expect(state.invocations).toHaveLength(before.invocations)
    expect(
      requests.slice(before.requests).filter((request) => /^PUT|invocations|versions/.test(request)),
    ).toEqual([])
  })

  test('only warns in a pull request without credentials', async () => {
    const env = { AWS_ACCESS_KEY_ID: '', AWS_EC2_METADATA_DISABLED: 'true' }
    const run = await job.run({ 'function-name': 'dry' }, { event: pullRequest(), env })
    expect(run.exitCode).toBe(0)
    expect(run.annotations).toEqual([expect.objectContaining({ level: 'warning' })])
  })

  test('reports all input problems at once and sends nothing', async () => {
    const { requests } = job.sandbox
    const before = requests.length
    const run = await job.run({
      'function-name': 'not a function',
      image: 'docker.io/library/python',
      'test-data': undefined,
      'minimum-recall': '95',
      region: 'Ireland',
    })
    expect(run.exitCode).toBe(1)
    for (const name of ['function-name', 'image', 'test-data', 'minimum-recall', 'region'])
      expect(run.annotations[0]?.message).toContain(`- ${name}`)
    expect(requests).toHaveLength(before)
  })
})
