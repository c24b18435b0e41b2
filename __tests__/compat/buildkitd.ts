import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Engine } from '../support/engines.js'
import { cache } from './venv.js'

const execute = promisify(execFile)
/** Of the versions whose modules Go's proxy has, one that speaks to today's cache service of GitHub. */
const version = 'v0.25.0'
const daemon = 'github.com/moby/buildkit/cmd/buildkitd'

/** A BuildKit with an empty cache on a port of this machine, which takes only clients with a certificate of ours. */
export interface Buildkitd {
  /** Where it keeps its cache. */
  root: string
  /** Makes it a builder of buildx, by the `remote` driver. */
  createBuilder(name: string, env: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/** Puts an image, which a BuildKit elsewhere has not, into a registry that it reaches; the engine loses the name. */
export async function pushCopy(engine: Engine, image: string, name: string): Promise<void> {
  const env = { ...process.env, ...(engine.host && { DOCKER_HOST: engine.host }) }
  await execute('docker', ['tag', image, name], { env })
  // Minutes on a busy machine: the classic image store compresses it anew.
  await execute('docker', ['push', '--quiet', name], { env })
  await execute('docker', ['rmi', name], { env })
}

/** Takes root, as BuildKit mounts what it builds from, and runc for RUN instructions. */
export async function startBuildkitd(): Promise<Buildkitd> {
  const program = await prepareProgram()
  const folder = mkdtempSync(join(tmpdir(), 'buildkitd-'))
  const root = join(folder, 'root')
  const file = (name: string) => join(folder, name)
  await makeCertificates(file)
  const tls = ['--tlscacert', file('ca.pem'), '--tlscert', file('server.pem'), '--tlskey', file('server.key')]
  const worker = ['--containerd-worker=false', '--oci-worker=true', '--oci-worker-net=host']
  // Two of them would take each other's socket for traces.
  const traces = ['--otel-socket-path', file('traces.sock')]
  const args = ['--root', root, '--addr', 'tcp://127.0.0.1:0', ...tls, ...worker, ...traces]
  const child = spawn(program, args, {
    env: { PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endpoint = await address(child)
  return {
    root,
    async createBuilder(name, env) {
      const certificates = `cacert=${file('ca.pem')},cert=${file('client.pem')},key=${file('client.key')}`
      const driver = ['--driver', 'remote', '--driver-opt', certificates, `tcp://${endpoint}`]
      await execute('docker', ['buildx', 'create', '--name', name, ...driver], {
        env: { ...process.env, ...env },
      })
    },
    async close() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** Builds it with Go, once. A module of our own asks for it, since `go install` takes no module that excludes others. */
async function prepareProgram(): Promise<string> {
  const folder = join(cache, `buildkitd-${version}`)
  const program = join(folder, 'buildkitd')
  if (existsSync(program)) return program
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const options = { cwd: folder, env: { ...process.env, CGO_ENABLED: '0' }, maxBuffer: 16 * 1024 * 1024 }
  await execute('go', ['mod', 'init', 'buildkitd'], options)
  await execute('go', ['get', `${daemon}@${version}`], options)
  await execute('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', 'unfinished', daemon], options)
  renameSync(join(folder, 'unfinished'), program)
  return program
}

/** An authority, and a certificate of it for the server and the client each. */
async function makeCertificates(file: (name: string) => string): Promise<void> {
  const make = (name: string, ...more: string[]) =>
    execute('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-subj', `/CN=${name}`, '-keyout', file(`${name}.key`), '-out', file(`${name}.pem`), ...more],
    ])
  const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-addext', 'basicConstraints=CA:false']
  await make('ca')
  await make('server', ...signed, '-addext', 'subjectAltName=IP:127.0.0.1')
  await make('client', ...signed, '-addext', 'extendedKeyUsage=clientAuth')
}

async function address(child: ChildProcess): Promise<string> {
  const lines: string[] = []
  if (child.stderr)
    for await (const line of createInterface({ input: child.stderr })) {
      lines.push(line)
      const found = /running server on (127\.0\.0\.1:\d+)/.exec(line)?.[1]
      if (found) {
        child.stderr.resume()
        return found
      }
    }
  throw new Error(`buildkitd ended:\n${lines.join('\n')}`)
}
