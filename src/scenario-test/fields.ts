/** The inputs of the scenario-test action: name, type and rules. What each means stands in its action.yml. */
import { address, boolean, fraction, line, number, oneOf, token } from '../lib/fields.js'
import { secret } from '../lib/inputs.js'

const functionName = line.refine((text) => /^\S{1,255}$/.test(text), {
  error: 'is no name of an evaluation function; write 1 to 255 characters without blanks',
})

const sliceId = line.refine((text) => text.startsWith('slc_'), {
  error: 'is no id of a slice; it begins with slc_ and stands in the address of the slice on the dashboard',
})

const modelId = line.refine((text) => text.startsWith('prj_'), {
  error: 'is no id of a model; it begins with prj_ and stands in the address of the model on the dashboard',
})

const seconds = number.refine((value) => value >= 1 && value <= 3600, {
  error: 'is no time to wait; write seconds, from 1 to 3600',
})

export const fields = {
  'evaluation-function': functionName,
  'scenario-test': line,
  'slice-id': sliceId,
  'model-id': modelId,
  results: line,

  'api-key': secret(token),
  'limited-access-key': secret(token),
  'api-url': address.prefault('https://api.scale.com/v1/nucleus'),

  threshold: number,
  'baseline-model-id': modelId,
  'minimum-coverage': fraction.prefault('1'),
  gate: oneOf('fail', 'warn', 'off').prefault('fail'),

  'unknown-items': oneOf('fail', 'skip').prefault('fail'),
  'score-range': oneOf('normalized', 'any').prefault('normalized'),
  timeout: seconds.prefault('300'),
  'dry-run': boolean.prefault('false'),
}

/** Variables of the environment that stand in for inputs: those of the vendor's Python client. */
export const variables = { 'api-key': 'NUCLEUS_API_KEY', 'api-url': 'NUCLEUS_ENDPOINT' }
