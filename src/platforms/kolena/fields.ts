/** The inputs about the platform that several actions share. */
import { address, token } from '../../lib/fields.js'
import { type Inputs, secret } from '../../lib/inputs.js'

export const platformFields = {
  'api-token': secret(token),
  'api-url': address.prefault('https://api.kolena.io'),
}

/** Variables of the environment that stand in for inputs: those of the platform's own client. */
export const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' }

/** The platform, and the token for it where there is one. */
export interface Platform {
  apiUrl: URL
  apiToken: string | undefined
}

/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
export function loadPlatform(
  inputs: Pick<Inputs<typeof platformFields>, 'values' | 'problem'>,
  purpose: string | undefined,
): Platform {
  const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values
  if (purpose !== undefined && apiToken === undefined)
    inputs.problem(
      'api-token',
      undefined,
      `is required ${purpose}; store the platform's API token as a secret of the repository and write api-token: \${{ secrets.KOLENA_TOKEN }}`,
    )
  return { apiUrl, apiToken }
}
