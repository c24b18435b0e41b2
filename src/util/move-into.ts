import { cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Moves a file or a directory. Adds the files to a directory that exists, and replaces links in it: a link could lead
 * anywhere, and Node.js 24 copies through it.
 */
export function moveInto(source: string, destination: string): void {
  mkdirSync(dirname(destination), { recursive: true })
  try {
    renameSync(source, destination)
  } catch {
    // The destination is on another disk, or is a directory with files.
    if (lstatSync(source).isDirectory()) removeLinks(source, destination)
    cpSync(source, destination, { recursive: true, verbatimSymlinks: true })
    rmSync(source, { recursive: true })
  }
}

/** Removes the links in a directory whose places are needed. A directory comes before its content. */
function removeLinks(source: string, destination: string): void {
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const place = join(destination, path)
    if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(place)
  }
}
