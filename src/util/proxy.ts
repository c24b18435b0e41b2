import { BlockList, isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { proxyVariables } from '../runtime/environment.js'
import { ActionError } from '../runtime/errors.js'

/** The destination of a connection. */
export interface Destination {
  /** A host name or an address, without brackets. */
  host: string
  port: string
}

/**
 * Returns the proxy for a TLS connection according to HTTPS_PROXY and NO_PROXY (in upper or lower case); undefined if
 * there is none. Follows the rules of Go's httpproxy, which docker uses, so that the action and docker take the same
 * route. Throws `ActionError` if the proxy cannot be used.
 */
export function proxyFor(destination: Destination, env = proxyVariables()): URL | undefined {
  const text = env.HTTPS_PROXY || env.https_proxy
  if (!text || isExcepted(destination, env.NO_PROXY || env.no_proxy || '')) return undefined
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  // Do not show the value: it may contain a password.
  if (!URL.canParse(address))
    throw new ActionError('HTTPS_PROXY is not the address of a proxy. Write http://HOST:PORT there.')
  const proxy = new URL(address)
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return proxy
  throw new ActionError(
    `HTTPS_PROXY names a proxy with the scheme ${proxy.protocol}//, but the action supports only http:// and https://. Use one of these, or add ${destination.host} to NO_PROXY.`,
  )
}

function isExcepted({ host, port }: Destination, list: string): boolean {
  const name = host.toLowerCase()
  if (name === 'localhost' || isLoopbackAddress(name)) return true
  const entries = list.split(',').map((entry) => entry.trim().toLowerCase())
  if (entries.includes('*')) return true
  return entries.some((entry) => entry !== '' && matches(entry, name, port))
}

/** `10.0.0.0/8`, `10.1.2.3[:80]`, `[::1]:80`, `example.com[:80]`, `.example.com` or `*.example.com`. */
function matches(entry: string, host: string, port: string): boolean {
  const [, network = '', prefix] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? []
  if (isIP(network) > 0 && Number(prefix) <= (isIP(network) === 4 ? 32 : 128))
    return isWithin(host, network, Number(prefix))
  const [, bracketed, plain, only = ''] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(entry) ?? []
  const name = bracketed ?? plain ?? entry
  if (name === '' || (only !== '' && only !== port)) return false
  if (isIP(name) > 0) return isWithin(host, name, isIP(name) === 4 ? 32 : 128)
  if (isIP(host) > 0) return false
  const suffix = name.replace(/^\*\./, '.')
  const ascii = domainToASCII(suffix.replace(/^\./, '')) || suffix.replace(/^\./, '')
  return host.endsWith(`.${ascii}`) || (host === ascii && !suffix.startsWith('.'))
}

function isLoopbackAddress(host: string): boolean {
  return isWithin(host, '127.0.0.0', 8) || isWithin(host, '::1', 128)
}

function isWithin(host: string, network: string, prefix: number): boolean {
  if (isIP(host) === 0) return false
  const block = new BlockList()
  block.addSubnet(network, prefix, familyOf(network))
  return block.check(host, familyOf(host))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
