import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Server } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { listenOnFreePort } from '../../src/util/listen.js'

/** A self-signed certificate for some hosts. A client must trust `file`. */
export interface Certificate {
  cert: Buffer
  key: Buffer
  file: string
}

/** Creates a certificate in the test's folder. */
export function makeCertificate(folder: string, hosts: readonly string[]): Certificate {
  const [file, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const names = hosts.map((host) => `DNS:${host}`).join()
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const subject = ['-subj', `/CN=${hosts[0]}`.slice(0, 64), '-addext', `subjectAltName=${names}`]
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', file], {
    stdio: 'ignore',
  })
  return { cert: readFileSync(file), key: readFileSync(key), file }
}

/** A proxy that opens tunnels, like one in a company network. */
export interface TunnelProxy {
  url: string
  /** `CONNECT host:port` and all other requests, in order. */
  requests: string[]
  /** The Proxy-Authorization header of each tunnel that had one. */
  authorizations: string[]
  close(): Promise<void>
}

/** @param portOf returns the local port for a tunnel to `host:port`, or undefined to refuse it */
export async function startTunnelProxy(
  portOf: (authority: string) => number | undefined,
): Promise<TunnelProxy> {
  const requests: string[] = []
  const authorizations: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  const open = new Set<Duplex>()
  server.on('connect', ({ url = '', headers }: IncomingMessage, client: Duplex) => {
    requests.push(`CONNECT ${url}`)
    const authorization = headers['proxy-authorization']
    if (authorization) authorizations.push(authorization)
    const port = portOf(url)
    if (port === undefined) return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    for (const side of [client, target]) {
      open.add(side)
      side.on('error', () => {}).once('close', () => open.delete(side))
    }
    return undefined
  })
  await listen(server)
  const close = async () => {
    for (const side of open) side.destroy()
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
  return { url: `http://127.0.0.1:${portOfServer(server)}`, requests, authorizations, close }
}

export async function listen<S extends Server>(server: S): Promise<S> {
  await listenOnFreePort(server)
  return server
}

export function portOfServer(server: Server): number {
  return (server.address() as AddressInfo).port
}
