/**
 * Provides the base image for real evaluators in the compat tests: Python with venv and pip. The argument is the
 * `DOCKER_HOST` of the engine. Defaults to the machine's own engine.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { provideImage } from './setup/base-image.js'
import { ask, run } from './setup/command.js'
import { cache } from './setup/machine.js'

const image = 'evaluator-python:bookworm'
const [, , host = ''] = process.argv

/** @param {NodeJS.ProcessEnv} [env] */
const has = (env) =>
  ask('docker', ['image', 'inspect', '--format', '{{.Id}}', image], { env, seconds: 20 }) !== undefined

if (!has()) await provideImage(image, 'python:3.12-slim-bookworm', ['python3', 'python3-venv'])
if (host !== '' && !has({ DOCKER_HOST: host })) {
  mkdirSync(cache, { recursive: true })
  const archive = join(cache, 'evaluator-python.tar')
  run('docker', ['save', '--output', archive, image])
  run('docker', ['--host', host, 'load', '--input', archive])
  rmSync(archive)
}
