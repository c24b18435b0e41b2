import { ActionError } from '../../runtime/errors.js'
import type { EcrImage } from './fields.js'
import type { FunctionState, LambdaFunction } from './function.js'
import { untilIdle, whenIdle } from './idle.js'

/** Returns whether the function runs exactly this image. Lambda resolves tags to digests. */
export function runsImage({ ResolvedImageUri, ImageUri }: FunctionState, { digest }: EcrImage): boolean {
  return [ImageUri, ResolvedImageUri].some((uri) => uri.endsWith(`@${digest}`))
}

/** Throws if the function cannot run an image. */
export function checkPackage({ PackageType }: FunctionState, name: string): void {
  if (PackageType !== 'Zip') return
  throw new ActionError(
    `function-name "${name}": the function is made of a zip file, and Lambda never turns one into a container image. Create a function with package type Image.`,
  )
}

/** Architectures of functions by their names in images. */
const architectures: Record<string, string> = { amd64: 'x86_64', arm64: 'arm64' }

/**
 * Throws if the image has another architecture than the function. Lambda would accept it and fail at the first run.
 *
 * @param architecture of the image; undefined if unknown
 */
export function checkArchitecture(
  { Architectures }: FunctionState,
  { uri }: EcrImage,
  architecture: string | undefined,
): void {
  if (architecture === undefined || Architectures.includes(architectures[architecture] ?? '')) return
  const platforms = Object.keys(architectures).filter((name) =>
    Architectures.includes(architectures[name] ?? ''),
  )
  throw new ActionError(
    `image "${uri}" is for ${architecture}, and the function runs on ${Architectures.join(', ')}. Build it with platforms: linux/${platforms.join(', linux/')}, push it, and write the new digest; or give the function the other architecture (Lambda changes it together with the code only: aws lambda update-function-code --architectures).`,
  )
}

/** Deploys the image, leaves the configuration unchanged, and waits until Lambda has finished the update. */
export async function deployImage(
  target: LambdaFunction,
  image: EcrImage,
  signal: AbortSignal,
): Promise<FunctionState> {
  await untilIdle(target, signal)
  // Another update may start in between.
  await whenIdle(target, signal, () => target.updateImage(image.uri))
  const state = await untilIdle(target, signal)
  if (state.LastUpdateStatus === 'Failed') {
    throw new ActionError(
      `Lambda could not put ${image.uri} on ${target.name} (${state.LastUpdateStatusReasonCode || 'no reason code'}): ${state.LastUpdateStatusReason || 'no reason given'} The function still runs the previous image. Check that the repository lets lambda.amazonaws.com pull, and that it is a single image for ${state.Architectures.join(', ')}.`,
    )
  }
  if (!runsImage(state, image)) {
    throw new ActionError(
      `${target.name} runs ${state.ResolvedImageUri || state.ImageUri} although it was updated to ${image.uri}: something else updates it as well. Let only one run at a time update it (in a workflow, with concurrency), and try again.`,
    )
  }
  return state
}

/** Publishes a version and waits until it can be invoked. */
export async function publishVersion(
  target: LambdaFunction,
  { CodeSha256 }: FunctionState,
  signal: AbortSignal,
): Promise<string> {
  const version = await whenIdle(target, signal, () => target.publishVersion(CodeSha256))
  const { State, StateReason } = await untilIdle(target, signal, version)
  if (State === 'Failed')
    throw new ActionError(`The version ${version} of ${target.name} failed: ${StateReason}`)
  return version
}
