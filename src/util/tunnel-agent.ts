import { once } from 'node:events'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent, type RequestOptions, request as tlsRequest } from 'node:https'
import { isIPv6, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { proxyFor } from './proxy.js'

/** Maximum milliseconds that a proxy may take to open a tunnel. */
const TIMEOUT = 30_000

/** Node's options, and the signal that ends a request while it waits for its tunnel: Node does not pass on `signal`. */
export interface TunnelOptions extends RequestOptions {
  until?: AbortSignal
}

type Callback = (error: Error | null, connection?: Duplex) => void

/**
 * Makes TLS connections, through a tunnel of the proxy that the environment names for them, if any. Node's own agents
 * support proxies only since 24.5, and interpret NO_PROXY differently than docker.
 */
export class TunnelAgent extends Agent {
  override createConnection(options: TunnelOptions, callback: Callback): Duplex | undefined {
    const host = String(options.host ?? options.hostname ?? 'localhost').replace(/^\[(.*)\]$/, '$1')
    const authority = `${isIPv6(host) ? `[${host}]` : host}:${options.port ?? 443}`
    const connect = (socket?: Duplex) => super.createConnection({ ...options, socket } as RequestOptions)
    try {
      const proxy = proxyFor({ host, port: String(options.port ?? 443) })
      if (!proxy) return connect() ?? undefined
      openTunnel(proxy, authority, options.until).then(
        (socket) => callback(null, connect(socket) ?? undefined),
        callback,
      )
    } catch (error) {
      process.nextTick(callback, error)
    }
    return undefined
  }
}

async function openTunnel(proxy: URL, authority: string, until?: AbortSignal): Promise<Socket> {
  const { protocol, hostname, port, username, password } = proxy
  const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  const deadline = AbortSignal.timeout(TIMEOUT)
  const outgoing = (protocol === 'https:' ? tlsRequest : plainRequest)({
    method: 'CONNECT',
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port || (protocol === 'https:' ? 443 : 80),
    path: authority,
    headers: {
      host: authority,
      ...(username && { 'proxy-authorization': `Basic ${user.toString('base64')}` }),
    },
    signal: until ? AbortSignal.any([until, deadline]) : deadline,
    agent: false,
  })
  outgoing.end()
  try {
    const [answer, socket, rest] = (await once(outgoing, 'connect')) as [IncomingMessage, Socket, Buffer]
    if (answer.statusCode === 200) {
      if (rest.length > 0) socket.unshift(rest)
      return socket
    }
    socket.destroy()
    throw new Error(`it answered ${answer.statusCode} to CONNECT ${authority}`)
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException
    throw Object.assign(new Error(`the proxy ${proxy.host} does not open a tunnel: ${message}`, { cause }), {
      code,
    })
  }
}
