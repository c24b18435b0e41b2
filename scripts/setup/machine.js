import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** Root of the clone. Found by its package.json, so that compiled copies below build/ find it as well. */
export const repository = findRepository(import.meta.dirname)

/** Where everything lives that the set-up keeps and that needs no root. Ignored by git. */
export const cache = join(repository, '.cache')

/**
 * @param {string} directory
 * @returns {string}
 */
function findRepository(directory) {
  return existsSync(join(directory, 'package.json')) ? directory : findRepository(dirname(directory))
}

export function isRoot() {
  return process.getuid?.() === 0
}

/** Root with apt: what it takes to install Debian packages. */
export function canInstall() {
  return isRoot() && findProgram('apt-get') !== undefined
}

/**
 * Path of a program. Looks into the sbin directories too, which the PATH of a plain user leaves out.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
    .map((directory) => join(directory, name))
    .find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
