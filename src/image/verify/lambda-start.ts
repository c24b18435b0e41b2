import { type ContainerOutcome, runContainer } from '../../docker/container.js'
import { type EngineCaller, send } from '../../docker/engine.js'
import type { LocalImage } from '../../docker/image.js'
import { withInternalNetwork } from '../../docker/network.js'
import { type InitError, startLambdaRuntimeApi } from '../../platforms/aws/lambda-runtime.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { sanitizeLine } from '../../runtime/untrusted-text.js'
import { type Finding, finding } from './findings.js'
import { endOfOutput, isCrash, readLoaderFailure } from './start-check.js'

/** Maximum seconds that Lambda gives an image to load its handler. */
const MAX_INIT_SECONDS = 10

/** The outcome of starting an image for AWS Lambda. */
export interface LambdaStart {
  outcome: ContainerOutcome
  /** Whether it loaded its handler and requested an event. */
  asked: boolean
  initError: InitError | undefined
}

/**
 * Starts an image as AWS Lambda does, until it requests its first event. If the container cannot reach this process,
 * starts it as on a laptop, where the base images of AWS keep running.
 */
export async function startOnLambda(
  caller: EngineCaller,
  image: LocalImage,
  timeLimit: number,
): Promise<LambdaStart> {
  const seconds = Math.min(timeLimit, MAX_INIT_SECONDS)
  try {
    return await withInternalNetwork(caller, ({ name, gateway }) =>
      startInNetwork(caller, image, seconds, name, gateway),
    )
  } catch (error) {
    caller.signal.throwIfAborted()
    const unreachable =
      error instanceof ActionError || (error as NodeJS.ErrnoException).code === 'EADDRNOTAVAIL'
    if (!unreachable) throw error
    log.info(
      'The image cannot reach a stand-in for the runtime API of Lambda from here; starting it without one',
    )
    const outcome = await runContainer(caller, image.id, { network: 'none', timeLimit: seconds })
    return { outcome, asked: false, initError: undefined }
  }
}

async function startInNetwork(
  caller: EngineCaller,
  image: LocalImage,
  timeLimit: number,
  network: string,
  gateway: string,
): Promise<LambdaStart> {
  let id: string | undefined
  const end = () => {
    // The image has shown that it works, and would now wait for an event forever.
    if (id) send(caller, { method: 'POST', path: `/containers/${id}/kill` }).catch(() => {})
  }
  const runtime = await startLambdaRuntimeApi(gateway, end)
  try {
    const outcome = await runContainer(caller, image.id, {
      network,
      timeLimit,
      environment: {
        AWS_LAMBDA_RUNTIME_API: runtime.address,
        AWS_LAMBDA_FUNCTION_NAME: 'verification',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
        AWS_REGION: 'us-east-1',
      },
      created: (created) => {
        id = created
      },
    })
    return { outcome, asked: runtime.asked, initError: runtime.initError }
  } finally {
    await runtime.close()
  }
}

/** Judges how an image for AWS Lambda started: it must request an event, or at least keep running. */
export function checkLambdaStart({ outcome, asked, initError }: LambdaStart, platform: string): Finding[] {
  const { exitCode, timedOut, refusal, output, outOfMemory } = outcome
  if (initError) return [initFinding(initError)]
  if (asked) return []
  const here = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`
  // Either the engine or the kernel refuses such an image.
  const foreign = refusal !== undefined || /exec format error/i.test(output.join('\n'))
  if (platform !== here && foreign)
    return [
      finding(
        'unclear-start',
        `the image is for ${platform}, which this machine cannot run: it was not started`,
      ),
    ]
  if (refusal !== undefined)
    return [finding('cannot-start', `the engine cannot start the image: ${sanitizeLine(refusal)}`)]
  if (timedOut) return []
  if (outOfMemory) return [finding('start-crash', 'the image ran out of memory')]
  const failure = readLoaderFailure(outcome)
  if (failure) return [finding(failure.id, failure.message)]
  // A client that reports a missing address of the runtime API has started.
  if (exitCode !== 0 && output.some((line) => line.includes('AWS_LAMBDA_RUNTIME_API'))) return []
  const end = `the image ended with exit code ${exitCode ?? 'unknown'}: ${endOfOutput(output)}`
  if (exitCode === undefined || isCrash(exitCode)) return [finding('start-crash', end)]
  return [finding('ends-on-lambda', end)]
}

function initFinding({ errorType, errorMessage }: InitError): Finding {
  const text = sanitizeLine(`${errorType}: ${errorMessage}`.replaceAll(/\s+/g, ' ')).slice(0, 300)
  const id = /Import|Module|NoSuchHandler|HandlerNotFound|ClassNotFound/i.test(errorType)
    ? 'import-error'
    : /Syntax/i.test(errorType)
      ? 'syntax-error'
      : 'unclear-start'
  return finding(id, `the handler could not be loaded: ${text}`)
}
