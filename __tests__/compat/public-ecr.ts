import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Registry } from '../../sandbox/index.js'
import { passOn } from '../../sandbox/registry/pass-on.js'
import { refuse } from './ecr-data-plane.js'

/** The alias of the account in the public gallery. */
export const alias = 'acme'

/** AWS's public gallery, which moto lacks: the three calls of a push, and images with a bearer token. */
export class PublicEcr {
  readonly token = 'canary-public-token-71c0'
  readonly #bearer = 'canary-public-bearer-93aa'
  /** Repository names without the alias. */
  readonly repositories = new Set<string>()

  /** The API: `SpencerFrontendService`, in AWS's JSON protocol. */
  readonly calls = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const input = (await json(incoming)) as { repositoryName?: string; repositoryNames?: string[] }
    const name = input.repositoryName ?? input.repositoryNames?.[0] ?? ''
    const operation = String(incoming.headers['x-amz-target']).replace('SpencerFrontendService.', '')
    const signed = /Credential=\w+\/\d+\/us-east-1\/ecr-public\//.test(incoming.headers.authorization ?? '')
    const { status, body } = signed
      ? this.#answer(operation, name)
      : failure('UnrecognizedClientException', '')
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  }

  #answer(operation: string, name: string): { status: number; body: object } {
    const repository = { repositoryName: name, repositoryUri: `public.ecr.aws/${alias}/${name}` }
    const exists = this.repositories.has(name)
    switch (operation) {
      case 'GetAuthorizationToken': {
        const authorizationToken = Buffer.from(`AWS:${this.token}`).toString('base64')
        return { status: 200, body: { authorizationData: { authorizationToken } } }
      }
      case 'DescribeRepositories':
        if (!exists) return failure('RepositoryNotFoundException', `The repository '${name}' does not exist`)
        return { status: 200, body: { repositories: [repository] } }
      case 'CreateRepository':
        if (exists) return failure('RepositoryAlreadyExistsException', `The repository '${name}' exists`)
        this.repositories.add(name)
        return { status: 200, body: { repository } }
      default:
        return failure('UnknownOperationException', operation)
    }
  }

  /** Serves images to clients with a bearer token, which they get for the login. */
  images(registry: Registry) {
    return (incoming: IncomingMessage, response: ServerResponse): void => {
      const { authorization } = incoming.headers
      const path = incoming.url ?? ''
      const [, owner, name = ''] = /^\/v2\/([^/]+)\/(.+?)\/(?:manifests|blobs|tags)\//.exec(path) ?? []
      if (path.startsWith('/token/')) {
        this.#exchange(authorization, response)
      } else if (authorization !== `Bearer ${this.#bearer}`) {
        const service = 'realm="https://public.ecr.aws/token/",service="public.ecr.aws",scope="aws"'
        response.setHeader('www-authenticate', `Bearer ${service}`)
        refuse(response, 401, 'DENIED', 'Not Authorized')
      } else if (owner !== undefined && (owner !== alias || !this.repositories.has(name))) {
        refuse(response, 404, 'NAME_UNKNOWN', `The repository '${name}' does not exist`)
      } else {
        passOn(incoming, response, registry.host)
      }
    }
  }

  #exchange(authorization: string | undefined, response: ServerResponse): void {
    const login = Buffer.from(`AWS:${this.token}`).toString('base64')
    const allowed = authorization === `Basic ${login}`
    response.writeHead(allowed ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(allowed ? { token: this.#bearer } : { errors: [{ code: 'UNAUTHORIZED' }] }))
  }
}

function failure(name: string, message: string): { status: number; body: object } {
  return { status: 400, body: { __type: name, message } }
}
