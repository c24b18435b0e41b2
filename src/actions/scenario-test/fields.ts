/** The inputs of the scenario-test action: names, types and rules. action.yml has descriptions and defaults. */
import { z } from 'zod/mini'
import { commentFields } from '../../platforms/github/fields.js'
import { address, fraction, line, number, oneOf, token } from '../../runtime/fields.js'
import { secret } from '../../runtime/inputs.js'

const functionName = line.check(
  z.refine((text) => /^\S{1,255}$/.test(text), {
    error: 'is not a valid name of an evaluation function; write 1 to 255 characters without spaces',
  }),
)

const sliceId = line.check(
  z.refine((text) => text.startsWith('slc_'), {
    error:
      'is not the id of a slice; it begins with slc_ and is in the address of the slice on the dashboard',
  }),
)

const modelId = line.check(
  z.refine((text) => text.startsWith('prj_'), {
    error:
      'is not the id of a model; it begins with prj_ and is in the address of the model on the dashboard',
  }),
)

const seconds = number.check(
  z.refine((value) => value >= 1 && value <= 3600, {
    error: 'is not a valid waiting time; write seconds, from 1 to 3600',
  }),
)

export const fields = {
  'evaluation-function': functionName,
  'scenario-test': line,
  'slice-id': sliceId,
  'model-id': modelId,
  results: line,

  'api-key': secret(token),
  'limited-access-key': secret(token),
  'api-url': z.prefault(address, 'https://api.scale.com/v1/nucleus'),

  threshold: number,
  'baseline-model-id': modelId,
  'minimum-coverage': z.prefault(fraction, '1'),
  gate: z.prefault(oneOf('fail', 'warn', 'off'), 'fail'),

  'unknown-items': z.prefault(oneOf('fail', 'skip'), 'fail'),
  'score-range': z.prefault(oneOf('normalized', 'any'), 'normalized'),
  timeout: z.prefault(seconds, '300'),
  'dry-run': z.prefault(oneOf('auto', 'true', 'false'), 'auto'),
  ...commentFields,
}

/** Environment variables that inputs default to, the same as in the vendor's Python client. */
export const variables = { 'api-key': 'NUCLEUS_API_KEY', 'api-url': 'NUCLEUS_ENDPOINT' }
