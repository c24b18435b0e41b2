import type { ImageFacts } from '../../docker/image.js'
import { buildCommand } from '../../image/build/arguments.js'
import type { BuildRecord, BuildResult } from '../../image/build/build.js'
import type { Verification } from '../../image/verify/verify.js'
import type { RoleTrust } from '../../platforms/aws/role-trust.js'
import type { ReportComment } from '../../platforms/github/report-comment.js'
import type { NotRecorded, Recording } from '../../platforms/kolena/contract/recording.js'
import type { Evaluator } from '../../platforms/kolena/schemas.js'
import type { Manifest } from '../../registry/distribution.js'
import type { Mode } from '../../runtime/mode.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { PublishInputs } from './inputs.js'
import { type Change, type Plan, registeredImage } from './plan.js'

/** An image that a run built or found: its identifiers, and facts for the report. */
export interface Image {
  /** Digest of the image's configuration (of the index, for several platforms). */
  id: string
  /** The image's identifier in the engine, for use where another job could move a name. */
  engineId: string
  /** Digest of its manifest, if it is known before the push. */
  manifestDigest: string | undefined
  /** The digests that the engine or the builder reports; the registry's manifest must match one of them. */
  digests: readonly string[]
  metadata: BuildResult['metadata']
  /** The record of the build in this run. */
  record?: BuildRecord
  facts: ImageFacts | undefined
  /** Identifies the image that was verified, so that no other one is registered; undefined if none was. */
  verified?: VerifiedImage | undefined
}

/** The image that was verified: of an index, the one for a single platform. */
export interface VerifiedImage {
  /** The digests that may identify it, including that of its configuration. */
  digests: readonly string[]
  /** The platform, such as `linux/amd64`. */
  platform: string
}

/** The facts at the end of a run, whether or not it was successful. Outputs and summary use nothing else. */
export interface PublishResult {
  plan?: Plan
  image?: Image | undefined
  /** The manifest that the registry confirmed. */
  manifest?: Manifest
  /** The previous registration, if it could be read. */
  previous?: Evaluator | undefined
  /** Differences between `previous` and the new registration; undefined while they are unknown. */
  changes?: Change[]
  /** The reference that is, or would be, registered. */
  registeredImage?: string
  /** The registration after the run. */
  registration?: Evaluator
  changed: boolean
  /** The findings about the role's trust policy; undefined if it was not checked. */
  trust?: RoleTrust | undefined
  /** Set if the image was already published from the same inputs, and was not built again. */
  reused?: {
    /** The tag derived from the inputs. */
    tag: string
    /** When the image was created, if it says so. */
    created: string | undefined
  }
  /** The samples that were recorded for the verification; undefined if none were wanted. */
  recording?: Recording | NotRecorded | undefined
  /** The result of the verification; undefined if the image was not verified. */
  verification?: Verification
  /** Why the image was not verified although it should have been. */
  notVerified?: string
  /** A shell command that builds the same image elsewhere. */
  buildCommand?: string
}

/** Whether an entry of the evaluators file is built, and why. */
export interface Selection {
  isBuilt: boolean
  /** In words that follow "because". */
  reason: string
}

/** One of the evaluators that a step publishes, and its outcome. */
export interface EvaluatorRun {
  /** Its position in the file, counted from 0. */
  index: number
  /** Its unique name in logs and reports of this run. */
  name: string
  inputs: PublishInputs
  publication: PublishResult
  runLog: RunLog
  /** Set if only changed entries are built. */
  selection?: Selection | undefined
  /** Seconds; undefined until it is done. */
  seconds?: number
  /** Why it failed; undefined if it did not. */
  error?: unknown
}

/** The result of the step, for one evaluator from its inputs or for the evaluators of a file. */
export interface PublishStepResult {
  publication: PublishResult
  /** undefined without a file, or until it is read. */
  evaluators?: EvaluatorRun[]
  /** Set as soon as the file is read, even if this job's shard is empty. */
  mode?: Mode | undefined
  /** The comment that contains the report; undefined if there is none. */
  comment?: ReportComment | undefined
}

/** Returns the facts that follow from the plan, including the registration in a dry run. */
export function plannedResult({ mode, build }: PublishInputs, plan: Plan): Partial<PublishResult> {
  const [reference = ''] = plan.localReferences
  return {
    plan,
    ...(mode.dryRun && { registeredImage: registeredImage(plan, undefined) }),
    // Lets people build the same image on their own machine.
    ...(build && {
      buildCommand: buildCommand(
        build.options,
        reference,
        build.secrets.map(({ id }) => id),
      ),
    }),
  }
}
