import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Files in which Linux counts a container's memory: cgroup v2 and v1, with either cgroup driver of the engine. */
const COUNTERS = [
  (id: string) => `/sys/fs/cgroup/system.slice/docker-${id}.scope/memory.peak`,
  (id: string) => `/sys/fs/cgroup/docker/${id}/memory.peak`,
  (id: string) => `/sys/fs/cgroup/memory/system.slice/docker-${id}.scope/memory.max_usage_in_bytes`,
  (id: string) => `/sys/fs/cgroup/memory/docker/${id}/memory.max_usage_in_bytes`,
]
/** Milliseconds between two readings. The counter keeps the peak, and disappears with the container. */
const INTERVAL = 50

/**
 * Measures how much memory a container uses, until the signal is aborted.
 * @param id resolves to the container's id
 * @returns the peak in bytes; undefined if this machine cannot read it, for example if the engine is on another machine
 */
export async function watchPeakMemory(
  id: () => string | undefined,
  signal: AbortSignal,
): Promise<number | undefined> {
  let peak: number | undefined
  while (!signal.aborted) {
    const counted = /^[0-9a-f]{64}$/.test(id() ?? '') ? await readCounter(id() ?? '') : undefined
    if (counted !== undefined) peak = Math.max(peak ?? 0, counted)
    await sleep(INTERVAL, undefined, { signal }).catch(() => {})
  }
  return peak
}

async function readCounter(id: string): Promise<number | undefined> {
  for (const path of COUNTERS) {
    const text = await readFile(path(id), 'utf8').catch(() => undefined)
    if (text !== undefined && /^\d+\s*$/.test(text)) return Number(text)
  }
  return undefined
}
