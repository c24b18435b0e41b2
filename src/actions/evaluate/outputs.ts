import type { EvaluateResult } from './result.js'

/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
export function evaluateOutputs({ mode, runs, uploaded, missing }: EvaluateResult): Record<string, string> {
  const shown = runs.filter(({ triggered }) => triggered || mode?.dryRun)
  const rows = shown.map(({ model, suite, id, url }) => ({
    model: model.name,
    test_suite: suite.name,
    version: suite.version,
    test_run_id: id ?? null,
    url,
  }))
  return {
    'test-runs': rows.length > 0 ? JSON.stringify(rows) : '',
    uploaded: text(uploaded),
    missing: text(missing),
    'dry-run': mode ? String(mode.dryRun) : '',
  }
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
