import { BlockList, isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { proxyVariables } from '../runtime/environment.js'
import { ActionError } from '../runtime/errors.js'

/** Where a connection leads. */
export interface Destination {
  /** A name or an address, without brackets. */
  host: string
  port: string
}

/**
 * The proxy for a connection with TLS, by HTTPS_PROXY and NO_PROXY (or in lower case), or undefined for none. The rules are
 * those of Go's httpproxy, which docker follows, so that the action and docker take the same way. Throws `ActionError`
 * for a proxy that cannot be used.
 */
export function proxyFor(destination: Destination, env = proxyVariables()): URL | undefined {
  const text = env.HTTPS_PROXY || env.https_proxy
  if (!text || isExcepted(destination, env.NO_PROXY || env.no_proxy || '')) return undefined
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  // What is wrong with it is not told: it may hold a password.
  if (!URL.canParse(address))
    throw new ActionError('HTTPS_PROXY is no address of a proxy. Write http://HOST:PORT there.')
  const proxy = new URL(address)
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return proxy
  throw new ActionError(
    `HTTPS_PROXY names a proxy of the kind ${proxy.protocol}//, and the action can use http:// and https:// only. Write such an address there, or add ${destination.host} to NO_PROXY.`,
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
