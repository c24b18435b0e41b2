import { addLogin } from '../../docker/client-config.js'
import { type Credentials, findLogin, type Login } from '../../docker/credentials.js'
import type { Docker } from '../../docker/docker.js'
import { parseEcrHost } from '../../platforms/aws/ecr-host.js'
import type { KolenaSession } from '../../platforms/kolena/client.js'
import type { Registry } from '../../registry/destination.js'
import { openRepository, type Repository } from '../../registry/distribution.js'
import { ociRegistry } from '../../registry/oci.js'
import { platformRegistry } from '../../registry/platform.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { maskSecret } from '../../runtime/secrets.js'
import { withScope } from '../../util/scope.js'
import type { Connections } from './connections.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'

/** How a publication reaches its repository. */
export interface Access {
  registry: Registry
  /** For reading and tagging. */
  repository: Repository
  /** The login of the run, or else the one that the job has. */
  login: Login
}

/** Opens the repository that the image goes to; neither the registry nor the platform is asked yet. */
export async function openAccess(
  inputs: PublishInputs,
  plan: Plan,
  session: Promise<KolenaSession | undefined>,
  { ecrLogin }: Pick<Connections, 'ecrLogin'>,
  signal: AbortSignal,
): Promise<Access> {
  const registry = await chooseRegistry(inputs, plan, session, ecrLogin, signal)
  const { host, path } = registry
  const login = registry.login ?? (await findLogin(host, path, 'pull,push', signal))
  // A run that builds nothing may publish with a login that can only pull.
  const scope = inputs.build ? 'pull,push' : 'pull'
  return { registry, login, repository: openRepository(host, path, login, signal, scope) }
}

/** Creates the repository where it is missing, and checks that the registry accepts the login: then it can be pushed to. */
export async function prepareRepository(
  { build }: PublishInputs,
  { repository: { path } }: Plan,
  access: Access,
  { signal, runLog }: ActionContext,
): Promise<Access> {
  await runLog.phase('Log in to the registry', () =>
    withScope(signal, async ({ start }) => {
      // A public image is read without any login.
      if (access.login.credentials || build) void start(() => access.repository.logIn())
      const outcome = await access.registry.prepare()
      if (outcome === 'created') runLog.done.push(`The repository ${path} was created.`)
    }),
  )
  return access
}

/** Gives Docker's builder the login of the run. It has the job's already, unless only newer builders look for that one. */
export function giveLogin({ config }: Docker, { registry, login }: Access): void {
  const { credentials } = login
  const isNew = registry.login !== undefined || ('isScoped' in login && login.isScoped)
  if (isNew && credentials) addLogin(config, registry.host, credentials)
}

/** The registry that the image goes to, as the inputs and the plan say. */
async function chooseRegistry(
  { image, platform }: PublishInputs,
  plan: Plan,
  session: Promise<KolenaSession | undefined>,
  ecrLogin: Connections['ecrLogin'],
  signal: AbortSignal,
): Promise<Registry> {
  const { host, path } = plan.repository
  if (isEcr(image)) {
    const { createRepository: create, immutableTags: immutable } = image
    // Brings AWS's ways of connecting with it: nobody else pays for them at start-up.
    const { ecrRegistry } = await import('../../registry/ecr.js')
    return await ecrRegistry({ host, path, create, immutable }, signal, ecrLogin)
  }
  if (image.host !== undefined) return ociRegistry(host, path, image.credentials)
  const credentials = image.credentials ?? platformCredentials(plan, platform.apiToken)
  const openSession = async () => (image.createRepository ? await session : undefined)
  return platformRegistry(host, path, credentials, openSession)
}

/** Whether the image goes to AWS's registry by the AWS credentials of the job; a login in the inputs goes before those. */
function isEcr({ host, credentials }: PublishInputs['image']): boolean {
  return host !== undefined && credentials === undefined && parseEcrHost(host) !== undefined
}

/** On the platform's registry the organization is the user, and the API token the password. A dry run may have neither. */
function platformCredentials(
  { repository, knowsOrganization }: Plan,
  apiToken: string | undefined,
): Credentials | undefined {
  if (!knowsOrganization || apiToken === undefined) return undefined
  const [organization = ''] = repository.path.split('/')
  maskSecret(apiToken, organization)
  return { username: organization, password: apiToken }
}
