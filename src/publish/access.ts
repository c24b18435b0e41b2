import { parseEcrHost } from '../aws/ecr-host.js'
import { findCredentials } from '../docker/credentials.js'
import { openRepository, type Repository } from '../docker/distribution.js'
import type { Credentials } from '../docker/login.js'
import { ActionError } from '../lib/errors.js'
import type { SharedByKey } from '../lib/shared.js'
import { type KolenaSession, logIn } from '../platforms/kolena/client.js'
import { ociRegistry } from '../registries/oci.js'
import { platformRegistry } from '../registries/platform.js'
import type { Registry } from '../registries/registry.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'

/** Logs in at the platform, and sees that the token is of the organization that the inputs name. */
export async function openSession(
  { platform }: PublishInputs,
  apiToken: string,
  signal: AbortSignal,
): Promise<KolenaSession> {
  const { apiUrl, organization } = platform
  const session = await logIn(apiUrl, apiToken, signal)
  if (organization !== undefined && session.tenant !== organization) {
    throw new ActionError(
      `The API token belongs to the organization "${session.tenant}", and the inputs (organization, or the path of image) name "${organization}". Use a token of ${organization}, or write ${session.tenant} there.`,
    )
  }
  return session
}

/** The registry that the image goes to, as the inputs and the plan say. */
export async function chooseRegistry(
  { image, platform }: PublishInputs,
  plan: Plan,
  session: KolenaSession | undefined,
  ecrLogin: SharedByKey<Credentials>,
  signal: AbortSignal,
): Promise<Registry> {
  const { host, path } = plan.repository
  if (isEcr(image)) {
    const { createRepository: create, immutableTags: immutable } = image
    // Brings AWS's ways of connecting with it: nobody else pays for them at start-up.
    const { ecrRegistry } = await import('../registries/ecr.js')
    return await ecrRegistry({ host, path, create, immutable }, signal, ecrLogin)
  }
  if (image.host !== undefined) return ociRegistry(host, path, image.credentials)
  const credentials = image.credentials ?? platformCredentials(plan, platform.apiToken)
  return platformRegistry(host, path, credentials, image.createRepository ? session : undefined)
}

/** Whether the image goes to AWS's registry by the AWS credentials of the job; a login in the inputs goes before those. */
export function isEcr({ host, credentials }: PublishInputs['image']): boolean {
  return host !== undefined && credentials === undefined && parseEcrHost(host) !== undefined
}

/** On the platform's registry the organization is the user, and the API token the password. */
function platformCredentials({ repository }: Plan, apiToken: string | undefined): Credentials {
  const [organization = ''] = repository.path.split('/')
  return { username: organization, password: apiToken ?? '' }
}

/** The repository for reading and tagging, with the login of the run or else the one that the job has. */
export async function repositoryOf(
  { host, path, credentials }: Registry,
  signal: AbortSignal,
): Promise<Repository> {
  return openRepository(host, path, credentials ?? (await findCredentials(host, signal)), signal)
}
