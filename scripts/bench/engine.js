/**
 * An engine of the bench's own, beside the default one: it can be emptied without a look at what others keep there, and
 * by removing its files, which takes seconds where removing images and cache record by record takes minutes.
 */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bridgeOptions, copyBaseImage, findPrograms, requireRoot } from '../setup/containerd-engine.js'
import { cache } from '../setup/machine.js'
import { placeEngine, startEngineAt, stopEngineAt } from '../setup/second-engine.js'

/** The option of a bench that says which image store its engine has, for `parseArgs`. */
export const storeOption = /** @type {const} */ ({ store: { type: 'string', default: 'classic' } })

/** A line on the engine of a bench, for above its tables. */
export function describeEngine(store) {
  const version = execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], { encoding: 'utf8' })
  return `Docker ${version.trim()} with the ${store} image store.\n`
}

/** Of the bridge's addresses: the next one after that of the set-up's engine, so that both may run. */
const slice = 13

/**
 * Does the work of a bench with an engine, and in a folder that all temporary files go to. Both are gone afterwards,
 * also when the work fails or is interrupted.
 * @param {string} store
 * @param {(stage: { engine: Awaited<ReturnType<typeof startBenchEngine>>, folder: string }) => Promise<void>} work
 */
export async function withBenchEngine(store, work) {
  if (store !== 'classic' && store !== 'containerd')
    throw new Error(`there is no image store '${store}': --store takes classic or containerd`)
  const interruption = Promise.race(['SIGINT', 'SIGTERM'].map(interrupt))
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  process.env.TMPDIR = folder
  const starting = startBenchEngine({ store })
  try {
    await Promise.race([interruption, starting.then((engine) => work({ engine, folder }))])
  } finally {
    // An engine that is just starting is waited for: it could not be stopped for certain.
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
 * Starts the engine, with nothing in it but the base image, and has every docker command talk to it from now on, also
 * when it has stopped: what the end of a bench overtakes must not get to the default engine. One at a time for each
 * clone: it takes the place of one that was left behind.
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
    // Else the first build that is measured would wait for the base image to be written.
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
    /** Makes it an engine that knows nothing but the base image. */
    empty: () =>
      inTurn(async () => {
        await stopEngineAt(engine)
        // Fails once the engine was removed, and so does not start it again behind the end of the bench.
        rmSync(engine.directory, { recursive: true })
        copyEngine(fresh, engine.directory)
        await start()
      }),
    /** Stops it, and removes all that it had. */
    stop: () => inTurn(remove),
  }
}

/**
 * By links, which takes no time and leaves nothing to write to the disk while something is measured: layers are never
 * changed. Databases are, in place; all else that an engine writes anew gets a new file.
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
