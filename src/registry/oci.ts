import { type Credentials, loginOf } from '../docker/credentials.js'
import type { Registry } from './destination.js'

/** Any other registry: the repository exists already, or the registry creates it at the first push. */
export function ociRegistry(host: string, path: string, credentials: Credentials | undefined): Registry {
  const login = credentials && loginOf(credentials)
  return { host, path, login, prepare: async () => 'not needed' }
}
