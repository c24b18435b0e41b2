import { ActionError, CommandError } from '../runtime/errors.js'
import { readVariable } from '../runtime/inputs.js'
import * as log from '../runtime/log.js'
import { phaseOf } from '../runtime/run-log.js'
import { sanitizeLine } from '../runtime/untrusted-text.js'
import { type CommandResult, run } from '../util/process.js'
import { builderDriver, builderNodes, connectionProblem } from './builder.js'
import type { Docker } from './docker.js'
import { missingDocker, noAnswer, noContext, noPermission } from './engine-error.js'
import { findBuildx } from './plugin.js'

/** Maximum minutes of a build: GitHub's limit for a job. Steps can set a shorter `timeout-minutes`. */
const MAX_BUILD_MINUTES = 360

export interface BuildRun {
  /** The builder that the arguments name; undefined for the current one. */
  builder?: string | undefined
  /** Names of further variables of the job that buildx needs. */
  passOn?: readonly RegExp[]
  /** Called with each line of the log that BuildKit itself begins. */
  onLine?: (line: string) => void
}

/**
 * Runs `docker buildx build` and shows its output in the log as it arrives. Throws `CommandError` (or `ActionError`
 * with a remedy) unless the exit code is 0.
 * @param args the arguments of buildx, beginning with `build`
 */
export async function runBuild(
  { config, signal }: Docker,
  args: readonly string[],
  { builder, passOn = [], onLine = () => {} }: BuildRun = {},
): Promise<void> {
  const { command, env } = findBuildx(config)
  const result = await run(command, ['buildx', ...args], {
    // The user can disable the warnings.
    env: { ...env, BUILDX_METADATA_WARNINGS: readVariable('BUILDX_METADATA_WARNINGS') || 'true' },
    passOn: [...config.passOn, ...passOn],
    timeout: MAX_BUILD_MINUTES * 60_000,
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
  await explainEngine(result, builder, signal)
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
    'docker has no buildx plugin (0.13 or newer is needed). Install it: https://github.com/docker/buildx#installing. In a workflow, add docker/setup-buildx-action before this step.',
  ],
  [/permission denied while trying to connect to the docker/i, noPermission],
  [/cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i, noAnswer],
  [/context ".*": context not found/, noContext],
  [
    /no builder ".*" found/,
    'There is no such builder. Name one that docker buildx ls lists in builder (or BUILDX_BUILDER), or leave it out. In a workflow, docker/setup-buildx-action creates one, and its output name is the name.',
  ],
  [
    /[/.]buildx\b.*(read-only file system|permission denied)|(read-only file system|permission denied).*[/.]buildx\b/i,
    'buildx cannot write to its directory. Set the variable BUILDX_CONFIG to a directory that this user can write to.',
  ],
  [
    /not supported for the docker driver/i,
    'The current builder cannot do this. Create a builder that can (docker buildx create --use; in a workflow, add docker/setup-buildx-action before this step), or turn on the containerd image store of the engine.',
  ],
]

async function explainEngine(
  { output }: CommandResult,
  builder: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  // Check only docker's own closing lines: a build step may print anything before them.
  const closing = output.filter((line) => line.trim() !== '').slice(-3)
  const text = closing.join('\n')
  const remedy =
    remedies.find(([pattern]) => pattern.test(text))?.[1] ?? (await explainBuilder(text, builder, signal))
  if (!remedy) return
  // The last of several errors may only be a consequence of the first.
  const errors = closing.filter((line) => line.startsWith('ERROR: ')).map((line) => reasonIn([line]))
  throw new ActionError(`${remedy} Docker says: ${errors.join('; ') || reasonIn(closing)}`)
}

/** Returns why a builder that is not the engine's cannot be used, and what to do; undefined if it can. */
async function explainBuilder(
  closing: string,
  builder: string | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (/\[internal\] waiting for connection/.test(closing)) return await explainNodes(builder, signal)
  if (!/\[internal\] booting buildkit|^ERROR: .*\bfailed to list workers/m.test(closing)) return undefined
  return builderDriver(builder) === 'kubernetes'
    ? 'The builder does not start in its Kubernetes cluster. Check that the kubeconfig names the right cluster, that the credentials of its user are valid, and that this user may create deployments and run commands in pods (pods/exec) in the namespace of the builder.'
    : 'The builder does not start. Check that the engine can pull and run its image (docker buildx inspect --bootstrap).'
}

/** Returns which nodes of a remote builder do not answer, because buildx does not name them, and what to do. */
async function explainNodes(builder: string | undefined, signal: AbortSignal): Promise<string> {
  const nodes = await Promise.all(
    builderNodes(builder).map(async (node) => ({ ...node, problem: await connectionProblem(node, signal) })),
  )
  const gone = nodes.flatMap(({ name, endpoint, problem }) =>
    problem === undefined ? [] : [`Its node ${name} cannot be reached at ${endpoint} (${problem}).`],
  )
  const open = nodes.map(({ name, endpoint }) => `${name} (${endpoint})`).join(', ')
  const facts = gone.length > 0 || open === '' ? gone : [`Its nodes accept connections: ${open}.`]
  return [
    'The builder does not answer.',
    ...facts.map(sanitizeLine),
    'Check that its BuildKit runs, that this machine can reach its address, and that its certificates are valid (docker buildx inspect).',
  ].join(' ')
}

/** Returns docker's reason for the failure: the last line that begins with ERROR, or else the last line. */
function reasonIn(output: readonly string[]): string {
  const lines = output.filter((line) => line.trim() !== '')
  const reason = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? ''
  return sanitizeLine(reason.replace(/^ERROR: /, ''))
}
