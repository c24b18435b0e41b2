import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isProgram } from '../runtime/environment.js'
import type { PrivateConfig } from './client-config.js'

/** Where docker looks for the plugins of all users, after those that its configuration names, in this order. */
const SYSTEM_DIRECTORIES = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'].map(
  (parent) => join(parent, 'docker', 'cli-plugins'),
)

/** How a plugin knows that docker started it, and that it has docker's arguments and reads docker's variables. */
const AS_PLUGIN = { DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND: 'docker' }

/** A command, to be followed by `buildx` and its arguments. */
export interface DockerCommand {
  command: string
  env: Record<string, string>
}

/**
 * What runs buildx: its plugin, as docker would start it, which begins sooner without docker, that asks it first what it
 * is. Docker itself where its places hold no plugin that can be run: it says why.
 */
export function findBuildx({ pluginDirectories, env }: PrivateConfig): DockerCommand {
  const plugin = [...pluginDirectories, ...SYSTEM_DIRECTORIES]
    .map((directory) => join(directory, 'docker-buildx'))
    .find((path) => existsSync(path))
  return plugin !== undefined && isProgram(plugin)
    ? { command: plugin, env: { ...env, ...AS_PLUGIN } }
    : { command: 'docker', env }
}
