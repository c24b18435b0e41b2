import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isProgram } from '../runtime/environment.js'
import type { PrivateConfig } from './client-config.js'

/**
 * The directories where docker looks for the plugins of all users, in this order, after those in its configuration.
 */
const SYSTEM_DIRECTORIES = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'].map(
  (parent) => join(parent, 'docker', 'cli-plugins'),
)

/** Tells a plugin that docker started it, so that it expects docker's arguments and reads docker's variables. */
const AS_PLUGIN = { DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND: 'docker' }

/** A command, to be followed by `buildx` and its arguments. */
export interface DockerCommand {
  command: string
  env: Record<string, string>
}

/**
 * Returns the command that runs buildx: its plugin directly, because docker would first start the plugin once to
 * identify it. Returns docker itself if its directories contain no executable plugin: docker then explains the problem.
 */
export function findBuildx({ pluginDirectories, env }: PrivateConfig): DockerCommand {
  const plugin = [...pluginDirectories, ...SYSTEM_DIRECTORIES]
    .map((directory) => join(directory, 'docker-buildx'))
    .find((path) => existsSync(path))
  return plugin !== undefined && isProgram(plugin)
    ? { command: plugin, env: { ...env, ...AS_PLUGIN } }
    : { command: 'docker', env }
}
