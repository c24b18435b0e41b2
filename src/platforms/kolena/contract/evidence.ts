import { quote } from '../../../data/problems.js'
import { sanitizeLine } from '../../../runtime/untrusted-text.js'
import type { Scenario } from './scenario.js'
import type { Recorded } from './stand-in.js'
import { metricsUploads, type Uploads } from './uploads.js'

/** One thing that a good evaluator does, and the observation. `undefined`: this run could not show it. */
export interface Evidence {
  check: string
  seen: string
  holds: boolean | undefined
}

/** The outcome of a run of the image. */
export interface RunOutcome {
  /** undefined if it did not end by itself. */
  exitCode: number | undefined
  timedOut: boolean
  /** The engine's message if it could not start the container. */
  refusal: string | undefined
  /** The last lines of both streams, in order. Not sanitized. */
  output: string[]
  /** Milliseconds, including the container's start. */
  duration: number
}

/** A run of the image against the stand-in. */
export interface ContractRun {
  outcome: RunOutcome
  requests: readonly Recorded[]
  uploads: Uploads
}

/** The content of an evaluator's requests to the platform. */
export interface Asked {
  /** The tokens that it logged in with. */
  tokens: string[]
  models: string[]
  suites: string[]
  /** null: the latest version. */
  versions: (number | null)[]
  /** null: the registered evaluator. */
  evaluators: (string | null)[]
  createdModels: string[]
  workflows: string[]
  resets: boolean
  triggersEvaluation: boolean
  createdTestRun: boolean
  readSamples: boolean
  /** Accepted uploads of metrics: kind and rows. */
  uploads: { kind: string; rows: number }[]
  /** Requests that the stand-in does not support. */
  unknown: string[]
}

const path = (suffix: string) => `/v1/generic/${suffix}`

export function readRequests(requests: readonly Recorded[]): Asked {
  const bodies = (suffix: string, root = path(suffix)) =>
    requests.filter((one) => one.path === root).map(({ body }) => (body ?? {}) as Record<string, unknown>)
  const texts = (values: unknown[]) => values.filter((value) => typeof value === 'string')
  const created = bodies('model/create')
  const suites = bodies('test-suite/load')
  const runs = bodies('test-run/create-or-retrieve')
  return {
    tokens: texts(bodies('', '/v1/token/login').map(({ api_token }) => api_token)),
    models: texts(bodies('model/load').map(({ name }) => name)),
    suites: texts(suites.map(({ name }) => name)),
    versions: suites.map(({ version }) =>
      version === null || version === undefined ? null : Number(version),
    ),
    evaluators: runs.map(({ evaluator }) => (typeof evaluator === 'string' ? evaluator : null)),
    createdModels: texts(created.map(({ name }) => name)),
    workflows: texts(created.map(({ workflow }) => workflow)),
    resets:
      bodies('test-run/load-remaining-test-samples').some(({ load_all }) => load_all === true) ||
      bodies('test-run/upload-inferences').some(({ reset }) => reset === true),
    triggersEvaluation: bodies('test-run/evaluate').length > 0,
    createdTestRun: runs.length > 0,
    readSamples:
      bodies('test-run/load-test-sample-inferences').length + bodies('model/load-inferences').length > 0,
    uploads: uploadsIn(requests),
    unknown: requests
      .filter(
        ({ status, reply }) =>
          status === 404 && JSON.stringify(reply).includes('the stand-in does not support'),
      )
      .map(({ method, path }) => `${method} ${path}`),
  }
}

function uploadsIn(requests: readonly Recorded[]): Asked['uploads'] {
  return metricsUploads.flatMap((kind) => {
    const accepted = requests.filter((one) => one.path === path(`test-run/${kind}`) && one.status === 200)
    if (accepted.length === 0) return []
    const rows = accepted.map(({ reply }) => (reply as { n_uploaded?: number }).n_uploaded ?? 0)
    return [{ kind, rows: rows.reduce((sum, count) => sum + count, 0) }]
  })
}

