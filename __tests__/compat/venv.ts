import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Where what the suites download and make is kept from one run to the next. */
export const cache = join(root, '.cache')
const execute = promisify(execFile)

/**
 * A virtual environment of Python with one client in it, made once below `.cache` and then reused.
 * @param requirement with a fixed version: `kolena==1.69.0`
 * @param others what the client needs and does not bring along, with fixed versions too
 * @returns the folder of its programs
 */
export async function prepareVenv(requirement: string, ...others: string[]): Promise<string> {
  const wanted = [requirement, ...others].join(' ')
  const folder = join(cache, `venv-${wanted.replaceAll(/[^\w.]+/g, '-')}`)
  const bin = join(folder, 'bin')
  // Written last, so that half an environment is never taken for a whole one.
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

/** Runs a program of the environment and gives what it prints. Side by side with this process, which may serve it. */
export async function runClient(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const { PATH = '' } = process.env
  const { stdout } = await execute(program, args, { env: { PATH, HOME: '/nonexistent', ...env } })
  return stdout
}
