/** What the action takes from its environment beside inputs, and what it passes on. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Variables that a command may need; no input, no credential and no command file of the runner is among them. */
const PASSED_ON = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
  /^LC_\w+$/,
  // By name: what people call DOCKER_PASSWORD is a credential.
  /^DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION|DEFAULT_PLATFORM|BUILDKIT|CUSTOM_HEADERS)$/,
  /^BUILDX_(CONFIG|BUILDER|EXPERIMENTAL|GIT_(CHECK_DIRTY|INFO|LABELS)|METADATA_(PROVENANCE|WARNINGS)|NO_DEFAULT_(ATTESTATIONS|LOAD))$/,
  /^BUILDKIT_(HOST|PROGRESS|COLORS|NO_CLIENT_TOKEN|TTY_LOG_LINES|SYNTAX)$/,
  /^XDG_(RUNTIME_DIR|(CONFIG|CACHE|DATA|STATE)_HOME|(CONFIG|DATA)_DIRS)$/,
  /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
  /^(https?|no|all|ftp)_proxy$/i,
  // By it the runner finds what a killed step left running, and ends that.
  /^RUNNER_TRACKING_ID$/,
]

/** Returns the variables of the job that commands get: an allow-list, since the job's environment holds credentials. */
export function commandEnvironment(
  changes: Record<string, string> = {},
  passOn: readonly RegExp[] = [],
): Record<string, string> {
  const allowed = [...PASSED_ON, ...passOn]
  const passed = Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name)))
  return { ...(Object.fromEntries(passed) as Record<string, string>), ...changes }
}

/** Whether a command of this name can be run. */
export function isOnPath(command: string): boolean {
  const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  return directories.some((directory) => isProgram(join(directory, command)))
}

/** Whether a file is there and may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Milliseconds that one attempt of a request may take by default. */
export function httpTimeout(): number {
  return Number(process.env.EVALUATOR_ACTION_HTTP_TIMEOUT || 30) * 1000
}

/** Variables that name a proxy, in capitals or not. */
export type ProxyVariables = Partial<Record<string, string>>

export function proxyVariables(): ProxyVariables {
  return process.env
}
