import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { account, type Handler, region } from '../../sandbox/lambda/index.js'
import { startRuntimeApi } from '../../sandbox/lambda/runtime-api.js'
import { listenOnFreePort } from '../../src/util/listen.js'
import { docker, engines } from '../support/engines.js'
import { root } from '../support/publishing.js'
import { type Emulator, emulatorFolder } from './emulators.js'
import { prepareVenv } from './venv.js'

// Named build contexts need a recent BuildKit, which the engine with the containerd store has.
const engine = engines.at(-1) ?? { name: '', host: '' }
const example = join(root, 'examples/lambda-evaluation')
const pythonImage = 'evaluator-base:bookworm'

/** Builds the example's image with packages from PyPI. With an emulator, builds the local variant. */
export async function buildExample(tag: string, emulator?: Emulator): Promise<void> {
  const script = 'import sys; print("%d.%d" % sys.version_info[:2])'
  const version = await docker(engine, 'run', '--rm', pythonImage, 'python3', '-c', script)
  const packages = mkdtempSync(join(tmpdir(), 'lambda-packages-'))
  const program = emulator && emulatorFolder(emulator)
  try {
    const pip = join(await prepareVenv('pip==25.3'), 'pip')
    const target = ['--target', join(packages, 'opt/packages'), '--python-version', version]
    const wheels = ['--platform', 'manylinux2014_x86_64', '--only-binary=:all:']
    execFileSync(pip, ['install', '-q', ...target, ...wheels, '-r', join(example, 'requirements.txt')])
    const contexts = ['--build-context', `packages=${packages}`]
    if (program) contexts.push('--build-context', `emulator=${program}`, '--target', 'local')
    const options = [
      '--load',
      '--provenance=false',
      '--build-arg',
      `PYTHON_IMAGE=${pythonImage}`,
      ...contexts,
    ]
    await docker(engine, 'buildx', 'build', '--quiet', ...options, '--tag', tag, example)
  } finally {
    for (const folder of [packages, program]) if (folder) rmSync(folder, { recursive: true })
  }
}

/** An image that runs on a local machine, as described in the example's README. */
export interface LocalRun {
  /** Posts an event to the invocation endpoint and returns the reply. */
  invoke(event: string): Promise<unknown>
  log(): Promise<string>
  close(): Promise<void>
}

/** Runs an image with an emulator in it. Loopback addresses are replaced by ones that the container can reach. */
export async function runLocally(tag: string, env: Record<string, string>): Promise<LocalRun> {
  const gateway = await openGateway(tag, new URL(env.AWS_ENDPOINT_URL ?? ''))
  const variables = Object.entries({ ...env, AWS_ENDPOINT_URL: gateway.url })
  const flags = variables.flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const id = await docker(engine, 'run', '--detach', '--publish', '127.0.0.1::8080', ...flags, tag)
  const [address] = (await docker(engine, 'port', id, '8080')).split('\n')
  const url = `http://${address}/2015-03-31/functions/function/invocations`
  return {
    invoke: async (body) => {
      const request = () => fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(60_000) })
      // The port accepts connections before the program in the container listens.
      for (let attempt = 0; attempt < 50; attempt++) {
        const answer = await request().catch(() => undefined)
        if (answer) return await answer.json()
        await sleep(200)
      }
      throw new Error(`the emulator does not answer: ${await docker(engine, 'logs', id)}`)
    },
    log: () => docker(engine, 'logs', id),
    close: async () => {
      await docker(engine, 'rm', '--force', id)
      await gateway.close()
    },
  }
}

/** Prints the host's address in the container's network: its default route, listed in reversed hexadecimal. */
const ROUTE = `
rows = [line.split() for line in open("/proc/net/route")]
gateway = next(row[2] for row in rows if row[1] == "00000000")
print(".".join(str(byte) for byte in reversed(bytes.fromhex(gateway))))
`

/** Forwards connections from containers to a server on this machine's loopback. */
async function openGateway(
  tag: string,
  { hostname, port }: URL,
): Promise<{ url: string; close(): Promise<void> }> {
  const address = await docker(engine, 'run', '--rm', '--entrypoint', 'python3', tag, '-c', ROUTE)
  const server = createServer((client) => {
    const target = connect(Number(port), hostname)
    for (const side of [client, target]) side.on('error', () => {})
    client.pipe(target).pipe(client)
  })
  const taken = await listenOnFreePort(server, address)
  const close = async () => {
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://${address}:${taken}`, close }
}

/** Runs an image on the engine as Lambda would, and returns a function that invokes it. */
export async function runOnLambda(
  tag: string,
  env: Record<string, string>,
): Promise<{ handler: Handler; close(): Promise<void> }> {
  const runtime = await startRuntimeApi(`arn:aws:lambda:${region}:${account}:function:evaluate`)
  const variables = { ...env, AWS_LAMBDA_RUNTIME_API: runtime.address, AWS_LAMBDA_FUNCTION_NAME: 'evaluate' }
  const flags = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const name = `lambda-${process.pid}`
  const container = spawn('docker', ['run', '--rm', '--name', name, '--network', 'host', ...flags, tag], {
    env: { ...process.env, ...(engine.host && { DOCKER_HOST: engine.host }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [container.stdout, container.stderr])
    stream.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString('utf8')).slice(-4096)
    })
  const close = async () => {
    await docker(engine, 'rm', '--force', name)
    await runtime.close()
  }
  const handler: Handler = async (event) => {
    const before = log
    const reply = await runtime.invoke(event, 60)
    // The engine delivers the image's output in pieces, shortly after the reply.
    for (let wait = 0; log === before && wait < 100; wait++) await sleep(50)
    for (let last = ''; last !== log; await sleep(500)) last = log
    return { ...reply, log }
  }
  return { handler, close }
}
