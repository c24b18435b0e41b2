import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { account, type Handler, region } from '../../sandbox/lambda/index.js'
import { startRuntimeApi } from '../../sandbox/lambda/runtime-api.js'
import { docker, engines } from '../e2e/engines.js'
import { root } from '../e2e/publishing.js'
import { pythonImage } from './python-image.js'
import { prepareVenv } from './venv.js'

// Build contexts take BuildKit of its own: the engine with the containerd store has it.
const engine = engines.at(-1) ?? { name: '', host: '' }
const example = join(root, 'examples/lambda-evaluation')

/** Builds the example's image, with packages from PyPI for the Python of its base. */
export async function buildExample(tag: string): Promise<void> {
  const { image, version } = await pythonImage(engine)
  const packages = mkdtempSync(join(tmpdir(), 'lambda-packages-'))
  try {
    const pip = join(await prepareVenv('pip==25.3'), 'pip')
    const target = ['--target', join(packages, 'opt/packages'), '--python-version', version]
    const wheels = ['--platform', 'manylinux2014_x86_64', '--only-binary=:all:']
    execFileSync(pip, ['install', '-q', ...target, ...wheels, '-r', join(example, 'requirements.txt')])
    const contexts = ['--build-context', `packages=${packages}`]
    const options = ['--load', '--provenance=false', '--build-arg', `PYTHON_IMAGE=${image}`, ...contexts]
    await docker(engine, 'buildx', 'build', '--quiet', ...options, '--tag', tag, example)
  } finally {
    rmSync(packages, { recursive: true })
  }
}

/** Runs an image on the engine as Lambda would, and gives what invokes it. */
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
    // What the image prints comes by way of the engine, and so a moment after its reply.
    for (let wait = 0; log === before && wait < 100; wait++) await sleep(50)
    return { ...reply, log }
  }
  return { handler, close }
}
