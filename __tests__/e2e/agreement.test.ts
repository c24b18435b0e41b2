import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { Agreeing, apiKey, classification, color, people, predictions } from '../support/agreeing.js'

let job: Agreeing
beforeAll(async () => {
  job = await Agreeing.start()
})
afterAll(() => job.stop())
beforeEach(() => {
  Object.assign(job.state, { mismatch: 0.5, markDelay: 0 })
  job.newProject()
})

describe('the cars of the example notebook', () => {
  beforeEach(() => {
    job.addCars()
    job.write('predictions.json', predictions)
  })

  test('have an agreement of 0.625 and three disagreements', async () => {
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.outputs).toMatchObject({
      agreement: '0.625',
      coverage: '1',
      scored: '4',
      predictions: '4',
      pushed: '4',
      passed: '',
      'dry-run': 'false',
    })
    const names = ['black_car.jpg', 'red_car.jpg', 'white_car.jpg'] as const
    expect(JSON.parse(run.outputs.disagreements ?? '')).toEqual(
      names.map((name) => ({
        external_id: name,
        asset_id: expect.stringMatching(/^asset-/),
        agreement: 0.5,
        model: [predictions[name]],
        human: [[people[name]]],
        url: expect.stringMatching(/^http:.*\/label\/projects\/label\/asset-/),
      })),
    )
    expect(job.inferences).toEqual(predictions)
    expect(run.summary).toContain('## ✅ People agree 62\\.5 % with car-color-v1')
    expect(run.summary).toContain('1 of 4 labels say the same as the model.')
    expect(run.summary.match(/(?<=\| )\d+ \| █+/g)).toEqual([`3 | ${'█'.repeat(12)}`, `1 | ${'█'.repeat(4)}`])
    for (const shown of [run.log, run.summary, run.files.OUTPUT, run.files.STATE])
      expect(shown).not.toContain(apiKey.slice(4))
  })

  test('have a lower agreement when Kili scores a wrong choice as 0', async () => {
    job.state.mismatch = 0
    expect((await job.run()).outputs).toMatchObject({ agreement: '0.25', scored: '4' })
  })

  test.each([
    ['fail', '0.7', 1, 'error', 'false', '❌'],
    ['warn', '0.7', 0, 'warning', 'false', '⚠️'],
    ['off', '0.7', 0, undefined, 'false', '⚠️'],
    ['fail', '0.625', 0, undefined, 'true', '✅'],
  ])(
    'pass or fail the step with gate: %s and a minimum of %s',
    async (gate, minimum, exitCode, level, passed, mark) => {
      const run = await job.run({ gate, 'minimum-agreement': minimum, 'minimum-coverage': '1' })
      expect(run).toMatchObject({ exitCode, outputs: { passed } })
      expect(run.summary).toContain(`## ${mark} `)
      expect(run.annotations).toMatchObject(
        level
          ? [{ level, message: 'Agreement is 0.625, and has to be at least 0.7 (4 scored assets).' }]
          : [],
      )
    },
  )

  test('are pushed again only if their predictions changed', async () => {
    await job.run()
    expect((await job.run()).outputs).toMatchObject({ pushed: '0', agreement: '0.625' })
    job.write('predictions.json', { ...predictions, 'red_car.jpg': 'RED' })
    expect((await job.run()).outputs).toMatchObject({ pushed: '1', agreement: '0.75' })
    expect(Object.keys(job.inferences)).toHaveLength(4)
    expect(job.calls('appendManyLabels')).toHaveLength(2)
  })

  test.each([
    ['predictions.csv', `external_id,category\n${lines((id, name) => `${id},${name}`)}`],
    ['predictions.jsonl', lines((external_id, category) => JSON.stringify({ external_id, category }))],
    ['list.json', `[${lines((external_id, category) => JSON.stringify({ external_id, category }), ',')}]`],
    ['full.json', `{${lines((id, name) => `${JSON.stringify(id)}: ${color(name)}`, ',')}}`],
    [
      'full.csv',
      `external_id,json_response\n${lines((id, name) => `${id},"${color(name).replaceAll('"', '""')}"`)}`,
    ],
  ])('can be read from %s', async (file, content) => {
    job.write(file, content)
    expect((await job.run({ predictions: file })).outputs).toMatchObject({ pushed: '4', agreement: '0.625' })
    expect(job.inferences).toEqual(predictions)
  })

  test('are sent to a Kili endpoint that is given as a host name only', async () => {
    expect((await job.run({ 'api-url': new URL(job.endpoint).origin })).outputs).toMatchObject({
      pushed: '4',
    })
  })

  test('are compared but not pushed in a dry run', async () => {
    const run = await job.run({ 'dry-run': 'true' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { pushed: '', agreement: '', 'dry-run': 'true' } })
    expect(run.summary).toContain('| **Would be pushed** | 4 |')
    expect(job.inferences).toEqual({})
  })

  test('are checked without Kili in a pull request from a fork, which has no API key', async () => {
    const fork = pullRequest({ fork: 'someone/evaluator' })
    const run = await job.run({ 'api-key': undefined, 'project-id': undefined }, { event: fork })
    expect(run).toMatchObject({ exitCode: 0, outputs: { predictions: '4', 'dry-run': 'true' } })
    expect(job.requests).toEqual([])
  })

  test('have one score per asset, from the latest label of each person and the selected label types', async () => {
    job.label('grey_car.jpg', color('RED'))
    job.label('grey_car.jpg', color('GREY'))
    job.label('grey_car.jpg', color('BLACK'), { author: 'second' })
    job.label('black_car.jpg', color('WHITE'), { author: 'reviewer', labelType: 'REVIEW' })
    const outputs = async (inputs = {}) => (await job.run(inputs)).outputs
    expect(await outputs()).toMatchObject({ agreement: String((0.75 + 0.75 + 0.5 + 0.5) / 4), scored: '4' })
    expect(await outputs({ aggregation: 'minimum' })).toMatchObject({ agreement: '0.5' })
    expect(await outputs({ 'label-types': 'REVIEW' })).toMatchObject({ agreement: '1', coverage: '0.25' })
  })

  test('list at most the requested number of disagreements', async () => {
    const run = await job.run({ worst: '1' })
    expect(JSON.parse(run.outputs.disagreements ?? '')).toHaveLength(1)
    expect(run.summary).toContain('### The worst 1 of 3 disagreements')
  })
})

