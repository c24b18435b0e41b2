import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.js'
import { findProgram, repository } from './machine.js'
import { say } from './say.js'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Lock */

/** @type {import('./requirement.js').Requirement} */
export const npmPackages = {
  name: 'npm packages',
  find: findPackages,
  obstacle: () => (findProgram('npm') ? undefined : 'install npm (on Debian: apt-get install npm)'),
  provide() {
    say('installing the npm packages of package-lock.json')
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: repository })
  },
}

/** npm notes what it installed in a lockfile of its own: equal to ours means up to date, whatever the times say. */
function findPackages() {
  const note = join(repository, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return undefined
  const installed = readLock(note)
  return isInstalled(readLock(join(repository, 'package-lock.json')), installed)
    ? `${Object.keys(installed).length}`
    : undefined
}

/**
 * @param {string} path
 * @returns {Lock}
 */
function readLock(path) {
  const { '': _root, ...packages } = JSON.parse(readFileSync(path, 'utf8')).packages
  return packages
}

/**
 * Whether all that is wanted is installed, and nothing else. An optional package may be absent: it is for
 * another platform.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isInstalled(wanted, installed) {
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
      const there = installed[path]
      if (!there) return optional === true || devOptional === true
      return there.version === version && there.integrity === integrity
    })
  )
}
