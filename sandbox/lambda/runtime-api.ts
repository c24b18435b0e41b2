import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { listenOnFreePort } from '../../src/util/listen.js'
import type { Reply } from './state.js'

/**
 * The API of Lambda that a container image calls: its runtime interface client requests the next event, and posts a
 * response or an error. (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html)
 */
export interface RuntimeApi {
  /** A value for `AWS_LAMBDA_RUNTIME_API`. */
  address: string
  /** Sends an event to the image and waits for the result, at most `timeout` seconds. */
  invoke(event: unknown, timeout: number): Promise<Reply>
  close(): Promise<void>
}

interface Waiting {
  id: string
  event: unknown
  deadline: number
  finish(reply: Reply): void
}

export async function startRuntimeApi(functionArn: string): Promise<RuntimeApi> {
  const queue: Waiting[] = []
  const running = new Map<string, Waiting>()
  const idle: ServerResponse[] = []

  /** Matches events with runtimes that request one. */
  function hand(): void {
    for (;;) {
      const [response, waiting] = [idle[0], queue[0]]
      if (!response || !waiting) return
      idle.shift()
      queue.shift()
      running.set(waiting.id, waiting)
      response.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': waiting.id,
        'lambda-runtime-deadline-ms': String(waiting.deadline),
        'lambda-runtime-invoked-function-arn': functionArn,
      })
      response.end(JSON.stringify(waiting.event))
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace('/2018-06-01/runtime/', '')
    if (path === 'invocation/next') {
      idle.push(response)
      hand()
      return
    }
    const [, id = '', outcome] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? []
    const payload = await json(request)
    const done = running.get(id) ?? (path === 'init/error' ? queue.shift() : undefined)
    running.delete(id)
    done?.finish(outcome === 'response' ? { payload } : { payload, error: 'Unhandled' })
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}')
  }

  const server = createServer((request, response) => void serve(request, response))
  const port = await listenOnFreePort(server)
  const invoke = (event: unknown, timeout: number) =>
    new Promise<Reply>((resolve) => {
      const id = randomUUID()
      const timer = setTimeout(() => finish(timedOut(id, timeout)), timeout * 1000)
      const finish = (reply: Reply) => {
        clearTimeout(timer)
        resolve(reply)
      }
      queue.push({ id, event, deadline: Date.now() + timeout * 1000, finish })
      hand()
    })
  const close = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
  return { address: `127.0.0.1:${port}`, invoke, close }
}

function timedOut(id: string, timeout: number): Reply {
  const errorMessage = `${new Date().toISOString()} ${id} Task timed out after ${timeout.toFixed(2)} seconds`
  return { payload: { errorMessage }, error: 'Unhandled' }
}
