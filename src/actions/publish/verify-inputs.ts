import { existsSync } from 'node:fs'
import type { VerifyInput } from '../../image/verify/verify.js'
import { readFixture } from '../../platforms/kolena/contract/fixture.js'
import type { Event } from '../../runtime/event.js'
import type { PublishValues } from './fields.js'
import { type BaselineInput, loadBaseline } from './metrics/baseline-input.js'

/** What the image is verified for, according to the inputs. */
export type VerificationInput = Pick<VerifyInput, 'accepted' | 'timeLimit' | 'lambda' | 'contract'> & {
  /** The token of the job, which actions/checkout leaves in `.git/config`. */
  githubToken?: string | undefined
  /** What the metrics are compared with; undefined: nothing. */
  baseline?: BaselineInput | undefined
  /** The file that `contract.fixture` was read from. */
  fixturePath?: string | undefined
}

/** Reads the inputs of the verification and records their problems. */
export function loadVerify(inputs: PublishValues, event: Event): VerificationInput {
  const { values } = inputs
  const accepted = values['accept-findings'] ?? []
  const timeLimit = values['verify-timeout']
  const { 'contract-fixture': path, 'github-token': githubToken } = values
  checkMetricsInputs(inputs)
  if (values.verify !== 'contract') {
    if (path !== undefined)
      inputs.problem(
        'contract-fixture',
        path,
        'is used only by verify: contract; set that, or leave this out',
      )
    const lambda = values.verify === 'lambda'
    return { accepted, timeLimit, githubToken, ...(lambda && { lambda }), contract: undefined }
  }
  const { workflow, 'evaluator-name': evaluatorName } = values
  if (!values.register && !(workflow && evaluatorName))
    inputs.problem('verify', 'contract', 'needs workflow and evaluator-name, which the evaluator must report')
  const unusable =
    path !== undefined && existsSync(path) && !inputs.checkPath('contract-fixture', path, 'file')
  const fixture =
    path === undefined || unusable ? undefined : inputs.attempt('contract-fixture', () => readFixture(path))
  const { 'metrics-baseline': baseline } = values
  if (fixture && baseline !== undefined && fixture.count === 0)
    inputs.problem(
      'metrics-baseline',
      baseline,
      'compares the metrics of samples, and the contract-fixture has none; add samples to it, or leave this out',
    )
  return {
    accepted,
    timeLimit,
    githubToken,
    baseline: fixture && loadBaseline(inputs, event),
    fixturePath: path,
    contract: {
      workflow: workflow ?? '',
      evaluatorName: evaluatorName ?? '',
      secret: (values.secret ?? values['secret-env']) !== undefined,
      awsRole: values['aws-assume-role'],
      fixture,
      timeLimit,
      metrics: {
        tolerance: values['metrics-tolerance'],
        gate: values['metrics-gate'],
        checkExpected: true,
      },
    },
  }
}

/** Reports inputs that would silently do nothing: a comparison needs samples, and a gate needs a comparison. */
function checkMetricsInputs(inputs: PublishValues): void {
  const {
    verify,
    'metrics-baseline': baseline,
    'metrics-gate': gate,
    'contract-fixture': fixture,
  } = inputs.values
  if (baseline !== undefined && (verify !== 'contract' || fixture === undefined))
    inputs.problem(
      'metrics-baseline',
      baseline,
      'compares the metrics of two images on the same samples: set verify: contract and a contract-fixture',
    )
  if (gate !== 'off' && baseline === undefined)
    inputs.problem('metrics-gate', gate, 'compares with a baseline: set metrics-baseline, or leave this out')
}
