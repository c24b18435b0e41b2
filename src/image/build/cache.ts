import type { BuildOptions } from './arguments.js'

/**
 * Adds a scope for the image to GitHub caches without one. BuildKit's default scope is the same for all images of a
 * repository, so each build would overwrite the cache of the previous one.
 *
 * @param caches values of `cache-from` or `cache-to`, such as `type=gha,mode=max`
 */
export function scopeCaches(caches: readonly string[], scope: string): string[] {
  return caches.map((cache) => {
    const fields = cache.split(',').map((field) => field.trim())
    const has = (pattern: RegExp) => fields.some((field) => pattern.test(field))
    return has(/^"?type=gha"?$/i) && !has(/^"?scope=/i) ? `${cache},scope=${scope}` : cache
  })
}

/**
 * Returns the options for repeating a build to send its result to another place. The build reads every step from the
 * cache and does not write the cache again, except for an inline cache, which is part of the image.
 */
export function fromCache(options: BuildOptions): BuildOptions {
  const cacheTo = options.cacheTo.filter((cache) => cache.split(',').includes('type=inline'))
  return { ...options, noCache: false, noCacheFilters: [], pull: false, cacheTo }
}

/**
 * Returns whether the builder can read the cache without credentials: from a public repository or a directory. buildx
 * uses the last of several types, so this rejects a cache with more than one type, or with keys that are hard to parse.
 */
export function isAnonymous(cache: string): boolean {
  // A value without a type is a reference.
  if (!cache.includes('=')) return true
  const fields = cache.split(',').map((field) => field.replaceAll('"', '').trim())
  const types = fields.filter((field) => /^type\s*=/i.test(field))
  const isReadable = fields.every((field) => /^[\w-]+=/.test(field))
  return isReadable && types.length === 1 && /^type=(registry|local)$/i.test(types[0] ?? '')
}
