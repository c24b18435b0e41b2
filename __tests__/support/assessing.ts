import { assess } from '../../src/actions/agreement/assess.js'
import type { AgreementInputs } from '../../src/actions/agreement/inputs.js'
import type { AgreementResult } from '../../src/actions/agreement/result.js'
import { RunLog } from '../../src/runtime/run-log.js'
import { type Agreeing, apiKey } from './agreeing.js'

/** Runs the agreement action in this process, on the file `predictions.json` in the workspace. */
export async function assessHere(
  job: Agreeing,
  changes: Partial<AgreementInputs> & { dryRun?: boolean } = {},
): Promise<AgreementResult & { done: readonly string[]; error: unknown }> {
  const { dryRun = false, predictions = 'predictions.json', ...rest } = changes
  const inputs: AgreementInputs = {
    mode: { dryRun, reason: 'a test' },
    access: { endpoint: new URL(job.endpoint), apiKey, projectId: job.project.id },
    modelName: 'car-color-v1',
    job: undefined,
    createAssets: false,
    labelTypes: ['DEFAULT', 'REVIEW'],
    aggregation: 'mean',
    wait: 0,
    minimumAgreement: undefined,
    minimumCoverage: undefined,
    worst: 20,
    gate: 'fail',
    comment: undefined,
    ...rest,
    predictions: `${job.workspace}/${predictions}`,
  }
  let result: AgreementResult = { gates: [], gateMode: 'fail' }
  const runLog = new RunLog()
  const context = { signal: new AbortController().signal, privateDirectory: '', runLog }
  const record = (part: Partial<AgreementResult>) => {
    result = { ...result, ...part }
  }
  const error = await assess(inputs, context, record).then(
    (gates) => record({ gates }),
    (error: unknown) => error,
  )
  return { ...result, done: runLog.done, error }
}
