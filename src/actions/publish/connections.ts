import { createPrivateConfig } from '../../docker/client-config.js'
import type { Credentials } from '../../docker/credentials.js'
import { type Docker, findEngine } from '../../docker/docker.js'
import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { ActionError } from '../../runtime/errors.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { turns } from '../../util/mutex.js'
import { shared, sharedByKey } from '../../util/shared.js'
import type { PublishInputs } from './inputs.js'

/** What the publications of one run share: docker's configuration and engine, and the logins at the platform and at AWS. */
export class Connections {
  /** The login at the platform, made when it is first needed; undefined for a run that needs none. */
  readonly session: (signal: AbortSignal) => Promise<KolenaSession | undefined>
  /** The login that AWS gives for a host of its registry: one serves all repositories. */
  readonly ecrLogin = sharedByKey<Credentials>()
  /** Changes of a role of AWS, by its ARN: several evaluators may have one, and IAM replaces its policy whole. */
  readonly roleTurn = turns()
  readonly #docker: Omit<Docker, 'signal'>
  readonly #context: ActionContext

  /** @param runs the inputs of all that the run publishes; the platform is the same for each */
  constructor(runs: readonly PublishInputs[], context: ActionContext) {
    this.#context = context
    const config = createPrivateConfig(context.privateDirectory, {
      anonymous: runs.some(({ mode }) => mode.untrusted),
    })
    this.#docker = { config, engine: findEngine(config) }
    const needed = runs.find(({ evaluator, image }) => evaluator !== undefined || image.host === undefined)
    this.session = shared(async (signal) => needed && (await this.#openSession(needed, signal)))
  }

  /** Docker, for work that the signal ends. */
  docker(signal: AbortSignal): Docker {
    return { ...this.#docker, signal }
  }

  async #openSession(inputs: PublishInputs, signal: AbortSignal): Promise<KolenaSession | undefined> {
    const { apiToken } = inputs.platform
    if (apiToken === undefined) return undefined
    // The session outlives the wait for its login.
    const both = AbortSignal.any([signal, this.#context.signal])
    return await this.#context.runLog.phase('Log in at the platform', () =>
      openSession(inputs, apiToken, both),
    )
  }
}

/** Logs in at the platform, and sees that the token is of the organization that the inputs name. */
async function openSession(
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
