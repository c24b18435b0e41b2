/** Compares the inferences on the platform and in the file with the test samples that need one. */

import type { KolenaSession } from '../../platforms/kolena/client.js'
import { clip } from '../../runtime/clip.js'
import { ActionError, describeFailure, FileError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { mapSettled } from '../../util/map-settled.js'
import type { Inferences, InferencesInput } from './inference-file.js'
import { type Match, Matching, type SampleSource } from './matching.js'
import type { TestRun } from './result.js'
import { describeKey } from './sample-key.js'

/** How many names a message lists. */
const SHOWN = 10
/** The most characters of a name. */
const MAX_NAME_LENGTH = 100

/** A test suite and the model that is evaluated on it. In a dry run the model may not exist yet. */
export type Subject = Pick<TestRun, 'suite'> & Partial<TestRun>

/** The platform's test samples could not be read. */
export class UnreadableSamples extends ActionError {
  override name = 'UnreadableSamples'
}

/** How the test samples of one subject match the inferences. */
export type SubjectMatch = Match & { subject: Subject }

export interface Coverage {
  /** In the order of the subjects. */
  matches: readonly SubjectMatch[]
  /** Rows of the file that belong to no test sample. */
  unknown: number
}

/**
 * Finds the test samples of each subject that lack an inference, and prepares batches of the inferences that the file has
 * for them. Opens the test runs, unless it is a dry run, and changes nothing else.
 */
export async function compareWithSamples(
  session: KolenaSession,
  subjects: readonly Subject[],
  {
    inferences,
    input,
    concurrency,
    dryRun,
  }: {
    inferences: Inferences | undefined
    input: InferencesInput | undefined
    concurrency: number
    dryRun: boolean
  },
  { signal, privateDirectory }: { signal: AbortSignal; privateDirectory: string },
): Promise<Coverage> {
  const matching = new Matching(privateDirectory, inferences, subjects.length > 1)
  log.progress(() => `${matching.samplesRead.toLocaleString('en')} test samples`)
  // With a file, one after the other: the first evaluation that needs an inference uploads it.
  const limit = inferences ? 1 : concurrency
  const outcomes = await mapSettled(subjects, limit, signal, async (subject): Promise<SubjectMatch> => {
    const opened = dryRun ? subject : await openTestRun(session, subject)
    const match = await matching.match(sourceOf(session, opened), input?.reset ?? false)
    return { ...match, subject: opened }
  })
  const matches = allOf(outcomes, subjects)
  const opened = matches.map(({ subject }) => subject)
  const unknown = inferences && input ? await findUnknown(session, opened, matching, inferences, input) : 0
  return { matches, unknown }
}

async function openTestRun(session: KolenaSession, subject: Subject): Promise<Subject> {
  const { model, suite, id } = subject
  return model ? { ...subject, id: id ?? (await session.openTestRun(model.id, suite.id)) } : subject
}

/**
 * Returns the test samples of a subject. The platform knows which ones of an open test run lack an inference. Without a
 * test run, which a dry run does not open, those with an inference are read too.
 */
export function sourceOf(session: KolenaSession, { model, suite, id }: Subject): SampleSource {
  if (id !== undefined)
    return {
      lacking: () => session.testSamplesOf(id, { all: false }),
      all: () => session.testSamplesOf(id, { all: true }),
    }
  return {
    lacking: () => session.testSamplesOfSuite(suite.id),
    having: async function* () {
      if (model)
        for (const testCase of suite.test_cases) yield* session.inferencesOfModel(model.id, testCase.id)
    },
    all: () => session.testSamplesOfSuite(suite.id),
  }
}

/** Returns the values of all outcomes. Throws one error for all that failed. */
function allOf<T>(outcomes: readonly PromiseSettledResult<T>[], subjects: readonly Subject[]): T[] {
  const failures = outcomes.flatMap((outcome, index) => {
    const subject = subjects[index]
    return outcome.status === 'rejected' && subject
      ? [`- ${nameOf(subject)}: ${describeFailure(outcome.reason)}`]
      : []
  })
  if (failures.length > 0)
    throw new UnreadableSamples(
      [
        `The test samples of ${failures.length} of ${subjects.length} evaluations could not be read. Nothing was uploaded or triggered.`,
        ...failures,
      ].join('\n'),
    )
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
}

/** Counts the rows that belong to no test sample of any test suite. Throws unless they may be skipped. */
async function findUnknown(
  session: KolenaSession,
  subjects: readonly Subject[],
  matching: Matching,
  { store, fields, unit }: Inferences,
  { file, skipUnknown }: InferencesInput,
): Promise<number> {
  for (const subject of subjects) {
    if (store.unmatchedCount === 0) return 0
    await matching.markKnown(sourceOf(session, subject))
  }
  const count = store.unmatchedCount
  if (count === 0) return 0
  const first: { line: number; key: string }[] = []
  for (const row of store.unmatched()) if (first.push(row) === SHOWN) break
  const rows = first.map(
    ({ line, key }) => `${unit} ${line}: ${clip(describeKey(key, fields), MAX_NAME_LENGTH)}`,
  )
  const listed = rows.join(', ') + (count > rows.length ? `, and ${count - rows.length} more` : '')
  const suites = subjects.map(({ suite }) => `${suite.name}@${suite.version}`).join(', ')
  if (count < store.size && skipUnknown) {
    log.warning(
      `${count} of ${store.size} inferences belong to no test sample in ${suites}, and are left out: ${listed}`,
      file,
    )
    return count
  }
  const fix =
    count < store.size
      ? 'Take them out, or set unknown-samples: skip to leave them out.'
      : `No row fits: check test-suites. The rows name their test samples by ${fields.join(', ')}; the test samples have the fields ${matching.sampleFields.join(', ') || '(there are none)'}.`
  throw new FileError(
    `${count} of ${store.size} inferences in ${file} belong to no test sample in ${suites}. Nothing was uploaded or triggered. ${fix}\n${rows.map((row) => `- ${row}`).join('\n')}${count > rows.length ? `\n- and ${count - rows.length} more` : ''}`,
    { file, ...(unit === 'line' && first[0] && { line: first[0].line }) },
  )
}

/** Describes the test samples without an inference. Returns undefined if there are none. */
export function describeMissing(matches: readonly SubjectMatch[]): string | undefined {
  const lines = matches.flatMap(({ subject, missing, firstMissing }) => {
    if (missing === 0) return []
    const names = firstMissing
      .slice(0, SHOWN)
      .map((name) => clip(name, MAX_NAME_LENGTH))
      .join(', ')
    return [`- ${nameOf(subject)}: ${missing} (${names}${missing > SHOWN ? ', …' : ''})`]
  })
  if (lines.length === 0) return undefined
  const count = missingIn(matches)
  const head = count === 1 ? '1 test sample has no inference' : `${count} test samples have no inference`
  return [head, ...lines].join('\n')
}

export function missingIn(matches: readonly Match[]): number {
  return matches.reduce((sum, { missing }) => sum + missing, 0)
}

export function nameOf({ model, suite }: Subject): string {
  const where = `${suite.name}@${suite.version}`
  return model ? `${model.name} on ${where}` : where
}
