import type { BuildOptions } from './build.js'

/**
 * Gives GitHub's caches that name no scope one of their image: BuildKit's default is the same for all images of a
 * repository, where each build overwrites the cache of the one before.
 *
 * @param caches as `cache-from` and `cache-to` take them: `type=gha,mode=max`
 */
export function scopeCaches(caches: readonly string[], scope: string): string[] {
  return caches.map((cache) => {
    const fields = cache.split(',').map((field) => field.trim())
    const has = (pattern: RegExp) => fields.some((field) => pattern.test(field))
    return has(/^"?type=gha"?$/i) && !has(/^"?scope=/i) ? `${cache},scope=${scope}` : cache
  })
}

/**
 * The options of a build that is done once more to have its result elsewhere: it takes every step from the cache, which it
 * writes nowhere again. An inline cache is part of the image.
 */
export function fromCache(options: BuildOptions): BuildOptions {
  const cacheTo = options.cacheTo.filter((cache) => cache.split(',').includes('type=inline'))
  return { ...options, noCache: false, noCacheFilters: [], pull: false, cacheTo }
}

/** Whether the builder reads the cache without a credential: a repository that anyone may pull from, or a directory. */
export function isAnonymous(cache: string): boolean {
  const names = cache.split(',').map((field) => field.trim().replaceAll('"', '').toLowerCase())
  const type = names.find((name) => name.startsWith('type='))
  // Without a type, the text is a reference.
  return !cache.includes('=') || type === 'type=registry' || type === 'type=local'
}
