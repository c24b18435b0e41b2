/** Where the repository is hosted, as far as its remote tells. */
export interface GitHost {
  /** `none` without a remote, or with one on this machine. */
  kind: 'github' | 'enterprise' | 'other' | 'unknown' | 'none'
  /** The host in lower case; empty if there is none. */
  name: string
}

/** Hosts that are known not to run GitHub Actions. Of all others, only GitHub's own are certain. */
const OTHERS = /(^|\.)(gitlab|bitbucket)\.|(^|\.)(dev\.azure\.com|visualstudio\.com|sr\.ht|amazonaws\.com)$/

/** Reads the address of a remote. Only its host is used, because the rest may contain credentials. */
export function readHost(address: string): GitHost {
  const name = hostIn(address.trim())
  if (name === '' || name === 'localhost') return { kind: 'none', name: '' }
  if (/^(www\.|ssh\.)?github\.com$/.test(name)) return { kind: 'github', name: 'github.com' }
  if (name.endsWith('.ghe.com')) return { kind: 'enterprise', name }
  return { kind: OTHERS.test(name) ? 'other' : 'unknown', name }
}

function hostIn(address: string): string {
  const [, scheme, authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(address) ?? []
  // Without a scheme it is `user@host:path`, or a path: a slash comes before any colon.
  const written = scheme === undefined ? (/^([^/:]+):/.exec(address)?.[1] ?? '') : authority
  if (scheme?.toLowerCase() === 'file') return ''
  const host = written.slice(written.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  return /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host) ? host.toLowerCase() : ''
}
