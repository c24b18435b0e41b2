import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { engines } from '../support/engines.js'
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing } from '../support/publishing.js'

/** The processes and requests of a run, as docs/scale.md lists them. */
describe.each(engines)('a run on $name', (engine) => {
  let job: Publishing
  let registry: FaultyProxy
  beforeAll(async () => {
    job = await Publishing.start(engine)
    registry = await startFaultyProxy(`http://${job.sandbox.registry.host}`, () => undefined)
  })
  afterAll(async () => {
    await registry.close()
    await job.stop()
  })

  async function costs(inputs: Record<string, string> = {}) {
    const programs = new DockerWrapper()
    const [calls, requests] = [job.sandbox.requests.length, registry.requests.length]
    const run = await job.run({ registry: registry.host, ...inputs }, { env: programs.environment() })
    expect(run.exitCode).toBe(0)
    const commands = programs.calls
      .map(({ program, argv }) => `${program}: ${argv.slice(0, 2).join(' ')}`)
      .sort()
    programs.remove()
    const sent = job.sandbox.requests
      .slice(calls)
      .map(({ method, path }) => `${method} ${path.split('?')[0]}`)
    return {
      commands,
      platform: sent.filter((request) => request.includes('/v1/')).length,
      tokens: sent.filter((request) => request.endsWith(' /token')).length,
      registry: registry.requests.slice(requests),
    }
  }
  const manifests = (requests: string[]) => requests.filter((request) => request.includes('/manifests/'))

  test('uses one docker command and four platform calls to publish', async () => {
    const { commands, platform, tokens } = await costs()
    expect(commands).toEqual(['docker-buildx: buildx build'])
    expect(platform).toBe(4)
    expect(tokens).toBeLessThanOrEqual(4)
  })

  test('uses three platform calls and uploads no layer when nothing changed', async () => {
    const { platform, registry } = await costs()
    expect(platform).toBe(3)
    expect(registry.filter((request) => request.includes('/blobs/uploads/'))).toEqual([])
  })

  test('uses two requests for each additional tag', async () => {
    const one = await costs({ tags: 'a' })
    const three = await costs({ tags: 'a2,b,c' })
    expect(manifests(three.registry).length - manifests(one.registry).length).toBe(4)
    expect(three.commands).toEqual(one.commands)
  })

  test('uses no docker command and copies only manifests when an earlier run had the same inputs', async () => {
    await costs({ reuse: 'true', tags: 'first' })
    const { commands, platform, tokens, registry } = await costs({ reuse: 'true', tags: 'again' })
    expect({ commands, platform, tokens }).toEqual({ commands: [], platform: 3, tokens: 1 })
    expect(
      registry.map((request) =>
        request
          .replace(/inputs-\w+|sha256:\w+/, '…')
          .split('/')
          .at(-1),
      ),
    ).toEqual(['…', '…', '…', 'again', 'again', 'again'])
  })

  test('uses one docker command and two read-only platform calls in a dry run', async () => {
    const { commands, platform, tokens, registry } = await costs({ 'dry-run': 'true' })
    expect(commands).toEqual(['docker-buildx: buildx build'])
    expect({ platform, tokens, registry }).toEqual({ platform: 2, tokens: 0, registry: [] })
  })
})
