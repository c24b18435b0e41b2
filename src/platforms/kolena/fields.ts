/** The inputs about the platform that several actions share. */
import { z } from 'zod/mini'
import { address, parsed, token, wholeNumber } from '../../runtime/fields.js'
import { howToSet, type Inputs, secret } from '../../runtime/inputs.js'
import { parseSuiteReference } from './suite-reference.js'

export const platformFields = {
  'api-token': secret(token),
  'api-url': z.prefault(address, 'https://api.kolena.io'),
}

/** A test suite, as `name` or `name@version`. */
export const testSuite = parsed(parseSuiteReference)

/** The maximum number of samples of a fixture. */
export const sampleLimit = wholeNumber(1, 10_000_000, 'write a number of samples, such as 10000')

/** Environment variables that replace inputs: those of the platform's own client. */
export const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' }

/** The platform, and its token if there is one. */
export interface Platform {
  apiUrl: URL
  apiToken: string | undefined
}

/** @param purpose why a token is required, such as "to create the model" */
export function missingToken(purpose: string): string {
  return `is required ${purpose}, and is empty; ${howToSet('api-token', "the platform's API token", 'KOLENA_TOKEN')}`
}

/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
export function loadPlatform(
  inputs: Pick<Inputs<typeof platformFields>, 'values' | 'missing'>,
  purpose: string | undefined,
): Platform {
  const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values
  if (purpose !== undefined) inputs.missing('api-token', missingToken(purpose))
  return { apiUrl, apiToken }
}
