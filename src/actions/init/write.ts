import { lstatSync, mkdirSync, type Stats, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ActionError, messageOf } from '../../runtime/errors.js'

/** A file to write, unless there is one. */
export interface NewFile {
  path: string
  text: string
}

/** Returns the files that are not there yet. Throws an error if the folder of one is a link, before anything is written. */
export function missingFiles(files: readonly NewFile[]): NewFile[] {
  return files.filter(({ path }) => {
    for (const folder of foldersOf(path)) {
      const stats = statsOf(folder)
      if (stats === undefined) return true
      if (!stats.isDirectory())
        throw new ActionError(
          `${folder} is ${stats.isSymbolicLink() ? 'a link, which may lead out of the repository' : 'not a directory'}, so ${path} cannot be written. Nothing was written. Move it away first.`,
        )
    }
    return statsOf(path) === undefined
  })
}

/** Creates a file and its folders. Never replaces a file, and never follows a link in its place. */
export function createFile({ path, text }: NewFile): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
  } catch (cause) {
    throw new ActionError(`${path} cannot be written: ${messageOf(cause)}`, { cause })
  }
}

/** Returns the folders of a file from the root down. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}
