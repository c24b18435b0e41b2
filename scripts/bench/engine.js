/**
 * A separate engine for the bench: it can be emptied without affecting others, and
 * by removing its files, which takes seconds, while removing images and cache records takes minutes.
 */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bridgeOptions, copyBaseImage, findPrograms, requireRoot } from '../setup/containerd-engine.js'
import { cache } from '../setup/machine.js'
import { placeEngine, startEngineAt, stopEngineAt } from '../setup/second-engine.js'

/** The bench option that selects the image store of the engine, for `parseArgs`. */
export const storeOption = /** @type {const} */ ({ store: { type: 'string', default: 'classic' } })

/** Returns a line about the engine of a bench, to print above its tables. */
export function describeEngine(store) {
  const version = execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], { encoding: 'utf8' })
  return `Docker ${version.trim()} with the ${store} image store.\n`
}

/** Slice of the bridge's addresses: the one after the set-up's engine, so that both can run. */
const slice = 13

/**
 * Runs the work of a bench with an engine, and a folder for all temporary files. Removes both afterwards,
 * even if the work fails or is interrupted.
 * @param {string} store
 * @param {(stage: { engine: Awaited<ReturnType<typeof startBenchEngine>>, folder: string }) => Promise<void>} work
 */
export async function withBenchEngine(store, work) {
  if (store !== 'classic' && store !== 'containerd')
    throw new Error(`unknown image store '${store}': set --store to classic or containerd`)
  const interruption = Promise.race(['SIGINT', 'SIGTERM'].map(interrupt))
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  process.env.TMPDIR = folder
  const starting = startBenchEngine({ store })
  try {
    await Promise.race([interruption, starting.then((engine) => work({ engine, folder }))])
  } finally {
    // Waits for an engine that is starting, because it could not be stopped reliably.
    await starting.then(
      (engine) => engine.stop(),
      () => {},
    )
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function interrupt(signal) {
  await once(process, signal)
  throw new Error(`the bench was interrupted by ${signal}`)
}

/**
 * Starts the engine with only the base image in it, and directs every later docker command to it, even
 * after it stopped: a late command of a finished bench must not reach the default engine. Each clone can have one at a
 * time: it replaces one that was left behind.
 * @param {{ store: 'classic' | 'containerd' }} options
 */
export async function startBenchEngine({ store }) {
  requireRoot()
  const [programs, bridge] = [findPrograms(store), bridgeOptions(slice)]
  const folder = join(cache, 'bench-engine')
  const fresh = join(folder, 'fresh')
  const engine = placeEngine(join(folder, 'engine'), '-bench')
  const start = () => startEngineAt(engine, store, programs, bridge)
  const remove = async () => {
    await stopEngineAt(engine)
    rmSync(folder, { recursive: true, force: true })
  }
  await remove()
  try {
    await start()
    copyBaseImage(engine)
    await stopEngineAt(engine)
    copyEngine(engine.directory, fresh)
    // Otherwise the first measured build would wait until the base image is written to the disk.
    execFileSync('sync', ['--file-system', folder])
    await start()
  } catch (error) {
    await remove()
    throw error
  }
  process.env.DOCKER_HOST = engine.host
  let last = Promise.resolve()
  const inTurn = (work) => (last = last.then(work, work))
  return {
    host: engine.host,
    /** Resets the engine to contain only the base image. */
    empty: () =>
      inTurn(async () => {
        await stopEngineAt(engine)
        // Fails once the engine was removed, so that it does not start again after the end of the bench.
        rmSync(engine.directory, { recursive: true })
        copyEngine(fresh, engine.directory)
        await start()
      }),
    /** Stops it and removes all its files. */
    stop: () => inTurn(remove),
  }
}

/**
 * Copies with links, which is fast and causes no disk writes during a measurement: layers are never
 * changed. Databases are changed in place. The engine writes all other data to new files.
 */
function copyEngine(from, to) {
  execFileSync('cp', ['--archive', '--link', from, to])
  const databases = ['-type', 'f', '-name', '*.db', '-printf', '%P\n']
  for (const name of execFileSync('find', [from, ...databases], { encoding: 'utf8' })
    .trim()
    .split('\n')) {
    rmSync(join(to, name))
    copyFileSync(join(from, name), join(to, name))
  }
}
