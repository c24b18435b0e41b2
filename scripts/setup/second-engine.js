import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './command.js'
import { findDaemon, startDaemon, stopDaemon } from './daemon.js'
import { repository } from './machine.js'

/**
 * The locations of an engine other than the default one.
 * @typedef {object} SecondEngine
 * @property {string} directory for its images, options and logs
 * @property {string} runDirectory for its sockets and pid files
 * @property {string} host a value for DOCKER_HOST
 */

const clone = createHash('sha256').update(repository).digest('hex').slice(0, 8)

/**
 * Uses /run instead of the clone: sockets need a short path (108 bytes), and a restart must clear pid files.
 * @param {string} directory
 * @param {string} [suffix] distinguishes the engines of one clone
 * @returns {SecondEngine}
 */
export function placeEngine(directory, suffix = '') {
  const runDirectory = `/run/evaluator-${clone}${suffix}`
  return { directory, runDirectory, host: `unix://${runDirectory}/docker.sock` }
}

/**
 * Starts the engine, and replaces one from an earlier call.
 * @param {SecondEngine} engine
 * @param {'classic' | 'containerd'} store
 * @param {{ dockerd: string, containerd: string, path: string }} programs
 * @param {string[]} bridge options of dockerd
 * @throws {import('./say.js').SetupError} with the end of its log, if it does not answer
 */
export async function startEngineAt(engine, store, { dockerd, containerd, path }, bridge) {
  await stopEngineAt(engine)
  mkdirSync(engine.runDirectory, { mode: 0o700 })
  mkdirSync(engine.directory, { recursive: true })
  await startContainerd(engine, containerd, { PATH: path })
  await startDaemon({
    program: dockerd,
    args: [...dockerdOptions(engine, store), ...bridge],
    env: { PATH: path },
    log: join(engine.directory, 'dockerd.log'),
    pidFile: pidFile(engine, 'dockerd'),
    answers: () => storeOf({ DOCKER_HOST: engine.host }) === store,
  })
}

/**
 * Stops the engine. Its images remain.
 * @param {SecondEngine} engine
 * @returns {Promise<boolean>} whether the engine was running
 */
export async function stopEngineAt(engine) {
  const isStopped = await stopDaemon(pidFile(engine, 'dockerd'), 'dockerd')
  await stopDaemon(pidFile(engine, 'containerd'), 'containerd')
  unmountLeftovers(engine)
  rmSync(engine.runDirectory, { recursive: true, force: true })
  return isStopped
}

/** @param {SecondEngine} engine */
export function isRunning(engine) {
  return findDaemon(pidFile(engine, 'dockerd'), 'dockerd') !== undefined
}

/**
 * Returns the image store of an engine, or undefined if no engine answers.
 * @param {NodeJS.ProcessEnv} [env] DOCKER_HOST of another engine
 * @returns {'classic' | 'containerd' | undefined}
 */
export function storeOf(env) {
  const status = ask('docker', ['info', '--format', '{{json .DriverStatus}}'], { env, seconds: 20 })
  if (status === undefined) return undefined
  return status.includes('io.containerd.snapshotter') ? 'containerd' : 'classic'
}

/**
 * @param {SecondEngine} engine
 * @param {string} program
 */
function pidFile({ runDirectory }, program) {
  return join(runDirectory, `${program}.pid`)
}

/**
 * Unmounts what the engine leaves behind: the network mount of its builds, and mounts of containers if it was killed.
 * Otherwise their folders could not be removed. Starts with the latest mount.
 * @param {SecondEngine} engine
 */
function unmountLeftovers({ directory, runDirectory }) {
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
  const isOurs = (/** @type {string} */ path) =>
    [directory, runDirectory].some((folder) => path.startsWith(`${folder}/`))
  for (const path of mounted.reverse()) if (isOurs(path)) ask('umount', [path])
}

/**
 * Starts a separate containerd, because dockerd would otherwise use the machine's if it runs.
 * @param {SecondEngine} engine
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
async function startContainerd(engine, program, env) {
  const { directory, runDirectory } = engine
  const config = join(directory, 'containerd.toml')
  writeFileSync(config, 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n')
  const socket = containerdSocket(engine)
  const options = {
    config,
    root: join(directory, 'containerd'),
    state: join(runDirectory, 'containerd'),
    address: socket,
  }
  await startDaemon({
    program,
    args: toArguments(options),
    env,
    log: join(directory, 'containerd.log'),
    pidFile: pidFile(engine, 'containerd'),
    answers: () => existsSync(socket),
  })
}

/**
 * Returns options of dockerd that isolate the engine from the other ones.
 * @param {SecondEngine} engine
 * @param {string} store
 */
function dockerdOptions(engine, store) {
  const { directory, runDirectory, host } = engine
  const config = join(directory, 'daemon.json')
  writeFileSync(config, JSON.stringify({ features: { 'containerd-snapshotter': store === 'containerd' } }))
  return toArguments({
    'config-file': config,
    'data-root': join(directory, 'data'),
    'exec-root': join(runDirectory, 'exec'),
    // Not our pid file: dockerd refuses one that names a running process, even itself.
    pidfile: join(runDirectory, 'docker.pid'),
    containerd: containerdSocket(engine),
    host,
  })
}

/** @param {SecondEngine} engine */
function containerdSocket({ runDirectory }) {
  return join(runDirectory, 'containerd.sock')
}

/** @param {Record<string, string>} options */
function toArguments(options) {
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
}
