import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenOnFreePort } from '../../src/util/listen.js'
import { answer } from './services.js'
import { LambdaState, region } from './state.js'

export { account, type Handler, LambdaState, region } from './state.js'

/**
 * A stand-in for the parts of AWS that an evaluation on Lambda uses: functions that are updated, published and invoked,
 * images of ECR by digest, objects of S3, and the caller's identity. It covers states that moto lacks: updates
 * that take time or fail, and functions with container images that run.
 */
export interface LambdaSandbox {
  url: string
  /** The environment of a job after aws-actions/configure-aws-credentials, with the address of this stand-in. */
  env: Record<string, string>
  state: LambdaState
  /** `METHOD path status`, in order. Services with a single path also have the operation. */
  requests: string[]
  close(): Promise<void>
}

export async function startLambdaSandbox(): Promise<LambdaSandbox> {
  const state = new LambdaState()
  const requests: string[] = []

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const body = await text(request)
    const path = decodeURIComponent(url.pathname)
    const reply = isAllowed(url, headers)
      ? await answer(state, { method, path, query: url.searchParams, headers, body }).catch(fail)
      : { status: 403, body: 'the request is not signed' }
    requests.push(`${method} ${String(headers['x-amz-target'] ?? path)} ${reply.status}`)
    response.writeHead(reply.status, reply.headers).end(method === 'HEAD' ? undefined : reply.body)
  }

  const server = createServer((request, response) => void serve(request, response))
  const url = `http://127.0.0.1:${await listenOnFreePort(server)}`
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_REGION: region,
    AWS_ENDPOINT_URL: url,
  }
  const close = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
  return { url, env, state, requests, close }
}

/** ECR's storage requires a signature in the address only, and all other services one in a header. */
function isAllowed(
  { pathname, searchParams }: URL,
  { authorization = '' }: IncomingMessage['headers'],
): boolean {
  if (pathname.startsWith('/layers/')) return authorization === '' && searchParams.has('X-Amz-Signature')
  return /^AWS4-HMAC-SHA256 Credential=/.test(authorization)
}

function fail(error: unknown): { status: number; body: string } {
  return { status: 500, body: `the sandbox itself failed: ${error instanceof Error ? error.stack : error}` }
}
