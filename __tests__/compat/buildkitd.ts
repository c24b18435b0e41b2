import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { docker, type Engine } from '../support/engines.js'
import { cache } from './venv.js'

const execute = promisify(execFile)
/** A version in Go's module proxy that supports GitHub's current cache service. */
const version = 'v0.25.0'
const daemon = 'github.com/moby/buildkit/cmd/buildkitd'

/** A BuildKit with an empty cache on a local port, which accepts only clients with our certificate. */
export interface Buildkitd {
  /** The folder of its cache. */
  root: string
  /** An address for programs of this machine, a value for BUILDKIT_HOST. It requires no certificate. */
  local: string
  /** Adds it to buildx as a builder with the `remote` driver. @param options of the node, such as `--append` */
  createBuilder(name: string, env: Record<string, string>, ...options: string[]): Promise<void>
  /** Stops it, if it still runs. */
  close(): Promise<void>
}

/** Moves an image from the engine to a registry that a remote BuildKit can reach. The engine loses the name. */
export async function pushCopy(engine: Engine, image: string, name: string): Promise<void> {
  const env = { ...process.env, ...(engine.host && { DOCKER_HOST: engine.host }) }
  await execute('docker', ['tag', image, name], { env })
  // Takes minutes on a busy machine, because the classic image store compresses the image again.
  await execute('docker', ['push', '--quiet', name], { env })
  await execute('docker', ['rmi', name], { env })
}

/** Starts it. Needs root, because BuildKit mounts its inputs, and runc for RUN instructions. */
export async function startBuildkitd(): Promise<Buildkitd> {
  const program = await prepareProgram('buildkitd', daemon, version)
  const folder = mkdtempSync(join(tmpdir(), 'buildkitd-'))
  const root = join(folder, 'root')
  const file = (name: string) => join(folder, name)
  await makeCertificates(file)
  const tls = ['--tlscacert', file('ca.pem'), '--tlscert', file('server.pem'), '--tlskey', file('server.key')]
  const worker = ['--containerd-worker=false', '--oci-worker=true', '--oci-worker-net=host']
  // Two instances would share one socket for traces.
  const traces = ['--otel-socket-path', file('traces.sock')]
  const local = `unix://${file('buildkitd.sock')}`
  const args = ['--root', root, '--addr', local, '--addr', 'tcp://127.0.0.1:0', ...tls, ...worker, ...traces]
  const child = spawn(program, args, {
    env: { PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endpoint = await address(child)
  return {
    root,
    local,
    async createBuilder(name, env, ...options) {
      const certificates = `cacert=${file('ca.pem')},cert=${file('client.pem')},key=${file('client.key')}`
      const driver = ['--driver', 'remote', '--driver-opt', certificates, ...options, `tcp://${endpoint}`]
      await execute('docker', ['buildx', 'create', '--name', name, ...driver], {
        env: { ...process.env, ...env },
      })
    },
    async close() {
      const ended = once(child, 'exit')
      if (child.kill()) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Builds an image for the `docker-container` driver in an engine, like `moby/buildkit`: BuildKit's programs and this
 * machine's runc with its libraries.
 */
export async function buildBuildkitImage(engine: Engine, name: string): Promise<void> {
  const context = mkdtempSync(join(tmpdir(), 'buildkit-image-'))
  const bin = join(context, 'usr/bin')
  mkdirSync(bin, { recursive: true })
  copyFileSync(await prepareProgram('buildkitd', daemon, version), join(bin, 'buildkitd'))
  copyFileSync(await prepareBuildctl(), join(bin, 'buildctl'))
  const runc = 'runc=$(command -v runc); cp "$runc" usr/bin/buildkit-runc'
  const libraries =
    'for file in $(ldd "$runc" | grep -o "/[^ ]*"); do cp --parents --dereference "$file" .; done'
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }
  await execute('sh', ['-euc', `${runc}; ${libraries}`], { cwd: context, env })
  const lines = ['FROM scratch', 'COPY . /', 'WORKDIR /tmp', 'ENV PATH=/usr/bin', 'ENTRYPOINT ["buildkitd"]']
  writeFileSync(join(context, 'Dockerfile'), `${lines.join('\n')}\n`)
  writeFileSync(join(context, '.dockerignore'), 'Dockerfile\n.dockerignore\n')
  await docker(engine, 'build', '--quiet', '--tag', name, context)
  rmSync(context, { recursive: true })
}

/** Builds BuildKit's client once, and returns its path. */
export function prepareBuildctl(): Promise<string> {
  return prepareProgram('buildctl', 'github.com/moby/buildkit/cmd/buildctl', version)
}

/**
 * Builds a program once with Go, and returns its path. Uses a module of our own, since `go install` refuses modules with
 * exclude directives.
 *
 * @param path the package, such as `github.com/moby/buildkit/cmd/buildkitd`
 * @param source a program of our own that uses the package, and is built in its place
 */
export async function prepareProgram(
  name: string,
  path: string,
  version: string,
  source?: string,
): Promise<string> {
  const edition = source ? `-${createHash('sha256').update(source).digest('hex').slice(0, 8)}` : ''
  const folder = join(cache, `${name}-${version}${edition}`)
  const program = join(folder, name)
  if (existsSync(program)) return program
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const options = { cwd: folder, env: { ...process.env, CGO_ENABLED: '0' }, maxBuffer: 16 * 1024 * 1024 }
  await execute('go', ['mod', 'init', name], options)
  await execute('go', ['get', `${path}@${version}`], options)
  if (source) writeFileSync(join(folder, 'main.go'), source)
  const built = source ? '.' : path
  await execute('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', 'unfinished', built], options)
  renameSync(join(folder, 'unfinished'), program)
  return program
}

/** Creates an authority, and one certificate each for the server and the client. */
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
