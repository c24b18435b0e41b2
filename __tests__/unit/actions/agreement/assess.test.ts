import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Agreeing, apiKey, color, people, predictions } from '../../../support/agreeing.js'
import { assessHere } from '../../../support/assessing.js'

let job: Agreeing
beforeAll(async () => {
  job = await Agreeing.start()
})
afterAll(() => job.stop())
beforeEach(() => {
  Object.assign(job.state, { mismatch: 0.5, markDelay: 0 })
  job.newProject()
  job.write('predictions.json', predictions)
})

const appended = () => job.calls('appendManyLabels').length

test('pushes predictions, measures the agreement, and lists the worst assets', async () => {
  job.addCars()
  const result = await assessHere(job, { minimumAgreement: 0.7, minimumCoverage: 1, worst: 2 })
  expect(result).toMatchObject({
    error: undefined,
    predictions: 4,
    pushed: { sent: 4, already: 0 },
    agreement: { agreement: 0.625, coverage: 1, scored: 4, disagreeing: 3 },
    confusion: { labels: 4, same: 1 },
    done: ['4 predictions of car-color-v1 were pushed as inference labels.'],
  })
  expect(result.gates.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['Agreement', 'fail'],
    ['Coverage', 'pass'],
  ])
  expect(result.agreement?.worst.map(({ externalId }) => externalId)).toEqual([
    'black_car.jpg',
    'red_car.jpg',
  ])
  expect(job.inferences).toEqual(predictions)
})

test('pushes only what Kili does not have', async () => {
  job.addCars()
  await assessHere(job)
  job.write('predictions.json', { ...predictions, 'red_car.jpg': 'RED' })
  expect(await assessHere(job)).toMatchObject({
    pushed: { sent: 1, already: 3 },
    agreement: { agreement: 0.75 },
  })
  expect(appended()).toBe(2)
})

test('changes nothing in a dry run', async () => {
  job.addCars()
  const result = await assessHere(job, { dryRun: true })
  expect(result).toMatchObject({ error: undefined, pushed: { sent: 4 }, gates: [], done: [] })
  expect(result.agreement).toBeUndefined()
  expect(appended()).toBe(0)
})

test('only checks the file if there is no key', async () => {
  expect(await assessHere(job, { access: undefined })).toMatchObject({ error: undefined, predictions: 4 })
  expect(job.requests).toEqual([])
})

test.each([
  ['1.0', '1', ['1', '2']],
  ['2', '2.0', ['1.0', '2.0']],
  ['True', 'true', ['true', 'false']],
  ['false', 'FALSE', ['TRUE', 'FALSE']],
])('matches the category %s of a prediction with %s', async (written, name, names) => {
  const categories = Object.fromEntries(names.map((category) => [category, { name: category }]))
  job.newProject({ jobs: { JOB: { mlTask: 'CLASSIFICATION', content: { input: 'radio', categories } } } })
  job.addAssets(['a'])
  job.write('predictions.csv', `external_id,category\na,${written}\n`)
  expect((await assessHere(job, { predictions: 'predictions.csv' })).error).toBeUndefined()
  const responses = [...job.state.labels.values()].map(({ jsonResponse }) => JSON.parse(jsonResponse))
  expect(responses.at(-1)).toEqual({ JOB: { categories: [{ name }] } })
})

describe('a human label without an answer', () => {
  test.each([
    ['an empty text', ''],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['text that is not JSON', '{"JOB":'],
  ])('gives its asset no verdict: %s', async (_, jsonResponse) => {
    job.addCars()
    const labels = [...job.state.labels.values()].filter(
      ({ asset }) => job.state.assets.get(asset)?.externalId === 'red_car.jpg',
    )
    for (const label of labels) label.jsonResponse = jsonResponse
    const result = await assessHere(job, { wait: 60_000 })
    expect(result).toMatchObject({
      error: undefined,
      unmarked: 0,
      unanswered: 1,
      agreement: { scored: 3, coverage: 0.75 },
    })
  })
})

describe('responses in files', () => {
  beforeEach(() => {
    job.newProject(undefined, 'VIDEO')
    job.addCars()
  })

  test('are compared, so that a second run pushes nothing', async () => {
    expect(await assessHere(job)).toMatchObject({ error: undefined, pushed: { sent: 4, already: 0 } })
    expect(await assessHere(job)).toMatchObject({ pushed: { sent: 0, already: 4 } })
    job.write('predictions.json', { ...predictions, 'red_car.jpg': 'RED' })
    expect(await assessHere(job)).toMatchObject({ pushed: { sent: 1, already: 3 } })
    expect(appended()).toBe(2)
  })

  test('are downloaded from storage without the key', async () => {
    await assessHere(job)
    await assessHere(job)
    const downloads = job.requests.filter(({ path }) => path.startsWith('/storage/'))
    expect(downloads.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(JSON.stringify(downloads)).not.toContain(apiKey)
  })

  test('are pushed again if storage has lost them', async () => {
    await assessHere(job)
    for (const label of job.state.labels.values())
      label.jsonResponse &&= label.labelType === 'INFERENCE' ? '' : label.jsonResponse
    expect(await assessHere(job)).toMatchObject({ error: undefined, pushed: { sent: 4, already: 0 } })
  })

  test('are not sent twice if the answer to a batch is lost', async () => {
    job.faults.push({ field: 'appendManyLabels', carriedOut: true, reply: { status: 504, body: '' } })
    expect(await assessHere(job)).toMatchObject({ error: undefined, pushed: { sent: 4 } })
    expect(appended()).toBe(1)
  })
})

test('pushes an inference without a response again', async () => {
  job.addCars()
  job.label('red_car.jpg', '', { labelType: 'INFERENCE', modelName: 'car-color-v1' })
  expect(await assessHere(job)).toMatchObject({ error: undefined, pushed: { sent: 4, already: 0 } })
})

test('uses the latest label of each person, and the minimum on request', async () => {
  job.addCars()
  job.label('grey_car.jpg', color('GREY'))
  job.label('grey_car.jpg', color('BLACK'), { author: 'second' })
  expect(await assessHere(job)).toMatchObject({ agreement: { agreement: (0.75 + 1.5) / 4 } })
  expect(await assessHere(job, { aggregation: 'minimum' })).toMatchObject({ agreement: { agreement: 0.5 } })
  expect(Object.keys(people)).toHaveLength(4)
})
