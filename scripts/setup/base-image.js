import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { debianSource, installPackages } from './apt.js'
import { ask, attempt, run } from './command.js'
import { cache, canInstall, findProgram } from './machine.js'
import { SetupError, say } from './say.js'

/** Debian 12 with python3, the base image of the examples. */
export const baseImage = 'evaluator-base:bookworm'

const hubImage = 'python:3.12-slim-bookworm'

/** A quarter of such an image, which would be pushed to each new registry. */
const withoutDocumentation = ['doc', 'info', 'locale', 'man'].map(
  (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
)

/** @type {import('./requirement.js').Requirement} */
export const base = {
  name: 'base image',
  find: () => (hasBaseImage() ? baseImage : undefined),
  obstacle: () => undefined,
  async provide() {
    await provideImage(baseImage, hubImage, ['python3-minimal'])
  },
}

/** @param {NodeJS.ProcessEnv} [env] DOCKER_HOST of another engine */
export function hasBaseImage(env) {
  return (
    ask('docker', ['image', 'inspect', '--format', '{{.Id}}', baseImage], { env, seconds: 20 }) !== undefined
  )
}

/**
 * Provides an image in the engine, from Docker Hub or else from Debian packages.
 * @param {string} image
 * @param {string} hubImage
 * @param {string[]} packages Debian packages in addition to the essential ones
 */
export async function provideImage(image, hubImage, packages) {
  if (!(await pullImage(image, hubImage))) makeImage(image, packages)
}

/**
 * @param {string} image
 * @param {string} hubImage
 * @returns {Promise<boolean>} whether the pull from Docker Hub succeeded
 */
async function pullImage(image, hubImage) {
  if (!(await isHubReachable())) {
    say('Docker Hub cannot be reached')
    return false
  }
  say(`pulling ${hubImage} as ${image}`)
  const { ok, problem } = attempt('docker', ['pull', '--quiet', hubImage], { seconds: 120 })
  if (ok) run('docker', ['tag', hubImage, image])
  else say(`pulling from Docker Hub did not succeed within two minutes: ${problem}`)
  return ok
}

/** Checks first, because a pull takes long to fail. Any answer will do; without a login it is 401. */
async function isHubReachable() {
  try {
    await fetch('https://registry-1.docker.io/v2/', { method: 'HEAD', signal: AbortSignal.timeout(3000) })
    return true
  } catch {
    return false
  }
}

/**
 * Creates an image from Debian packages of the mirror that this machine uses.
 * @param {string} image
 * @param {string[]} packages
 */
function makeImage(image, packages) {
  const source = canInstall() ? debianSource('bookworm') : undefined
  if (!source) {
    throw new SetupError(
      `creating the base image requires root on Debian: pull or load an image that has python3, then docker tag it ${image}`,
    )
  }
  if (!findProgram('mmdebstrap')) installPackages(['mmdebstrap'])
  say(`creating ${image} from Debian packages`)
  mkdirSync(cache, { recursive: true })
  // Uses a file: from a pipe, docker would import an incomplete image if mmdebstrap fails.
  const archive = join(cache, `${image.replaceAll(/\W/g, '-')}.tar`)
  const options = ['--variant=minbase', `--include=${packages.join(',')}`, ...withoutDocumentation]
  run('mmdebstrap', [...options, 'bookworm', archive, source], { env: proxies() })
  run('docker', ['import', archive, image])
  rmSync(archive)
}

/** mmdebstrap does not read the machine's apt configuration, but uses these variables. */
function proxies() {
  const schemes = ['http', 'https']
  return Object.fromEntries(
    schemes.flatMap((scheme) => {
      const shell = ask('apt-config', ['shell', 'proxy', `Acquire::${scheme}::Proxy`]) ?? ''
      const [, proxy] = /^proxy='(.+)'$/.exec(shell) ?? []
      return proxy ? [[`${scheme}_proxy`, proxy]] : []
    }),
  )
}
