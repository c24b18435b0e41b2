import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod/mini'
import { findEngine } from '../../../src/docker/docker.js'
import { findJson, getJson, open, readAnswer, send } from '../../../src/docker/engine.js'
import { readTar } from '../../../src/image/layers/tar.js'
import { CancelledError } from '../../../src/runtime/errors.js'
import { captureOutput } from '../../support/captured-output.js'
import { scriptPrograms } from '../../support/scripted-docker.js'
import { dockerAt, scriptEngine } from '../../support/scripted-engine.js'

captureOutput()
const engine = scriptEngine()
const Anything = z.unknown()
const folder = mkdtempSync(join(tmpdir(), 'engine-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a call', () => {
  test('sends its query and body, in the engine’s API version', async () => {
    engine.answer = (_, response) => response.end('{"Id":"x"}')
    const call = {
      method: 'POST',
      path: '/containers/create',
      query: { name: 'a b' },
      body: { Image: 'i' },
    } as const
    expect(await getJson(engine.docker, call, z.object({ Id: z.string() }))).toEqual({ Id: 'x' })
    await send(engine.docker, { method: 'DELETE', path: '/containers/x' })
    expect(engine.calls).toMatchObject([
      { name: 'POST /containers/create?name=a+b', version: '1.43', body: '{"Image":"i"}' },
      { name: 'DELETE /containers/x', version: '1.43', body: '' },
    ])
  })

  test('that the engine refuses throws an error with its sanitized message', async () => {
    engine.answer = (_, response) => response.writeHead(409).end('{"message":"in use\\n::error::x ##[a]b"}')
    await expect(send(engine.docker, { method: 'DELETE', path: '/images/x' })).rejects.toMatchObject({
      name: 'EngineError',
      status: 409,
      message: 'The Docker engine answered 409 to DELETE /images/x: in use ::error::x #\\#[a]b',
    })
  })

  test('for a missing object returns undefined if requested, and throws otherwise', async () => {
    engine.answer = (_, response) => response.writeHead(404).end('{"message":"No such image: x"}')
    const call = { method: 'GET', path: '/images/x/json' } as const
    expect(await findJson(engine.docker, call, Anything)).toBeUndefined()
    await expect(getJson(engine.docker, call, Anything)).rejects.toThrow(
      '404 to GET /images/x/json: No such image: x',
    )
  })

  test.each([
    ['text that is not JSON', 'proxy error'],
    ['other JSON', '[1]'],
    ['nothing', ''],
  ])('that is answered with %s throws an error that shows it', async (_, body) => {
    engine.answer = (_, response) => response.end(body)
    const asking = getJson(engine.docker, { method: 'GET', path: '/info' }, z.object({ Id: z.string() }))
    await expect(asking).rejects.toThrow(`answered GET /info with something unexpected: ${body || 'nothing'}`)
  })

  test('whose answer is cut off throws an error without a status', async () => {
    engine.answer = (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half')
      setTimeout(() => response.destroy(), 20)
    }
    await expect(send(engine.docker, { method: 'GET', path: '/info' })).rejects.toMatchObject({
      name: 'EngineError',
      status: undefined,
      message: expect.stringContaining('gave no complete answer to GET /info'),
    })
  })

  test('whose stream is cut off throws such an error, whatever its reader throws', async () => {
    engine.answer = (_, response) => {
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    }
    const reading = readAnswer(engine.docker, { method: 'GET', path: '/images/x/get' }, async (answer) => {
      for await (const entry of readTar(answer)) throw new Error(entry.path)
    })
    await expect(reading).rejects.toMatchObject({
      name: 'EngineError',
      message: expect.stringContaining('gave no complete answer to GET /images/x/get'),
    })
  })

  test('returns a stream as it arrives', async () => {
    engine.answer = (_, response) => {
      response.write('a')
      setTimeout(() => response.end('b'), 20)
    }
    expect(await text(await open(engine.docker, { method: 'GET', path: '/events' }))).toBe('ab')
  })

  test('of a cancelled job ends with the reason', async () => {
    const cancellation = new AbortController()
    engine.answer = () => cancellation.abort(new CancelledError('SIGTERM'))
    const call = send({ ...engine.docker, signal: cancellation.signal }, { method: 'GET', path: '/info' })
    await expect(call).rejects.toThrow('cancelled (SIGTERM)')
    const next = send({ ...engine.docker, signal: cancellation.signal }, { method: 'GET', path: '/info' })
    await expect(next).rejects.toThrow('cancelled (SIGTERM)')
  })

  test('that takes too long is aborted', async () => {
    engine.answer = () => {}
    const call = { method: 'GET', path: '/info', minutes: 0.001 } as const
    await expect(send(engine.docker, call)).rejects.toThrow('it took more than 0.001 minutes')
  })
})

describe('the API version', () => {
  const newer = scriptEngine('1.99')
  const odd = scriptEngine('new')
  test.each([
    ['newer', () => newer],
    ['unknown', () => odd],
  ])('of an engine with a %s version is the newest that the client supports', async (_, engineOf) => {
    await send(engineOf().docker, { method: 'GET', path: '/info' })
    expect(engineOf().calls).toMatchObject([{ version: '1.45' }])
  })
})

describe('an engine that does not answer', () => {
  const asking = (host: string) => send(dockerAt(host, folder), { method: 'GET', path: '/info' })

  test('causes an error that says what to do', async () => {
    await expect(asking(`unix://${folder}/nowhere.sock`)).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(/does not answer\. Start it .*nowhere\.sock/),
    })
  })

  test('behind docker system dial-stdio is reported with docker’s message', async () => {
    await expect(asking('tcp://127.0.0.1:1')).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(/does not answer\. .*127\.0\.0\.1:1/),
    })
  })

  test('because docker is not installed is reported as such', async () => {
    const path = process.env.PATH
    process.env.PATH = folder
    await expect(asking('ssh://nowhere')).rejects.toThrow('docker was not found on PATH')
    process.env.PATH = path
  })
})

