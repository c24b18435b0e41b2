import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { Agreeing, apiKey, classification, color, people, predictions } from './agreeing.js'

let job: Agreeing
beforeAll(async () => {
  job = await Agreeing.start()
})
afterAll(() => job.stop())

describe('the cars of the notebook', () => {
  beforeEach(() => {
    job.newProject()
    job.addCars()
    job.write('predictions.json', predictions)
  })

  test('give an agreement of 0.625 and three disagreements', async () => {
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
    const disagreements = JSON.parse(run.outputs.disagreements ?? '')
    expect(disagreements).toEqual(
      ['black_car.jpg', 'red_car.jpg', 'white_car.jpg'].map((name) => ({
        external_id: name,
        asset_id: expect.stringMatching(/^asset-/),
        agreement: 0.5,
        model: [predictions[name as keyof typeof predictions]],
        human: [[people[name as keyof typeof people]]],
        url: expect.stringMatching(/^http:.*\/label\/projects\/label\/asset-/),
      })),
    )
    expect(job.inferences).toEqual(predictions)
    console.log(run.summary, run.log)
  })
})
void [pullRequest, apiKey, classification, color]
