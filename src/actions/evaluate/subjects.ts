import type { KolenaSession } from '../../platforms/kolena/client.js'
import type { Model, TestSuite } from '../../platforms/kolena/schemas.js'
import { loadModel, loadSuite } from '../../platforms/kolena/subjects.js'
import { ActionError, describeFailure } from '../../runtime/errors.js'
import { mapSettled } from '../../util/map-settled.js'
import { distinct, type EvaluateInputs } from './inputs.js'

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
      ? await load(models.names, (name) => loadModel(session, workflow, name, 'models'))
      : (await load([models.tags], (tags) => listModels(session, workflow, tags))).flat()
  if (inferences && loaded.length > 1)
    problems.push(
      `${loaded.length} models have the tags of model-tags, and the file of inferences is of one: name it in models.`,
    )
  return {
    models: distinct(loaded, ({ id }) => id),
    suites: distinct(
      await load(suites, (suite) => loadSuite(session, workflow, suite, 'test-suites')),
      ({ id }) => id,
    ),
    evaluators: (await load([workflow], () => listEvaluators(session, workflow))).flat(),
    problems,
  }
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

async function listEvaluators(session: KolenaSession, workflow: string): Promise<string[]> {
  const evaluators = (await session.listEvaluators(workflow)).filter(({ image }) => image)
  if (evaluators.length > 0) return [...new Set(evaluators.map(({ name }) => name))]
  throw new ActionError(
    `No evaluator is registered for the workflow "${workflow}": publish one first, or correct workflow.`,
  )
}
