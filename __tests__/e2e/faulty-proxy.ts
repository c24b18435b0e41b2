import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/**
 * What happens to a request: `lost`, it is answered but the answer does not arrive; a number, it is answered with
 * that status and does not arrive itself; undefined, it passes.
 */
export type Fault = 'lost' | number | undefined

export interface FaultyProxy {
  /** `http://127.0.0.1:PORT`, in place of the service's own. */
  url: string
  /** What came, as `METHOD /path`. */
  requests: string[]
  close(): Promise<void>
}

/** Stands before a service, and breaks requests on the way. */
export async function startFaultyProxy(
  service: string,
  faultOf: (request: string, count: number) => Fault,
): Promise<FaultyProxy> {
  const requests: string[] = []
  const server = createServer((request, response) => void pass(request, response))

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = `${request.method} ${request.url}`
    requests.push(name)
    const fault = faultOf(name, requests.filter((earlier) => earlier === name).length)
    const body = await text(request)
    if (typeof fault === 'number') return void response.writeHead(fault).end('{"detail":"broken on purpose"}')
    const { authorization = '' } = request.headers
    const answer = await fetch(service + request.url, {
      method: request.method ?? '',
      headers: { 'content-type': 'application/json', authorization },
      ...(body !== '' && { body }),
    })
    const content = await answer.text()
    if (fault === 'lost') return void response.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(content)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
