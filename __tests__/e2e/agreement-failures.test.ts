import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Reply } from '../../sandbox/http.js'
import { Agreeing, color, people, predictions } from '../support/agreeing.js'

let job: Agreeing
beforeAll(async () => {
  job = await Agreeing.start()
})
afterAll(() => job.stop())

const gone: Reply = { status: 504, body: 'gateway timeout' }
const error = (message: string, extensions: object) => ({ errors: [{ message, extensions }], data: null })

describe('transient failures of Kili', () => {
  beforeEach(() => {
    job.newProject()
    job.addCars()
    job.write('predictions.json', predictions)
  })

  test.each([
    ['projects', { status: 429, body: 'slow down', headers: { 'retry-after': '1' } }],
    ['countAssets', { status: 503, body: '' }],
    ['assets', { status: 500, body: error('down', { code: 'INTERNAL_SERVER_ERROR' }) }],
    ['labels', { status: 200, body: error('Failed to fetch data connection', {}) }],
    ['countLabels', { status: 401, body: 'Unauthorized' }],
    ['appendManyLabels', { status: 429, body: 'slow down' }],
    ['appendManyLabels', { status: 200, body: error('Invalid request made to Flagsmith API', {}) }],
    ['appendManyLabels', gone],
  ])('retries %s after %j', async (field, reply) => {
    job.faults.push({ field, reply })
    expect(await job.run()).toMatchObject({ exitCode: 0, outputs: { pushed: '4', agreement: '0.625' } })
    expect(job.faults).toEqual([])
  })

  test.each([
    ['no answer', gone],
    ['an error', { status: 200, body: error('oops', { code: 'INTERNAL_SERVER_ERROR' }) }],
    ['an error with 500', { status: 500, body: error('oops', { code: 'INTERNAL_SERVER_ERROR' }) }],
  ])('a batch that Kili saved despite %s is not sent twice', async (_, reply) => {
    job.faults.push({ field: 'appendManyLabels', carriedOut: true, reply })
    const run = await job.run()
    if (run.exitCode === 0) expect(run.outputs).toMatchObject({ pushed: '4', agreement: '0.625' })
    else expect((await job.run()).outputs).toMatchObject({ pushed: '0', agreement: '0.625' })
    expect(job.calls('appendManyLabels')).toHaveLength(1)
    expect(job.inferences).toEqual(predictions)
  })
})

describe('a failed batch', () => {
  const ids = Array.from({ length: 250 }, (_, index) => `image-${index}.jpg`)
  beforeEach(() => {
    job.newProject()
    job.addAssets(ids)
    for (const id of ids) job.label(id, color('RED'))
    job.write('predictions.json', Object.fromEntries(ids.map((id) => [id, 'RED'])))
  })

  test.each([
    [
      'refused',
      {
        status: 200,
        body: error('locked', {
          code: 'OPERATION_RESOLUTION_FAILURE',
          context: { reason: 'AssetAlreadyLocked' },
        }),
      },
      1,
      'were not accepted',
      'locked (AssetAlreadyLocked)',
    ],
    ['never answered', gone, 4, 'may or may not have arrived', 'answered 504'],
  ])(
    'that is %s is reported with the progress so far, and the next run continues from there',
    async (_, reply, times, state, why) => {
      job.faults.push({ field: 'appendManyLabels', after: 1, times, reply })
      const run = await job.run()
      expect(run).toMatchObject({
        exitCode: 1,
        outputs: { pushed: '100', agreement: '', predictions: '250' },
      })
      const [{ title, message } = { title: '', message: '' }] = run.annotations
      expect(title).toBe('Push the predictions failed')
      expect(message).toContain(`A batch of 100 predictions ("image-100.jpg" to "image-199.jpg") ${state}: `)
      expect(message).toContain(why)
      expect(message).toContain('100 of 250 predictions are in Kili, and 150 remain')
      expect(message).toContain(
        'Done already: 100 predictions of car-color-v1 were pushed as inference labels.',
      )
      expect(run.summary).toContain('Push the predictions failed')
      expect(Object.keys(job.inferences)).toHaveLength(100)
      expect((await job.run()).outputs).toMatchObject({ pushed: '150', agreement: '1', coverage: '1' })
      expect(Object.keys(job.inferences)).toHaveLength(250)
    },
  )

  test('is not sent again when only its answer was lost', async () => {
    job.faults.push({ field: 'appendManyLabels', after: 1, carriedOut: true, times: 1, reply: gone })
    expect((await job.run()).outputs).toMatchObject({ pushed: '250', agreement: '1' })
    expect(job.calls('appendManyLabels')).toHaveLength(3)
  })
})

