import { Refusal, type Reply, type Route } from '../http.js'
import { check, ok, type SignedInAnswer } from './answers.js'
import type { KolenaState } from './state.js'
import * as schemas from './testing-schemas.js'
import type { Model, TestSuite } from './testing-state.js'

type Answer = (state: KolenaState, organization: string, body: unknown) => Reply

const answers: [Route['method'], string, Answer][] = [
  ['PUT', 'model/load', loadModel],
  ['PUT', 'model/load-all', loadModels],
  ['POST', 'model/create', createModel],
  ['PUT', 'test-suite/load', loadTestSuite],
  ['PUT', 'test-suite/load-all', loadTestSuites],
  ['PUT', 'test-run/create-or-retrieve', openTestRun],
  ['PUT', 'test-run/evaluate', evaluate],
  ['POST', 'test-run/mark-crashed', markCrashed],
  ['PUT', 'test-run/update-metrics-status', noteProgress],
]

/** The part of the Kolena API that registers models and starts their evaluation on the platform. */
export function testingRoutes(
  state: KolenaState,
  signedIn: (answer: SignedInAnswer) => Route['answer'],
): Route[] {
  return answers.map(([method, path, answer]) => ({
    method,
    path: `/v1/generic/${path}`,
    answer: signedIn((organization, { body }) => answer(state, organization, body)),
  }))
}

function loadModel({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const { name } = check(schemas.byName, body)
  const model = testing.findModel(organization, name)
  if (!model) throw new Refusal(404, `no model "${name}"`)
  return ok(presentModel(model))
}

function loadModels({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const query = check(schemas.byTags, body)
  const models = testing.models.filter((model) => model.organization === organization && has(model, query))
  return ok({ models: models.map(presentModel) })
}

function createModel({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const wanted = check(schemas.newModel, body)
  const model = testing.addModel(organization, wanted)
  if (!model) throw new Refusal(409, `a model "${wanted.name}" exists already`)
  return ok(presentModel(model))
}

function loadTestSuite({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const { name, version } = check(schemas.byVersion, body)
  const suite = testing.findTestSuite(organization, name, version)
  if (!suite) throw new Refusal(404, `no test suite "${name}"${version === null ? '' : ` (v${version})`}`)
  return ok(presentTestSuite(suite))
}

/** Lists the latest version of each. */
function loadTestSuites({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const query = check(schemas.byTags, body)
  const suites = testing.testSuites.filter(
    (suite) =>
      suite.organization === organization &&
      testing.findTestSuite(organization, suite.name, null) === suite &&
      has(suite, query),
  )
  return ok({ test_suites: suites.map(presentTestSuite) })
}

function openTestRun({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const wanted = check(schemas.newTestRun, body)
  const { model_id, test_suite_id } = wanted
  const mine = (known: { organization: string }) => known.organization === organization
  const model = testing.models.filter(mine).find(({ id }) => id === model_id)
  const suite = testing.testSuites.filter(mine).find(({ id }) => id === test_suite_id)
  if (!model) throw new Refusal(404, `no model with the id ${model_id}`)
  if (!suite) throw new Refusal(404, `no test suite with the id ${test_suite_id}`)
  if (model.workflow !== suite.workflow)
    throw new Refusal(422, `the workflows "${model.workflow}" and "${suite.workflow}" do not match`)
  return ok({ test_run_id: testing.openTestRun(organization, wanted).id })
}

/** Counts the evaluation without running the evaluator's image. */
function evaluate(state: KolenaState, organization: string, body: unknown): Reply {
  const { test_run_id } = check(schemas.byTestRun, body)
  const { models } = state.testing
  const run = state.testing.findTestRun(organization, test_run_id)
  if (run.evaluator !== null)
    throw new Refusal(422, `the test run ${test_run_id} has an evaluator of its own: ${run.evaluator}`)
  const workflow = models.find(({ id }) => id === run.model_id)?.workflow ?? ''
  if (state.registrationsOf(organization, workflow).length === 0)
    throw new Refusal(422, `no evaluator is registered for the workflow "${workflow}"`)
  run.evaluations += 1
  return ok({ test_run_id })
}

/** Returns whether something belongs to the workflow and has all the tags. */
function has(
  known: { workflow: string; tags: readonly string[] },
  { workflow, tags }: { workflow: string; tags: readonly string[] | null },
): boolean {
  return known.workflow === workflow && (tags ?? []).every((tag) => known.tags.includes(tag))
}

/** Marks a test run as crashed. The vendor's client reports this when its own evaluation fails. */
function markCrashed({ testing }: KolenaState, organization: string, body: unknown): Reply {
  const run = testing.findTestRun(organization, check(schemas.byTestRun, body).test_run_id)
  run.crashed = true
  return ok({})
}

function noteProgress({ testing }: KolenaState, organization: string, body: unknown): Reply {
  testing.findTestRun(organization, check(schemas.progress, body).test_run_id)
  return ok({})
}

function presentModel({ organization: _, ...model }: Model): object {
  return model
}

function presentTestSuite({ organization: _, testCases, ...suite }: TestSuite): object {
  return { ...suite, test_cases: testCases.map(({ samples: _, ...testCase }) => testCase) }
}
