import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { baseImage, hasImage } from './base-image.js'
import { attempt } from './command.js'
import { repository } from './machine.js'
import { seconds } from './requirement.js'
import { say } from './say.js'

const clientImage = 'evaluator-client:bookworm'
const certificates = '/etc/ssl/certs/ca-certificates.crt'

/**
 * Provides an image with Python and the platform's client from PyPI, whose packages are installed once.
 * @returns {Promise<string | undefined>} the image; undefined if PyPI cannot be reached
 */
export async function provideClientImage() {
  if (hasImage(clientImage)) return clientImage
  const start = Date.now()
  say("installing the platform's client from PyPI in an image")
  const { ok, problem } = attempt(
    'docker',
    ['buildx', 'build', ...buildOptions(), join(repository, 'examples/keypoint-detection')],
    {
      seconds: 240,
    },
  )
  say(ok ? `${clientImage}: took ${seconds(start)}` : `the client could not be installed:\n${problem}`)
  return ok ? clientImage : undefined
}

/** The build uses the network, the proxy and the certificates of this machine, which reach PyPI if anything does. */
function buildOptions() {
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].filter((name) => process.env[name])
  return [
    ...['--load', '--network', 'host', '--tag', clientImage],
    ...['--file', join(repository, 'scripts/setup/client.Dockerfile')],
    ...['--build-arg', `PYTHON_IMAGE=${baseImage}`],
    ...(existsSync(certificates) ? ['--secret', `id=certificates,src=${certificates}`] : []),
    ...proxies.flatMap((name) => ['--build-arg', name]),
  ]
}
