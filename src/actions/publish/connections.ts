import { createPrivateConfig } from '../../docker/client-config.js'
import type { Credentials } from '../../docker/credentials.js'
import { type Docker, findEngine } from '../../docker/docker.js'
import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import type { Recording, RecordingInput } from '../../platforms/kolena/contract/recording.js'
import { ActionError } from '../../runtime/errors.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { groupBy } from '../../util/group-by.js'
import { memoize, memoizeByKey } from '../../util/memoize.js'
import { Mutex } from '../../util/mutex.js'
import type { PublishInputs } from './inputs.js'
import { recordingInput } from './metrics/recording-input.js'
import { imageKey, SharedImage } from './shared-image.js'

/** The context of a publication. */
export interface PublishContext extends ActionContext {
  docker: Docker
  shared: SharedImage
}

/** The connections that the publications of one step share. Each opens on first use and closes with the step. */
export class Connections {
  /** Logs in at the platform; undefined for a step that needs no login. */
  readonly session: (signal: AbortSignal) => Promise<KolenaSession | undefined>
  /** Returns AWS's login for a host of its registry; one login serves all repositories. */
  readonly ecrLogin
  /** Records a fixture from the platform. Evaluators with the same model and test suite share it. */
  readonly record: (input: RecordingInput, signal: AbortSignal) => Promise<Recording>
  /** Runs changes of an AWS role, by its ARN, one by one: evaluators may share it, and IAM replaces whole policies. */
  readonly roles = new Mutex()
  readonly #docker: Omit<Docker, 'signal'>
  readonly #images: ReadonlyMap<PublishInputs, SharedImage>

  /** @param all the inputs of all evaluators of the step, which share one platform */
  constructor(all: readonly PublishInputs[], context: ActionContext) {
    const config = createPrivateConfig(context.privateDirectory, {
      anonymous: all.some(({ mode }) => mode.untrusted),
    })
    this.#docker = { config, engine: findEngine(config, context.signal) }
    this.#images = imagesOf(all)
    this.ecrLogin = memoizeByKey<Credentials>(context.signal)
    const needed = all.find(
      (inputs) => inputs.evaluator || inputs.image.host === undefined || recordingInput(inputs.verify),
    )
    this.session = memoize(async () => needed && (await openSession(needed, context)))
    const recordings = memoizeByKey<Recording>(context.signal)
    this.record = (input, signal) =>
      recordings(JSON.stringify(input), signal, async (lifetime) => {
        const [session, { recordFixture }] = await Promise.all([
          this.session(lifetime),
          import('../../platforms/kolena/contract/record.js'),
        ])
        if (!session) throw new Error('nothing can be recorded without a token')
        return await recordFixture(session, input, context.privateDirectory)
      })
  }

  /** Returns the context of one publication, which the signal can abort. */
  contextOf(inputs: PublishInputs, context: ActionContext, signal: AbortSignal): PublishContext {
    const shared = this.#images.get(inputs) ?? new SharedImage([inputs])
    return { ...context, signal, docker: { ...this.#docker, signal }, shared }
  }
}

function imagesOf(all: readonly PublishInputs[]): Map<PublishInputs, SharedImage> {
  const groups = [...groupBy(all, imageKey).values()]
  return new Map(
    groups.flatMap((evaluators) => {
      const image = new SharedImage(evaluators)
      return evaluators.map((inputs) => [inputs, image] as const)
    }),
  )
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
      `The API token belongs to the organization "${session.tenant}", but the inputs (organization, or the path of image) name "${organization}". Use a token of ${organization}, or write ${session.tenant} there.`,
    )
  })
}
