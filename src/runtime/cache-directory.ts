import { isAbsolute, join } from 'node:path'

/**
 * Where this user's programs keep what they can make anew, by the XDG Base Directory Specification; undefined where the
 * environment names no home. A relative path does not count there either.
 */
export function cacheDirectory(): string | undefined {
  const { XDG_CACHE_HOME = '', HOME = '' } = process.env
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME
  return isAbsolute(HOME) ? join(HOME, '.cache') : undefined
}
