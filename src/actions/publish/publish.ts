import type { FindBaseline } from '../../image/verify/contract.js'
import type { KolenaSession } from '../../platforms/kolena/client.js'
import type { Evaluator } from '../../platforms/kolena/schemas.js'
import type { ActionContext, Recorder } from '../../runtime/run-action.js'
import { withScope } from '../../util/scope.js'
import { openAccess, prepareRepository } from './access.js'
import { giveBuildLogin } from './build-login.js'
import type { Connections, PublishContext } from './connections.js'
import { compareRegistration, judgeTrust, openSession, reportMissingImage } from './dry-run.js'
import { buildOrFind, writeBuildOutputs } from './image.js'
import type { PublishInputs } from './inputs.js'
import { baselineFinder } from './metrics/baseline.js'
import { recordSamples } from './metrics/recording.js'
import { changesTo, knowsRepository, makePlan, type Plan } from './plan.js'
import { addTags, findInRegistry, type Pushed, push, readFacts } from './push.js'
import { readRegistration, register } from './register.js'
import { type Image, type PublishResult, plannedResult } from './result.js'
import { findReusable, inputsForReuse, rememberForReuse, reuseImage } from './reuse.js'
import { settleTrust } from './role-trust.js'
import { refuseImage, verify } from './verify.js'

/**
 * Publishes one evaluator: builds the image while the run logs in, verifies and pushes it, waits until the registry
 * confirms it, and registers it. A dry run builds and verifies too, and reports what publishing would change.
 *
 * @param record stores facts as soon as they are known, so that the report has them even if the run fails later
 */
export async function publishEvaluator(
  inputs: PublishInputs,
  context: ActionContext,
  connections: Connections,
  record: Recorder<PublishResult>,
): Promise<void> {
  const draft = makePlan(inputs)
  await withScope(context.signal, async ({ signal, start }) => {
    const run = connections.contextOf(inputs, context, signal)
    const session = start(() => openSession(inputs, connections, signal))
    const plan = start(async () => {
      // Only the organization, which the token determines, may be missing.
      const plan = knowsRepository(inputs) ? draft : makePlan(inputs, (await session)?.tenant)
      record(plannedResult(inputs, plan))
      return plan
    })
    // Nothing is named or changed anywhere before the platform has accepted the token.
    const accepted = start(() => session.then(() => plan))

    const open = async () => openAccess(inputs, await plan, session, connections, signal)
    const baseline = baselineFinder(inputs, { session, plan, open }, run)

    // Samples are recorded during the build, and before anything is named or changed.
    const recordFirst = () => {
      const recording = start(() => recordSamples(inputs, connections, run))
      return { recording, accepted: start(() => recording.then(() => accepted)) }
    }

    if (inputs.mode.dryRun) {
      const proof = { ...recordFirst(), baseline }
      const compared = start(async () => compareRegistration(await plan, await session, signal))
      void start(async () => record(await compared))
      await giveBuildLogin(inputs, open, run)
      const { image } = await makeImage(inputs, proof, run, record)
      if (!image) reportMissingImage(await plan)
      await writeBuildOutputs(inputs, await plan, run)
      return record({ trust: await judgeTrust(inputs, await compared, connections, run) })
    }

    const access = start(open)
    const reusable = inputs.reuse ? await findReusable(inputs, access, run) : {}
    let pushed: Pushed
    if (reusable.found) {
      pushed = await reuseImage(reusable.found, await accepted, await access, run)
      record(pushed)
    } else {
      const proof = { ...recordFirst(), baseline }
      const ready = start(async () => prepareRepository(inputs, await proof.accepted, await access, run))
      await giveBuildLogin(inputs, () => ready, run)
      const { image, notVerified } = await makeImage(inputsForReuse(inputs, reusable), proof, run, record)
      pushed = image
        ? await push(image, inputs, await plan, await ready, run)
        : await findInRegistry(await plan, await ready, run)
      record(pushed)
      await addTags(pushed, await plan, await ready, run)
      // An image that could not be verified for one of its evaluators must not count as verified.
      const remembered =
        notVerified === undefined && run.shared.countVerified()
          ? start(async () => rememberForReuse(inputs, reusable, pushed, await access, run))
          : undefined
      void start(async () => record(await readFacts(pushed, await access, signal)))
      await writeBuildOutputs(inputs, await plan, run, remembered)
    }

    const registration = await registerEvaluator(inputs, pushed, await session, run, record)
    record({ trust: await settleTrust(inputs, registration?.aws_role_config, connections, run) })
  })
}

/** The prerequisites of building and verifying an image. */
interface Proof {
  /** The plan, once the platform has accepted the token and the samples are recorded. */
  accepted: Promise<Plan>
  recording: ReturnType<typeof recordSamples>
  baseline: FindBaseline | undefined
}

/** Builds the image or finds an existing one, and verifies it; undefined if the engine does not have it. */
async function makeImage(
  inputs: PublishInputs,
  { accepted, recording, baseline }: Proof,
  run: PublishContext,
  record: Recorder<PublishResult>,
): Promise<{ image: Image | undefined; notVerified?: string }> {
  const image = await buildOrFind(inputs, accepted, run)
  const recorded = await recording
  record({ image, recording: recorded })
  const { verify: wanted } = inputs
  if (!wanted) return { image }
  return await run.runLog.phase('Verify', async () => {
    const verified = await verify(wanted, inputs, image, { recording: recorded, baseline }, run)
    record(verified)
    refuseImage(verified.verification)
    return verified
  })
}

/** Registers the evaluator with the confirmed image. The current registration is read now, so that it is not stale. */
async function registerEvaluator(
  { evaluator }: PublishInputs,
  { registeredImage: image }: Pushed,
  session: KolenaSession | undefined,
  run: PublishContext,
  record: Recorder<PublishResult>,
): Promise<Evaluator | undefined> {
  if (!evaluator || !session) return undefined
  const previous = await readRegistration(evaluator, session, run)
  const changes = changesTo(previous, image, evaluator)
  record({ previous, changes })
  const registered = await register(evaluator, image, { previous, changes }, session, run)
  record(registered)
  return registered.registration
}
