import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from '../../sandbox/runner/environment.js'
import { type Engine, engines } from './engines.js'
import { type Publishing, root, token } from './publishing.js'

export interface Ended {
  code: number | null
  /** The signal that ended it, if it did not exit on its own. */
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** The Node.js of this machine. npm puts the runner's Node.js before it on PATH. */
function findOwnNode(): string {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  return folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path)) ?? process.execPath
}

/** The Node.js of this machine and the runner's Node.js, each with one of the engines. */
export const machines: { name: string; node: string; engine: Engine }[] = [findOwnNode(), findNode()].map(
  (node, index) => {
    const engine = engines[index % engines.length] as Engine
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
    return { name: `Node.js ${version} and ${engine.name}`, node, engine }
  },
)

/** The environment of a person, without GitHub's variables. */
export function shellEnvironment({ sandbox, temp, engine }: Publishing): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    TMPDIR: temp,
    XDG_CACHE_HOME: temp,
    KOLENA_TOKEN: token,
    KOLENA_API_URL: sandbox.url,
    ...(engine.host && { DOCKER_HOST: engine.host }),
  }
}

/**
 * Runs the command line in the workspace, in its own process group, as a shell does.
 * @param program Node.js, or another program and a function that builds its arguments
 */
export async function runCommand(
  job: Publishing,
  program: string,
  args: readonly string[],
  env: Record<string, string | undefined> = {},
  onText: (text: string, child: ChildProcess) => void = () => {},
  written: (bin: string, args: readonly string[]) => string[] = (bin, args) => [bin, ...args],
): Promise<Ended> {
  const options = { cwd: job.workspace, env: { ...shellEnvironment(job), ...env }, onText }
  return await spawnProgram(program, written(join(root, 'bin/evaluator-action.js'), args), options)
}

/** Runs a program in its own process group and returns how it ended. */
export async function spawnProgram(
  program: string,
  args: readonly string[],
  {
    cwd,
    env,
    onText = () => {},
  }: {
    cwd: string
    env: Record<string, string | undefined>
    onText?: (text: string, child: ChildProcess) => void
  },
): Promise<Ended> {
  const child = spawn(program, args, {
    ...{ cwd, env, detached: true, timeout: 120_000 },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text
      onText(text, child)
    })
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...output }))
  })
}

/** Returns the flags that publish the workspace to the sandbox. */
export function flagsOf({ sandbox }: Publishing): string[] {
  return [
    ...['--workflow', 'Keypoint Detection', '--evaluator-name', 'evaluate_keypoint_detection'],
    ...['--image', 'keypoint_detection_evaluator', '--registry', sandbox.registry.host],
  ]
}
