import { ActionError, CommandError } from '../lib/errors.js'
import { type CommandResult, run } from '../lib/exec.js'
import { harmlessLine } from '../lib/foreign-text.js'
import * as log from '../lib/log.js'
import type { PrivateConfig } from './client-config.js'

/** How docker is called in this run. */
export interface Docker {
  config: PrivateConfig
  signal: AbortSignal
}

export interface DockerOptions {
  input?: string
  /** Shows both streams in the log as they come. */
  show?: boolean
}

/** Runs docker and throws `CommandError` (or, with a remedy, `ActionError`) unless it exits with 0. */
export async function docker(
  docker: Docker,
  args: readonly string[],
  options: DockerOptions = {},
): Promise<CommandResult> {
  const result = await tryDocker(docker, args, options)
  if (result.exitCode !== 0) throw failureOf(args, result)
  return result
}

/** Runs docker, whatever its exit code; throws only when it cannot be run at all. */
export async function tryDocker(
  { config, signal }: Docker,
  args: readonly string[],
  options: DockerOptions = {},
): Promise<CommandResult> {
  const { input, show } = options
  const result = await run('docker', args, {
    env: config.env,
    signal,
    ...(input !== undefined && { input }),
    ...(show && { onLine: log.info }),
  }).catch(explainMissing)
  if (result.exitCode !== 0) explainEngine(result)
  return result
}

/** The error for a docker command that failed; its last line is what docker says of the reason. */
export function failureOf(args: readonly string[], { exitCode, output }: CommandResult): CommandError {
  const reason = output.findLast((line) => line.trim() !== '')
  const name = args[0] === 'buildx' ? 'docker buildx build' : `docker ${args[0]}`
  const how = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`
  return new CommandError(
    `${name} ${how}${reason ? `: ${harmlessLine(reason)}` : ' and said nothing'}`,
    exitCode,
    output,
  )
}

function explainMissing(cause: unknown): never {
  if (!(cause instanceof CommandError)) throw cause
  throw new ActionError(
    'docker was not found on PATH. Use a runner with Docker, such as ubuntu-latest, or install Docker on this one: https://docs.docker.com/engine/install/',
    { cause },
  )
}

const NO_BUILDX =
  /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --metadata-file/
const NO_ENGINE =
  /Cannot connect to the Docker daemon|error during connect|failed to connect to the docker API/i
const NO_ACCESS = /permission denied while trying to connect to the Docker/i

function explainEngine({ output }: CommandResult): void {
  // Only docker's own closing lines: a build step may print anything before them.
  const text = output.slice(-3).join('\n')
  const cause = new CommandError(output.findLast((line) => line.trim() !== '') ?? 'docker failed')
  if (NO_BUILDX.test(text))
    throw new ActionError(
      'docker has no buildx plugin (0.13 or newer is needed). Add docker/setup-buildx-action before this step, or install the plugin on the runner: https://github.com/docker/buildx#installing',
      { cause },
    )
  if (NO_ACCESS.test(text))
    throw new ActionError(
      `The Docker engine may not be used by this user. Add the runner's user to the group docker. Docker says: ${harmlessLine(cause.message)}`,
      { cause },
    )
  if (NO_ENGINE.test(text))
    throw new ActionError(
      `The Docker engine does not answer. Start it on the runner (systemctl start docker), or set DOCKER_HOST to where it is. Docker says: ${harmlessLine(cause.message)}`,
      { cause },
    )
}
