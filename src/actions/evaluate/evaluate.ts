import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { resultsLink } from '../../platforms/kolena/links.js'
import { ActionError, describeFailure } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { mapSettled } from '../../util/map-settled.js'
import type { EvaluateInputs } from './inputs.js'
import type { EvaluateResult, TestRun } from './result.js'
import { loadSubjects, type Subjects } from './subjects.js'

/** Triggers the evaluation of every model on every test suite, once all of them are known to be there. */
export async function evaluateModels(
  inputs: EvaluateInputs,
  { signal, runLog }: ActionContext,
  evaluation: EvaluateResult,
): Promise<void> {
  const { apiUrl, apiToken = '' } = inputs.platform
  const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
  await runLog.phase('Load models and test suites', async () => {
    const subjects = await loadSubjects(session, inputs, signal)
    note(evaluation, subjects, session.tenant)
    if (subjects.problems.length > 0) throw new ActionError(missing(subjects.problems))
  })
  const { runs } = evaluation
  try {
    await runLog.phase('Trigger', () => triggerAll(session, runs, inputs.concurrency, signal))
  } finally {
    const count = runs.filter(({ triggered }) => triggered).length
    if (count > 0) runLog.done.push(`${count} of ${runs.length} evaluations were triggered.`)
  }
}

/** The dry run: looks up what would be evaluated where a token is at hand, and triggers nothing. */
export async function planEvaluation(
  inputs: EvaluateInputs,
  { signal, runLog }: ActionContext,
  evaluation: EvaluateResult,
): Promise<void> {
  const { apiUrl, apiToken } = inputs.platform
  if (apiToken === undefined) {
    log.info('No api-token: the platform is not asked for models and test suites')
    return
  }
  try {
    const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
    await runLog.phase('Load models and test suites', async () => {
      const subjects = await loadSubjects(session, inputs, signal)
      note(evaluation, subjects, session.tenant)
      if (subjects.problems.length > 0) log.warning(missing(subjects.problems), 'Dry run')
    })
  } catch (error) {
    signal.throwIfAborted()
    log.warning(`The platform could not be asked. ${describeFailure(error)}`, 'Dry run')
  }
}

function note(
  evaluation: EvaluateResult,
  { models, suites, evaluators, problems }: Subjects,
  tenant: string,
): void {
  const runs = models.flatMap((model) =>
    suites.map((suite): TestRun => {
      const url = resultsLink(tenant, model.workflow, model.id, suite.id)
      return { model, suite, url, triggered: false }
    }),
  )
  Object.assign(evaluation, { runs, evaluators, problems })
}

function missing(problems: readonly string[]): string {
  const head = problems.length === 1 ? 'Something is' : `${problems.length} things are`
  const lines = problems.map((problem) => `- ${problem}`)
  return [`${head} missing for the evaluation. Nothing was triggered.`, ...lines].join('\n')
}

/** Triggers what can be, and then throws one error for all that could not. */
async function triggerAll(
  session: KolenaSession,
  runs: readonly TestRun[],
  concurrency: number,
  signal: AbortSignal,
): Promise<void> {
  const outcomes = await mapSettled(runs, concurrency, signal, (run) => trigger(session, run))
  for (const [index, run] of runs.entries()) {
    const outcome = outcomes[index]
    if (outcome?.status === 'rejected') run.failure = describeFailure(outcome.reason)
  }
  const failed = runs.filter(({ triggered }) => !triggered)
  if (failed.length === 0) return
  const lines = failed.map((run) => `- ${nameOf(run)}: ${run.failure}`)
  const head = `${failed.length} of ${runs.length} evaluations could not be triggered.`
  throw new ActionError([head, ...lines].join('\n'))
}

async function trigger(session: KolenaSession, run: TestRun): Promise<void> {
  run.id = await session.openTestRun(run.model.id, run.suite.id)
  await session.evaluate(run.id)
  run.triggered = true
  log.info(`Triggered ${nameOf(run)}: test run ${run.id}, results ${run.url}`)
}

function nameOf({ model, suite }: TestRun): string {
  return `${model.name} on ${suite.name}@${suite.version}`
}
