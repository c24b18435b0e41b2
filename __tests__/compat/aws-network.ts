import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { openRegistry } from '../../sandbox/index.js'
import { passOn } from '../../sandbox/registry/pass-on.js'
import { listen, makeCertificate, portOfServer, startTunnelProxy } from '../support/tls.js'
import { dataPlane } from './ecr-data-plane.js'
import { account, type Moto, region } from './moto.js'
import { PublicEcr } from './public-ecr.js'

export const privateHost = `${account}.dkr.ecr.${region}.amazonaws.com`
export const publicHost = 'public.ecr.aws'
/** The host that serves ECR's layers. */
const storageHost = `prod-${region}-starport-layer-bucket.s3.${region}.amazonaws.com`

/** An error that AWS returns instead of moto, for cases that moto does not check. */
export interface Refusal {
  /** The only call that gets this error. When undefined, all calls get it. */
  operation?: string
  status: number
  name: string
  message: string
}

/**
 * AWS as seen from behind a proxy, with its host names and TLS. Calls go to moto, and images go through
 * ECR's rules to a real registry. Processes with `env` see it: the action, and an engine.
 */
export interface AwsNetwork {
  /** The proxy, and the certificate to trust (Node.js and Go use different variables). */
  env: Record<string, string>
  /** Tunnels, in order. */
  requests: readonly string[]
  publicEcr: PublicEcr
  /** Refuses calls until it is set to undefined. */
  refusal: Refusal | undefined
  close(): Promise<void>
}

export async function startAwsNetwork(moto: Moto): Promise<AwsNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'aws-network-'))
  const registry = await openRegistry()
  const publicEcr = new PublicEcr()
  const network: { refusal: Refusal | undefined } = { refusal: undefined }
  const calls = (incoming: IncomingMessage, response: ServerResponse) => {
    const { refusal } = network
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1)
    if (refusal && (refusal.operation ?? operation) === operation) refuse(response, refusal)
    else if (operation === 'GetDownloadUrlForLayer') void addressOfLayer(incoming, response)
    else passOn(incoming, response, new URL(moto.url).host)
  }
  const services: Record<string, (incoming: IncomingMessage, response: ServerResponse) => unknown> = {
    [privateHost]: dataPlane(privateHost, moto, registry),
    [storageHost]: (incoming, response) => passOn(incoming, response, registry.host),
    [`api.ecr.${region}.amazonaws.com`]: calls,
    [`lambda.${region}.amazonaws.com`]: calls,
    [`sts.${region}.amazonaws.com`]: calls,
    [publicHost]: publicEcr.images(registry),
    'api.ecr-public.us-east-1.amazonaws.com': publicEcr.calls,
  }
  const certificate = makeCertificate(folder, Object.keys(services))
  const server = await listen(
    createServer(certificate, (incoming, response) =>
      services[incoming.headers.host ?? '']?.(incoming, response),
    ),
  )
  const proxy = await startTunnelProxy((authority) =>
    authority.replace(/:443$/, '') in services ? portOfServer(server) : undefined,
  )
  const close = async () => {
    await proxy.close()
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
    await registry.close()
    rmSync(folder, { recursive: true })
  }
  const { file } = certificate
  const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: file, SSL_CERT_FILE: file }
  return Object.assign(network, { env, requests: proxy.requests, publicEcr, close })
}

/** Serves the layers of the real registry at a separate address, because moto has none. */
async function addressOfLayer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { repositoryName, layerDigest } = (await json(incoming)) as Record<string, string>
  const downloadUrl = `https://${storageHost}/v2/${repositoryName}/blobs/${layerDigest}`
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify({ layerDigest, downloadUrl }))
}

function refuse(response: ServerResponse, { status, name, message }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': name })
  response.end(JSON.stringify({ __type: name, message }))
}
