/** Provides the image that the peer tests build real evaluators on: Python with venv and pip. */
import { ask } from './setup/command.js'
import { provideImage } from './setup/base-image.js'

const image = 'evaluator-python:bookworm'

if (ask('docker', ['image', 'inspect', '--format', '{{.Id}}', image], { seconds: 20 }) === undefined)
  await provideImage(image, 'python:3.12-slim-bookworm', ['python3', 'python3-venv'])
