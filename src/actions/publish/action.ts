import { postComment } from '../../platforms/github/report-comment.js'
import type { Event } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import type { Mode } from '../../runtime/mode.js'
import type { Action, ActionContext, ActionRequest, Recorder } from '../../runtime/run-action.js'
import { publishComment } from './comment-text.js'
import { isBuilt, plannedRuns } from './evaluator-run.js'
import type { EvaluatorsInput } from './evaluators-file/inputs.js'
import { fields, variables } from './fields.js'
import { loadInputs, type PublishInputs } from './inputs.js'
import { expectNothing, writeExpected } from './metrics/expected.js'
import { runOutputs } from './outputs-of-run.js'
import { describeReady } from './ready.js'
import type { EvaluatorRun, PublishResult, PublishStepResult } from './result.js'
import { failedTrust } from './role-trust.js'
import { findSource } from './source.js'
import { publishSummary } from './summary.js'
import { manyComment, manySummary } from './summary-of-many.js'

/** Runs the root action: builds, pushes and registers an evaluator's image, or in a dry run shows the changes. */
export const publish: Action<PublishStepResult> = {
  fields,
  variables,
  begin: () => ({ publication: { changed: false } }),
  run: async (request, context, record) => {
    const done = await publishAll(request, context, record)
    const [only] = done
    if (only?.inputs.mode.dryRun && !request.rawInputs.evaluators)
      log.info(describeReady(only.inputs, only.publication))
  },
  outputs: runOutputs,
  summary: ({ evaluators, publication }, runLog, error) =>
    evaluators ? manySummary(evaluators, runLog, error) : publishSummary(publication, runLog, error),
  announce: async ({ evaluators, publication, comment }, { runLog, signal }, error) => {
    if (!comment) return undefined
    const text = evaluators
      ? manyComment(evaluators, comment, runLog, error)
      : publishComment(publication, comment, runLog, error)
    return await postComment(comment, text, signal)
  },
  failedGate: ({ publication }) => failedTrust(publication),
}

/** Runs the evaluator without publishing anything, and writes its metrics into the fixture as the expected ones. */
export const updateExpected: Action<PublishStepResult> = {
  ...publish,
  run: async ({ event, rawInputs }, context, record) => {
    const { verify = '' } = rawInputs
    const checked = { ...rawInputs, verify: verify || 'contract', 'dry-run': 'true' }
    const done = await publishAll({ event, rawInputs: checked }, context, record, expectNothing)
    for (const { inputs, publication } of done) await writeExpected(inputs, publication)
  },
}

/** @param prepare changes the inputs before they are used */
async function publishAll(
  request: ActionRequest,
  context: ActionContext,
  record: Recorder<PublishStepResult>,
  prepare: (inputs: PublishInputs) => PublishInputs = (inputs) => inputs,
): Promise<readonly { inputs: PublishInputs; publication: PublishResult }[]> {
  const { rawInputs } = request
  const allowForkCode = /^true$/i.test(rawInputs['allow-fork-code'] ?? '')
  const event = await findSource(request.event, context.signal, allowForkCode)
  if (rawInputs.evaluators) {
    // The YAML parser is loaded only if there is a file.
    const { loadEvaluators } = await import('./evaluators-file/inputs.js')
    const input = loadEvaluators(event, rawInputs)
    const { mode, entries, concurrency, comment } = input
    const runs = plannedRuns(
      entries.map(({ evaluator }) => prepare(evaluator)),
      context.runLog,
    )
    record({ evaluators: runs, mode, comment })
    if (mode) reportMode(mode)
    if (input.onlyChanged) await leaveOutUnchanged(runs, input, event, context)
    const built = runs.filter(isBuilt)
    if (runs.length === 0) log.info('This shard of the evaluators file is empty: there is nothing to do')
    else if (built.length === 0) log.info('No evaluator changed: there is nothing to build')
    else {
      const { publishMany } = await import('./publish-many.js')
      await publishMany(built, context, concurrency)
    }
    return built
  }
  const inputs = prepare(loadInputs(event, rawInputs))
  reportMode(inputs.mode)
  record({ comment: inputs.comment })
  // The code that does the work is loaded here, so that invalid inputs are reported sooner.
  const { publishOne } = await import('./publish-one.js')
  let publication: PublishResult = { changed: false }
  await publishOne(inputs, context, (part) => {
    publication = { ...publication, ...part }
    record({ publication })
  })
  return [{ inputs, publication }]
}

/** Records which of the runs are built, and why. */
async function leaveOutUnchanged(
  runs: readonly EvaluatorRun[],
  input: EvaluatorsInput,
  event: Event,
  context: ActionContext,
): Promise<void> {
  const { selectChanged } = await import('./only-changed/selection.js')
  const selections = await selectChanged(input, event, context)
  for (const [index, run] of runs.entries()) {
    run.selection = selections?.[index]
    if (run.selection)
      log.info(
        `${run.name}: ${run.selection.isBuilt ? 'is built' : 'is left out'}, because ${run.selection.reason}`,
      )
  }
}

function reportMode({ dryRun, reason, untrusted }: Mode): void {
  log.info(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`)
  if (untrusted)
    log.info(
      'The code may be unreviewed: the build gets no token, secret, SSH agent, login or cache credential',
    )
}
