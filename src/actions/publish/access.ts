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

/** A publication's access to its repository. */
export interface Access {
  registry: Registry
  /** Reads and tags images. */
  repository: Repository
  /** The login of the run, or else the login of the job. */
  login: Login
}

/** Opens the repository that the image goes to, without sending a request to the registry or the platform. */
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
  // A run that builds nothing can publish with a login that can only pull.
  const scope = inputs.build ? 'pull,push' : 'pull'
  return {
    registry,
    login,
    repository: openRepository(host, path, login, signal, scope, 'image and registry'),
  }
}

/** Creates the repository if it is missing, and checks that the registry accepts the login for a push. */
export async function prepareRepository(
  { build }: PublishInputs,
  { repository: { path } }: Plan,
  access: Access,
  { signal, runLog }: ActionContext,
): Promise<Access> {
  await runLog.phase('Log in to the registry', () =>
    withScope(signal, async ({ start }) => {
      // A public image can be read without a login.
      if (access.login.credentials || build) void start(() => access.repository.logIn())
      const outcome = await access.registry.prepare()
      if (outcome === 'created') runLog.done.push(`The repository ${path} was created.`)
    }),
  )
  return access
}

/** Gives Docker's builder the run's login. It already has the job's login, unless only newer builders find it. */
export function giveLogin({ config }: Docker, { registry, login }: Access): void {
  const { credentials } = login
  const isNew = registry.login !== undefined || ('isScoped' in login && login.isScoped)
  if (isNew && credentials) addLogin(config, registry.host, credentials)
}

/** Returns the registry that the image goes to, according to the inputs and the plan. */
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
    // This import loads the AWS client, so only those who need it wait for it at start-up.
    const { ecrRegistry } = await import('../../registry/ecr.js')
    return await ecrRegistry({ host, path, create, immutable }, signal, ecrLogin)
  }
  if (image.host !== undefined) return ociRegistry(host, path, image.credentials)
  const credentials = image.credentials ?? platformCredentials(plan, platform.apiToken)
  const openSession = async () => (image.createRepository ? await session : undefined)
  return platformRegistry(host, path, credentials, openSession)
}

/** Returns whether the job's AWS credentials give access to ECR. A login in the inputs takes precedence. */
function isEcr({ host, credentials }: PublishInputs['image']): boolean {
  return host !== undefined && credentials === undefined && parseEcrHost(host) !== undefined
}

/** Returns the login at the platform's registry: the organization and the API token. A dry run may have neither. */
function platformCredentials(
  { repository, knowsOrganization }: Plan,
  apiToken: string | undefined,
): Credentials | undefined {
  if (!knowsOrganization || apiToken === undefined) return undefined
  const [organization = ''] = repository.path.split('/')
  return platformLogin(organization, apiToken)
}

/** Returns an organization's login at the platform's registry. */
export function platformLogin(organization: string, apiToken: string): Credentials {
  maskSecret(apiToken, organization)
  return { username: organization, password: apiToken }
}
