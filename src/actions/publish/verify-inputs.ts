import { existsSync } from 'node:fs'
import type { VerifyInput } from '../../image/verify/verify.js'
import { readFixture } from '../../platforms/kolena/contract/fixture.js'
import type { PublishValues } from './fields.js'

/** What the image is verified for, as far as the inputs say it. */
export type VerificationInput = Pick<VerifyInput, 'accepted' | 'timeLimit' | 'contract'> & {
  /** The token of the job, which actions/checkout leaves in `.git/config`. */
  githubToken?: string | undefined
}

/** Reads what the image is verified for, and notes what is wrong in it. */
export function loadVerify(inputs: PublishValues): VerificationInput {
  const { values } = inputs
  const accepted = values['accept-findings'] ?? []
  const timeLimit = values['verify-timeout']
  const { 'contract-fixture': path, 'github-token': githubToken } = values
  if (values.verify !== 'contract') {
    if (path !== undefined)
      inputs.problem(
        'contract-fixture',
        path,
        'is used by verify: contract only; set that, or leave this out',
      )
    return { accepted, timeLimit, githubToken, contract: undefined }
  }
  const { workflow, 'evaluator-name': evaluatorName } = values
  if (!values.register && !(workflow && evaluatorName))
    inputs.problem(
      'verify',
      'contract',
      'needs workflow and evaluator-name, which the evaluator has to report',
    )
  const unusable =
    path !== undefined && existsSync(path) && !inputs.checkPath('contract-fixture', path, 'file')
  const fixture =
    path === undefined || unusable ? undefined : inputs.attempt('contract-fixture', () => readFixture(path))
  return {
    accepted,
    timeLimit,
    githubToken,
    contract: {
      workflow: workflow ?? '',
      evaluatorName: evaluatorName ?? '',
      secret: (values.secret ?? values['secret-env']) !== undefined,
      awsRole: values['aws-assume-role'],
      fixture,
      timeLimit,
      metrics: {
        tolerance: values['metrics-tolerance'],
        gate: 'off',
        checkExpected: true,
      },
    },
  }
}
