import { parsePythonJson } from '../../data/python-json.js'
import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { resultsLink } from '../../platforms/kolena/links.js'
import { readDuringDryRun } from '../../runtime/dry-run.js'
import { ActionError, describeFailure } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { JsonMapping } from '../../runtime/mapping.js'
import type { ActionContext, Recorder } from '../../runtime/run-action.js'
import { mapSettled } from '../../util/map-settled.js'
import {
  type Coverage,
  compareWithSamples,
  describeMissing,
  missingIn,
  nameOf,
  UnreadableSamples,
} from './coverage.js'
import { type Inferences, readInferences } from './inference-file.js'
import type { EvaluateInputs } from './inputs.js'
import type { EvaluateResult, TestRun } from './result.js'
import { identifyingFields } from './sample-key.js'
import { loadSubjects, type Subjects } from './subjects.js'
import { uploadMatch } from './upload.js'

/** Adds new facts to the test run at an index. */
type UpdateRun = (index: number, part: Partial<TestRun>) => void

/**
 * Triggers the evaluation of every model on every test suite, after it found all of them and after every test sample has
 * an inference. Uploads the inferences of a file first. A dry run does everything that changes nothing.
 *
 * @param record stores facts as soon as they are known, so that the report has them even if the run fails later
 */
export async function evaluateModels(
  inputs: EvaluateInputs,
  context: ActionContext,
  record: Recorder<EvaluateResult>,
): Promise<void> {
  const { runLog, signal } = context
  const { dryRun } = inputs.mode
  const found = await findSubjects(inputs, context)
  let runs = found ? plannedRuns(found) : []
  const update: UpdateRun = (index, part) => {
    runs = runs.map((run, position) => (position === index ? { ...run, ...part } : run))
    record({ runs })
  }
  if (found) {
    const { evaluators, problems } = found
    record({ runs, evaluators, problems })
    refuseMissing(problems, dryRun)
  }
  const inferences = await readFile(inputs, found, context)
  if (inputs.inferences && inferences)
    record({ inferences: { file: inputs.inferences.file, count: inferences.store.size } })
  try {
    const coverage = found && (await compare(inputs, found, runs, inferences, context))
    if (coverage) {
      record(factsOf(coverage, inferences !== undefined && dryRun))
      if (runs.length > 0)
        for (const [index, match] of coverage.matches.entries()) update(index, runFactsOf(match, dryRun))
      treatMissing(coverage, inputs.missingInferences, dryRun && !inferences)
    }
    if (dryRun || !found) return
    if (coverage && inferences)
      await uploadAll(found.session, inputs, coverage, inferences, context, update, record)
    await runLog.phase('Trigger', () => triggerAll(found.session, runs, inputs.concurrency, signal, update))
    refuseFailures(runs)
  } finally {
    inferences?.store.close()
    const count = runs.filter(({ triggered }) => triggered).length
    if (count > 0) runLog.done.push(`${count} of ${runs.length} evaluations were triggered.`)
  }
}

interface Found extends Subjects {
  session: KolenaSession
}

/** Loads models and test suites. Returns undefined in a dry run that cannot ask the platform. */
async function findSubjects(
  inputs: EvaluateInputs,
  { runLog, signal }: ActionContext,
): Promise<Found | undefined> {
  const { mode, platform } = inputs
  const { apiUrl, apiToken } = platform
  if (apiToken === undefined) {
    log.info('No api-token: the platform is not asked for models and test suites')
    return undefined
  }
  const load = async () => {
    const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
    return await runLog.phase('Load models and test suites', async () => ({
      session,
      ...(await loadSubjects(session, inputs, signal)),
    }))
  }
  return mode.dryRun ? await readDuringDryRun('The platform could not be asked.', signal, load) : await load()
}

function plannedRuns({ session, models, suites }: Found): readonly TestRun[] {
  return models.flatMap((model) =>
    suites.map((suite): TestRun => {
      const url = resultsLink(session.tenant, model.workflow, model.id, suite.id)
      return { model, suite, url, triggered: false }
    }),
  )
}

/** Throws if anything is missing for the evaluation. In a dry run it is a warning. */
function refuseMissing(problems: readonly string[], dryRun: boolean): void {
  if (problems.length === 0) return
  const head = problems.length === 1 ? 'Something is' : `${problems.length} things are`
  const lines = problems.map((problem) => `- ${problem}`)
  const message = [`${head} missing for the evaluation. Nothing was triggered.`, ...lines].join('\n')
  if (!dryRun) throw new ActionError(message)
  log.warning(message, 'Dry run')
}

async function readFile(
  { inferences: input }: EvaluateInputs,
  found: Found | undefined,
  { runLog, privateDirectory }: ActionContext,
): Promise<Inferences | undefined> {
  if (!input) return undefined
  return await runLog.phase('Read the inferences', () =>
    readInferences(input, privateDirectory, () => sampleFields(found)),
  )
}

