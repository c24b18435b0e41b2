import { quote } from '../../data/problems.js'
import {
  type ContractRun,
  exitOf,
  otherWorkflow,
  readRequests,
} from '../../platforms/kolena/contract/evidence.js'
import type { Scenario } from '../../platforms/kolena/contract/scenario.js'
import { sanitizeLine } from '../../runtime/untrusted-text.js'
import { groupBy } from '../../util/group-by.js'
import { type Finding, finding } from './findings.js'
import { readTraceback } from './start-check.js'

const NO_NETWORK =
  /Network is unreachable|Name or service not known|Temporary failure in name resolution|No address associated with hostname|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|ENETUNREACH|no such host|Could not resolve host|timed out|ETIMEDOUT/i

/** Returns the findings about the run without simulated failures. */
export function checkContract(run: ContractRun, scenario: Scenario, evaluatorName: string): Finding[] {
  const { outcome } = run
  const asked = readRequests(run.requests)
  const { token, model, suite, workflow } = scenario
  const other = <T>(values: readonly T[], wanted: T) => values.filter((value) => value !== wanted)
  const findings: Finding[] = []
  const note = (
    id: Finding['id'],
    found: readonly (string | number)[],
    message: (list: string) => string,
  ) => {
    if (found.length > 0) findings.push(finding(id, message([...new Set(found)].join(', '))))
  }
  if (other(asked.tokens, token).length > 0)
    findings.push(
      finding('other-token', 'the evaluator logs in with a different token than the one in KOLENA_TOKEN'),
    )
  note(
    'other-model',
    other(asked.models, model.name).map(quote),
    (list) => `the evaluator asks for the model ${list}, not for "${model.name}"`,
  )
  note(
    'other-suite',
    other(asked.suites, suite.name).map(quote),
    (list) => `the evaluator asks for the test suite ${list}, not for "${suite.name}"`,
  )
  note(
    'other-version',
    other(asked.versions, suite.version).map((version) => version ?? 'latest'),
    (list) => `the evaluator asks for version ${list} of the test suite, not for version ${suite.version}`,
  )
  note(
    'other-evaluator',
    other(asked.evaluators, evaluatorName)
      .filter((name) => name !== null)
      .map(quote),
    (list) => `the evaluator reports the name ${list}, but would be registered as "${evaluatorName}"`,
  )
  if (asked.evaluators.includes(null) || asked.triggersEvaluation)
    findings.push(finding('server-side-evaluation', 'the evaluator asks the platform to evaluate'))
  if (asked.resets)
    findings.push(finding('resets-results', 'the evaluator overwrites the results of the test run'))
  note('creates-model', asked.createdModels.map(quote), (list) => `the evaluator creates the model ${list}`)
  const wrongWorkflow = otherWorkflow(asked, outcome, workflow)
  if (wrongWorkflow !== undefined)
    findings.push(
      finding(
        'other-workflow',
        `the evaluator is for ${wrongWorkflow}, but would be registered for "${workflow}"`,
      ),
    )
  return [...findings, ...checkEnd(run, findings.length > 0)]
}

/** Returns the findings about the end of the run. Does not repeat a failure that another finding explains. */
function checkEnd({ outcome, requests }: ContractRun, explained: boolean): Finding[] {
  const asked = readRequests(requests)
  const { exitCode, timedOut, refusal, output, duration } = outcome
  if (timedOut)
    return [
      finding('contract-timeout', `the evaluation did not end within ${(duration / 1000).toFixed(0)} s`),
    ]
  const last =
    readTraceback(output) ?? sanitizeLine(output.findLast((line) => line.trim() !== '') ?? 'no output')
  const why = `${exitOf(outcome)}: ${refusal === undefined ? last : sanitizeLine(refusal)}`
  const blocked = exitCode !== 0 && output.findLast((line) => NO_NETWORK.test(line))
  if (blocked)
    return [
      finding('needs-network', `the evaluator could not reach another host: ${sanitizeLine(blocked).trim()}`),
    ]
  if (asked.tokens.length === 0)
    return [finding('no-login', `the evaluator never logged in at the platform (${why})`)]
  if (exitCode !== 0) return explained ? [] : [finding('contract-failed', why)]
  return [
    ...(asked.readSamples ? [] : [finding('samples-not-read', 'no inferences were loaded')]),
    ...(asked.uploads.length > 0
      ? []
      : [finding('no-metrics', 'the evaluator exits with 0, but uploaded no metrics')]),
  ]
}

/** A run in which the platform fails or a variable is missing, so that the evaluator must fail. */
export interface FailureRun {
  id: 'ignores-failure' | 'ignores-missing-variable'
  /** For example "when the platform answers 500". */
  situation: string
  run: ContractRun
}

/** Returns whether the evaluator failed; undefined if the engine could not start it, which proves nothing. */
export function fails({ outcome }: ContractRun): boolean | undefined {
  if (outcome.refusal !== undefined) return undefined
  return outcome.exitCode !== 0 && !outcome.timedOut
}

/** Returns one finding per kind of run in which the evaluator did not fail. */
export function checkFailures(runs: readonly FailureRun[]): Finding[] {
  const wrong = runs.filter(({ run }) => fails(run) === false)
  return [...groupBy(wrong, ({ id }) => id)].map(([id, group]) => {
    const cases = group.map(({ situation, run: { outcome } }) => {
      const trace = readTraceback(outcome.output)
      const end = outcome.timedOut ? 'it does not end' : 'it exits with 0'
      return `${situation} ${end}${trace ? ` (${trace})` : ''}`
    })
    return finding(id, `the evaluator does not fail: ${cases.join('; ')}`)
  })
}
