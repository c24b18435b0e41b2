import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { example } from '../../sandbox/nucleus/example.js'
import {
  exampleMetric,
  exampleResults,
  key,
  limitedKey,
  ScenarioTesting,
} from '../support/scenario-testing.js'

let job: ScenarioTesting
beforeEach(async () => {
  job = await ScenarioTesting.start()
})
afterEach(() => job.stop())

const creations = [
  'POST validate/eval_fn 200',
  'POST validate/scenario_test 200',
  'POST validate/scenario_test/upload_results 200',
]
const upload = creations.slice(2)

describe('a scenario test', () => {
  test('is created with its function and results, and has no verdict without a threshold', async () => {
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [] })
    const { state } = job.nucleus
    const [scenarioTest] = state.tests
    const [evaluation] = state.evaluations
    expect(run.outputs).toEqual({
      'scenario-test-id': scenarioTest?.id,
      'evaluation-function-id': state.functions[0]?.id,
      'overall-metric': String(exampleMetric),
      uploaded: '4',
      'missing-items': '0',
      coverage: '1',
      threshold: '',
      'evaluation-id': evaluation?.id,
      passed: '',
      'dry-run': 'false',
    })
    expect(job.changes).toEqual(creations)
    expect(state.functions).toMatchObject([{ name: 'custom_mAP_fn', is_external_function: true }])
    expect(scenarioTest).toMatchObject({ name: 'my_scenario_test', slice_id: example.sliceId })
    const uploaded = [...(state.scores.get(evaluation?.id ?? '') ?? [])]
    expect(uploaded).toEqual(
      exampleResults.map(({ item_ref_id, score, weight = 1 }) => [item_ref_id, { score, weight }]),
    )
    expect(run.summary).toContain('## ⚪ my\\_scenario\\_test has no verdict')
    expect(run.summary).toContain('| Overall metric | 0\\.565625 | none | 4 results | ⚪ no verdict |')
  })

  test.each([
    ['passes', '0.5', 0, 'true', '✅ my\\_scenario\\_test passed'],
    ['fails', '0.6', 1, 'false', '❌ my\\_scenario\\_test did not pass'],
  ])('has the verdict "%s" at a threshold of %s', async (_, threshold, exitCode, passed, verdict) => {
    const run = await job.run({ threshold })
    expect(run).toMatchObject({ exitCode, outputs: { passed, threshold, uploaded: '4' } })
    expect(run.summary).toContain(`## ${verdict}`)
    expect(job.nucleus.state.tests[0]?.criteria[0]?.threshold).toBe(Number(threshold))
    if (exitCode === 1)
      expect(run.annotations).toEqual([
        expect.objectContaining({
          level: 'error',
          title: 'The gate did not pass',
          message: 'Overall metric is 0.565625, and has to be at least 0.6 (4 results).',
        }),
      ])
  })

  test.each([
    ['warn', ['warning']],
    ['off', []],
  ])('does not fail the step with gate: %s when it fails', async (gate, levels) => {
    const run = await job.run({ threshold: '0.6', gate })
    expect(run).toMatchObject({ exitCode: 0, outputs: { passed: 'false' } })
    expect(run.annotations.map(({ level }) => level)).toEqual(levels)
  })

  test('is reused with its threshold if it already exists', async () => {
    await job.run({ threshold: '0.5' })
    const before = job.changes.length
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 0, outputs: { passed: 'true', threshold: '0.5' } })
    expect(job.changes.slice(before)).toEqual(upload)
    expect(job.nucleus.state.tests).toHaveLength(1)
  })

  test('uses the score of a baseline model as its threshold', async () => {
    const { state } = job.nucleus
    state.addModel('prj_candidate', 'candidate')
    await job.run()
    const inputs = { 'model-id': 'prj_candidate', 'baseline-model-id': example.modelId }
    const same = await job.run(inputs)
    expect(same).toMatchObject({ exitCode: 0, outputs: { passed: 'true', threshold: String(exampleMetric) } })
    job.write('results.json', JSON.stringify(exampleResults.map((row) => ({ ...row, score: 0.5 }))))
    expect(await job.run(inputs)).toMatchObject({ exitCode: 1, outputs: { passed: 'false' } })
  })

  test('passes below its threshold when lower is better', async () => {
    await job.run({ threshold: '0.6' })
    const criterion = job.nucleus.state.tests[0]?.criteria[0]
    if (criterion) criterion.threshold_comparison = 'less_than'
    expect(await job.run()).toMatchObject({ exitCode: 0, outputs: { passed: 'true', threshold: '0.6' } })
  })

  test('works with a limited key and with the variables of the Python client', async () => {
    expect(await job.run({ 'api-key': undefined, 'limited-access-key': limitedKey })).toMatchObject({
      exitCode: 0,
    })
    const env = { NUCLEUS_API_KEY: key, NUCLEUS_ENDPOINT: job.nucleus.url }
    expect(await job.run({ 'api-key': undefined, 'api-url': undefined }, { env })).toMatchObject({
      exitCode: 0,
    })
  })
})

