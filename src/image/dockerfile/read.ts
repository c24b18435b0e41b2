import { readFileSync, statSync } from 'node:fs'

/** Returns the text of a Dockerfile, or undefined if it cannot be read. Reading a pipe or device might never end. */
export function readDockerfile(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}
