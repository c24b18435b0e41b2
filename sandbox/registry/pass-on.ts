import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

/**
 * Forwards a request unchanged to another server on this machine, and returns its answer.
 *
 * @param host `127.0.0.1:PORT`
 * @param body replaces the request's own body, which was already read
 */
export function passOn(
  incoming: IncomingMessage,
  response: ServerResponse,
  host: string,
  body?: Buffer,
): void {
  const [hostname, port] = host.split(':')
  const { method, url: path } = incoming
  // The "host" header already contains the address that the client uses.
  const headers = {
    ...incoming.headers,
    ...('encrypted' in incoming.socket && { 'x-forwarded-proto': 'https' }),
  }
  const onward = request({ hostname, port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    pipeline(answer, response, () => undefined)
  })
  onward.once('error', () => response.destroy())
  if (body) onward.end(body)
  else incoming.pipe(onward)
}
