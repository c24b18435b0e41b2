/** The inputs of the agreement action: name, type and rules. What each means, and its default, stands in action.yml. */
import { z } from 'zod'
import { address, fraction, line, list, oneOf, token } from '../lib/fields.js'
import { secret } from '../lib/inputs.js'

const LABEL_TYPES = ['DEFAULT', 'REVIEW']

/** Labels of people; those of models have no agreement with a model. */
const labelTypes = list({ comma: true }).refine(
  (types) => types.length > 0 && types.every((type) => LABEL_TYPES.includes(type)),
  { error: `is no list of types of human labels; write ${LABEL_TYPES.join(' or ')}, or both with a comma` },
)

const wholeNumber = z.string().transform((text, context) => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  context.addIssue('is no whole number; write digits only, like 20')
  return z.NEVER
})

/** Kili's API has one address, so its host alone says as much. */
const endpoint = address.transform((url) =>
  url.pathname === '/' ? new URL('/api/label/v2/graphql', url) : url,
)

export const fields = {
  'api-key': secret(token),
  'api-url': endpoint.prefault('https://cloud.kili-technology.com/api/label/v2/graphql'),
  'project-id': line,

  predictions: line,
  'model-name': line,
  job: line,

  'label-types': labelTypes.prefault('DEFAULT,REVIEW'),
  aggregation: oneOf('mean', 'minimum').prefault('mean'),
  timeout: wholeNumber.prefault('300'),
  'minimum-agreement': fraction,
  'minimum-coverage': fraction,
  worst: wholeNumber.prefault('20'),

  gate: oneOf('fail', 'warn', 'off').prefault('fail'),
  'dry-run': oneOf('auto', 'true', 'false').prefault('auto'),
}

/** Variables of the environment that stand in for inputs: those of the platform's own client. */
export const variables = { 'api-key': 'KILI_API_KEY', 'api-url': 'KILI_API_ENDPOINT' }
