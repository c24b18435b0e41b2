import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { debianSource, installPackages } from './apt.js'
import { ask, attempt, lastLines, run } from './command.js'
import { cache, canInstall, findProgram } from './machine.js'
import { SetupError, say } from './say.js'

/** Debian 12 with Python and venv, the base image of the examples. */
export const baseImage = 'evaluator-base:bookworm'

const hubImage = 'python:3.12-slim-bookworm'

const packages = ['python3', 'python3-venv']

/** A quarter of such an image, which would be pushed to each new registry. */
const withoutDocumentation = ['doc', 'info', 'locale', 'man'].map(
  (folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`,
)

/**
 * The file system of the base image, if it is being created.
 * @type {Promise<string> | undefined}
 */
let archive

/** @type {import('./requirement.js').Requirement} */
export const base = {
  name: 'base image',
  find: () => (hasImage(baseImage) ? baseImage : undefined),
  obstacle: () => undefined,
  async prepare(signal) {
    // An engine that is not running yet may have the image.
    if (findProgram('dockerd') || !canInstall() || (await isHubReachable())) return
    archive = createArchive(signal)
    // Handled where it is awaited, unless the set-up fails before that.
    archive.catch(() => {})
  },
  async provide(signal) {
    if (!archive && (await pullImage())) return
    const file = await (archive ?? createArchive(signal))
    run('docker', ['import', file, baseImage])
    rmSync(file)
  },
}

/**
 * @param {string} image
 * @param {NodeJS.ProcessEnv} [env] DOCKER_HOST of another engine
 */
export function hasImage(image, env) {
  return ask('docker', ['image', 'inspect', '--format', '{{.Id}}', image], { env, seconds: 20 }) !== undefined
}

/** @returns {Promise<boolean>} whether the pull from Docker Hub succeeded */
async function pullImage() {
  if (!(await isHubReachable())) return false
  say(`pulling ${hubImage} as ${baseImage}`)
  const { ok, problem } = attempt('docker', ['pull', '--quiet', hubImage], { seconds: 120 })
  if (ok) run('docker', ['tag', hubImage, baseImage])
  else say(`pulling from Docker Hub did not succeed within two minutes: ${problem}`)
  return ok
}

/** Checks first, because a pull takes long to fail. Any answer will do; without a login it is 401. */
async function isHubReachable() {
  try {
    await fetch('https://registry-1.docker.io/v2/', { method: 'HEAD', signal: AbortSignal.timeout(3000) })
    return true
  } catch {
    say('Docker Hub cannot be reached')
    return false
  }
}

/**
 * Creates the file system of the base image from Debian packages of the mirror that this machine uses. This takes half a
 * minute, in which the set-up can install other things.
 * @param {AbortSignal} signal ends the work
 * @returns {Promise<string>} a tar archive
 * @throws {SetupError}
 */
async function createArchive(signal) {
  const source = canInstall() ? debianSource('bookworm') : undefined
  if (!source) {
    throw new SetupError(
      `creating the base image requires root on Debian: pull or load an image that has python3 and venv, then docker tag it ${baseImage}`,
    )
  }
  if (!findProgram('mmdebstrap')) installPackages(['mmdebstrap'])
  say(`creating ${baseImage} from Debian packages`)
  mkdirSync(cache, { recursive: true })
  // Uses a file: from a pipe, docker would import an incomplete image if mmdebstrap fails.
  const file = join(cache, 'base-image.tar')
  const options = [
    '--variant=apt',
    '--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr',
    `--include=${packages.join(',')}`,
    ...withoutDocumentation,
  ]
  const child = spawn('mmdebstrap', [...options, 'bookworm', file, source], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...proxies() },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  const [problem, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (status !== 0) throw new SetupError(`mmdebstrap failed:\n${lastLines(problem)}`)
  return file
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
