import { ActionError, CommandError } from '../runtime/errors.js'
import { readVariable } from '../runtime/inputs.js'
import * as log from '../runtime/log.js'
import { phaseOf } from '../runtime/run-log.js'
import { sanitizeLine } from '../runtime/untrusted-text.js'
import { type CommandResult, run } from '../util/process.js'
import type { Docker } from './docker.js'
import { missingDocker, noAnswer, noContext, noPermission } from './engine-error.js'
import { findBuildx } from './plugin.js'

/** Maximum minutes of a build: GitHub's limit for a job. Steps can set a shorter `timeout-minutes`. */
const LONGEST_BUILD = 360

/**
 * Runs `docker buildx build` and shows its output in the log as it arrives. Throws `CommandError` (or `ActionError`
 * with a remedy) unless the exit code is 0.
 * @param args the arguments of buildx, beginning with `build`
 * @param passOn names of further variables of the job that buildx needs
 * @param onLine called with each line of the log that BuildKit itself begins
 */
export async function runBuild(
  { config, signal }: Docker,
  args: readonly string[],
  passOn: readonly RegExp[],
  onLine: (line: string) => void = () => {},
): Promise<void> {
  const { command, env } = findBuildx(config)
  const result = await run(command, ['buildx', ...args], {
    // The user can disable the warnings.
    env: { ...env, BUILDX_METADATA_WARNINGS: readVariable('BUILDX_METADATA_WARNINGS') || 'true' },
    passOn: [...config.passOn, ...passOn],
    timeout: LONGEST_BUILD * 60_000,
    signal,
    onLine: (line, begins) => {
      // BuildKit complains when it is stopped, which would hide the reason.
      if (signal.aborted) return
      log.info(line)
      // Text after a `\r` may come from a step, which could imitate BuildKit's own lines there.
      if (begins) onLine(line)
    },
  }).catch((cause: unknown) => {
    const phase = signal.aborted ? phaseOf(signal.reason) : undefined
    if (phase !== undefined) log.info(`The build was stopped because this failed: ${phase}`)
    throw command === 'docker' && isMissing(cause) ? missingDocker(cause) : cause
  })
  if (result.exitCode === 0) return
  explainEngine(result)
  throw failureOf(result)
}

/** Returns the error of a failed build, with the reason that docker prints in the last line. */
function failureOf({ exitCode, output }: CommandResult): CommandError {
  const reason = reasonIn(output)
  const how = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`
  return new CommandError(
    `docker buildx build ${how}${reason ? `: ${reason}` : ' and said nothing'}`,
    exitCode,
    output,
  )
}

function isMissing(cause: unknown): boolean {
  return cause instanceof CommandError && /unable to locate executable/i.test(cause.message)
}

/** Docker's messages if it cannot work here at all, and what to do about each. */
const remedies: [RegExp, string][] = [
  [
    /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --metadata-file/,
    'docker has no buildx plugin (0.13 or newer is needed). Add docker/setup-buildx-action before this step, or install the plugin on the runner: https://github.com/docker/buildx#installing',
  ],
  [/permission denied while trying to connect to the docker/i, noPermission],
  [/cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i, noAnswer],
  [/context ".*": context not found/, noContext],
  [
    /no builder ".*" found/,
    'There is no such builder. Name one that docker buildx ls lists in builder (or BUILDX_BUILDER), or leave it out. In a workflow, docker/setup-buildx-action creates one, and its output name is the name.',
  ],
  [
    /\[internal\] waiting for connection/,
    'The builder does not answer. Check that its BuildKit runs, that the runner can reach its address, and that its certificates are valid (docker buildx inspect).',
  ],
  [
    /[/.]buildx\b.*(read-only file system|permission denied)|(read-only file system|permission denied).*[/.]buildx\b/i,
    'buildx cannot write to its directory. Set the variable BUILDX_CONFIG to a directory that this user can write to.',
  ],
  [
    /not supported for the docker driver/i,
    'The current builder cannot do this. Add docker/setup-buildx-action before this step, which creates a builder that can, or turn on the containerd image store of the engine.',
  ],
]

function explainEngine({ output }: CommandResult): void {
  // Check only docker's own closing lines: a build step may print anything before them.
  const closing = output.filter((line) => line.trim() !== '').slice(-3)
  const remedy = remedies.find(([pattern]) => pattern.test(closing.join('\n')))?.[1]
  if (remedy) throw new ActionError(`${remedy} Docker says: ${reasonIn(closing)}`)
}

/** Returns docker's reason for the failure: the last line that begins with ERROR, or else the last line. */
function reasonIn(output: readonly string[]): string {
  const lines = output.filter((line) => line.trim() !== '')
  const reason = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? ''
  return sanitizeLine(reason.replace(/^ERROR: /, ''))
}