test('keeps the key out of the log, summary and outputs', async () => {
  const run = await job.run({ threshold: '0.6' })
  const basic = Buffer.from(`${key}:`).toString('base64')
  for (const text of [run.log, run.summary, JSON.stringify(run.outputs)]) {
    expect(text).not.toContain(key)
    expect(text).not.toContain(basic)
  }
  expect(run.masks).toEqual(expect.arrayContaining([key, basic]))
})

describe('evaluation results', () => {
  test.each([
    ['results.jsonl', exampleResults.map((row) => JSON.stringify(row)).join('\n')],
    ['results.json', JSON.stringify(exampleResults, null, 2)],
    [
      'results.csv',
      `item_ref_id,score,weight\n${exampleResults.map((row) => Object.values({ weight: '', ...row }).length && `${row.item_ref_id},${row.score},${row.weight ?? ''}`).join('\n')}`,
    ],
  ])('in %s have the same overall metric', async (results, content) => {
    job.write(results, content)
    expect(await job.run({ results })).toMatchObject({
      exitCode: 0,
      outputs: { 'overall-metric': String(exampleMetric) },
    })
  })

  test('that are invalid are refused at their line, and nothing is sent', async () => {
    job.write('results.csv', 'item_ref_id,score\na.jpg,0.5\nb.jpg,1.5\nb.jpg,\n')
    const run = await job.run({ results: 'results.csv' })
    expect(run.exitCode).toBe(1)
    expect(run.annotations).toEqual([
      expect.objectContaining({ title: 'Read the results failed', file: 'results.csv', line: 3 }),
    ])
    expect(run.annotations[0]?.message).toBe(
      'results.csv has 2 rows that cannot be used. Nothing was sent or changed.\n- line 3: score "1.5" is not between 0 and 1\n- line 4: score is missing',
    )
    expect(job.nucleus.requests).toEqual([])
  })

  test('for items that are not in the slice are refused, and nothing changes', async () => {
    const stranger = { item_ref_id: '::error::x|`@y', score: 1 }
    job.write('results.json', JSON.stringify([...exampleResults, stranger]))
    const run = await job.run()
    expect(run.annotations[0]?.message).toContain(
      '1 of the 5 results in results.json match no item of the slice',
    )
    expect(run.annotations[0]?.message).toContain('(line 1)')
    expect(job.changes).toEqual([])
    const skipping = await job.run({ 'unknown-items': 'skip' })
    expect(skipping).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning' }],
      outputs: { uploaded: '4', 'overall-metric': String(exampleMetric) },
    })
  })

  test('for too few items are not uploaded unless the gate only warns', async () => {
    job.write('results.json', JSON.stringify(exampleResults.slice(1)))
    const run = await job.run()
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { 'missing-items': '1', coverage: '0.75', passed: 'false', uploaded: '' },
      annotations: [
        {
          message: 'Coverage is 0.75, and has to be at least 1 (4 slice items).',
          title: 'The gate did not pass',
        },
      ],
    })
    expect(run.summary).toContain('1 items of the slice have no result')
    expect(run.summary).toContain('`aec019e2-93ce64eb.jpg`')
    expect(job.changes).toEqual([])
    expect(await job.run({ 'minimum-coverage': '0.75' })).toMatchObject({ exitCode: 0 })
    expect(await job.run({ gate: 'warn' })).toMatchObject({ exitCode: 0, outputs: { uploaded: '3' } })
  })

  test('with hostile references are uploaded unchanged', async () => {
    const references = [
      '__proto__',
      'a,"b"\nc',
      'constructor',
      '::set-output name=x::y',
      'x'.repeat(1_000_000),
    ]
    job.nucleus.state.addSlice({ id: 'slc_hostile', name: '<b>`hostile`', references })
    job.write('results.json', JSON.stringify(references.map((item_ref_id) => ({ item_ref_id, score: 0.5 }))))
    const run = await job.run({ 'slice-id': 'slc_hostile' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { uploaded: '5', 'overall-metric': '0.5' } })
    const [scores] = job.nucleus.state.scores.values()
    expect([...(scores?.keys() ?? [])]).toEqual(references)
  })
})

describe('a dry run', () => {
  test('without a key checks and scores only the file', async () => {
    const inputs = { 'dry-run': 'true', 'api-key': undefined }
    expect(await job.run({ ...inputs, threshold: '0.5' })).toMatchObject({
      exitCode: 0,
      outputs: { passed: 'true', 'overall-metric': String(exampleMetric), uploaded: '', 'dry-run': 'true' },
    })
    expect(await job.run({ ...inputs, threshold: '0.6' })).toMatchObject({ exitCode: 1 })
    expect(job.nucleus.requests).toEqual([])
  })

  test('with a key compares the file with the slice and changes nothing', async () => {
    const run = await job.run({ 'dry-run': 'true', threshold: '0.5' })
    expect(run).toMatchObject({
      exitCode: 0,
      outputs: { passed: 'true', 'missing-items': '0', coverage: '1' },
    })
    expect(run.summary).toContain('## ✅ Dry run: my\\_scenario\\_test passed')
    expect(run.summary).toContain('not there yet')
    expect(job.changes).toEqual([])
    await job.run({ threshold: '0.6' })
    expect(await job.run({ 'dry-run': 'true' })).toMatchObject({ exitCode: 1, outputs: { threshold: '0.6' } })
  })
})

