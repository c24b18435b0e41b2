import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { isOnPath } from '../runtime/environment.js'
import { readVariable } from '../runtime/inputs.js'
import * as log from '../runtime/log.js'

/** The parts of Docker's `config.json` that are used here. The rest is copied unchanged. */
export interface ClientConfig {
  auths?: Record<string, ClientAuth> | null
  credHelpers?: Record<string, string> | null
  credsStore?: string
  currentContext?: string
  cliPluginsExtraDirs?: string[] | null
  proxies?: Record<string, Record<string, unknown> | null> | null
  [key: string]: unknown
}

/** A login in the file. */
export interface ClientAuth {
  /** `user:password` in base64. */
  auth?: string
  username?: string
  password?: string
  identitytoken?: string
}

/** A Docker client configuration for this run only, with everything from the job's configuration. */
export interface PrivateConfig {
  /** The value of `DOCKER_CONFIG`. */
  directory: string
  /** Variables for every docker command of the run. */
  env: Record<string, string>
  /** Variables of the job that docker needs as well. */
  passOn: RegExp[]
  /** The Docker context that the configuration names; undefined if it names none. */
  context: string | undefined
  /** The directories in which docker looks for plugins, in docker's order. */
  pluginDirectories: string[]
  /** Whether builds must not have any login. */
  anonymous?: boolean
}

/**
 * Creates a private copy of the job's Docker configuration, so that no other job sees this run's login, and the login
 * disappears with the directory. Copies `config.json`; links builders, contexts, plugins and everything else next to
 * it.
 *
 * @param anonymous leaves out every login of the job, for a build of code that anyone may have written
 */
export function createPrivateConfig(parent: string, { anonymous = false } = {}): PrivateConfig {
  const source = dockerConfigDirectory()
  const directory = join(parent, 'docker')
  mkdirSync(directory, { mode: 0o700 })
  // A backup copy of the configuration (`config.json.new`) contains its logins too.
  linkEntries(
    source,
    directory,
    (entry) => entry.startsWith('config.json') || (anonymous && entry === 'buildx'),
  )
  // docker/login-action keeps logins for one repository in a directory next to the builders.
  if (anonymous)
    linkEntries(buildxDirectory(), mkdirp(join(directory, 'buildx')), (entry) => entry === 'config')
  const own = withoutMissingHelpers(readClientConfig())
  const config = anonymous ? withoutLogins(own) : own
  writeFileSync(join(directory, 'config.json'), JSON.stringify(config), { mode: 0o600 })
  return {
    directory,
    env: { DOCKER_CONFIG: directory, ...(anonymous && unreviewed(directory)) },
    passOn: anonymous ? [] : [/^DOCKER_AUTH_CONFIG$/, ...helperVariables(config)],
    context: config.currentContext,
    pluginDirectories: [...extraDirectories(config), join(source, 'cli-plugins')],
    anonymous,
  }
}

/**
 * Returns variables that keep buildx from running Git, because a `.git` directory of unreviewed code could make Git run
 * programs.
 */
function unreviewed(directory: string): Record<string, string> {
  return {
    BUILDX_CONFIG: join(directory, 'buildx'),
    BUILDX_GIT_INFO: 'false',
    BUILDX_GIT_LABELS: 'false',
  }
}

/** Removes helpers that are not installed, because they fail every build, even one that needs no login. */
function withoutMissingHelpers(config: ClientConfig): ClientConfig {
  const isThere = (helper: unknown) => !helper || isOnPath(`docker-credential-${helper}`)
  const { credsStore, credHelpers, ...rest } = config
  const helpers = Object.entries(credHelpers ?? {}).filter(([, helper]) => isThere(helper))
  return {
    ...rest,
    ...(isThere(credsStore) && credsStore !== undefined && { credsStore }),
    ...(credHelpers && { credHelpers: Object.fromEntries(helpers) }),
  }
}

/** Returns the directory of buildx's builders and of logins for parts of a registry. */
export function buildxDirectory(): string {
  return readVariable('BUILDX_CONFIG') || join(dockerConfigDirectory(), 'buildx')
}

function linkEntries(source: string, directory: string, isLeftOut: (entry: string) => boolean): void {
  for (const entry of entriesOf(source))
    if (!isLeftOut(entry)) symlinkSync(join(source, entry), join(directory, entry))
}

function mkdirp(directory: string): string {
  mkdirSync(directory, { mode: 0o700 })
  return directory
}

/**
 * Removes all logins, and proxies whose address contains one: the address becomes a build argument of every build.
 */
