import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { docker, type Engine } from '../support/engines.js'
import { root } from './venv.js'

/** An engine for one test, with the given environment. Its containers have no addresses of their own. */
export interface OwnEngine extends Engine {
  close(): Promise<void>
}

export const stores = ['classic', 'containerd'] as const

/**
 * Starts it in its own namespaces, so that killing its first process also removes the others and all mounts.
 * Needs root, like every engine.
 */
export async function startOwnEngine(
  store: (typeof stores)[number],
  env: Record<string, string>,
): Promise<OwnEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'))
  const host = `unix://${folder}/docker.sock`
  const config = join(folder, 'daemon.json')
  writeFileSync(config, JSON.stringify({ features: { 'containerd-snapshotter': store === 'containerd' } }))
  const places = { 'data-root': 'data', 'exec-root': 'exec', pidfile: 'docker.pid' }
  const { program, path, bridge } = findEngine(store)
  const options = [
    ...['--host', host, '--config-file', config, ...bridge],
    ...Object.entries(places).flatMap(([name, place]) => [`--${name}`, join(folder, place)]),
  ]
  // Hides the machine's containerd, which the engine would otherwise use instead of its own.
  const hide = 'if [ -d /run/containerd ]; then mount -t tmpfs none /run/containerd; fi'
  const script = `${hide}; exec "$0" "$@" > ${folder}/log 2>&1`
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
  const child = spawn('unshare', [...namespaces, 'sh', '-c', script, program, ...options], {
    env: { ...env, PATH: path },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, maxRetries: 10, retryDelay: 200 })
  }
  const engine = { name: `the ${store} image store`, host, close }
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break
    if (await answers(engine)) return engine
    await sleep(200)
  }
  const log = readFileSync(join(folder, 'log'), 'utf8').slice(-2000)
  await close()
  throw new Error(`the engine does not answer; the end of its log:\n${log}`)
}

async function answers(engine: Engine): Promise<boolean> {
  return await docker(engine, 'version').then(
    () => true,
    () => false,
  )
}

/**
 * Returns the machine's engine for the classic store, and the one from `scripts/setup` for the containerd store.
 * Both share the bridge of the machine's engine, because an engine without a bridge removes it.
 */
function findEngine(store: (typeof stores)[number]): { program: string; path: string; bridge: string[] } {
  const setup = join(root, 'scripts/setup/containerd-engine.js')
  const programs =
    store === 'classic'
      ? `{ dockerd: 'dockerd', path: '${process.env.PATH}:/usr/sbin:/sbin' }`
      : 'setup.findPrograms()'
  const script = `import(${JSON.stringify(setup)}).then((setup) =>
    console.log(JSON.stringify({ ...${programs}, bridge: setup.bridgeOptions() })))`
  const output = execFileSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { dockerd: program, path, bridge } = JSON.parse(output)
  return { program, path, bridge }
}
