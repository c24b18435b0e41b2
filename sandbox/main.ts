import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startSandbox } from './index.js'
import { addSeed, variablesOf } from './seed.js'

const USAGE = `npm run sandbox -- [--seed] [--organization NAME] [--token-file FILE] [--port PORT] [--latency MS]
  [--registry-program PATH]

Runs local stand-ins for the platforms, with a real registry, until it receives SIGTERM or SIGINT. Prints the environment
variables that point the command line and the actions to them, as NAME=value lines; then says on standard error that it is
ready, and how to stop it.

--seed adds a model, a test suite, a registered evaluator, a labeled Kili project and a Lambda function to try the actions on.
Without --token-file, it generates an API token and prints it too.`

/** Runs the stand-in for the platform as a program. Exits with 0 after a signal and 1 after a crash. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organization: { type: 'string', default: 'acme' },
      'token-file': { type: 'string' },
      port: { type: 'string', default: '0' },
      latency: { type: 'string', default: '0' },
      'registry-program': { type: 'string' },
      seed: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const file = values['token-file']
  const token = file ? readFileSync(file, 'utf8').trim() : randomBytes(24).toString('base64url')
  if (token === '') throw new Error(`${file} is empty: put the API token in it, or leave out --token-file`)
  const sandbox = await startSandbox({
    organizations: [{ name: values.organization, tokens: [token] }],
    kili: { apiKeys: new Map([[token, values.organization]]) },
    port: Number(values.port),
    latency: Number(values.latency),
    registryProgram: values['registry-program'],
  })
  const lambda = values.seed ? await addSeed(sandbox, values.organization) : undefined
  const variables = variablesOf(sandbox, values.organization, file ? undefined : token, lambda)
  console.log(
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  )
  const stopped = Promise.race([untilSignal(), sandbox.registry.stopped])
  // The variables usually go to a file, so this goes to the terminal.
  console.error(`The sandbox is ready. To stop it, press Ctrl-C, or run: kill ${process.pid}`)
  try {
    await stopped
  } finally {
    await lambda?.close()
    await sandbox.close()
  }
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
