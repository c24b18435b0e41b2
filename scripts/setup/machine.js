import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** Root of the clone, found by its package.json, so that compiled copies in build/ also find it. */
export const repository = findRepository(import.meta.dirname)

/** Folder for all set-up files that need no root. Ignored by git. */
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

/** Returns whether Debian packages can be installed, which requires root and apt. */
export function canInstall() {
  return isRoot() && findProgram('apt-get') !== undefined
}

/**
 * Returns the path of a program. Also searches the sbin directories, which are not on the PATH of regular users.
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
