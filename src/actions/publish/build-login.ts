import { join } from 'node:path'
import { addLogin } from '../../docker/client-config.js'
import type { Credentials } from '../../docker/credentials.js'
import { parseInstructions, readSyntax } from '../../image/dockerfile/instructions.js'
import { readDockerfile } from '../../image/dockerfile/read.js'
import { messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { type Access, giveLogin, platformLogin } from './access.js'
import type { PublishContext } from './connections.js'
import type { PublishInputs } from './inputs.js'

/**
 * Gives the build the login of the run, for base images and caches in the registry that the image goes to. A login from
 * the inputs is available at once. If the login must be requested, only a build that may read from that registry waits
 * for it. A dry run continues without a login that it cannot get, and untrusted code is always built without one.
 *
 * @param access returns the registry, ready for reading
 */
export async function giveBuildLogin(
  inputs: PublishInputs,
  access: () => Promise<Access>,
  { docker, signal }: PublishContext,
): Promise<void> {
  const { build, image, mode } = inputs
  if (!build || mode.untrusted) return
  const host = image.host ?? image.platformRegistry
  const known = knownLogin(inputs)
  if (known) addLogin(docker.config, host, known)
  if (!mayReadFrom(host, build)) return
  try {
    giveLogin(docker, await access())
  } catch (error) {
    signal.throwIfAborted()
    if (!mode.dryRun) throw error
    log.info(`The build runs without a login for ${host}: ${messageOf(error)}`)
  }
}

function knownLogin({ image, platform }: PublishInputs): Credentials | undefined {
  const { organization, apiToken } = platform
  if (image.credentials || image.host !== undefined) return image.credentials
  return organization !== undefined && apiToken !== undefined
    ? platformLogin(organization, apiToken)
    : undefined
}

/**
 * Returns whether a build may read from a registry: false only if its Dockerfile and options prove that it does not.
 * The values of variables, remote contexts and custom frontends are unknown, and short names belong to Docker Hub.
 */
export function mayReadFrom(host: string, { options, local }: NonNullable<PublishInputs['build']>): boolean {
  const { cacheFrom, cacheTo, buildArgs, buildContexts, context, file } = options
  const dockerfile = local ? readDockerfile(file ?? join(context, 'Dockerfile')) : undefined
  if (dockerfile === undefined || host === 'docker.io') return true
  // This argument names a frontend, which can read anything.
  if (buildArgs.some((text) => text.startsWith('BUILDKIT_SYNTAX='))) return true
  const mentions = [...cacheFrom, ...cacheTo, ...buildArgs, ...buildContexts, dockerfile].some((text) =>
    text.toLowerCase().includes(host.toLowerCase()),
  )
  return mentions || hasUnknownImage(dockerfile)
}

function hasUnknownImage(dockerfile: string): boolean {
  const syntax = readSyntax(dockerfile)
  if (syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(:|@|$)/.test(syntax)) return true
  return parseInstructions(dockerfile).some(({ text }) => /^FROM\b.*[$"'\\`]|\bfrom=\S*[$"'\\`]/is.test(text))
}
