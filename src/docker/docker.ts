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
  /** Names of further variables of the job that the command needs. */
  passOn?: readonly RegExp[]
  /** Minutes that it may take; 2 unless said. */
  minutes?: number
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
  const { input, show, passOn = [], minutes = 2 } = options
  const result = await run('docker', args, {
    env: config.env,
    passOn: [...config.passOn, ...passOn],
    timeout: minutes * 60_000,
    signal,
    ...(input !== undefined && { input }),
    ...(show && { onLine: log.info }),
  }).catch(explainMissing)
  if (result.exitCode !== 0) explainEngine(result)
  return result
}

/** The error for a docker command that failed; its last line is what docker says of the reason. */
export function failureOf(args: readonly string[], { exitCode, output }: CommandResult): CommandError {
  const reason = reasonIn(output)
  const name = args[0] === 'buildx' ? 'docker buildx build' : `docker ${args[0]}`
  const how = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`
  return new CommandError(`${name} ${how}${reason ? `: ${reason}` : ' and said nothing'}`, exitCode, output)
}

function explainMissing(cause: unknown): never {
  if (!(cause instanceof CommandError) || !/unable to locate executable/i.test(cause.message)) throw cause
  throw new ActionError(
    'docker was not found on PATH. Use a runner with Docker, such as ubuntu-latest, or install Docker on this one: https://docs.docker.com/engine/install/',
    { cause },
  )
}

/** What docker says when it cannot work here at all, and what to do about it. */
const remedies: [RegExp, string][] = [
  [
    /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --metadata-file/,
    'docker has no buildx plugin (0.13 or newer is needed). Add docker/setup-buildx-action before this step, or install the plugin on the runner: https://github.com/docker/buildx#installing',
  ],
  [
    /permission denied while trying to connect to the docker/i,
    "The Docker engine may not be used by this user. Add the runner's user to the group docker.",
  ],
  [
    /cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i,
    'The Docker engine does not answer. Start it on the runner (systemctl start docker), or set DOCKER_HOST to where it is.',
  ],
  [
    /\[internal\] waiting for connection/,
    'The builder does not answer. Check that its BuildKit runs, that the runner reaches its address, and that its certificates are right (docker buildx inspect).',
  ],
  [
    /not supported for the docker driver/i,
    'The current builder cannot do this. Add docker/setup-buildx-action before this step, which makes a builder that can, or turn on the containerd image store of the engine.',
  ],
]

function explainEngine({ output }: CommandResult): void {
  // Only docker's own closing lines: a build step may print anything before them.
  const closing = output.filter((line) => line.trim() !== '').slice(-3)
  const remedy = remedies.find(([pattern]) => pattern.test(closing.join('\n')))?.[1]
  if (remedy) throw new ActionError(`${remedy} Docker says: ${reasonIn(closing)}`)
}

/** Whether a command ended because the registry's name stands for no address. */
export function isUnknownHost(error: CommandError): boolean {
  return /no such host/.test(error.output.slice(-3).join('\n'))
}

export function unknownHost(cause: CommandError): ActionError {
  return new ActionError(
    `There is no registry at this address. Check image and registry, and that the engine can resolve the name. ${cause.message}`,
    { cause },
  )
}

/** The line in which docker says why it failed: the last that begins with ERROR, or else the last one. */
function reasonIn(output: readonly string[]): string {
  const lines = output.filter((line) => line.trim() !== '')
  const reason = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? ''
  return harmlessLine(reason.replace(/^ERROR: /, ''))
}
