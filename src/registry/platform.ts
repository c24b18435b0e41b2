import { type Credentials, loginOf } from '../docker/credentials.js'
import type { KolenaSession } from '../platforms/kolena/client.js'
import { ActionError, HttpError } from '../runtime/errors.js'
import type { Registry } from './destination.js'

/**
 * Returns the platform's registry. The platform creates its repositories, below the organization.
 * @param openSession returns undefined if nothing should be created
 */
export function platformRegistry(
  host: string,
  path: string,
  credentials: Credentials | undefined,
  openSession: () => Promise<KolenaSession | undefined>,
): Registry {
  return {
    host,
    path,
    login: credentials && loginOf(credentials),
    prepare: async () => {
      const session = await openSession()
      return session ? await session.createRepository(path).catch(explain(path)) : 'not needed'
    },
  }
}

function explain(path: string) {
  return (cause: unknown): never => {
    if (!(cause instanceof HttpError) || cause.transient) throw cause
    throw new ActionError(
      `The repository ${path} cannot be created (${cause.status}). Its name must begin with the organization of the token; create it on the platform and set create-repository: false, or use another image name. ${cause.message}`,
      { cause },
    )
  }
}
