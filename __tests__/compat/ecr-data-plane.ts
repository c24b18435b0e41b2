import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import {
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  PutImageCommand,
} from '@aws-sdk/client-ecr'
import type { Registry } from '../../sandbox/index.js'
import { passOn } from '../../sandbox/registry/pass-on.js'
import { type Moto, ourselves, region } from './moto.js'

/**
 * The images of ECR, which moto does not store: a real registry keeps them, and moto applies ECR's rules to each
 * request. It accepts only ECR's login, requires the repository, and moto decides whether a tag may be set. Moto sees
 * each manifest, so that it knows the images afterwards.
 */
export function dataPlane(host: string, moto: Moto, registry: Registry) {
  const client = new ECRClient({ region, endpoint: moto.url, credentials: ourselves })

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}))
    if (incoming.headers.authorization !== `Basic ${authorizationData?.[0]?.authorizationToken}`) {
      response.setHeader('www-authenticate', `Basic realm="https://${host}/",service="ecr.amazonaws.com"`)
      return refuse(response, 401, 'UNAUTHORIZED', 'no basic auth credentials')
    }
    const [, path, tag] = parsePath(incoming.url)
    if (path !== undefined && !(await exists(path)))
      return refuse(response, 404, 'NAME_UNKNOWN', `The repository with name '${path}' does not exist`)
    if (incoming.method !== 'PUT' || path === undefined || tag === undefined)
      return passOn(incoming, response, registry.host)
    const manifest = await buffer(incoming)
    const problem = await putImage(path, tag, manifest, incoming.headers['content-type'])
    if (problem) return refuse(response, 400, 'TAG_INVALID', problem)
    passOn(incoming, response, registry.host, manifest)
  }

  async function exists(path: string): Promise<boolean> {
    const command = new DescribeRepositoriesCommand({ repositoryNames: [path] })
    return await client.send(command).then(
      () => true,
      () => false,
    )
  }

  /** Returns why ECR refuses the tag. It refuses the same image under the same tag only if tags are immutable. */
  async function putImage(
    repositoryName: string,
    imageTag: string,
    manifest: Buffer,
    type: string | undefined,
  ) {
    const imageManifest = manifest.toString('utf8')
    const imageDigest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
    const image = { imageManifest, imageManifestMediaType: type, imageTag, imageDigest }
    try {
      await client.send(new PutImageCommand({ repositoryName, ...image }))
      return undefined
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ImageAlreadyExistsException') throw error
      const command = new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] })
      const { repositories } = await client.send(command)
      if (repositories?.[0]?.imageTagMutability !== 'IMMUTABLE') return undefined
      return `The image tag '${imageTag}' already exists in the '${repositoryName}' repository and cannot be overwritten because the tag is immutable.`
    }
  }

  return (incoming: IncomingMessage, response: ServerResponse) => void serve(incoming, response)
}

/** Returns the repository of a registry request, and the tag if it is about a tagged manifest. */
function parsePath(url = ''): [string, string | undefined, string | undefined] {
  const [all = '', path, tag] = /^\/v2\/(.+?)\/(?:manifests\/([^:/?]+$)?|blobs\/|tags\/)/.exec(url) ?? []
  return [all, path, tag]
}

/** Sends an error in the format of the registry protocol. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(JSON.stringify({ errors: [{ code, message }] }))
}
