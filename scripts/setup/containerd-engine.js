import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { unpackDebian13Packages } from './apt.js'
import { baseImage, hasImage } from './base-image.js'
import { ask, run } from './command.js'
import { cache, findProgram, isRoot } from './machine.js'
import { SetupError, say } from './say.js'
import { isRunning, placeEngine, startEngineAt, stopEngineAt, storeOf } from './second-engine.js'

const directory = join(cache, 'containerd-engine')
const packages = join(directory, 'packages')
const engine = placeEngine(directory)

/** The lowest major version of dockerd that has the image store. */
const oldest = { classic: 0, containerd: 25 }

/**
 * Starts an engine with the containerd image store and the base image, in addition to the default one.
 * It keeps running, and the next call reuses it.
 * @returns {Promise<{ host: string } | undefined>} a value for DOCKER_HOST; undefined if the default engine
 *   already has that store
 * @throws {SetupError} if a second engine is needed and this machine cannot run one
 */
export async function startContainerdEngine() {
  if (usesContainerdStore()) return undefined
  const { host } = engine
  if (!isRunning(engine) || !usesContainerdStore({ DOCKER_HOST: host })) await startEngine()
  if (!hasImage(baseImage, { DOCKER_HOST: host })) copyBaseImage(engine)
  return { host }
}

/** Stops the engine that `startContainerdEngine` started. Its images remain for the next start. */
export async function stopContainerdEngine() {
  if (await stopEngineAt(engine)) say('stopped the engine with the containerd image store')
}

/** @param {NodeJS.ProcessEnv} [env] DOCKER_HOST of another engine */
export function usesContainerdStore(env) {
  return storeOf(env) === 'containerd'
}

async function startEngine() {
  requireRoot()
  const [programs, bridge] = [findPrograms(), bridgeOptions()]
  say(`starting an engine with the containerd image store (logs in ${directory})`)
  await startEngineAt(engine, 'containerd', programs, bridge)
}

/** @throws {SetupError} */
export function requireRoot() {
  if (!isRoot()) throw new SetupError('a second engine requires root: run as root, or skip it')
}

/**
 * Returns the machine's own programs if they are new enough, else those of Debian 13 except its runc, which needs a
 * newer C library than Debian 12 has. The machine's own runc is sufficient.
 * @param {'classic' | 'containerd'} [store]
 */
export function findPrograms(store = 'containerd') {
  const own = { dockerd: findProgram('dockerd'), containerd: findProgram('containerd') }
  const [, major] = /version (\d+)\./.exec((own.dockerd && ask(own.dockerd, ['--version'])) ?? '') ?? []
  const machinePath = `${process.env.PATH}:/usr/sbin`
  if (own.dockerd && own.containerd && Number(major) >= oldest[store]) {
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
 * All engines share the bridge and firewall rules of the default engine, because a new bridge would replace it.
 * @param {number} [slice] of the bridge's addresses, unique for each concurrent engine
 */
export function bridgeOptions(slice) {
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
  const range = ['--bridge', bridge, '--fixed-cidr', sliceSubnet(subnet, slice)]
  return [...range, '--iptables=false', '--ip6tables=false', '--ip-masq=false']
}

/**
 * Returns one of sixteen equal parts of an address range: part 12 of 172.17.0.0/16, from zero, is 172.17.192.0/20. The
 * default engine assigns addresses from the start of the range and does not reach the last parts.
 * @param {string} subnet IPv4, in CIDR notation
 */
export function sliceSubnet(subnet, slice = 12) {
  const [address = '', length = ''] = subnet.split('/')
  const part = Number(length) + 4
  const start =
    address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0) + slice * 2 ** (32 - part)
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256)
  return `${bytes.join('.')}/${part}`
}

/**
 * Copies the base image from the default engine to another one.
 * @param {import('./second-engine.js').SecondEngine} engine
 */
export function copyBaseImage({ directory, host }) {
  if (!hasImage(baseImage))
    throw new SetupError(`${baseImage} is missing in the default engine: run node scripts/setup.js`)
  say(`copying ${baseImage} to the engine at ${host}`)
  const archive = join(directory, 'base-image.tar')
  run('docker', ['save', '--output', archive, baseImage])
  run('docker', ['--host', host, 'load', '--input', archive])
  rmSync(archive)
}
