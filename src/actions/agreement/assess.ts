import { type Gate, judge } from '../../data/gate.js'
import { type KiliProject, openProject } from '../../platforms/kili/client.js'
import { type ClassificationJob, chooseJob } from '../../platforms/kili/jobs.js'
import * as log from '../../runtime/log.js'
import type { ActionContext, Recorder } from '../../runtime/run-action.js'
import type { RunLog } from '../../runtime/run-log.js'
import { confusionOf } from './confusion.js'
import { createAssets } from './create-assets.js'
import type { AgreementInputs } from './inputs.js'
import { readMarks } from './marks.js'
import { type Agreement, measureAgreement } from './measure.js'
import { openPredictions } from './predictions.js'
import { type PushProgress, pushPredictions } from './push.js'
import type { AgreementResult } from './result.js'
import type { Targets } from './target-list.js'
import { findTargets } from './targets.js'

/** Pushes the predictions, measures how much people agree with them, and returns the gates. */
export async function assess(
  inputs: AgreementInputs,
  context: ActionContext,
  record: Recorder<AgreementResult>,
): Promise<Gate[]> {
  const { runLog, signal } = context
  const { access, predictions: file, modelName, mode } = inputs
  const predictions = await runLog.phase('Check the file', () => countPredictions(file))
  record({ predictions })
  log.info(`${file} has ${predictions} predictions of ${modelName}`)
  if (!access) {
    log.info('No api-key is set, so only the file was checked')
    return []
  }
  const { endpoint, apiKey, projectId } = access

  const kili = await runLog.phase('Open the project', () => openProject(endpoint, apiKey, projectId, signal))
  const job = chooseJob(kili.project, inputs.job)
  record({ job, projectId, linkTo: assetLink(endpoint) })
  const targets = await runLog.phase('Find the assets', () =>
    findTargets(kili, file, { job, createAssets: inputs.createAssets }),
  )
  if (inputs.createAssets) await create(kili, targets, inputs, context, record)

  const { shared } = await push(kili, targets, job, inputs, context, record)
  if (mode.dryRun) return []
  const { assets, unmarked, unanswered } = await runLog.phase('Read the marks', () =>
    readMarks(targets, { kili, job, labelTypes: inputs.labelTypes, wait: inputs.wait, signal }),
  )
  const agreement = measureAgreement(assets, inputs)
  record({ agreement, unmarked, unanswered })
  if (job?.single && kili.hasResponses) record({ confusion: confusionOf(assets) })
  warn(agreement, { unmarked, unanswered, shared }, modelName)
  return gatesOf(agreement, inputs)
}

async function countPredictions(file: string): Promise<number> {
  let count = 0
  log.progress(() => `${count.toLocaleString('en')} rows`)
  for await (const batch of (await openPredictions(file)).batches) count += batch.length
  return count
}

async function create(
  kili: KiliProject,
  targets: Targets,
  { predictions, mode: { dryRun } }: AgreementInputs,
  { runLog, signal }: ActionContext,
  record: Recorder<AgreementResult>,
): Promise<void> {
  const missing = targets.newCount
  if (dryRun) log.info(`${missing} assets would be created`)
  record({ created: dryRun ? missing : 0 })
  if (dryRun || missing === 0) return
  let created = 0
  try {
    await runLog.phase('Create the assets', () => {
      log.progress(() => `${created} of ${missing}`)
      return createAssets(kili, predictions, targets, signal, (count) => {
        created += count
        log.info(`Created ${created} of ${missing} assets`)
      })
    })
  } finally {
    record({ created })
    if (created > 0) runLog.done.push(`${created} assets were created.`)
  }
}

async function push(
  kili: KiliProject,
  targets: Targets,
  job: ClassificationJob | undefined,
  { predictions, modelName, mode }: AgreementInputs,
  { runLog, signal }: ActionContext,
  record: Recorder<AgreementResult>,
): Promise<PushProgress> {
  const progress = { sent: 0, already: 0, shared: 0 }
  const { dryRun } = mode
  try {
    await runLog.phase(dryRun ? 'Compare the predictions' : 'Push the predictions', () =>
      pushPredictions(predictions, targets, job, { kili, modelName, dryRun, signal }, progress),
    )
  } finally {
    record({ pushed: progress, shared: progress.shared })
    noteDone(runLog, dryRun, modelName, progress.sent)
  }
  const { sent, already } = progress
  log.info(`${sent} predictions ${dryRun ? 'would be' : 'were'} pushed, ${already} are in Kili already`)
  return progress
}

function noteDone(runLog: RunLog, dryRun: boolean, modelName: string, sent: number): void {
  if (dryRun || sent === 0) return
  runLog.done.push(`${sent} predictions of ${modelName} were pushed as inference labels.`)
}

/** Returns a gate for each threshold that is set. */
function gatesOf(
  { agreement, coverage, scored, predictions }: Agreement,
  { minimumAgreement, minimumCoverage }: AgreementInputs,
): Gate[] {
  const gates = [
    { name: 'Agreement', observed: agreement, threshold: minimumAgreement, n: scored, of: 'scored assets' },
    { name: 'Coverage', observed: coverage, threshold: minimumCoverage, n: predictions, of: 'predictions' },
  ]
  return gates.filter(({ threshold }) => threshold !== undefined).map((gate) => judge(gate))
}

/** Returns the address of an asset in Kili's interface, which has the host of the API. */
function assetLink({ origin }: URL): (assetId: string) => string {
  return (assetId) => `${origin}/label/projects/label/${encodeURIComponent(assetId)}`
}

function warn(
  agreement: Agreement,
  { unmarked, unanswered, shared }: { unmarked: number; unanswered: number; shared: number },
  modelName: string,
): void {
  if (unanswered > 0)
    log.warning(
      `${unanswered} human labels contain no answers (an empty jsonResponse), and count neither for nor against the model. Have the assets labeled again.`,
      'Labels are empty',
    )
  if (unmarked > 0)
    log.warning(
      `${unmarked} human labels have no mark for these predictions yet, and count neither for nor against the model. Raise timeout, or run again later.`,
      'Marks are missing',
    )
  if (shared > 0)
    log.warning(
      `${shared} assets have inference labels of models other than ${modelName}. Kili does not report which model a mark belongs to: delete the others' inference labels, or use one project per model.`,
      'Several models on one asset',
    )
  if (agreement.scored === 0)
    log.warning(
      'No asset has a human label with a mark, so there is no agreement to report. Have some of the assets labeled in Kili, and check label-types.',
      'Nothing was scored',
    )
}
