import { expect, test } from '@jest/globals'
import { checkContract } from '../../../../src/image/verify/contract-check.js'
import { evidenceOf, type RunOutcome } from '../../../../src/platforms/kolena/contract/evidence.js'
import { inventScenario } from '../../../../src/platforms/kolena/contract/scenario.js'
import type { Recorded } from '../../../../src/platforms/kolena/contract/stand-in.js'
import { Uploads } from '../../../../src/platforms/kolena/contract/uploads.js'

const scenario = inventScenario('Keypoints')
const login: Recorded = {
  method: 'PUT',
  path: '/v1/token/login',
  body: { api_token: scenario.token },
  status: 200,
  reply: {},
}
const creation: Recorded = {
  ...login,
  path: '/v1/generic/model/create',
  body: { name: scenario.model.name, workflow: 'Faces' },
}

test.each<[string, string, Recorded[], string]>([
  [
    'the client’s error',
    "kolena.errors.WorkflowMismatchError: workflow 'Keypoints' does not match expected workflow 'Lands' End'",
    [login],
    'the workflow "Lands\' End"',
  ],
  [
    'the error of another client',
    'kolena.errors.WorkflowMismatchError: model workflow (a) does not match test suite workflow (b)',
    [login],
    'another workflow',
  ],
  ['a request', '', [login, creation], 'the workflow "Faces"'],
])('the name of another workflow comes from %s', (_, line, requests, name) => {
  const outcome: RunOutcome = {
    exitCode: 1,
    timedOut: false,
    refusal: undefined,
    output: ['Traceback (most recent call last):', line],
    duration: 1000,
  }
  const run = { outcome, requests, uploads: new Uploads() }
  expect(checkContract(run, scenario, 'evaluate').map(({ message }) => message)).toContain(
    `the evaluator is for ${name}, but would be registered for "Keypoints"`,
  )
  expect(evidenceOf(run, scenario, 'evaluate')).toContainEqual({
    check: 'works on the workflow "Keypoints"',
    seen: name,
    holds: false,
  })
})
