import { createPrivateConfig } from '../../docker/client-config.js'
import type { Credentials } from '../../docker/credentials.js'
import { type Docker, findEngine } from '../../docker/docker.js'
import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { ActionError } from '../../runtime/errors.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { memoize, memoizeByKey } from '../../util/memoize.js'
import { Mutex } from '../../util/mutex.js'
import type { PublishInputs } from './inputs.js'

/** What a publication works with. */
export interface PublishContext extends ActionContext {
  docker: Docker
}

/** What the publications of one step share. Each connection is made when it is first needed, and ends with the step. */
export class Connections {
  /** The login at the platform; undefined for a step that needs none. */
  readonly session: (signal: AbortSignal) => Promise<KolenaSession | undefined>
  /** The login that AWS gives for a host of its registry: one serves all repositories. */
  readonly ecrLogin
  /** Changes of an AWS role, by its ARN: several evaluators may have the same, and IAM replaces its policy whole. */
  readonly roles = new Mutex()
  readonly #docker: Omit<Docker, 'signal'>

  /** @param all the inputs of everything that the step publishes; the platform is the same for each */
  constructor(all: readonly PublishInputs[], context: ActionContext) {
    const config = createPrivateConfig(context.privateDirectory, {
      anonymous: all.some(({ mode }) => mode.untrusted),
    })
    this.#docker = { config, engine: findEngine(config, context.signal) }
    this.ecrLogin = memoizeByKey<Credentials>(context.signal)
    const needed = all.find(({ evaluator, image }) => evaluator !== undefined || image.host === undefined)
    this.session = memoize(async () => needed && (await openSession(needed, context)))
  }

  /** The context of one publication, which the signal ends. */
  contextOf(context: ActionContext, signal: AbortSignal): PublishContext {
    return { ...context, signal, docker: { ...this.#docker, signal } }
  }
}

/** Logs in at the platform, and checks that the token belongs to the organization that the inputs name. */
async function openSession(
  { platform }: PublishInputs,
  { signal, runLog }: ActionContext,
): Promise<KolenaSession | undefined> {
  const { apiUrl, apiToken, organization } = platform
  if (apiToken === undefined) return undefined
  return await runLog.phase('Log in at the platform', async () => {
    const session = await logIn(apiUrl, apiToken, signal)
    if (organization === undefined || session.tenant === organization) return session
    throw new ActionError(
      `The API token belongs to the organization "${session.tenant}", and the inputs (organization, or the path of image) name "${organization}". Use a token of ${organization}, or write ${session.tenant} there.`,
    )
  })
}
