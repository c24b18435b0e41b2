import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PrivateConfig } from './client-config.js'

/** Where docker looks for the plugins of all users, after those that its configuration names, in this order. */
const SYSTEM_DIRECTORIES = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'].map(
  (parent) => join(parent, 'docker', 'cli-plugins'),
)

/**
 * The command that is buildx: the plugin that docker would start, which is a program of its own and starts sooner
 * without docker, that asks it first what it is. `docker buildx` where docker's places hold none: docker says why.
 */
export function findBuildx({ pluginDirectories }: PrivateConfig): [command: string, ...args: string[]] {
  const plugin = [...pluginDirectories, ...SYSTEM_DIRECTORIES]
    .map((directory) => join(directory, 'docker-buildx'))
    .find((path) => existsSync(path))
  return plugin !== undefined && isProgram(plugin) ? [plugin] : ['docker', 'buildx']
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
