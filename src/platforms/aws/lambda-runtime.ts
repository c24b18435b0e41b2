import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod/mini'
import { listenOnFreePort } from '../../util/listen.js'
import { readAll } from '../../util/read-all.js'

/** Maximum bytes of a runtime's report, which contains at most a stack trace. */
const MAX_REPORT_BYTES = 256 * 1024

const Report = z.object({ errorType: z._default(z.string(), ''), errorMessage: z._default(z.string(), '') })

/** A runtime's own explanation of why it could not load the handler. Not sanitized. */
export type InitError = z.output<typeof Report>

/** The reports of a runtime so far. */
export interface LambdaRuntimeApi {
  /** `host:port`, for `AWS_LAMBDA_RUNTIME_API`. */
  address: string
  /** Whether the runtime loaded the handler and requested the first event. */
  readonly asked: boolean
  readonly initError: InitError | undefined
  close(): Promise<void>
}

/**
 * Starts a server that replaces Lambda's runtime API. It never sends an event: a runtime that requests one waits.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 *
 * @param changed called when the runtime requests an event or reports that it could not load the handler
 */
export async function startLambdaRuntimeApi(host: string, changed: () => void): Promise<LambdaRuntimeApi> {
  let asked = false
  let initError: InitError | undefined
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request
    if (method === 'GET' && url.endsWith('/runtime/invocation/next')) asked = true
    else if (method === 'POST' && url.endsWith('/runtime/init/error')) {
      initError = parse(await readAll(request, MAX_REPORT_BYTES))
      response.writeHead(202).end('{"status":"OK"}')
    } else return void response.writeHead(404).end()
    changed()
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const port = await listenOnFreePort(server, host)
  return {
    address: `${host}:${port}`,
    get asked() {
      return asked
    },
    get initError() {
      return initError
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function parse(body: Buffer): InitError {
  try {
    return Report.parse(JSON.parse(body.toString('utf8')))
  } catch {
    return { errorType: '', errorMessage: body.toString('utf8') }
  }
}
