import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

/**
 * Hands a request on to another server of this machine as it is, and its answer back.
 *
 * @param host `127.0.0.1:PORT`
 * @param body in place of the request's own, which was read already
 */
export function passOn(
  incoming: IncomingMessage,
  response: ServerResponse,
  host: string,
  body?: Buffer,
): void {
  const [hostname, port] = host.split(':')
  const { method, url: path } = incoming
  // The address that the client knows stands in the header "host" already.
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