/** Returns the table of evidence from the run without simulated failures. */
export function evidenceOf(
  { outcome, requests }: Pick<ContractRun, 'outcome' | 'requests'>,
  scenario: Scenario,
  evaluatorName: string,
): Evidence[] {
  const asked = readRequests(requests)
  const { token, model, suite, workflow } = scenario
  const only = <T>(values: readonly T[], wanted: T) =>
    values.length === 0 ? undefined : values.every((value) => value === wanted)
  const list = (values: readonly (string | number | null)[], none = 'not seen') =>
    values.length === 0 ? none : [...new Set(values)].map((value) => value ?? '(none)').join(', ')
  const versions = asked.versions.map((version) => version ?? 'latest')
  // A run that failed shows nothing about what it did not reach.
  const unproven = outcome.exitCode === 0 ? false : undefined
  const other = otherWorkflow(asked, outcome, workflow)
  return [
    {
      check: 'logs in with the token from the environment',
      seen: asked.tokens.length === 0 ? 'no login' : only(asked.tokens, token) ? 'yes' : 'another token',
      holds: only(asked.tokens, token) ?? false,
    },
    {
      check: `loads the model "${model.name}"`,
      seen: list(asked.models),
      holds: only(asked.models, model.name),
    },
    {
      check: `loads the test suite "${suite.name}"`,
      seen: list(asked.suites),
      holds: only(asked.suites, suite.name),
    },
    {
      check: `of version ${suite.version}`,
      seen: list(versions),
      holds: only(asked.versions, suite.version),
    },
    {
      check: `reports the evaluator name ${evaluatorName}`,
      seen: list(asked.evaluators),
      holds: only(asked.evaluators, evaluatorName),
    },
    {
      check: `works on the workflow "${workflow}"`,
      seen: other ?? (asked.createdTestRun ? 'yes' : 'not seen'),
      holds: other === undefined ? asked.createdTestRun || undefined : false,
    },
    {
      check: 'does not reset results',
      seen: asked.resets ? 'resets them' : 'no reset',
      holds: !asked.resets,
    },
    {
      check: 'creates no model',
      seen: list(asked.createdModels, 'none'),
      holds: asked.createdModels.length === 0,
    },
    {
      check: 'reads samples and inferences',
      seen: asked.readSamples ? 'yes' : 'no',
      holds: asked.readSamples || unproven,
    },
    {
      check: 'uploads metrics',
      seen:
        asked.uploads.map(({ kind, rows }) => `${kind.slice('upload-'.length)}: ${rows}`).join(', ') ||
        'none',
      holds: asked.uploads.length > 0 || unproven,
    },
    { check: 'exits with 0', seen: exitOf(outcome), holds: outcome.exitCode === 0 },
  ]
}

/**
 * Returns the workflow of the code if it differs from the one that the evaluator is registered for: "another workflow"
 * if the run does not show its name. The client compares the workflows itself, and its error names both.
 */
export function otherWorkflow(
  { workflows }: Pick<Asked, 'workflows'>,
  { output }: Pick<RunOutcome, 'output'>,
  workflow: string,
): string | undefined {
  const created = workflows.find((name) => name !== workflow)
  if (created !== undefined) return `the workflow ${quote(created)}`
  const error = output
    .map((line) => line.slice(0, MAX_ERROR_LENGTH))
    .findLast((line) => /WorkflowMismatchError|workflow.* does not match/i.test(line))
  if (error === undefined) return undefined
  const [, ...names] = BOTH_NAMES.exec(sanitizeLine(error)) ?? []
  const name = names.find((name) => name !== workflow)
  return name === undefined ? 'another workflow' : `the workflow ${quote(name)}`
}

/** Maximum characters of an error that are searched for names. */
const MAX_ERROR_LENGTH = 2000
const BOTH_NAMES = /workflow '(.*)' does not match expected workflow '(.*)'/

export function exitOf({ exitCode, timedOut, refusal }: RunOutcome): string {
  if (timedOut) return 'did not end in time'
  return refusal === undefined
    ? `exit code ${exitCode ?? 'unknown'}`
    : `not started: ${sanitizeLine(refusal)}`
}
