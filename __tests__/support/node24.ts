import { spawn } from 'node:child_process'
import { findNode } from '../../sandbox/runner/environment.js'

/** Returns the URL of a compiled file of `src/`, for an import in a script. */
export function embedSource(path: string): string {
  return new URL(`../../src/${path}`, import.meta.url).href
}

export interface Ending {
  code: number | null
  stdout: string
  stderr: string
}

/**
 * Runs a module with the runner's Node.js, in a new process with only the given environment.
 * @param module source code, in which imports from `src/` resolve to the compiled files
 */
export function runNode24(module: string, env: Record<string, string> = {}): Promise<Ending> {
  return runNode(findNode(), module, env)
}

/** Runs a module with another Node.js. */
export async function runNode(
  program: string,
  module: string,
  env: Record<string, string> = {},
): Promise<Ending> {
  const text = module.replaceAll("'src/", `'${embedSource('')}`)
  const child = spawn(program, ['--input-type=module', '--eval', text], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      output[stream] += chunk
    })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, ...output }
}
