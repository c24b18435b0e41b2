import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.js'
import { findProgram, repository } from './machine.js'
import { say } from './say.js'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Lock */

/** The packages that everything needs. */
export const npmPackages = packagesOf('npm packages', repository)

/**
 * Returns the requirement for the packages in a folder's package-lock.json.
 * @param {string} name
 * @param {string} folder
 * @returns {import('./requirement.js').Requirement}
 */
export function packagesOf(name, folder) {
  return {
    name,
    find: () => findPackages(folder),
    obstacle: () => (findProgram('npm') ? undefined : 'install npm (on Debian: apt-get install npm)'),
    provide() {
      say(`installing the ${name} of package-lock.json`)
      run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
    },
  }
}

/**
 * npm records installed packages in its own lockfile. If that equals ours, the packages are up to date.
 * @param {string} folder
 */
function findPackages(folder) {
  const note = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return undefined
  const installed = readLock(note)
  return isInstalled(readLock(join(folder, 'package-lock.json')), installed)
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
 * Returns whether exactly the wanted packages are installed. An optional package may be absent if it is for
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
