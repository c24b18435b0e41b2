import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runContainer } from '../../src/docker/container.js'
import { captureOutput } from '../support/captured-output.js'
import { docker, engines, untilEmpty } from '../support/engines.js'
import { dockerAt, scriptEngine } from '../support/scripted-engine.js'

captureOutput()

describe.each(engines)('a container on $name', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'container-test-'))
  const image = `container-test-${process.pid}:1`
  const { signal, ...caller } = dockerAt(engine.host, folder)
  beforeAll(async () => {
    const entry = 'ENTRYPOINT ["sh", "-c", "echo out; sleep 0.2; echo err >&2; sleep $SECONDS_MORE; exit 3"]'
    writeFileSync(join(folder, 'Dockerfile'), `FROM evaluator-base:bookworm\nENV SECONDS_MORE=0\n${entry}\n`)
    await docker(engine, 'buildx', 'build', '-q', '--provenance=false', '--load', '--tag', image, folder)
  })
  afterAll(async () => {
    await docker(engine, 'rmi', '--force', image)
    rmSync(folder, { recursive: true })
  })
  const left = () => docker(engine, 'ps', '--all', '--quiet', '--filter', `ancestor=${image}`)

  test('returns its exit code and both streams, and is removed', async () => {
    const outcome = await runContainer({ ...caller, signal }, image, { network: 'none', timeLimit: 60 })
    expect(outcome).toMatchObject({
      exitCode: 3,
      timedOut: false,
      refusal: undefined,
      streams: [['out'], ['err']],
      outOfMemory: false,
    })
    await untilEmpty(left)
  })

  test('that ran out of memory is distinguished from one that was killed', async () => {
    const allocate = `FROM ${image}\nENTRYPOINT ["python3", "-c", "import time; time.sleep(8); b'x' * 10**9"]\n`
    writeFileSync(join(folder, 'Dockerfile'), allocate)
    const name = `${image}-memory`
    await docker(engine, 'buildx', 'build', '-q', '--provenance=false', '--load', '--tag', name, folder)
    const limit = ['--memory', '64m', '--memory-swap', '64m']
    const run = (created: (id: string) => Promise<unknown>) =>
      runContainer({ ...caller, signal }, name, { network: 'none', timeLimit: 60, created })
    try {
      expect(await run((id) => docker(engine, 'update', ...limit, id))).toMatchObject({
        exitCode: 137,
        outOfMemory: true,
      })
      const kill = async (id: string) => {
        while ((await docker(engine, 'ps', '--quiet', '--no-trunc')).includes(id) === false) await sleep(50)
        await docker(engine, 'kill', id)
      }
      expect(await run(kill)).toMatchObject({ exitCode: 137, outOfMemory: false })
    } finally {
      await docker(engine, 'rmi', '--force', name)
    }
  })

  test('has only the rights that an evaluator needs, and writes no log to disk', async () => {
    let settings = ''
    const created = async (id: string) => {
      settings = await docker(
        engine,
        'inspect',
        '--format',
        '{{json .HostConfig}} {{json .Config.Labels}}',
        id,
      )
    }
    const environment = { SECONDS_MORE: '8' }
    await runContainer({ ...caller, signal }, image, { network: 'none', timeLimit: 60, created, environment })
    expect(settings).toContain('"CapDrop":["ALL"]')
    expect(settings).toContain('"SecurityOpt":["no-new-privileges"]')
    expect(settings).toContain('"PidsLimit":4096')
    expect(settings).toContain('"LogConfig":{"Type":"none"')
    expect(settings).toMatch(/"evaluator-action\.process":"[\w.]+"/)
  })

  test('is removed after it ends even if the process that started it was killed', async () => {
    const run = fileURLToPath(new URL('../../src/docker/container.js', import.meta.url))
    const at = fileURLToPath(new URL('../../src/docker/docker.js', import.meta.url))
    const script = `
      const [{ runContainer }, { findEngine }] = await Promise.all([import('${run}'), import('${at}')])
      const env = ${JSON.stringify(caller.config.env)}
      const { signal } = new AbortController()
      const config = { directory: '', env, passOn: [], context: undefined, pluginDirectories: [] }
      const engine = findEngine(config, signal)
      const options = { network: 'none', timeLimit: 60, environment: { SECONDS_MORE: '8' } }
      await runContainer({ engine, signal }, '${image}', options)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' })
    const running = () => docker(engine, 'ps', '--quiet', '--filter', `ancestor=${image}`)
    while ((await running()) === '') await sleep(50)
    child.kill('SIGKILL')
    expect(await left()).not.toBe('')
    await untilEmpty(left)
  })

  test('that the engine cannot start is reported in the words of the engine, and is removed', async () => {
    const options = { network: 'no-such-network', timeLimit: 60 }
    const outcome = await runContainer({ ...caller, signal }, image, options)
    expect(outcome).toMatchObject({
      exitCode: undefined,
      refusal: expect.stringContaining('no-such-network'),
    })
    expect(await left()).toBe('')
  })
})

describe('an engine that drops the connection while a container runs', () => {
  const engine = scriptEngine()

  test('is reported as such, and not as a bug of the action', async () => {
    engine.answer = ({ name }, response) => {
      if (name.startsWith('POST /containers/create')) return void response.end('{"Id":"x"}')
      if (name.includes('/start')) return void response.end()
      if (name.startsWith('DELETE')) return void response.end()
      response.writeHead(200, { 'transfer-encoding': 'chunked' }).write('\u0001')
      setTimeout(() => response.destroy(), 50)
    }
    const running = runContainer(engine.docker, 'image', { network: 'none', timeLimit: 60 })
    await expect(running).rejects.toMatchObject({
      name: 'EngineError',
      message: expect.stringContaining('gave no complete answer to POST /containers/x/'),
    })
    expect(engine.calls.at(-1)?.name).toMatch(/^DELETE /)
  })
})
