/** The environment variables that the action reads and passes on. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Variables that a command may need. None of them is an input, a credential or a command file of the runner. */
const PASSED_ON = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
  /^LC_\w+$/,
  // Match by name: a variable called DOCKER_PASSWORD is a credential.
  /^DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION|DEFAULT_PLATFORM|BUILDKIT|CUSTOM_HEADERS)$/,
  /^BUILDX_(CONFIG|BUILDER|EXPERIMENTAL|GIT_(CHECK_DIRTY|INFO|LABELS)|METADATA_(PROVENANCE|WARNINGS)|NO_DEFAULT_(ATTESTATIONS|LOAD))$/,
  /^BUILDKIT_(HOST|PROGRESS|COLORS|NO_CLIENT_TOKEN|TTY_LOG_LINES|SYNTAX)$/,
  /^XDG_(RUNTIME_DIR|(CONFIG|CACHE|DATA|STATE)_HOME|(CONFIG|DATA)_DIRS)$/,
  /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
  /^(https?|no|all|ftp)_proxy$/i,
  // The runner uses this variable to find and end the processes that a killed step left running.
  /^RUNNER_TRACKING_ID$/,
]

/**
 * Git treats any directory with the files of a bare repository as one, and its configuration can name programs to run.
 * A checkout may contain such a directory, and buildx runs Git in the context. Git 2.38 and newer read this setting.
 */
const GIT = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'safe.bareRepository',
  GIT_CONFIG_VALUE_0: 'explicit',
}

/**
 * Returns the variables of the job that commands get. This is an allow-list, because the job's environment holds
 * credentials.
 */
export function commandEnvironment(
  changes: Record<string, string> = {},
  passOn: readonly RegExp[] = [],
): Record<string, string> {
  const allowed = [...PASSED_ON, ...passOn]
  const passed = Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name)))
  return { ...(Object.fromEntries(passed) as Record<string, string>), ...GIT, ...changes }
}

/** Returns whether a command with this name can be run. */
export function isOnPath(command: string): boolean {
  const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  return directories.some((directory) => isProgram(join(directory, command)))
}

/** Returns whether a file exists and is executable. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Default time limit in milliseconds for one attempt of a request. */
export function httpTimeout(): number {
  return Number(process.env.EVALUATOR_ACTION_HTTP_TIMEOUT || 30) * 1000
}

/** Variables that name a proxy, in upper or lower case. */
export type ProxyVariables = Partial<Record<string, string>>

export function proxyVariables(): ProxyVariables {
  return process.env
}
