import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

interface RegistryProcess {
  /** `127.0.0.1:PORT`. */
  host: string
  /** Resolves after `stop`. Rejects with the end of the log if the process exits on its own. */
  stopped: Promise<void>
  stop(): Promise<void>
}

const START_LIMIT_MS = 15_000
const LOG_LIMIT_CHARACTERS = 16_000

/** Returns the path of `docker-registry`, on PATH or in the set-up script's folder. Throws if it is in neither. */
export function findProgram(): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), resolve('.cache/docker-registry/usr/bin')]
  const program = folders.map((folder) => join(folder, 'docker-registry')).find(isProgram)
  if (program) return program
  throw new Error('docker-registry is not installed: run `node scripts/setup.js`, or install that package')
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs `docker-registry serve` and resolves when it answers. */
export async function startProcess(program: string, config: string): Promise<RegistryProcess> {
  // Inherits no environment, because REGISTRY_… variables would override the configuration.
  const child = spawn(program, ['serve', config], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] })
  const log = collectLog(child)
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)

  let stopping = false
  const stopped = waitForEnd(child).then((ending) => {
    process.off('exit', kill)
    if (!stopping) throw new Error(`${program} ended by itself (${ending})\n${log.text()}`.trim())
  })
  // Callers that await it see the failure, but they need not await it.
  stopped.catch(() => {})
  const stop = () => {
    stopping = true
    child.kill('SIGTERM')
    return stopped
  }

  try {
    const host = await Promise.race([log.address, stopped.then(() => ''), timeout(log)])
    await fetch(`http://${host}/v2/`)
    return { host, stopped, stop }
  } catch (error) {
    kill()
    throw error
  }
}

async function waitForEnd(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'close')
    return signal ? `signal ${signal}` : `exit code ${code}`
  } catch (error) {
    return `cannot be started: ${(error as Error).message}`
  }
}

interface Log {
  text(): string
  /** The address after "listening on". */
  address: Promise<string>
}

function collectLog(child: ChildProcess): Log {
  let text = ''
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text = (text + chunk).slice(-LOG_LIMIT_CHARACTERS)
        const found = /listening on (127\.0\.0\.1:\d+)/.exec(text)?.[1]
        if (found) resolve(found)
      })
    }
  })
  return { text: () => text, address }
}

function timeout(log: Log): Promise<never> {
  return new Promise((_, reject) => {
    const report = () => reject(new Error(`docker-registry is not ready after 15 s:\n${log.text()}`))
    setTimeout(report, START_LIMIT_MS).unref()
  })
}