describe('the engine of the job', () => {
  const programs = scriptPrograms()
  const config = { directory: folder, env: {}, passOn: [], context: undefined, pluginDirectories: [] }
  const variables = ['DOCKER_HOST', 'DOCKER_CONTEXT']
  const withVariables = (values: Record<string, string>, work: () => void) => {
    const before = variables.map((name) => [name, process.env[name]] as const)
    for (const name of variables) delete process.env[name]
    Object.assign(process.env, values)
    work()
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }

  test.each<[string, Record<string, string>, string | undefined, string | undefined]>([
    ['nothing', {}, undefined, '/var/run/docker.sock'],
    ['a socket', { DOCKER_HOST: 'unix:///run/x.sock' }, undefined, '/run/x.sock'],
    ['an address', { DOCKER_HOST: 'tcp://127.0.0.1:2376' }, undefined, undefined],
    ['a context', {}, 'remote', undefined],
    ['the default context', {}, 'default', '/var/run/docker.sock'],
    ['a context of the environment', { DOCKER_CONTEXT: 'remote' }, undefined, undefined],
    ['the default one of the environment', { DOCKER_CONTEXT: 'default' }, 'remote', '/var/run/docker.sock'],
    ['empty variables', { DOCKER_HOST: '', DOCKER_CONTEXT: '' }, undefined, '/var/run/docker.sock'],
    ['empty variables and a context', { DOCKER_HOST: '', DOCKER_CONTEXT: '' }, 'remote', undefined],
    ['a socket before a context', { DOCKER_HOST: 'unix:///run/x.sock' }, 'remote', '/run/x.sock'],
  ])('with %s is the one that docker would find', (_, env, context, socket) => {
    withVariables(env, () => {
      expect(findEngine({ ...config, context }, engine.docker.signal).connection.socketPath).toBe(socket)
    })
  })

  test('of a context that does not exist is reported with docker’s message and what to do', async () => {
    const program = join(programs.folder, 'bin', 'docker')
    const words = 'unable to resolve docker endpoint: context "nowhere": context not found'
    writeFileSync(program, `#!/bin/sh\necho '${words}' >&2\nexit 1\n`)
    chmodSync(program, 0o755)
    const docker = dockerAt('', folder)
    const far = { ...docker, engine: findEngine({ ...docker.config, context: 'nowhere' }, docker.signal) }
    for (let round = 0; round < 5; round++)
      await expect(getJson(far, { method: 'GET', path: '/x' }, z.object({}))).rejects.toThrow(
        /^There is no such Docker context\. .*nowhere/,
      )
  })

  test('elsewhere is reached through docker, which gets no more of the environment than other commands', async () => {
    engine.answer = (_, response) => response.end('{"Id":"far"}')
    programs.write('docker', `exec ${process.execPath} ${join(folder, 'relay.cjs')} ${engine.socket}`)
    writeFileSync(
      join(folder, 'relay.cjs'),
      `const s = require('node:net').connect(process.argv[2]); process.stdin.pipe(s); s.pipe(process.stdout)`,
    )
    // The fixture's preface reads all of standard input, which this script must pass on.
    writeFileSync(
      join(programs.folder, 'bin', 'docker'),
      `#!/bin/sh\necho "$@" > "${folder}/args"\nenv > "${folder}/env"\nexec "${process.execPath}" "${folder}/relay.cjs" "${engine.socket}"\n`,
    )
    chmodSync(join(programs.folder, 'bin', 'docker'), 0o755)
    const far = dockerAt('ssh://far.example.com', folder)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        getJson(far, { method: 'GET', path: '/x' }, z.object({ Id: z.string() })),
      ),
    )
    expect(answers).toEqual(Array(20).fill({ Id: 'far' }))
    expect(engine.calls).toHaveLength(20)
    far.engine.connection.agent.destroy()
  })
})
