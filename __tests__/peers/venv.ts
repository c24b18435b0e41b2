import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../e2e/publishing.js'

/**
 * A Python environment below `.cache`, made once and used again while it holds the same packages.
 *
 * @param packages each with its version: `moto[server]==5.2.1`
 * @returns the folder of its programs
 */
export function venv(name: string, ...packages: string[]): string {
  const folder = join(root, '.cache', `venv-${name}`)
  const programs = join(folder, 'bin')
  const mark = join(folder, `${packages.join(' ').replaceAll('/', '_')}.installed`)
  if (existsSync(mark)) return programs
  mkdirSync(folder, { recursive: true })
  execFileSync('python3', ['-m', 'venv', '--clear', folder], { stdio: 'inherit' })
  execFileSync(join(programs, 'pip'), ['install', '-q', ...packages], { stdio: 'inherit' })
  writeFileSync(mark, '')
  return programs
}
