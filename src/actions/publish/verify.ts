import { join } from 'node:path'
import type { Docker } from '../../docker/docker.js'
import { inspectImages, type LocalImage } from '../../docker/image.js'
import { fitToEngine } from '../../image/build/arguments.js'
import { type BuildRecord, buildImage } from '../../image/build/build.js'
import { fromCache } from '../../image/build/cache.js'
import type { FindBaseline } from '../../image/verify/contract.js'
import { blocking, type Finding } from '../../image/verify/findings.js'
import type { KnownSecret } from '../../image/verify/secret-search.js'
import type { Verification } from '../../image/verify/verify.js'
import type { NotRecorded, Recording } from '../../platforms/kolena/contract/recording.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { MIN_SECRET_LENGTH } from '../../runtime/secrets.js'
import { type BuildInput, knownSecret } from './build-inputs.js'
import type { PublishContext } from './connections.js'
import type { PublishInputs } from './inputs.js'
import type { Image } from './result.js'
import type { VerificationInput } from './verify-inputs.js'

/** The facts that the run has collected for the verification. */
interface VerifyWith {
  recording: Recording | NotRecorded | undefined
  baseline: FindBaseline | undefined
}

/**
 * Verifies the image before it is published. Findings become annotations at the lines of the Dockerfile; `refuseImage`
 * decides whether they are a reason to refuse the image.
 */
export async function verify(
  wanted: VerificationInput,
  inputs: PublishInputs,
  image: Image | undefined,
  { recording, baseline }: VerifyWith,
  context: PublishContext,
): Promise<{ image: Image | undefined; verification?: Verification; notVerified?: string }> {
  const { local, digests = [], record } = image ? await findLocal(inputs, image, context) : {}
  if (!image || !local) return { image, notVerified: skipped(wanted) }
  const { verifyImage } = await import('../../image/verify/verify.js')
  const verification = await verifyImage(context.docker, local, {
    ...wanted,
    ...subjectOf(inputs, record),
    contract: wanted.contract && {
      ...wanted.contract,
      ...(recording && 'batches' in recording && { fixture: recording }),
    },
    findBaseline: baseline,
  })
  const known = inputs.build?.doubtfulArguments ?? []
  for (const finding of verification.findings) if (!isKnown(finding, known)) annotate(finding)
  const verified = { digests: [...digests, local.id], platform: local.facts.platform }
  return { image: { ...image, facts: image.facts ?? local.facts, verified }, verification }
}

/** Refuses an image with errors that are not accepted, even in a dry run. */
export function refuseImage(verification: Verification | undefined): void {
  const errors = blocking(verification?.findings ?? [])
  if (errors.length === 0) return
  const list = errors.map(({ id, message, fix, place }) => {
    const where = place?.line === undefined ? '' : ` (${place.file}, line ${place.line})`
    return `- ${id}${where}: ${message}\n  ${fix}`
  })
  throw new ActionError(
    `The image is not fit to be published; nothing was pushed.\n${list.join('\n')}\nTo publish it all the same, list the ids in accept-findings.`,
  )
}

/** Returns the image in the engine. One that only the builder has is loaded from its cache, for one platform. */
async function findLocal(
  { build }: PublishInputs,
  image: Image,
  context: PublishContext,
): Promise<LoadedImage> {
  if (build?.store !== 'builder') return await inEngine(context.docker, image)
  return await context.shared.once('Load', context.signal, () => load(build, context))
}

interface LoadedImage {
  local?: LocalImage | undefined
  digests: readonly string[]
  record?: BuildRecord | undefined
}

/** Loads one platform of an image that only the builder has. */
async function load(build: BuildInput, { docker, privateDirectory }: PublishContext): Promise<LoadedImage> {
  const bare = fitToEngine(fromCache(build.options))
  // Without a name it is dangling, so `docker image prune` removes it.
  return await inEngine(docker, await buildImage(docker, bare, [], 'engine', build.secrets, privateDirectory))
}

async function inEngine(
  docker: Docker,
  { digests, record }: Pick<Image, 'digests' | 'record'>,
): Promise<LoadedImage> {
  const [local] = await inspectImages(docker, digests)
  return { local, digests, record }
}

/** Returns the secrets that must not be in the image, and the place where it was built. */
function subjectOf(
  { build, platform, image, evaluator, verify }: PublishInputs,
  record: BuildRecord | undefined,
) {
  const secrets: KnownSecret[] = []
  const add = (label: string, value = '', rest: Partial<KnownSecret> = {}) => {
    if (value.length >= MIN_SECRET_LENGTH && !secrets.some((one) => one.value === value))
      secrets.push({ label, value, ...rest })
  }
  add('the API token', platform.apiToken)
  add('the password of the registry', image.credentials?.password)
  add("the evaluator's secret", evaluator?.secret)
  for (const secret of build?.secrets ?? []) {
    const { label, value, ...rest } = knownSecret(secret)
    add(label, value, rest)
  }
  add('the GitHub token', verify?.githubToken)
  const { file, context = '', target, buildArgs = [] } = build?.options ?? {}
  return {
    secrets,
    dockerfile: build?.local ? { path: file ?? join(context, 'Dockerfile'), target, buildArgs } : undefined,
    record,
  }
}

/**
 * Returns why the image was not verified. Throws if the inputs say what the metrics must be, because an image that was
 * not run cannot pass.
 */
function skipped({ contract }: VerificationInput): string {
  const reason = 'the engine does not have the image, only the registry does'
  const { gate, checkExpected } = contract?.metrics ?? {}
  const expects = contract?.fixture?.test_cases.some(({ expected = [] }) => expected.length > 0)
  const needs = [
    ...(gate === 'fail' ? ['metrics-gate: fail'] : []),
    ...(checkExpected && expects ? ['expected in the contract-fixture'] : []),
  ]
  if (needs.length > 0)
    throw new ActionError(
      `The image was not verified: ${reason}. Its metrics are needed for ${needs.join(' and ')}, so nothing was registered. Build the image in this run, or pull it by its tag first.`,
    )
  log.warning(`The image was not verified: ${reason}.`, 'Verify')
  return reason
}

/** Returns whether reading the inputs already logged this warning. */
function isKnown({ id, message }: Finding, doubtful: readonly string[]): boolean {
  return (
    id === 'secret-like-variable' && doubtful.some((name) => message.includes(` build argument ${name} `))
  )
}

function annotate({ id, severity, message, fix, place, accepted }: Finding): void {
  const text = `${message}\n${fix}`
  if (accepted || severity === 'info') log.info(`${accepted ? 'Accepted' : 'Note'}: ${id}: ${message}`)
  else if (severity === 'error') log.error(text, id, place)
  else log.warning(text, id, place)
}