describe('invalid inputs and predictions', () => {
  beforeEach(() => {
    job.newProject()
    job.addCars()
    job.write('predictions.json', predictions)
  })

  test.each([
    [
      'a missing input',
      { 'api-key': undefined, 'model-name': undefined },
      /2 inputs .*api-key: is required.*model-name: is required/s,
    ],
    [
      'a wrong threshold',
      { 'minimum-agreement': '95', worst: 'ten' },
      /2 inputs .*minimum-agreement "95": is not between 0 and 1.*worst "ten"/s,
    ],
    [
      'labels of models',
      { 'label-types': 'DEFAULT,INFERENCE' },
      /label-types "DEFAULT,INFERENCE": is not a list of types of human labels/,
    ],
    ['a missing file', { predictions: 'none.json' }, /predictions "none.json": there is no such file/],
    ['another key', { 'api-key': 'another-key-0123456789' }, /^api-key: .* does not accept the key \(401\)/],
    ['another project', { 'project-id': 'none' }, /^project-id "none": .* has no such project/],
    [
      'another job',
      { job: 'COLOR' },
      /^job "COLOR": is not a job of the project; its classification jobs are CLASSIFICATION_JOB/,
    ],
  ])('are refused before anything is pushed: %s', async (_, inputs, message) => {
    const run = await job.run(inputs)
    expect(run).toMatchObject({ exitCode: 1, annotations: [{ message: expect.stringMatching(message) }] })
    expect(job.inferences).toEqual({})
  })

  test.each([
    [
      '{"black_car.jpg": "PINK"}',
      /line 1: the job CLASSIFICATION_JOB has no category "PINK"; it has RED, BLACK, WHITE, GREY/,
    ],
    [
      '{"black_car.jpg": {"COLOR": {"categories": []}}}',
      /line 1: the project has no job "COLOR"; it has CLASSIFICATION_JOB/,
    ],
    [
      '{"black_car.jpg": ["RED", "GREY"]}',
      /line 1: the job CLASSIFICATION_JOB accepts one category, but there are 2/,
    ],
    [
      '{"black_car.jpg": 1,\n"a": "",\n"a": "RED", "a": "RED"}',
      /3 rows that cannot.*line 1: "black_car.jpg" has to be.*line 2: "a" has to be.*line 3: external_id "a" is on line 3 already/s,
    ],
    [
      '[{"external_id": "a", "categry": "RED"}]',
      /line 1: "categry" is not a field of a prediction; did you mean category/,
    ],
    [
      '[{"external_id": "a", "category": "RED", "json_response": {}}]',
      /line 1: has a category and a json_response/,
    ],
    ['[{"external_id": 7, "category": "RED"}]', /line 1: external_id has to be .* and is 7/],
    ['[]', /predictions.json has no predictions/],
    ['', /predictions.json is empty/],
    ['{"a": NaN}', /predictions.json, line 1: NaN and Infinity are not valid JSON/],
  ])('are refused before anything is pushed: the file %j', async (content, message) => {
    job.write('predictions.json', content)
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 1, annotations: [{ message: expect.stringMatching(message) }] })
    expect(run.annotations[0]).toMatchObject({ file: 'predictions.json' })
    expect(job.inferences).toEqual({})
  })

  test('lists every missing or ambiguous asset', async () => {
    const missing = Array.from({ length: 30 }, (_, index) => `missing-${index}`)
    job.addAssets(['grey_car.jpg'])
    job.write(
      'predictions.json',
      Object.fromEntries([...Object.keys(people), ...missing].map((id) => [id, 'RED'])),
    )
    const run = await job.run()
    const [{ message } = { message: '' }] = run.annotations
    expect(message).toContain('- 30 external ids without an asset in the project: "missing-0", "missing-1"')
    expect(message).toContain('and 10 more, all in the log; import the assets, set create-assets: true')
    expect(message).toContain('- 1 external id of several assets each: "grey_car.jpg"; give each asset')
    expect(JSON.stringify(run.log)).toContain('missing-29')
    expect(job.inferences).toEqual({})
  })

  test('reports a wrong category and a missing asset in the same run', async () => {
    job.write('predictions.json', {
      'grey_car.jpg': 'PURPLE',
      'missing.jpg': 'RED',
      'also-missing.jpg': 'PINK',
    })
    const [{ message } = { message: '' }] = (await job.run()).annotations
    expect(message).toMatch(/has 2 rows that cannot be used\. Nothing was sent or changed/)
    expect(message).toContain('PURPLE')
    expect(message).toContain(
      '- 2 external ids without an asset in the project: "missing.jpg", "also-missing.jpg"',
    )
    expect(job.inferences).toEqual({})
  })

  test('does not retry a query that Kili rejects as invalid', async () => {
    const reply = {
      status: 500,
      body: error('Cannot query field "x"', { code: 'GRAPHQL_VALIDATION_FAILED' }),
    }
    job.faults.push({ field: 'projects', reply })
    const run = await job.run()
    expect(run.annotations).toMatchObject([
      {
        message:
          'Kili refused to read the project (status 500): Cannot query field "x" (GRAPHQL_VALIDATION_FAILED)',
      },
    ])
    expect(job.calls('projects')).toHaveLength(1)
  })
})
