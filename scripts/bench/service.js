/** Runs the sandbox in a separate process, so that it and the bench's docker processes do not block each other. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const organization = 'acme'
export const token = 'acme-api-token-of-the-bench-0123456789'
/** Extra milliseconds for each call to the platform and to the token endpoint of its registry. */
export const latency = 50

if (process.send) await serve()

export async function startService() {
  const child = fork(fileURLToPath(import.meta.url))
  const [{ url, registry }] = await once(child, 'message')
  const ask = async (question) => {
    child.send(question)
    const [answer] = await once(child, 'message')
    return answer
  }
  return {
    url,
    registry,
    /** Creates the repository without a call. */
    addRepository: (name) => ask({ repository: `${organization}/${name}` }),
    /** The calls so far to the platform and to the token endpoint of its registry. */
    calls: () => ask({}),
    async stop() {
      child.send({ stop: true })
      await once(child, 'exit')
    },
  }
}

async function serve() {
  const { startSandbox } = await import('../../build/sandbox/index.js')
  const sandbox = await startSandbox({ organizations: [{ name: organization, tokens: [token] }], latency })
  const { requests, state } = sandbox
  process.on('message', ({ repository, stop }) => {
    if (stop) return process.disconnect()
    if (repository) state.repositories.push({ organization, name: repository })
    const platform = requests.filter(({ path }) => path.startsWith('/v1/')).length
    process.send({ platform, tokens: requests.length - platform })
  })
  // Also stops if the bench was killed.
  process.once('disconnect', () => sandbox.close())
  process.send({ url: sandbox.url, registry: sandbox.registry.host })
}
