import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { unpackPackages } from './apt.js'
import { ask } from './command.js'
import { cache, findProgram, isRoot } from './machine.js'
import { SetupError, say } from './say.js'

/** @type {import('./requirement.js').Requirement} */
export const buildx = {
  name: 'buildx',
  find: () => ask('docker', ['buildx', 'version'], { seconds: 20 })?.split(' ')[1],
  obstacle: () =>
    findProgram('apt-get') ? undefined : 'install the buildx plugin of Docker (github.com/docker/buildx)',
  provide() {
    const unpacked = join(cache, 'docker-buildx')
    unpackPackages(['docker-buildx'], unpacked)
    const plugin = ['usr/libexec', 'usr/lib']
      .map((directory) => join(unpacked, directory, 'docker/cli-plugins/docker-buildx'))
      .find((path) => existsSync(path))
    if (!plugin) throw new SetupError(`the package docker-buildx contains no plugin: see ${unpacked}`)
    installPlugin(plugin, pluginDirectory())
  },
}

/** Installs the plugin for all users if permitted, else for this user. */
function pluginDirectory() {
  return isRoot()
    ? '/usr/local/lib/docker/cli-plugins'
    : join(process.env.DOCKER_CONFIG ?? join(homedir(), '.docker'), 'cli-plugins')
}

/**
 * @param {string} plugin
 * @param {string} directory
 */
function installPlugin(plugin, directory) {
  say(`adding buildx to ${directory}`)
  mkdirSync(directory, { recursive: true })
  copyFileSync(plugin, join(directory, 'docker-buildx'))
  chmodSync(join(directory, 'docker-buildx'), 0o755)
}
