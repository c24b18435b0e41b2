import { createPrivateConfig, keepLoginPrivate } from '../docker/client-config.js'
import type { Docker } from '../docker/docker.js'
import { type Credentials, logInToRegistry } from '../docker/login.js'
import { shared, sharedByKey } from '../lib/shared.js'
import type { Shell } from '../lib/shell.js'
import { turns } from '../lib/turns.js'
import type { KolenaSession } from '../platforms/kolena/client.js'
import type { Registry } from '../registries/registry.js'
import { openSession } from './access.js'
import type { PublishInputs } from './inputs.js'

/** What the publications of one run share: docker's configuration, one login at the platform, and one at each registry. */
export class Connections {
  readonly config: Docker['config']
  /** The login at the platform, made when it is first needed; undefined for a run that needs none. */
  readonly session: (signal: AbortSignal) => Promise<KolenaSession | undefined>
  readonly #shell: Shell
  /** The login that AWS gives for a host of its registry: one serves all repositories. */
  readonly ecrLogin = sharedByKey<Credentials>()
  readonly #logins = sharedByKey<void>()
  readonly #configTurn = turns()
  /** Changes of a role of AWS, by its ARN: several evaluators may have one, and IAM replaces its policy whole. */
  readonly roleTurn = turns()

  /** @param runs the inputs of all that the run publishes; the platform is the same for each */
  constructor(runs: readonly PublishInputs[], shell: Shell) {
    this.#shell = shell
    this.config = createPrivateConfig(shell.privateDirectory)
    const needed = runs.find(({ evaluator, image }) => evaluator !== undefined || image.host === undefined)
    this.session = shared(async (signal) => needed && (await this.#openSession(needed, signal)))
  }

  /** Logs docker in where the registry has a login for the run to make. */
  async logIn(registry: Registry, signal: AbortSignal): Promise<void> {
    const { host, credentials } = registry
    if (!credentials) return
    const key = JSON.stringify([host, credentials.username, credentials.password])
    await this.#logins(key, signal, (signal) => this.#logIn(host, credentials, signal))
  }

  /** One at a time: each writes docker's configuration file anew. */
  async #logIn(host: string, credentials: Credentials, signal: AbortSignal) {
    await this.#configTurn(this.config.directory, signal, async () => {
      keepLoginPrivate(this.config, host)
      await logInToRegistry({ config: this.config, signal }, host, credentials)
    })
  }

  async #openSession(inputs: PublishInputs, signal: AbortSignal): Promise<KolenaSession | undefined> {
    const { apiToken } = inputs.platform
    if (apiToken === undefined) return undefined
    // The session outlives the wait for its login.
    const both = AbortSignal.any([signal, this.#shell.signal])
    return await this.#shell.journal.phase('Log in at the platform', () =>
      openSession(inputs, apiToken, both),
    )
  }
}