describe('agreement marks', () => {
  beforeEach(() => {
    job.addCars()
    job.write('predictions.json', predictions)
  })

  test('are awaited when they arrive late', async () => {
    job.state.markDelay = 1500
    const run = await job.run({ timeout: '20' })
    expect(run).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { agreement: '0.625', coverage: '1' },
    })
  })

  test('do not affect the score when they never arrive', async () => {
    job.state.markDelay = 60_000
    const run = await job.run({ 'minimum-coverage': '0.5', 'minimum-agreement': '0' })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { agreement: '', coverage: '0', scored: '0', passed: 'false' },
    })
    expect(run.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('4 human labels have no mark'),
      expect.stringContaining('No asset has a human label with a mark'),
      expect.stringMatching(/^Agreement is not known, and has to be at least 0 .*\nCoverage is 0, /s),
    ])
  })

  test('are not awaited for assets that nobody labeled', async () => {
    job.newProject()
    job.addAssets(Object.keys(people))
    job.label('grey_car.jpg', color('GREY'))
    const run = await job.run({ timeout: '60' })
    expect(run.outputs).toMatchObject({ agreement: '1', coverage: '0.25', scored: '1' })
  })

  test('of another model are ignored', async () => {
    await job.run({ 'model-name': 'car-color-v0' })
    for (const id of Object.keys(people))
      job.label(id, color('GREY'), { labelType: 'INFERENCE', modelName: 'other' })
    const run = await job.run({ 'model-name': 'car-color-v0' })
    expect(run.outputs).toMatchObject({ pushed: '0', scored: '4', agreement: '0.625' })
    expect(run.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('4 assets have') },
    ])
    for (const id of Object.keys(people))
      job.label(id, color('RED'), { labelType: 'INFERENCE', modelName: 'other' })
    const second = await job.run({ 'model-name': 'car-color-v0' })
    expect(second.outputs).toMatchObject({ scored: '2', coverage: '0.5', agreement: '0.5' })
  })

  test('are all read when Kili returns short pages', async () => {
    job.faults.push({ field: 'labels', after: 1, reply: { status: 200, body: { data: { data: [] } } } })
    job.label('grey_car.jpg', color('GREY'), { labelType: 'INFERENCE', modelName: 'car-color-v1' })
    expect((await job.run()).outputs).toMatchObject({ scored: '4', pushed: '3' })
  })
})

