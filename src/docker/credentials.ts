import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod/mini'
import { CommandError, sentence } from '../runtime/errors.js'
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

/** A user name and a password (or token) for a registry. */
export interface Credentials {
  username: string
  password: string
  /**
   * The identity token of an OAuth login, used instead of the password. Only the registry's token service accepts it.
   */
  identityToken?: string
}

/** What to do if a registry requires a login. */
export const logInFirst =
  'Log in with docker login first. In a workflow, use docker/login-action before this step, or set registry-username and registry-password.'

/** The access that a login is used for. */
export type Access = 'pull' | 'pull,push'

/** The login for one registry. It may expire during a long build. */
export interface Login {
  /** undefined if there is none. */
  readonly credentials: Credentials | undefined
  /** Replaces a login that was refused. Returns whether there is a new one. */
  renew(): Promise<boolean>
}

/** @param fetchAnew requests a new login from its source; omitted for a login that never changes */
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

/**
 * Returns the header that passes a login to the engine for one call: base64url, with the padding that Go's decoder
 * expects.
 */
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
 * Returns the job's existing login for a repository, found in the same way as docker: a login for this repository only
 * (docker/login-action's `scope`), or else the login for its registry. Without a login, requests to the
 * registry are anonymous.
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

/** Reads a login like docker's client: from the registry's helper, else from the default helper or the file. */
async function readCredentials(
  key: string,
  config: ClientConfig,
  signal: AbortSignal,
): Promise<Credentials | undefined> {
  const given = loginsInVariable()?.[key]
  if (given) return decode(given)
  const { auths, credHelpers, credsStore } = config
  // An empty name selects the file.
  const helper = credHelpers && Object.hasOwn(credHelpers, key) ? credHelpers[key] : credsStore
  if (helper) return await askHelper(helper, key, helperVariables(config), signal)
  const entries = Object.entries(auths ?? {})
  const [, entry] =
    entries.find(([name]) => name === key) ?? entries.find(([name]) => hostIn(name) === key) ?? []
  return decode(entry ?? {})
}

/** Returns the host of a registry that an older client may have written as a URL: `https://ghcr.io/v1/`. */
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
  // Old clients padded the password with zeros.
  return colon === -1
    ? {}
    : { username: text.slice(0, colon), password: text.slice(colon + 1).replaceAll(/^\0+|\0+$/g, '') }
}

const HelperReply = z.object({ Username: z.optional(z.string()), Secret: z.optional(z.string()) })

/**
 * Requests a login from a credential helper. If the helper is missing or fails, warns and continues without a login,
 * like docker: many pulls need none.
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
      `${program} was asked for the login of ${key} and returned none: ${sentence(error.message)} The run goes on without this login; if one is needed, install or repair the helper, run docker login ${key}, or give registry-username and registry-password.`,
      'Docker login',
    )
    return undefined
  }
}

function readReply(stdout: string): Credentials | undefined {
  const reply = HelperReply.safeParse(parseJson(stdout))
  // Do not show the text: it may be a password.
  if (!reply.success) throw new CommandError('its answer was not a login')
  const { Username, Secret } = reply.data
  if (!Username || !Secret) return undefined
  // Docker's own marker for an OAuth login.
  const identity = Username === '<token>' && { identityToken: Secret }
  return { username: Username, password: Secret, ...identity }
}

/**
 * Returns the reason that a failed helper printed: to standard error, or to standard output as the protocol defines.
 */
function reasonOf({ stdout, output }: CommandResult): string {
  const printed = new Set(stdout.split(/\r?\n/))
  const told = output.filter((line) => line.trim() !== '' && !printed.has(line)).at(-1)
  // An incomplete reply may contain part of a password.
  const answer = stdout.includes('{') ? undefined : stdout.trim().split('\n').at(-1)
  return sanitizeLine(told || answer || 'it gave no reason')
}

/** Returns undefined for text that is not JSON. The error would quote the text, which may be a password. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
