import { parsePythonJson } from '../../data/python-json.js'
import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { resultsLink } from '../../platforms/kolena/links.js'
import { readDuringDryRun } from '../../runtime/dry-run.js'
import { ActionError, describeFailure } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { JsonMapping } from '../../runtime/mapping.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { mapSettled } from '../../util/map-settled.js'
import { keepHeapSmall } from '../../util/small-heap.js'
import {
  type Coverage,
  compareWithSamples,
  describeMissing,
  missingIn,
  nameOf,
  type Subject,
  UnreadableSamples,
} from './coverage.js'
import { type Inferences, readInferences } from './inference-file.js'
import type { EvaluateInputs } from './inputs.js'
import type { EvaluateResult, TestRun } from './result.js'
import { identifyingFields } from './sample-key.js'
import { loadSubjects, type Subjects } from './subjects.js'
import { uploadMatch } from './upload.js'

/**
 * Triggers the evaluation of every model on every test suite, once all of them are known to be there, and once every
 * test sample has an inference: those of a file are uploaded before. A dry run goes as far as that changes nothing.
 */
export async function evaluateModels(
  inputs: EvaluateInputs,
  context: ActionContext,
  result: EvaluateResult,
): Promise<void> {
  const { runLog, signal } = context
  const found = await findSubjects(inputs, context, result)
  const inferences = await readFile(inputs, found, context, result)
  try {
    const coverage = found && (await compare(inputs, found, inferences, context, result))
    if (inputs.mode.dryRun || !found) return
    if (coverage && inferences) await uploadAll(found.session, inputs, coverage, inferences, context, result)
    await runLog.phase('Trigger', () => triggerAll(found.session, result.runs, inputs.concurrency, signal))
  } finally {
    inferences?.store.close()
    const count = result.runs.filter(({ triggered }) => triggered).length
    if (count > 0) runLog.done.push(`${count} of ${result.runs.length} evaluations were triggered.`)
  }
}

interface Found extends Subjects {
  session: KolenaSession
}

/** Loads models and test suites. In a dry run what is missing is a warning; undefined when the platform cannot be asked. */
async function findSubjects(
  inputs: EvaluateInputs,
  { runLog, signal }: ActionContext,
  result: EvaluateResult,
): Promise<Found | undefined> {
  const { mode, platform } = inputs
  const { apiUrl, apiToken } = platform
  if (apiToken === undefined) {
    log.info('No api-token: the platform is not asked for models and test suites')
    return undefined
  }
  const load = async () => {
    const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
    return await runLog.phase('Load models and test suites', async () => {
      const subjects = await loadSubjects(session, inputs, signal)
      note(result, subjects, session.tenant)
      const { problems } = subjects
      if (problems.length > 0 && !mode.dryRun) throw new ActionError(missing(problems))
      if (problems.length > 0) log.warning(missing(problems), 'Dry run')
      return { session, ...subjects }
    })
  }
  return mode.dryRun ? await readDuringDryRun('The platform could not be asked.', signal, load) : await load()
}

function note(
  result: EvaluateResult,
  { models, suites, evaluators, problems }: Subjects,
  tenant: string,
): void {
  const runs = models.flatMap((model) =>
    suites.map((suite): TestRun => {
      const url = resultsLink(tenant, model.workflow, model.id, suite.id)
      return { model, suite, url, triggered: false }
    }),
  )
  Object.assign(result, { runs, evaluators, problems })
}

function missing(problems: readonly string[]): string {
  const head = problems.length === 1 ? 'Something is' : `${problems.length} things are`
  const lines = problems.map((problem) => `- ${problem}`)
  return [`${head} missing for the evaluation. Nothing was triggered.`, ...lines].join('\n')
}

async function readFile(
  { inferences: input }: EvaluateInputs,
  found: Found | undefined,
  { runLog, privateDirectory }: ActionContext,
  result: EvaluateResult,
): Promise<Inferences | undefined> {
  if (!input) return undefined
  return await runLog.phase('Read the inferences', async () => {
    keepHeapSmall()
    const inferences = await readInferences(input, privateDirectory, () => sampleFields(found))
    result.inferences = { file: input.file, count: inferences.store.size, unknown: 0 }
    return inferences
  })
}

