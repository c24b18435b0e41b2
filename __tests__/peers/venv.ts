import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
export const cache = join(root, '.cache')

/**
 * A Python environment with the packages, made once below `.cache`.
 * @param requirements with versions: `kolena==1.69.0`
 * @returns the folder of its programs
 */
export function venv(name: string, ...requirements: string[]): string {
  const folder = join(cache, `venv-${name}`)
  const made = join(folder, 'requirements.txt')
  const wanted = `${requirements.join('\n')}\n`
  if (existsSync(made) && readFileSync(made, 'utf8') === wanted) return join(folder, 'bin')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  execFileSync('python3', ['-m', 'venv', folder])
  execFileSync(join(folder, 'bin', 'pip'), ['install', '-q', ...requirements], { stdio: 'inherit' })
  writeFileSync(made, wanted)
  return join(folder, 'bin')
}
