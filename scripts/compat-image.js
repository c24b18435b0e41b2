/**
 * Provides the base image for real evaluators in the compat tests. The argument is the `DOCKER_HOST` of the engine.
 * Defaults to the machine's own engine.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasImage, providePythonImage, pythonImage } from './setup/client-image.js'
import { run } from './setup/command.js'
import { cache } from './setup/machine.js'

const [, , host = ''] = process.argv

await providePythonImage()
if (host !== '' && !hasImage(pythonImage, { DOCKER_HOST: host })) {
  mkdirSync(cache, { recursive: true })
  const archive = join(cache, 'evaluator-python.tar')
  run('docker', ['save', '--output', archive, pythonImage])
  run('docker', ['--host', host, 'load', '--input', archive])
  rmSync(archive)
}
