import { type Credentials, loginOf } from '../docker/credentials.js'
import type { Registry } from './destination.js'

/** Returns any other registry: the repository already exists, or the registry creates it at the first push. */
export function ociRegistry(host: string, path: string, credentials: Credentials | undefined): Registry {
  const login = credentials && loginOf(credentials)
  return { host, path, login, prepare: async () => 'not needed' }
}
