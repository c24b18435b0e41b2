import { messageOf } from '../../runtime/errors.js'
import { phaseOf } from '../../runtime/run-log.js'
import { redact } from '../../runtime/secrets.js'
import { isBuilt, resultOf } from './evaluator-run.js'
import { publishOutputs } from './outputs.js'
import type { EvaluatorRun, PublishStepResult } from './result.js'

/** Returns the root action's outputs, for one evaluator or for all evaluators of a file. */
export function runOutputs({ publication, evaluators, mode }: PublishStepResult): Record<string, string> {
  const own = publishOutputs(publication)
  if (!evaluators) return own
  const all = evaluators.map((run) => ({ run, outputs: publishOutputs(run.publication) }))
  const registrations = all.flatMap(({ outputs }) => outputs.registration || [])
  return {
    ...own,
    registrations: `[${registrations.join(',')}]`,
    count: String(evaluators.filter(isBuilt).length),
    results: resultsOutput(all),
    tags: [...new Set(evaluators.flatMap(referencesOf))].join('\n'),
    'dry-run': String(mode?.dryRun ?? false),
    changed: String(evaluators.some((run) => run.publication.changed)),
  }
}

/** Returns the references that the registry has, even if a later step failed; in a dry run, those it would get. */
function referencesOf({ inputs, publication, error }: EvaluatorRun): string[] {
  const { plan, manifest } = publication
  if (!plan || !(inputs.mode.dryRun ? error === undefined : manifest)) return []
  // The registry confirms the first tag before the others are set.
  return phaseOf(error) === 'Tag' ? plan.references.slice(0, 1) : plan.references
}

/** Outputs that contain JSON. The results include it unchanged, so that metrics keep their digits. */
const JSON_OUTPUTS = new Set([
  ...['registration', 'aws-role-config', 'trust-policy', 'plan'],
  // These are booleans, because as texts both values would count as true.
  ...['dry-run', 'reused', 'changed'],
])
const METRICS = new Set(['metrics', 'metrics-changes'])
/** Outputs that the results omit, because those of hundreds of evaluators can be too long for a step. */
const LEFT_OUT = new Set(['registrations', 'results', 'metadata'])
/** Maximum bytes of an output. GitHub accepts up to one million. */
const MAX_BYTES = 900_000

/** Returns the results of all entries, without metrics if they are too long in total. */
function resultsOutput(all: readonly { run: EvaluatorRun; outputs: Record<string, string> }[]): string {
  const withMetrics = `[${all.map(({ run, outputs }) => resultOutput(run, outputs)).join(',')}]`
  if (Buffer.byteLength(withMetrics) <= MAX_BYTES) return withMetrics
  const kept = (outputs: Record<string, string>) =>
    Object.fromEntries(Object.entries(outputs).filter(([name]) => !METRICS.has(name)))
  return `[${all.map(({ run, outputs }) => resultOutput(run, kept(outputs))).join(',')}]`
}

function resultOutput(run: EvaluatorRun, outputs: Record<string, string>): string {
  const { inputs, error, seconds, selection } = run
  const own = {
    workflow: inputs.evaluator?.workflow ?? null,
    'evaluator-name': inputs.evaluator?.name ?? null,
    result: resultOf(run),
    error: error === undefined ? null : redact(messageOf(error)),
    ...(selection && { reason: selection.reason }),
    seconds: seconds === undefined ? null : Number(seconds.toFixed(1)),
  }
  const given = Object.entries(outputs).filter(([name, value]) => value !== '' && !LEFT_OUT.has(name))
  const members = [
    ...Object.entries(own).map(([name, value]) => [name, JSON.stringify(value)]),
    ...given.map(([name, value]) => [
      name,
      JSON_OUTPUTS.has(name) || METRICS.has(name) ? value : JSON.stringify(value),
    ]),
  ]
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`
}
