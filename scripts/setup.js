import { parseArgs } from 'node:util'
import { base } from './setup/base-image.js'
import { buildx } from './setup/buildx.js'
import { startContainerdEngine, stopContainerdEngine } from './setup/containerd-engine.js'
import { engine, stopEngine } from './setup/engine.js'
import { openssl } from './setup/openssl.js'
import { npmPackages } from './setup/packages.js'
import { registry } from './setup/registry.js'
import { meet, seconds } from './setup/requirement.js'
import { SetupError, say } from './setup/say.js'

const usage = `Usage: node scripts/setup.js [--containerd-engine | --stop]

Installs and starts what the demo and the tests need. Requires only Node.js.

  --containerd-engine  also start an engine with the containerd image store, and print its DOCKER_HOST
                       (nothing when the default engine has that store)
  --stop               stop the engines that this script started`

const requirements = [npmPackages, engine, buildx, registry, openssl, base]

/** @param {{ 'containerd-engine': boolean, stop: boolean, help: boolean }} options */
async function setUp(options) {
  if (options.help) return console.log(usage)
  if (options.stop) {
    await stopContainerdEngine()
    return stopEngine()
  }
  const start = Date.now()
  await meet(requirements)
  const second = options['containerd-engine'] ? await startContainerdEngine() : undefined
  if (second) console.log(second.host)
  say(`ready in ${seconds(start)}`)
}

const flag = /** @type {const} */ ({ type: 'boolean', default: false })
const { values } = parseArgs({ options: { 'containerd-engine': flag, stop: flag, help: flag } })

try {
  await setUp(values)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  process.exitCode = 1
}
