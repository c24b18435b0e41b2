/** The inputs of the agreement action: names, types and rules. action.yml has descriptions and defaults. */
import { z } from 'zod/mini'
import { commentFields } from '../../platforms/github/fields.js'
import { address, boolean, fraction, line, list, oneOf, parsed, token } from '../../runtime/fields.js'
import { secret } from '../../runtime/inputs.js'

const LABEL_TYPES = ['DEFAULT', 'REVIEW']

/** Types of human labels. Labels of models have no agreement with a model. */
const labelTypes = list({ comma: true }).check(
  z.refine((types) => types.length > 0 && types.every((type) => LABEL_TYPES.includes(type)), {
    error: `is not a list of types of human labels; write ${LABEL_TYPES.join(' or ')}, or both separated by a comma`,
  }),
)

const wholeNumber = parsed((text) => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new Error('is not a whole number; write only digits, like 20')
})

/** Accepts the host alone, because Kili's API has only one address on a host. */
const endpoint = z.pipe(
  address,
  z.transform((url) => (url.pathname === '/' ? new URL('/api/label/v2/graphql', url) : url)),
)

export const fields = {
  'api-key': secret(token),
  'api-url': z.prefault(endpoint, 'https://cloud.kili-technology.com/api/label/v2/graphql'),
  'project-id': line,

  predictions: line,
  'model-name': line,
  job: line,
  'create-assets': z.prefault(boolean, 'false'),

  'label-types': z.prefault(labelTypes, 'DEFAULT,REVIEW'),
  aggregation: z.prefault(oneOf('mean', 'minimum'), 'mean'),
  timeout: z.prefault(wholeNumber, '300'),
  'minimum-agreement': fraction,
  'minimum-coverage': fraction,
  worst: z.prefault(wholeNumber, '20'),

  gate: z.prefault(oneOf('fail', 'warn', 'off'), 'fail'),
  'dry-run': z.prefault(oneOf('auto', 'true', 'false'), 'auto'),
  ...commentFields,
}

/** Environment variables that inputs default to, the same as in the platform's own client. */
export const variables = { 'api-key': 'KILI_API_KEY', 'api-url': 'KILI_API_ENDPOINT' }
