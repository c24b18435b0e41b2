import { type Call, Refusal, type Reply, type Route } from '../http.js'
import { check, findModel, findSlice, notFound, ok } from './replies.js'
import * as schemas from './schemas.js'
import type { Criterion, NucleusState, ScenarioTest, Scores } from './state.js'

/** A million results take about 80 MB. */
const MAX_UPLOAD_BYTES = 512 * 1024 * 1024

/** The routes under `validate`: evaluation functions, scenario tests, and evaluations. */
export function validateRoutes(state: NucleusState): Route[] {
  const test = (call: Call) => findTest(state, call.parameter('test'))
  const base = 'validate/scenario_test'
  return [
    { method: 'POST', path: 'validate/eval_fn', answer: ({ body }) => createFunction(state, body) },
    { method: 'GET', path: 'validate/eval_fn', answer: () => ok({ eval_functions: state.functions }) },
    { method: 'POST', path: base, answer: ({ body }) => createTest(state, body) },
    { method: 'GET', path: `${base}/details`, answer: () => ok(state.tests.map(present)) },
    { method: 'GET', path: `${base}/:test`, answer: (call) => ok({ unit_test: { id: test(call).id } }) },
    { method: 'DELETE', path: `${base}/:test`, answer: (call) => remove(state, test(call)) },
    { method: 'GET', path: `${base}/:test/info`, answer: (call) => ok(present(test(call))) },
    { method: 'GET', path: `${base}/:test/items`, answer: (call) => items(state, test(call)) },
    {
      method: 'GET',
      path: `${base}/:test/metrics`,
      answer: (call) => ok({ scenario_test_metrics: test(call).criteria }),
    },
    {
      method: 'GET',
      path: `${base}/:test/eval_history/details`,
      answer: (call) => ok(state.history(test(call))),
    },
    {
      method: 'POST',
      path: `${base}/:test/set_baseline_model/:model`,
      answer: (call) => setBaseline(state, test(call), call),
    },
    {
      method: 'POST',
      path: 'validate/metric/set_threshold/:test/:function',
      answer: (call) => setThreshold(test(call), call),
    },
    {
      method: 'POST',
      path: 'validate/scenario_test_eval_function',
      answer: ({ body }) => addFunction(state, body),
    },
    {
      method: 'POST',
      path: `${base}/upload_results`,
      largestBody: MAX_UPLOAD_BYTES,
      answer: ({ body }) => uploadResults(state, body),
    },
    { method: 'GET', path: 'validate/eval/:evaluation/info', answer: (call) => itemEvaluations(state, call) },
  ]
}

function createFunction(state: NucleusState, body: unknown): Reply {
  const { name } = check(schemas.createFunction, body)
  if (state.functions.some((known) => known.name === name))
    throw new Refusal(409, `an evaluation function "${name}" was already created`)
  return ok({ eval_fn: state.addFunction(name) })
}

function createTest(state: NucleusState, body: unknown): Reply {
  const { name, slice_id, evaluation_functions: functions } = check(schemas.createTest, body)
  findSlice(state, slice_id)
  if (state.tests.some((known) => known.name === name))
    throw new Refusal(409, `a scenario test "${name}" was already created`)
  const external = new Set(functions.map(({ id }) => findFunction(state, id).is_external_function))
  if (external.size > 1) throw new Refusal(400, 'external and other functions cannot be mixed')
  const ids = functions.map(({ id }) => id)
  return ok({ scenario_test_id: state.addTest(name, slice_id, ids).id })
}

function addFunction(state: NucleusState, body: unknown): Reply {
  const { scenario_test_name: name, eval_function_id: id } = check(schemas.addFunction, body)
  const test = state.tests.find((known) => known.name === name) ?? notFound('scenario test', name)
  const { is_external_function: external } = findFunction(state, id)
  const mixed = test.criteria.some(
    (known) => findFunction(state, known.eval_function_id).is_external_function !== external,
  )
  if (mixed) throw new Refusal(400, 'external and other functions cannot be mixed')
  return ok(state.addCriterion(test, id))
}

function remove(state: NucleusState, test: ScenarioTest): Reply {
  state.tests.splice(state.tests.indexOf(test), 1)
  return ok({ success: true })
}

function items(state: NucleusState, test: ScenarioTest): Reply {
  return ok({ dataset_items: findSlice(state, test.slice_id).items, scenes: [], tracks: [] })
}

function setThreshold(test: ScenarioTest, call: Call): Reply {
  const criterion = findCriterion(test, call.parameter('function'))
  criterion.threshold = check(schemas.setThreshold, call.body).threshold
  return ok({ threshold: criterion.threshold })
}

