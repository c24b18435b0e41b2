import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
/** The folder that keeps downloads and builds of the suites between runs. */
export const cache = join(root, '.cache')
const execute = promisify(execFile)

/**
 * Returns a Python virtual environment with one client, which is created once in `.cache` and then reused.
 * @param requirement with a fixed version: `kolena==1.69.0`
 * @param others additional packages that the client needs, also with fixed versions
 * @returns the folder with its programs
 */
export async function prepareVenv(requirement: string, ...others: string[]): Promise<string> {
  const wanted = [requirement, ...others].join(' ')
  const folder = join(cache, `venv-${wanted.replaceAll(/[^\w.]+/g, '-')}`)
  const bin = join(folder, 'bin')
  // Written last, so that an incomplete environment is never reused.
  const ready = join(folder, 'ready')
  if (existsSync(ready)) return bin
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await execute('python3', ['-m', 'venv', folder])
  await execute(join(bin, 'pip'), ['install', '--quiet', requirement, ...others], {
    maxBuffer: 16 * 1024 * 1024,
  })
  writeFileSync(ready, '')
  return bin
}

/** Runs a program of the environment and returns its output. Asynchronous, because this process may serve it. */
export async function runClient(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const { PATH = '' } = process.env
  const { stdout } = await execute(program, args, { env: { PATH, HOME: '/nonexistent', ...env } })
  return stdout
}
