import { z } from 'zod/mini'
import { ActionError } from '../runtime/errors.js'
import { maskSecret } from '../runtime/secrets.js'
import { run } from '../util/process.js'
import { helperVariables, readClientConfig, registryKey } from './client-config.js'
import { type Reference, registryHost } from './reference.js'

/** User name and password (or token) for a registry. */
export interface Credentials {
  username: string
  password: string
  /** Of a login by OAuth, in place of the password: only the registry's token service takes it. */
  identityToken?: string
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
 * The login that the job already has for a registry, from where docker keeps it: the configuration file or a
 * credential helper. undefined when there is none: then the registry is asked anonymously.
 */
export async function findCredentials(host: string, signal: AbortSignal): Promise<Credentials | undefined> {
  const config = readClientConfig()
  const { auths, credHelpers, credsStore } = config
  const key = registryKey(host)
  const helper = credHelpers?.[key] || credsStore
  const credentials = helper
    ? await askHelper(helper, key, helperVariables(config), signal)
    : decode(auths?.[key] ?? auths?.[`https://${key}`])
  if (credentials) maskSecret(credentials.password, credentials.username)
  return credentials
}

function decode(
  entry: { auth?: string; username?: string; password?: string; identitytoken?: string } | undefined,
): Credentials | undefined {
  if (entry?.identitytoken)
    return { username: '', password: entry.identitytoken, identityToken: entry.identitytoken }
  if (entry?.username && entry.password) return { username: entry.username, password: entry.password }
  const [username, ...password] = Buffer.from(entry?.auth ?? '', 'base64')
    .toString('utf8')
    .split(':')
  return username && password.length > 0 ? { username, password: password.join(':') } : undefined
}

const HelperReply = z.object({ Username: z.optional(z.string()), Secret: z.optional(z.string()) })

/** undefined for what is no JSON: the error would quote the text, which may be a password. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function askHelper(
  helper: string,
  key: string,
  passOn: readonly RegExp[],
  signal: AbortSignal,
): Promise<Credentials | undefined> {
  // An exit code other than 0 means that it has no login for this registry.
  const { exitCode, stdout } = await run(`docker-credential-${helper}`, ['get'], {
    input: key,
    signal,
    passOn,
    timeout: 30_000,
  })
  if (exitCode !== 0) return undefined
  const reply = HelperReply.safeParse(parseJson(stdout))
  if (!reply.success)
    throw new ActionError(
      `docker-credential-${helper} was asked for the login of ${key} and did not answer with one. Run docker login ${key} on the runner again, or give registry-username and registry-password.`,
    )
  const { Username, Secret } = reply.data
  if (!Username || !Secret) return undefined
  // Docker's own mark for a login by OAuth.
  const identity = Username === '<token>' && { identityToken: Secret }
  return { username: Username, password: Secret, ...identity }
}
