import { passedOutput } from '../../data/gate.js'
import { coveredShare } from './coverage.js'
import { gatesOf } from './gates.js'
import type { ScenarioTestResult } from './result.js'

/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
export function scenarioTestOutputs(run: ScenarioTestResult): Record<string, string> {
  const { inputs, coverage, evaluation } = run
  return {
    'scenario-test-id': run.scenarioTest?.id ?? '',
    'evaluation-function-id': run.evaluationFunction?.id ?? '',
    'overall-metric': text(run.overallMetric),
    uploaded: text(run.uploaded),
    'missing-items': text(coverage?.missing),
    coverage: text(coverage && coveredShare(coverage)),
    threshold: text(run.criterion?.threshold),
    'evaluation-id': evaluation?.id ?? '',
    passed: passedOutput(gatesOf(run)),
    'dry-run': inputs ? String(inputs.dryRun) : '',
  }
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
