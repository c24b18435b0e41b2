import type { ImageFacts } from '../../docker/image.js'
import { type BuildRecord, type BuildResult, buildCommand } from '../../image/build/build.js'
import type { Verification } from '../../image/verify/verify.js'
import type { RoleTrust } from '../../platforms/aws/role-trust.js'
import type { Evaluator } from '../../platforms/kolena/schemas.js'
import type { Manifest } from '../../registry/distribution.js'
import type { Mode } from '../../runtime/mode.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { CommentInput } from './comment.js'
import type { PublishInputs } from './inputs.js'
import { type Change, type Plan, registeredImage } from './plan.js'

/** An image that a run made or found: what identifies it, and what people ask about it. */
export interface Image {
  /** Digest of the image's configuration (of the index, for several platforms). */
  id: string
  /** What to call it in the engine when a name is not safe, since another job may move the name. */
  engineId: string
  /** Digest of its manifest, where that is known before the push. */
  manifestDigest: string | undefined
  /** Digests by which the engine or the builder knows it; the registry's manifest has to agree with one. */
  digests: readonly string[]
  metadata: BuildResult['metadata']
  /** How this run built it. */
  record?: BuildRecord
  facts: ImageFacts | undefined
}

/** What is known of a run at its end, whether it went well or not: outputs and the summary are made of this alone. */
export interface PublishResult {
  plan?: Plan
  image?: Image | undefined
  /** The manifest that the registry confirmed. */
  manifest?: Manifest
  /** What was registered before, where it could be asked. */
  previous?: Evaluator | undefined
  /** Differences between `previous` and what is to be registered; undefined while they are unknown. */
  changes?: Change[]
  /** The reference that is, or would be, registered. */
  registeredImage?: string
  /** What is registered now. */
  registration?: Evaluator
  changed: boolean
  /** What was found of the role's trust policy; undefined where nobody asked. */
  trust?: RoleTrust | undefined
  /** The image was published before, from the same inputs, and not built again. */
  reused?: {
    /** The tag that stands for the inputs. */
    tag: string
    /** When the image was made, where it says so. */
    created: string | undefined
  }
  /** What the image proved; undefined when it was not verified. */
  verification?: Verification
  /** Why the image was not verified although it should have been. */
  notVerified?: string
  /** A shell command that builds the same image elsewhere. */
  buildCommand?: string
}

/** One of several evaluators that a step publishes, and what became of it. */
export interface EvaluatorRun {
  /** Its place in the file, from 0. */
  index: number
  /** What people call it in this run: unique. */
  name: string
  inputs: PublishInputs
  publication: PublishResult
  runLog: RunLog
  /** Seconds; undefined while it is not done. */
  seconds?: number
  /** Why it failed; undefined when it did not. */
  error?: unknown
}

/** What the step is about: one evaluator, described by its inputs, or those of a file. */
export interface PublishStepResult {
  publication: PublishResult
  /** undefined without a file, and while it is not read. */
  evaluators?: EvaluatorRun[]
  /** Set as soon as the file is read, also if this job's shard of it is empty. */
  mode?: Mode | undefined
  /** Where the report goes as a comment; undefined: nowhere. */
  comment?: CommentInput | undefined
}

/** What the plan alone tells. In a dry run that includes what would be registered. */
export function plannedResult({ mode, build }: PublishInputs, plan: Plan): Partial<PublishResult> {
  const [reference = ''] = plan.localReferences
  return {
    plan,
    ...(mode.dryRun && { registeredImage: registeredImage(plan, undefined) }),
    // How people build the same image on their own machine.
    ...(build && {
      buildCommand: buildCommand(
        build.options,
        reference,
        build.secrets.map(({ id }) => id),
      ),
    }),
  }
}
