import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { RecordedRequest } from '../../sandbox/http.js'
import { example } from '../../sandbox/nucleus/example.js'
import { root } from '../support/publishing.js'
import { exampleMetric, exampleResults, key, ScenarioTesting } from '../support/scenario-testing.js'
import { prepareVenv, runClient } from './venv.js'

const names = { function: 'custom_mAP_fn', test: 'my_scenario_test', threshold: 0.5 }
const ids = { slice: example.sliceId, model: example.modelId }

/** The newest client, and the one closest to the source of the wire format (0.18.8 is no longer on PyPI). */
describe.each(['0.18.4', '0.22.3'])("Nucleus' own client %s", (version) => {
  let programs: string
  let job: ScenarioTesting
  beforeAll(async () => {
    programs = await prepareVenv(`scale-nucleus==${version}`)
  }, 600_000)
  beforeEach(async () => {
    job = await ScenarioTesting.start()
  })
  afterEach(() => job.stop())

  async function runPage(results: readonly object[] = exampleResults) {
    const script = join(root, '__tests__/compat/nucleus_page.py')
    const env = { HOME: job.workspace, NUCLEUS_API_KEY: key, NUCLEUS_ENDPOINT: job.nucleus.url }
    const given = JSON.stringify({ ...names, ...ids, results })
    return JSON.parse(await runClient(join(programs, 'python'), [script, given], env))
  }

  test('runs its documentation example against the sandbox', async () => {
    expect(await runPage()).toEqual({
      test: [true, example.sliceId],
      thresholds: [0.5],
      evaluation: ['completed', exampleMetric, true],
      items: [0.3, 0.5, 0.8, 0.9],
      slice: example.references,
      model: 'Scale Efficient Det Model Zoo',
      baseline: example.modelId,
      found: 'my_scenario_test',
      deleted: true,
    })
  })

  test('sends what the action sends, field by field', async () => {
    const results = [
      ...exampleResults.slice(0, 3),
      { item_ref_id: '4f9b45d6-93651617.jpg', score: 1 / 3, weight: 0.1 },
    ]
    job.write('results.json', JSON.stringify(results))
    expect(await job.run({ threshold: '0.5', gate: 'off' })).toMatchObject({ exitCode: 0 })
    const ours = sent(job.nucleus.requests)
    const other = await ScenarioTesting.start()
    await job.stop()
    job = other
    await runPage(results)
    const theirs = sent(job.nucleus.requests)
    const calls = [
      'POST validate/eval_fn',
      'POST validate/scenario_test',
      'POST validate/metric/set_threshold/ut/ef',
      'POST validate/scenario_test/upload_results',
    ]
    for (const call of calls) {
      expect(ours.get(call)).toBeDefined()
      expect([call, ours.get(call)]).toEqual([call, theirs.get(call)])
    }
    for (const call of ours.keys()) expect([...theirs.keys(), ...onlyOurs]).toContain(call)
  })
})

/** Calls that the client also supports but its example does not use. */
const onlyOurs = [`GET slice/${example.sliceId}/info`]

/** Returns each call's body as JSON in original key order, with sandbox ids replaced by their kind. */
function sent(requests: readonly RecordedRequest[]): Map<string, string | undefined> {
  const anonymous = (text: string) => text.replaceAll(/\b(ef|ut|ute)_[0-9a-f]{20}\b/g, '$1')
  return new Map(
    requests.map(({ method, path, body }) => [
      anonymous(`${method} ${path.replace('/v1/nucleus/', '')}`),
      body === undefined ? undefined : anonymous(JSON.stringify(body)),
    ]),
  )
}
