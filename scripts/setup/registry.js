import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { unpackPackages } from './apt.js'
import { cache, findProgram } from './machine.js'
import { SetupError } from './say.js'

const unpacked = join(cache, 'docker-registry')

/** @type {import('./requirement.js').Requirement} */
export const registry = {
  name: 'docker-registry',
  find: lookForRegistry,
  obstacle: () =>
    findProgram('apt-get')
      ? undefined
      : 'put the program docker-registry (the OCI distribution registry) on the PATH',
  // Only unpacked, because the installed package would start a registry on port 5000.
  provide: () => unpackPackages(['docker-registry'], unpacked),
}

function lookForRegistry() {
  const ours = join(unpacked, 'usr/bin/docker-registry')
  return findProgram('docker-registry') ?? (existsSync(ours) ? ours : undefined)
}

/**
 * Returns the path of Debian's docker-registry.
 * @throws {SetupError} if the set-up did not run
 */
export function findRegistryProgram() {
  const program = lookForRegistry()
  if (!program) {
    throw new SetupError(
      `docker-registry is neither on the PATH nor in ${unpacked}: run node scripts/setup.js`,
    )
  }
  return program
}
