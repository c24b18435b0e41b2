import type { VerifyInput } from '../../image/verify/verify.js'
import { type Fixture, readFixture } from '../../platforms/kolena/contract/fixture.js'
import type { NotRecorded, RecordingInput } from '../../platforms/kolena/contract/recording.js'
import type { Event } from '../../runtime/event.js'
import type { Mode } from '../../runtime/mode.js'
import { noSuchFile } from '../../runtime/workspace.js'
import type { PublishValues } from './fields.js'
import { type BaselineInput, loadBaseline } from './metrics/baseline-input.js'
import { loadRecording } from './metrics/recording-input.js'

/** The verification of the image, according to the inputs. */
export type VerificationInput = Pick<VerifyInput, 'accepted' | 'timeLimit' | 'lambda' | 'contract'> & {
  /** The token of the job, which actions/checkout leaves in `.git/config`. */
  githubToken?: string | undefined
  /** The baseline that the metrics are compared with; undefined if there is none. */
  baseline?: BaselineInput | undefined
  /** The file that `contract.fixture` was read from. */
  fixturePath?: string | undefined
  /** The fixture to record from the platform, or why it is not recorded; undefined if none is wanted. */
  recording?: RecordingInput | NotRecorded | undefined
}

/** Reads the inputs of the verification and records their problems. */
export function loadVerify(inputs: PublishValues, event: Event, mode: Mode): VerificationInput {
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
    if (values['fixture-model'] !== undefined || values['fixture-test-suite'] !== undefined)
      inputs.problem(
        'fixture-model',
        values['fixture-model'],
        'is used only by verify: contract; set that, or leave out fixture-model and fixture-test-suite',
      )
    const lambda = values.verify === 'lambda'
    return { accepted, timeLimit, githubToken, ...(lambda && { lambda }), contract: undefined }
  }
  const { workflow, 'evaluator-name': evaluatorName } = values
  if (!values.register && !(inputs.isGiven('workflow') && inputs.isGiven('evaluator-name')))
    inputs.problem('verify', 'contract', 'needs workflow and evaluator-name, which the evaluator must report')
  const fixture = path === undefined ? undefined : loadFixture(inputs, path)
  const recording = loadRecording(inputs, mode)
  return {
    accepted,
    timeLimit,
    githubToken,
    baseline: fixture || recording ? loadBaseline(inputs, event) : undefined,
    fixturePath: path,
    recording,
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

function loadFixture(inputs: PublishValues, path: string): Fixture | undefined {
  if (!inputs.checkPath('contract-fixture', path, 'file', noSuchFile)) return undefined
  const fixture = inputs.attempt('contract-fixture', () => readFixture(path), path)
  const { 'metrics-baseline': baseline } = inputs.values
  if (fixture && baseline !== undefined && fixture.count === 0)
    inputs.problem(
      'metrics-baseline',
      baseline,
      'compares the metrics of samples, and the contract-fixture has none; add samples to it, or leave this out',
    )
  return fixture
}

/** Reports inputs that would silently do nothing: a comparison needs samples, and a gate needs a comparison. */
function checkMetricsInputs(inputs: PublishValues): void {
  const { verify, 'metrics-baseline': baseline, 'metrics-gate': gate } = inputs.values
  const hasFixture = inputs.isGiven('contract-fixture') || inputs.isGiven('fixture-model')
  if (baseline !== undefined && (verify !== 'contract' || !hasFixture))
    inputs.problem(
      'metrics-baseline',
      baseline,
      'compares the metrics of two images on the same samples: set verify: contract and a contract-fixture, or fixture-model',
    )
  if (gate !== 'off' && !inputs.isGiven('metrics-baseline'))
    inputs.problem('metrics-gate', gate, 'compares with a baseline: set metrics-baseline, or leave this out')
}