describe('invalid inputs', () => {
  test('are all reported at once', async () => {
    const run = await job.run({
      'evaluation-function': 'my function',
      'scenario-test': undefined,
      'slice-id': 'c7wwfmphxdeg048wq6hg',
      'model-id': 'slc_1',
      results: 'nowhere.json',
      'api-key': undefined,
      threshold: 'high',
      'minimum-coverage': '95',
      gate: 'maybe',
      timeout: '0',
    })
    expect(run.exitCode).toBe(1)
    const problems = run.annotations[0]?.message.split('\n').slice(1) ?? []
    expect(problems.map((line) => /^- ([\w-]+)/.exec(line)?.[1]).sort()).toEqual(
      [
        'api-key',
        'evaluation-function',
        'gate',
        'minimum-coverage',
        'model-id',
        'results',
        'scenario-test',
        'slice-id',
        'threshold',
        'timeout',
      ].sort(),
    )
    expect(job.nucleus.requests).toEqual([])
  })

  test.each<[string, Record<string, string>, (job: ScenarioTesting) => void, string[]]>([
    ['a wrong key', { 'api-key': 'not-a-key-of-anyone-0123' }, () => {}, ['does not accept the key', '401']],
    [
      'a missing model',
      { 'model-id': 'prj_none' },
      () => {},
      ['model-id: the key has no access to a model prj_none'],
    ],
    [
      'a missing slice',
      { 'slice-id': 'slc_none' },
      () => {},
      ['slice-id: the key has no access to a slice slc_none'],
    ],
    [
      'a baseline and a threshold',
      { threshold: '0.5', 'baseline-model-id': 'prj_1' },
      () => {},
      ['set only one of them'],
    ],
    [
      'the model as its own baseline',
      { 'baseline-model-id': example.modelId },
      () => {},
      ['is the model under test'],
    ],
    [
      'a baseline that was never evaluated',
      { 'baseline-model-id': 'prj_base' },
      ({ nucleus }) => nucleus.state.addModel('prj_base', 'base'),
      ['was never evaluated on the scenario test'],
    ],
    [
      'a slice of scenes',
      { 'slice-id': 'slc_scenes' },
      ({ nucleus }) =>
        nucleus.state.addSlice({ id: 'slc_scenes', name: 's', references: ['a'], type: 'scene' }),
      ['is of the type "scene"'],
    ],
    [
      'a slice that is still being filled',
      { 'slice-id': 'slc_busy' },
      ({ nucleus }) =>
        nucleus.state.addSlice({ id: 'slc_busy', name: 's', references: ['a'], pending_job_count: 2 }),
      ['still being changed by 2 jobs'],
    ],
    [
      'an empty slice',
      { 'slice-id': 'slc_empty' },
      ({ nucleus }) => nucleus.state.addSlice({ id: 'slc_empty', name: 's', references: [] }),
      ['has no items'],
    ],
    [
      'a function that the platform runs',
      { 'evaluation-function': 'bbox_iou' },
      ({ nucleus }) =>
        nucleus.state.addFunction('bbox_iou', { is_external_function: false, is_public: true }),
      ['"bbox_iou"', 'is run by the platform itself'],
    ],
    [
      'two functions with the same name',
      {},
      ({ nucleus }) => {
        nucleus.state.addFunction('custom_mAP_fn')
        nucleus.state.addFunction('custom_mAP_fn')
      },
      ['there are several external evaluation functions "custom_mAP_fn"'],
    ],
    [
      'a scenario test on another slice',
      {},
      ({ nucleus }) => nucleus.state.addTest('my_scenario_test', 'slc_other', []),
      ['is on the slice slc_other'],
    ],
    [
      'a scenario test of another function',
      {},
      ({ nucleus }) => {
        const other = nucleus.state.addFunction('other')
        nucleus.state.addTest('my_scenario_test', example.sliceId, [other.id])
      },
      ['does not use the evaluation function "custom_mAP_fn"'],
    ],
  ])('stop the run before it changes anything: %s', async (_, inputs, prepare, words) => {
    prepare(job)
    const run = await job.run(inputs)
    expect(run.exitCode).toBe(1)
    expect(run.annotations).toHaveLength(1)
    for (const word of words) expect(run.annotations[0]?.message).toContain(word)
    expect(run.log).not.toContain('bug in evaluator-action')
    expect(job.changes.filter((call) => call.endsWith(' 200'))).toEqual([])
  })
})