/** Sets the scores of the model's latest evaluation as the thresholds. */
function setBaseline(state: NucleusState, test: ScenarioTest, call: Call): Reply {
  check(schemas.nothing, call.body)
  const { id: modelId } = findModel(state, call.parameter('model'))
  const own = state.evaluations.filter(
    ({ scenario_test_id, model_id, status }) =>
      scenario_test_id === test.id && model_id === modelId && status === 'completed',
  )
  if (own.length === 0) throw new Refusal(400, `the model ${modelId} was never evaluated on ${test.id}`)
  for (const { eval_function_id, result } of own)
    findCriterion(test, eval_function_id).threshold = Number(result)
  test.baseline_model_id = modelId
  return ok({ baseline_model_id: modelId })
}

function uploadResults(state: NucleusState, body: unknown): Reply {
  const upload = check(schemas.upload, body)
  const test = findTest(state, upload.unit_test_id)
  const criterion = findCriterion(test, upload.eval_function_id)
  if (!findFunction(state, upload.eval_function_id).is_external_function)
    throw new Refusal(400, 'results can be uploaded for external functions only')
  findModel(state, upload.model_id)
  if (test.slice_id !== upload.slice_id)
    throw new Refusal(400, `the scenario test is on ${test.slice_id}, not on ${upload.slice_id}`)
  const scores = readScores(upload.result_per_ref_id, upload.weight_per_ref_id)
  checkReferences(findSlice(state, test.slice_id).items.map(referenceOf), scores)
  checkMetric(upload.overall_metric, scores)
  state.addEvaluation(criterion, upload.model_id, upload.overall_metric, scores)
  return ok({})
}

function readScores(results: Record<string, unknown>, weights: Record<string, unknown>): Scores {
  const refs = Object.keys(results)
  if (refs.length === 0) throw new Refusal(400, 'there are no results')
  if (Object.keys(weights).length !== refs.length) throw new Refusal(400, 'the maps have different keys')
  return new Map(
    refs.map((ref) => {
      const [score, weight] = [results[ref], Object.hasOwn(weights, ref) ? weights[ref] : undefined]
      if (typeof score !== 'number') throw new Refusal(400, `result_per_ref_id: ${ref} has no number`)
      if (typeof weight !== 'number' || weight < 0 || weight > 1)
        throw new Refusal(400, `weight_per_ref_id: ${ref} has no number from 0 to 1`)
      return [ref, { score, weight }]
    }),
  )
}

function checkReferences(references: readonly (string | undefined)[], scores: Scores): void {
  const known = new Set(references)
  for (const ref of scores.keys())
    if (!known.has(ref)) throw new Refusal(400, `the slice has no item with the reference ${ref}`)
}

/** Checks the aggregate that the client computed, to detect a wrong one. */
function checkMetric(overallMetric: number, scores: Scores): void {
  let [sum, weights] = [0, 0]
  for (const { score, weight } of scores.values()) {
    sum += score * weight
    weights += weight
  }
  if (!(Math.abs(overallMetric - sum / weights) < 1e-9))
    throw new Refusal(400, `overall_metric is ${overallMetric}, and the results give ${sum / weights}`)
}

function itemEvaluations(state: NucleusState, call: Call): Reply {
  const id = call.parameter('evaluation')
  const evaluation = state.evaluations.find((known) => known.id === id) ?? notFound('evaluation', id)
  const { scenario_test_id, eval_function_id } = evaluation
  const { slice_id } = findTest(state, scenario_test_id)
  const byReference = new Map(findSlice(state, slice_id).items.map((item) => [referenceOf(item), item.id]))
  const rows = [...(state.scores.get(id) ?? [])].map(([ref, { score }]) => ({
    evaluation_id: id,
    scenario_test_id,
    eval_function_id,
    dataset_item_id: byReference.get(ref),
    result: score,
    pass: null,
  }))
  return ok({ scenario_test_item_evaluations: rows })
}

function referenceOf({ ref_id, reference_id }: { ref_id?: string; reference_id?: string }) {
  return ref_id ?? reference_id
}

function present({ id, name, slice_id, baseline_model_id }: ScenarioTest): object {
  return { id, name, slice_id, baseline_model_id }
}

function findTest(state: NucleusState, id: string): ScenarioTest {
  return state.tests.find((test) => test.id === id) ?? notFound('scenario test', id)
}

function findFunction(state: NucleusState, id: string) {
  return state.functions.find((known) => known.id === id) ?? notFound('evaluation function', id)
}

function findCriterion(test: ScenarioTest, functionId: string): Criterion {
  const found = test.criteria.find(({ eval_function_id: id }) => id === functionId)
  return found ?? notFound('criterion of the function', functionId)
}
