import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackDebian13Packages } from './apt.js'
import { baseImage, hasBaseImage } from './base-image.js'
import { ask, run } from './command.js'
import { findDaemon, startDaemon, stopDaemon } from './daemon.js'
import { cache, findProgram, isRoot, repository } from './machine.js'
import { SetupError, say } from './say.js'

const directory = join(cache, 'containerd-engine')
const packages = join(directory, 'packages')

/** Sockets need a short path (108 bytes), and pid files a place that a restart clears: below /run, not the clone. */
const runDirectory = `/run/evaluator-${createHash('sha256').update(repository).digest('hex').slice(0, 8)}`
const host = `unix://${runDirectory}/docker.sock`
const containerdSocket = join(runDirectory, 'containerd.sock')
const pidFiles = {
  dockerd: join(runDirectory, 'dockerd.pid'),
  containerd: join(runDirectory, 'containerd.pid'),
}

/**
 * Makes an engine with the containerd image store available, beside the default one, with the base image in it.
 * It keeps running, and is found again by the next call.
 * @returns {Promise<{ host: string } | undefined>} a value for DOCKER_HOST; undefined when the default engine
 *   has that store itself
 * @throws {SetupError} when there has to be a second engine, and this machine cannot have one
 */
export async function startContainerdEngine() {
  if (usesContainerdStore()) return undefined
  if (!isRunning()) await startEngine()
  if (!hasBaseImage({ DOCKER_HOST: host })) copyBaseImage()
  return { host }
}

/** Stops the engine that `startContainerdEngine` started; its images stay for the next start. */
export async function stopContainerdEngine() {
  const isStopped = await stopDaemon(pidFiles.dockerd, 'dockerd')
  await stopDaemon(pidFiles.containerd, 'containerd')
  unmountLeftovers()
  rmSync(runDirectory, { recursive: true, force: true })
  if (isStopped) say('stopped the engine with the containerd image store')
}

/** The engine leaves the mount of its builds' network behind, and with it the folder could not be removed. */
function unmountLeftovers() {
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
  for (const path of mounted) if (path.startsWith(`${runDirectory}/`)) ask('umount', [path])
}

/** @param {NodeJS.ProcessEnv} [env] DOCKER_HOST of another engine */
export function usesContainerdStore(env) {
  const status = ask('docker', ['info', '--format', '{{json .DriverStatus}}'], { env, seconds: 20 })
  return status?.includes('io.containerd.snapshotter') ?? false
}

function isRunning() {
  return findDaemon(pidFiles.dockerd, 'dockerd') !== undefined && usesContainerdStore({ DOCKER_HOST: host })
}

async function startEngine() {
  if (!isRoot()) {
    throw new SetupError(
      'a second engine, with the containerd image store, takes root: run as root, or do without it',
    )
  }
  const { dockerd, containerd, path } = findPrograms()
  const bridge = bridgeOptions()
  await stopContainerdEngine()
  mkdirSync(runDirectory, { mode: 0o700 })
  mkdirSync(directory, { recursive: true })
  say(`starting an engine with the containerd image store (logs in ${directory})`)
  await startContainerd(containerd, { PATH: path })
  await startDaemon({
    program: dockerd,
    args: [...dockerdOptions(), ...bridge],
    env: { PATH: path },
    log: join(directory, 'dockerd.log'),
    pidFile: pidFiles.dockerd,
    answers: () => usesContainerdStore({ DOCKER_HOST: host }),
  })
}

/**
 * The machine's own programs where they are new enough, else those of Debian 13. Not its runc: that one needs a
 * newer C library than Debian 12 has, and the machine's does.
 */
export function findPrograms() {
  const own = { dockerd: findProgram('dockerd'), containerd: findProgram('containerd') }
  const [, major] = /version (\d+)\./.exec((own.dockerd && ask(own.dockerd, ['--version'])) ?? '') ?? []
  const machinePath = `${process.env.PATH}:/usr/sbin`
  if (own.dockerd && own.containerd && Number(major) >= 25) {
    return { dockerd: own.dockerd, containerd: own.containerd, path: machinePath }
  }
  const [sbin, bin] = [join(packages, 'usr/sbin'), join(packages, 'usr/bin')]
  const programs = { dockerd: join(sbin, 'dockerd'), containerd: join(bin, 'containerd') }
  if (!existsSync(programs.dockerd) || !existsSync(programs.containerd)) {
    unpackDebian13Packages(['docker.io', 'containerd'], packages)
  }
  return { ...programs, path: `${sbin}:${bin}:${machinePath}` }
}

/**
 * A containerd of its own: by itself, dockerd would use the machine's wherever one runs.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
async function startContainerd(program, env) {
  const state = join(runDirectory, 'containerd')
  const config = join(directory, 'containerd.toml')
  writeFileSync(config, 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n')
  await startDaemon({
    program,
    args: [
      '--config',
      config,
      '--root',
      join(directory, 'containerd'),
      '--state',
      state,
      '--address',
      containerdSocket,
    ],
    env,
    log: join(directory, 'containerd.log'),
    pidFile: pidFiles.containerd,
    answers: () => existsSync(containerdSocket),
  })
}

/** Options of dockerd that keep the engine apart from the other one. */
function dockerdOptions() {
  const config = join(directory, 'daemon.json')
  writeFileSync(config, JSON.stringify({ features: { 'containerd-snapshotter': true } }))
  const options = {
    'config-file': config,
    'data-root': join(directory, 'data'),
    'exec-root': join(runDirectory, 'exec'),
    // Not ours: dockerd refuses a pid file that names a living process, even itself.
    pidfile: join(runDirectory, 'docker.pid'),
    containerd: containerdSocket,
    host,
  }
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
}

/** Both engines share the bridge and its firewall rules, which belong to the default one; a new bridge would replace it. */
export function bridgeOptions() {
  const networks = ask('docker', ['network', 'inspect', 'bridge'], { seconds: 20 })
  const [network] = JSON.parse(networks ?? '[]')
  const bridge = network?.Options?.['com.docker.network.bridge.name']
  /** @type {{ Subnet: string }[]} */
  const ranges = network?.IPAM?.Config ?? []
  const subnet = ranges.map(({ Subnet }) => Subnet).find((range) => range.includes('.'))
  if (!bridge || !subnet || !existsSync(`/sys/class/net/${bridge}`)) {
    throw new SetupError(
      `the default engine has no bridge on this machine (name ${bridge}, addresses ${subnet}) that a second engine could share: unset DOCKER_HOST, or let the default engine use the containerd image store`,
    )
  }
  const range = ['--bridge', bridge, '--fixed-cidr', sliceSubnet(subnet)]
  return [...range, '--iptables=false', '--ip6tables=false', '--ip-masq=false']
}

/**
 * The thirteenth of sixteen equal parts of an address range: 172.17.192.0/20 of 172.17.0.0/16. The default engine
 * counts up from the start of the range and does not get there.
 * @param {string} subnet IPv4, in CIDR notation
 */
export function sliceSubnet(subnet) {
  const [address = '', length = ''] = subnet.split('/')
  const part = Number(length) + 4
  const start = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0) + 12 * 2 ** (32 - part)
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256)
  return `${bytes.join('.')}/${part}`
}

function copyBaseImage() {
  if (!hasBaseImage())
    throw new SetupError(`${baseImage} is missing in the default engine: run node scripts/setup.js`)
  say(`copying ${baseImage} to the engine with the containerd image store`)
  const archive = join(directory, 'base-image.tar')
  run('docker', ['save', '--output', archive, baseImage])
  run('docker', ['--host', host, 'load', '--input', archive])
  rmSync(archive)
}
