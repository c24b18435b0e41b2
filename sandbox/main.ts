import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startSandbox } from './index.js'

const USAGE = `node build/sandbox/main.js [--organization NAME] [--token-file FILE] [--port PORT] [--latency MS]
  [--registry-program PATH]

Runs the sandbox until it gets SIGTERM or SIGINT, and prints where it is as NAME=value lines.
Without --token-file an API token is generated and printed too.`

/** Runs the stand-in for the platform as a program: exit code 0 after a signal, 1 after a crash. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organization: { type: 'string', default: 'acme' },
      'token-file': { type: 'string' },
      port: { type: 'string', default: '0' },
      latency: { type: 'string', default: '0' },
      'registry-program': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const file = values['token-file']
  const token = file ? readFileSync(file, 'utf8').trim() : randomBytes(24).toString('base64url')
  if (token === '') throw new Error(`${file} is empty: put the API token in it, or leave --token-file away`)
  const sandbox = await startSandbox({
    organizations: [{ name: values.organization, tokens: [token] }],
    kili: { apiKeys: new Map([[token, values.organization]]) },
    port: Number(values.port),
    latency: Number(values.latency),
    registryProgram: values['registry-program'],
  })
  const facts = [`KOLENA_API_URL=${sandbox.url}`, `REGISTRY=${sandbox.registry.host}`]
  facts.push(`NUCLEUS_ENDPOINT=${sandbox.url}/v1/nucleus`)
  facts.push(`ORGANIZATION=${values.organization}`)
  facts.push(`KILI_API_ENDPOINT=${sandbox.url}/api/label/v2/graphql`)
  if (!file) facts.push(`KOLENA_TOKEN=${token}`, `NUCLEUS_API_KEY=${token}`, `KILI_API_KEY=${token}`)
  console.log(facts.join('\n'))
  try {
    await Promise.race([untilSignal(), sandbox.registry.stopped])
  } finally {
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