function withoutLogins({
  auths,
  credHelpers,
  credsStore,
  HttpHeaders,
  ...config
}: ClientConfig): ClientConfig {
  const proxies = Object.entries(config.proxies ?? {}).map(([host, addresses]) => [
    host,
    Object.fromEntries(
      Object.entries(addresses ?? {}).filter(([, address]) => !String(address).includes('@')),
    ),
  ])
  return { ...config, ...(proxies.length > 0 && { proxies: Object.fromEntries(proxies) }) }
}

/**
 * Adds a login for docker commands of this run, even if the job keeps its logins in a credential store: an empty entry
 * in `credHelpers` makes the client look in the file. An anonymous configuration gets no login.
 */
export function addLogin(
  { directory, anonymous }: PrivateConfig,
  host: string,
  { username, password, identityToken }: { username: string; password: string; identityToken?: string },
): void {
  if (anonymous) return
  const path = join(directory, 'config.json')
  const config: ClientConfig = JSON.parse(readFileSync(path, 'utf8'))
  const key = registryKey(host)
  const login: ClientAuth =
    identityToken === undefined
      ? { auth: Buffer.from(`${username}:${password}`).toString('base64') }
      : { identitytoken: identityToken }
  const content = {
    ...config,
    auths: { ...config.auths, [key]: login },
    credHelpers: { ...config.credHelpers, [key]: '' },
  }
  // A build that reads the file at this moment gets the complete old or new one. The file is new, never a link.
  const next = `${directory}.${randomUUID()}`
  writeFileSync(next, JSON.stringify(content), { mode: 0o600, flag: 'wx' })
  renameSync(next, path)
}

/**
 * Returns the variables that the configuration's credential helpers use to authenticate. They are credentials, so only
 * the variables of the named helpers are included.
 */
export function helperVariables({ credHelpers, credsStore }: ClientConfig): RegExp[] {
  const named = [credsStore, ...Object.values(credHelpers ?? {})].filter(
    (helper) => typeof helper === 'string',
  )
  const known: [RegExp, RegExp][] = [
    [/^(gcloud|gcr)$/, /^(CLOUDSDK|GOOGLE)_\w+$/],
    [/^ecr-login$/, /^AWS_\w+$/],
    [/^acr/, /^(AZURE|ACR)_\w+$/],
  ]
  return known.filter(([helper]) => named.some((name) => helper.test(name))).map(([, variables]) => variables)
}

/** Returns the additional plugin directories. Docker accepts only a list of strings. */
function extraDirectories({ cliPluginsExtraDirs }: ClientConfig): string[] {
  return [cliPluginsExtraDirs].flat().filter((directory) => typeof directory === 'string')
}

/** Reads the job's configuration. If it cannot be read, warns and ignores it, like Docker's client. */
export function readClientConfig(directory = dockerConfigDirectory()): ClientConfig {
  const path = join(directory, 'config.json')
  if (!existsSync(path)) return {}
  try {
    const config: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof config === 'object' && config !== null && !Array.isArray(config)) return { ...config }
    log.warning(`${path} is not a JSON object; its logins and proxies are not used.`, 'Docker configuration')
  } catch (error) {
    // The message of a SyntaxError quotes the file, which may contain a login.
    const reason = error instanceof SyntaxError ? 'it is not JSON' : error
    log.warning(
      `${path} cannot be read (${reason}); its logins and proxies are not used.`,
      'Docker configuration',
    )
  }
  return {}
}

/**
 * Returns the logins in the variable DOCKER_AUTH_CONFIG, which take precedence over all others; an empty object if it
 * is not set or not JSON.
 */
export function loginsInVariable(): ClientConfig['auths'] {
  try {
    return JSON.parse(readVariable('DOCKER_AUTH_CONFIG') || '{}').auths
  } catch {
    // Docker warns about this too. The text may be a login.
    log.warning('DOCKER_AUTH_CONFIG is not JSON; its logins are not used.', 'Docker configuration')
    return undefined
  }
}

/** Returns the name of a registry in Docker's configuration: its host, except for Docker Hub. */
export function registryKey(host: string): string {
  return host === 'docker.io' || host === 'index.docker.io' ? 'https://index.docker.io/v1/' : host
}

function entriesOf(directory: string): string[] {
  if (!existsSync(directory)) return []
  try {
    return readdirSync(directory)
  } catch (error) {
    log.warning(
      `${directory} cannot be read (${error}); its builders and plugins are not used.`,
      'Docker configuration',
    )
    return []
  }
}

/** Returns the directory of the job's Docker configuration, which also contains buildx's builders. */
export function dockerConfigDirectory(): string {
  return resolve(readVariable('DOCKER_CONFIG') || join(homedir(), '.docker'))
}
