import type { KolenaSession } from '../../platforms/kolena/client.js'
import type { Model, TestSuite } from '../../platforms/kolena/schemas.js'
import { ActionError, describeFailure } from '../../runtime/errors.js'
import { mapSettled } from '../../util/map-settled.js'
import { distinct, type EvaluateInputs } from './inputs.js'
import type { SuiteReference } from './suite-reference.js'

/** Everything that must exist before an evaluation can be triggered, and what of it is missing. */
export interface Subjects {
  models: Model[]
  suites: TestSuite[]
  /** Names of the evaluators that are registered for the workflow. */
  evaluators: string[]
  /** One sentence for each thing that is missing or wrong. */
  problems: string[]
}

/** Loads the models, the test suites and the evaluators. What cannot be loaded becomes a problem and stops nothing. */
export async function loadSubjects(
  session: KolenaSession,
  { workflow, models, suites, inferences, concurrency }: EvaluateInputs,
  signal: AbortSignal,
): Promise<Subjects> {
  const problems: string[] = []
  const load = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> =>
    (await mapSettled(items, concurrency, signal, work)).flatMap((outcome) => {
      if (outcome.status === 'fulfilled') return [outcome.value]
      problems.push(describeFailure(outcome.reason))
      return []
    })
  const loaded =
    'names' in models
      ? await load(models.names, (name) => loadModel(session, workflow, name))
      : (await load([models.tags], (tags) => listModels(session, workflow, tags))).flat()
  if (inferences && loaded.length > 1)
    problems.push(
      `${loaded.length} models have the tags of model-tags, and the file of inferences is of one: name it in models.`,
    )
  return {
    models: distinct(loaded, ({ id }) => id),
    suites: distinct(await load(suites, (suite) => loadSuite(session, workflow, suite)), ({ id }) => id),
    evaluators: (await load([workflow], () => listEvaluators(session, workflow))).flat(),
    problems,
  }
}

async function loadModel(session: KolenaSession, workflow: string, name: string): Promise<Model> {
  const model = await session.findModel(name)
  if (!model)
    throw new ActionError(`There is no model "${name}": check models, or register it with the model action.`)
  return ofWorkflow(workflow, model, `The model "${name}"`)
}

async function listModels(
  session: KolenaSession,
  workflow: string,
  tags: readonly string[],
): Promise<Model[]> {
  const models = await session.listModels(workflow, tags)
  if (models.length > 0) return models
  throw new ActionError(
    `No model of the workflow "${workflow}" has all of the tags ${tags.join(', ')}: check model-tags.`,
  )
}

async function loadSuite(
  session: KolenaSession,
  workflow: string,
  { name, version }: SuiteReference,
): Promise<TestSuite> {
  const suite = await session.findTestSuite(name, version)
  if (suite) return ofWorkflow(workflow, suite, `The test suite "${name}"`)
  const what = version === null ? 'test suite' : `version ${version} of a test suite`
  throw new ActionError(`There is no ${what} "${name}": check test-suites.`)
}

async function listEvaluators(session: KolenaSession, workflow: string): Promise<string[]> {
  const evaluators = (await session.listEvaluators(workflow)).filter(({ image }) => image)
  if (evaluators.length > 0) return [...new Set(evaluators.map(({ name }) => name))]
  throw new ActionError(
    `No evaluator is registered for the workflow "${workflow}": publish one first, or correct workflow.`,
  )
}

function ofWorkflow<T extends { workflow: string }>(workflow: string, thing: T, what: string): T {
  if (thing.workflow === workflow) return thing
  throw new ActionError(`${what} belongs to the workflow "${thing.workflow}", not to "${workflow}".`)
}