test('creates missing assets with their predictions, which people then label', async () => {
  const rows = Object.entries(predictions).map(
    ([id, category]) => `${id},${category},https://images.example.com/${id}`,
  )
  job.write('predictions.csv', `external_id,category,content\n${rows.join('\n')}\n`)
  const inputs = { predictions: 'predictions.csv', 'create-assets': 'true' }
  expect((await job.run({ ...inputs, 'dry-run': 'true' })).summary).toContain(
    '| **Assets that would be created** | 4 |',
  )
  const first = await job.run(inputs)
  expect(first).toMatchObject({ exitCode: 0, outputs: { 'created-assets': '4', pushed: '4', scored: '0' } })
  expect(first.summary).toContain('| **Assets created** | 4 |')
  for (const [id, name] of Object.entries(people)) job.label(id, color(name))
  const second = await job.run(inputs)
  expect(second).toMatchObject({
    exitCode: 0,
    outputs: { 'created-assets': '0', pushed: '0', agreement: '0.625' },
  })
  expect(job.inferences).toEqual(predictions)
})

describe('other kinds of labeling jobs', () => {
  test('scores multiple choices by overlap, without a confusion table', async () => {
    job.newProject(classification(['RED', 'BLACK', 'WHITE', 'GREY'], 'checkbox'))
    job.addCars()
    job.write('predictions.json', { 'black_car.jpg': ['BLACK', 'GREY'], 'red_car.jpg': 'RED' })
    const run = await job.run()
    expect(run.outputs).toMatchObject({ agreement: '0.75', coverage: '1' })
    expect(run.summary).toContain('| `BLACK + GREY` | `BLACK` |')
    expect(run.summary).not.toContain('labels say the same')
  })

  test('pushes predictions for a video once, although Kili stores the responses in files', async () => {
    job.newProject(undefined, 'VIDEO')
    job.addCars()
    job.write('predictions.json', predictions)
    for (const pushed of ['4', '0'])
      expect((await job.run()).outputs).toMatchObject({ pushed, agreement: '0.625' })
  })
})

test('treats ids with special characters as plain text', async () => {
  const ids = [
    '__proto__',
    'a,b',
    'say "hi"',
    'two\nlines',
    '::error::x',
    '|<b>`*',
    'é'.repeat(2000),
    'constructor',
  ]
  job.addAssets(ids)
  for (const id of ids) job.label(id, color('RED'))
  job.write('predictions.json', `{${ids.map((id) => `${JSON.stringify(id)}: "GREY"`).join(',\n')}}`)
  const run = await job.run()
  expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { scored: '8', agreement: '0.5' } })
  const disagreements = JSON.parse(run.outputs.disagreements ?? '') as { external_id: string }[]
  expect(disagreements.map(({ external_id }) => external_id)).toEqual(ids.toSorted())
  const rows = ids.map((id) => `"${id.replaceAll('"', '""')}",GREY`)
  job.write('predictions.csv', `external_id,category\n${rows.join('\n')}\n`)
  expect((await job.run({ predictions: 'predictions.csv' })).outputs).toMatchObject({
    pushed: '0',
    scored: '8',
  })
})

function lines(line: (externalId: string, category: string) => string, separator = '\n'): string {
  return Object.entries(predictions)
    .map(([externalId, category]) => line(externalId, category))
    .join(separator)
}