/** The fields of the first test sample of the test suites; none when they have none, undefined when nobody can be asked. */
async function sampleFields(found: Found | undefined): Promise<string[] | undefined> {
  if (!found) return undefined
  for (const suite of found.suites)
    for await (const batch of found.session.testSamplesOfSuite(suite.id))
      for (const { test_sample } of batch)
        if (test_sample) return identifyingFields(parsePythonJson(test_sample) as JsonMapping)
  return []
}

/** Looks which test samples lack an inference, and decides whether that matters. undefined when it does not. */
async function compare(
  { inferences: input, missingInferences, concurrency, mode }: EvaluateInputs,
  { session, suites }: Found,
  inferences: Inferences | undefined,
  context: ActionContext,
  result: EvaluateResult,
): Promise<Coverage | undefined> {
  if (!inferences && missingInferences === 'allow') return undefined
  // In a dry run, that the file is of one model has only been a warning so far.
  if (inferences && new Set(result.runs.map(({ model }) => model.id)).size > 1) return undefined
  const { dryRun } = mode
  // A model that a pull request brings is not on the platform yet; its file can be compared nevertheless.
  const subjects: readonly Subject[] =
    result.runs.length > 0 || !inferences ? result.runs : suites.map((suite) => ({ suite }))
  return await context.runLog.phase('Compare with the test samples', async () => {
    const options = { inferences, input, concurrency, dryRun }
    const coverage = await compareWithSamples(session, subjects, options, context).catch((error: unknown) => {
      if (!dryRun || !(error instanceof UnreadableSamples)) throw error
      log.warning(error.message, 'Dry run')
    })
    if (!coverage) return undefined
    const { matches, unknown } = coverage
    for (const [index, { missing, firstMissing, count }] of matches.entries())
      Object.assign(subjects[index] ?? {}, {
        missing,
        firstMissing,
        ...(inferences && dryRun && { uploaded: count }),
      })
    result.missing = missingIn(matches)
    if (result.inferences) {
      result.inferences.unknown = unknown
      if (dryRun) result.inferences.uploaded = matches.reduce((sum, { count }) => sum + count, 0)
    }
    const problem = describeMissing(subjects, matches)
    if (problem) treatMissing(problem, missingInferences, dryRun && !inferences)
    return coverage
  })
}

function treatMissing(problem: string, mode: EvaluateInputs['missingInferences'], onlyWarn: boolean): void {
  if (mode === 'fail' && !onlyWarn)
    throw new ActionError(
      `${problem}\nNothing was uploaded or triggered. Upload the inferences first, with the input inferences, or set missing-inferences to warn or allow.`,
    )
  if (mode === 'allow') log.info(problem)
  else log.warning(problem, 'Missing inferences')
}

/** Uploads what each evaluation needs, one after the other. */
async function uploadAll(
  session: KolenaSession,
  { inferences: input }: EvaluateInputs,
  { matches }: Coverage,
  inferences: Inferences,
  context: ActionContext,
  { runs, inferences: about }: EvaluateResult,
): Promise<void> {
  if (!about || !input) return
  about.uploaded = 0
  await context.runLog.phase('Upload the inferences', async () => {
    for (const [index, run] of runs.entries()) {
      const match = matches[index]
      if (!match?.count) continue
      await uploadMatch(session, run, match, inferences, input.reset, context)
      run.uploaded = match.count
      about.uploaded = (about.uploaded ?? 0) + match.count
      context.runLog.done.push(`${match.count} inferences for ${nameOf(run)} were uploaded.`)
      log.info(`Uploaded ${match.count.toLocaleString('en')} inferences for ${nameOf(run)}`)
    }
  })
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
  run.id ??= await session.openTestRun(run.model.id, run.suite.id)
  await session.evaluate(run.id)
  run.triggered = true
  log.info(`Triggered ${nameOf(run)}: test run ${run.id}, results ${run.url}`)
}
