import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod/mini'
import { CommandError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'
import { maskSecret } from '../runtime/secrets.js'
import { sanitizeLine } from '../runtime/untrusted-text.js'
import { type CommandResult, run } from '../util/process.js'
import {
  type ClientAuth,
  type ClientConfig,
  helperVariables,
  loginsInVariable,
  readClientConfig,
  registryKey,
} from './client-config.js'
import { type Reference, registryHost } from './reference.js'
import { findScopedDirectory } from './scoped-login.js'

/** User name and password (or token) for a registry. */
export interface Credentials {
  username: string
  password: string
  /** Of a login by OAuth, in place of the password: only the registry's token service takes it. */
  identityToken?: string
}

/** What a login is for. */
export type Access = 'pull' | 'pull,push'

/** The login for one registry, which may run out while a build takes its time. */
export interface Login {
  /** undefined when there is none. */
  readonly credentials: Credentials | undefined
  /** Gets a new login in place of one that was refused. Says whether there is one. */
  renew(): Promise<boolean>
}

/** @param fetchAnew asks whoever gave the login for another one; left out for a login that stays as it is */
export function loginOf(
  credentials: Credentials | undefined,
  fetchAnew: () => Promise<Credentials | undefined> = async () => undefined,
): Login {
  let current = credentials
  return {
    get credentials() {
      return current
    },
    renew: async () => {
      const next = await fetchAnew()
      const isNew = next !== undefined && !isDeepStrictEqual(next, current)
      current = next ?? current
      return isNew
    },
  }
}

/** The header with which the engine is given a login for one call: base64url, with the padding that Go's decoder wants. */
export function registryAuth(
  reference: Pick<Reference, 'domain'>,
  credentials: Credentials | undefined,
): string {
  const { username, password, identityToken } = credentials ?? {}
  const login = identityToken === undefined ? { username, password } : { identitytoken: identityToken }
  const content = JSON.stringify({ ...login, serveraddress: registryKey(registryHost(reference)) })
  return Buffer.from(content).toString('base64').replaceAll('+', '-').replaceAll('/', '_')
}

/**
 * The login that the job already has for a repository, found as docker finds it: one that is for this repository alone
 * (docker/login-action's `scope`), or else the one for its registry. Without any, the registry is asked anonymously.
 *
 * @param host as in references, `docker.io` for Docker Hub
 */
export async function findLogin(
  host: string,
  path: string,
  access: Access,
  signal: AbortSignal,
): Promise<Login & { isScoped: boolean }> {
  const scoped = findScopedDirectory(host, path, access.split(','))
  const find = async () => {
    const credentials = await readCredentials(registryKey(host), readClientConfig(scoped), signal)
    if (credentials) maskSecret(credentials.password, credentials.username, `The password for ${host}`)
    return credentials
  }
  const login = loginOf(await find(), find)
  return Object.assign(login, { isScoped: scoped !== undefined && login.credentials !== undefined })
}

/** As docker's client does: a helper that is named for the registry, or the one for all, or else the file. */
async function readCredentials(
  key: string,
  config: ClientConfig,
  signal: AbortSignal,
): Promise<Credentials | undefined> {
  const given = loginsInVariable()?.[key]
  if (given) return decode(given)
  const { auths, credHelpers, credsStore } = config
  // An empty name stands for the file.
  const helper = credHelpers && Object.hasOwn(credHelpers, key) ? credHelpers[key] : credsStore
  if (helper) return await askHelper(helper, key, helperVariables(config), signal)
  const entries = Object.entries(auths ?? {})
  const [, entry] =
    entries.find(([name]) => name === key) ?? entries.find(([name]) => hostIn(name) === key) ?? []
  return decode(entry ?? {})
}

/** The host of a registry that an older client may have written as an address: `https://ghcr.io/v1/`. */
function hostIn(name: string): string {
  const [, host = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#]*)/i.exec(name) ?? []
  return host
}

function decode({ auth, username, password, identitytoken }: ClientAuth): Credentials | undefined {
  if (identitytoken) return { username: '', password: identitytoken, identityToken: identitytoken }
  const pair = auth ? splitPair(Buffer.from(auth, 'base64').toString('utf8')) : { username, password }
  return pair.username && pair.password !== undefined && pair.password !== ''
    ? { username: pair.username, password: pair.password }
    : undefined
}

function splitPair(text: string): { username?: string; password?: string } {
  const colon = text.indexOf(':')
  // Old clients filled the password up with zeros.
  return colon === -1
    ? {}
    : { username: text.slice(0, colon), password: text.slice(colon + 1).replaceAll(/^\0+|\0+$/g, '') }
}

const HelperReply = z.object({ Username: z.optional(z.string()), Secret: z.optional(z.string()) })

/**
 * Asks a credential helper. One that is missing or fails is told in a warning, and the run goes on without a login, as
 * docker does: often none is needed.
 */
async function askHelper(
  helper: string,
  key: string,
  passOn: readonly RegExp[],
  signal: AbortSignal,
): Promise<Credentials | undefined> {
  const program = `docker-credential-${helper}`
  try {
    const result = await run(program, ['get'], { input: key, signal, passOn, timeout: 30_000 })
    if (result.exitCode === 0) return readReply(result.stdout)
    if (/credentials not found/.test(result.stdout)) return undefined
    throw new CommandError(`it failed with exit code ${result.exitCode}: ${reasonOf(result)}`)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    log.warning(
      `${program} was asked for the login of ${key} and gave none: ${error.message}. The run goes on without this login; if one is needed, install or repair the helper, run docker login ${key}, or give registry-username and registry-password.`,
      'Docker login',
    )
    return undefined
  }
}

function readReply(stdout: string): Credentials | undefined {
  const reply = HelperReply.safeParse(parseJson(stdout))
  // The text itself is not shown: it may be a password.
  if (!reply.success) throw new CommandError('it answered with something else than a login')
  const { Username, Secret } = reply.data
  if (!Username || !Secret) return undefined
  // Docker's own mark for a login by OAuth.
  const identity = Username === '<token>' && { identityToken: Secret }
  return { username: Username, password: Secret, ...identity }
}

/** What a helper that failed says of it: on standard error, or by the protocol on standard output. */
function reasonOf({ stdout, output }: CommandResult): string {
  const printed = new Set(stdout.split(/\r?\n/))
  const told = output.filter((line) => line.trim() !== '' && !printed.has(line)).at(-1)
  // Half a reply may hold half a password.
  const answer = stdout.includes('{') ? undefined : stdout.trim().split('\n').at(-1)
  return sanitizeLine(told || answer || 'it gave no reason')
}

/** undefined for what is no JSON: the error would quote the text, which may be a password. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