/**
 * Returns the fields of the first test sample of the test suites: none if they have no test samples, undefined if the
 * platform cannot be asked.
 */
async function sampleFields(found: Found | undefined): Promise<string[] | undefined> {
  if (!found) return undefined
  for (const suite of found.suites)
    for await (const batch of found.session.testSamplesOfSuite(suite.id))
      for (const { test_sample } of batch)
        if (test_sample) return identifyingFields(parsePythonJson(test_sample) as JsonMapping)
  return []
}

/** Finds the test samples that lack an inference. Returns undefined if they do not matter. */
async function compare(
  { inferences: input, missingInferences, concurrency, mode }: EvaluateInputs,
  { session, suites }: Found,
  runs: readonly TestRun[],
  inferences: Inferences | undefined,
  context: ActionContext,
): Promise<Coverage | undefined> {
  if (!inferences && missingInferences === 'allow') return undefined
  // Inferences belong to one model. So far, several models were only a warning in a dry run.
  if (inferences && new Set(runs.map(({ model }) => model.id)).size > 1) return undefined
  const { dryRun } = mode
  // The platform does not know a model that a pull request adds, but its file can still be compared.
  const subjects = runs.length > 0 || !inferences ? runs : suites.map((suite) => ({ suite }))
  return await context.runLog.phase('Compare with the test samples', async () => {
    const options = { inferences, input, concurrency, dryRun }
    return await compareWithSamples(session, subjects, options, context).catch((error: unknown) => {
      if (!dryRun || !(error instanceof UnreadableSamples)) throw error
      log.warning(error.message, 'Dry run')
      return undefined
    })
  })
}

/** @param wouldUpload whether this is a dry run with a file of inferences */
function factsOf({ matches, unknown }: Coverage, wouldUpload: boolean): Partial<EvaluateResult> {
  const uploaded = matches.reduce((sum, { count }) => sum + count, 0)
  return { missing: missingIn(matches), unknown, ...(wouldUpload && { uploaded }) }
}

function runFactsOf(
  { subject: { id }, missing, firstMissing, count }: Coverage['matches'][number],
  dryRun: boolean,
): Partial<TestRun> {
  return { ...(id !== undefined && { id }), missing, firstMissing, ...(dryRun && { uploaded: count }) }
}

function treatMissing(
  { matches }: Coverage,
  mode: EvaluateInputs['missingInferences'],
  onlyWarn: boolean,
): void {
  const problem = describeMissing(matches)
  if (problem === undefined) return
  if (mode === 'fail' && !onlyWarn)
    throw new ActionError(
      `${problem}\nNothing was uploaded or triggered. Upload the inferences first, with the input inferences, or set missing-inferences to warn or allow.`,
    )
  if (mode === 'allow') log.info(problem)
  else log.warning(problem, 'Missing inferences')
}

/** Uploads what each evaluation needs, one evaluation after the other. */
async function uploadAll(
  session: KolenaSession,
  { inferences: input }: EvaluateInputs,
  { matches }: Coverage,
  inferences: Inferences,
  context: ActionContext,
  update: UpdateRun,
  record: Recorder<EvaluateResult>,
): Promise<void> {
  await context.runLog.phase('Upload the inferences', async () => {
    let uploaded = 0
    record({ uploaded })
    for (const [index, match] of matches.entries()) {
      const { subject, count } = match
      if (count === 0) continue
      await uploadMatch(session, subject, match, inferences, input?.reset ?? false, context)
      update(index, { uploaded: count })
      uploaded += count
      record({ uploaded })
      context.runLog.done.push(`${count} inferences for ${nameOf(subject)} were uploaded.`)
      log.info(`Uploaded ${count.toLocaleString('en')} inferences for ${nameOf(subject)}`)
    }
  })
}

/** Triggers every evaluation. A failure does not stop the others. */
async function triggerAll(
  session: KolenaSession,
  runs: readonly TestRun[],
  concurrency: number,
  signal: AbortSignal,
  update: UpdateRun,
): Promise<void> {
  await mapSettled([...runs.entries()], concurrency, signal, async ([index, run]) => {
    try {
      const id = run.id ?? (await session.openTestRun(run.model.id, run.suite.id))
      update(index, { id })
      await session.evaluate(id)
      update(index, { triggered: true })
      log.info(`Triggered ${nameOf(run)}: test run ${id}, results ${run.url}`)
    } catch (error) {
      update(index, { failure: describeFailure(error) })
    }
  })
}

/** Throws one error for all evaluations that could not be triggered. */
function refuseFailures(runs: readonly TestRun[]): void {
  const failed = runs.filter(({ triggered }) => !triggered)
  if (failed.length === 0) return
  const lines = failed.map((run) => `- ${nameOf(run)}: ${run.failure}`)
  const head = `${failed.length} of ${runs.length} evaluations could not be triggered.`
  throw new ActionError([head, ...lines].join('\n'))
}
