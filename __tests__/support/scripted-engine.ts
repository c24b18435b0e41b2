import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import type { PrivateConfig } from '../../src/docker/client-config.js'
import { type Docker, findEngine } from '../../src/docker/docker.js'

/** A call to a scripted engine. */
export interface EngineCalled {
  /** For example `POST /images/x/push?tag=v1`, without the API version. */
  name: string
  version: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** A server on a socket that answers like an engine. */
export interface ScriptedEngine {
  socket: string
  docker: Docker
  calls: EngineCalled[]
  /** Answers every call except the ping. `count` is the number of the call, starting at 1. */
  answer: (call: EngineCalled, response: ServerResponse, count: number) => void
}

export function scriptEngine(apiVersion = '1.43'): ScriptedEngine {
  const folder = mkdtempSync(join(tmpdir(), 'scripted-engine-'))
  const socket = join(folder, 'docker.sock')
  const scripted: ScriptedEngine = {
    socket,
    docker: dockerAt(`unix://${socket}`, folder),
    calls: [],
    answer: (_, response) => response.end(),
  }
  const server = createServer(async (request, response) => {
    const { method, url = '', headers } = request
    const [, version, path] = /^(?:\/v([\d.]+))?(.*)$/.exec(url) ?? []
    const call = { name: `${method} ${path}`, version, headers, body: await text(request) }
    if (path === '/_ping') return void response.setHeader('api-version', apiVersion).end('OK')
    scripted.calls.push(call)
    scripted.answer(call, response, scripted.calls.length)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(socket, resolve)))
  beforeEach(() => {
    scripted.calls.length = 0
    // Forgets what earlier tests learned about their engines.
    scripted.docker = dockerAt(`unix://${socket}`, folder)
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true })
  })
  return scripted
}

/** Returns a Docker client with only an engine (empty for the machine's own) and a test's plugins configured. */
export function dockerAt(host: string, directory: string, plugins = directory): Docker {
  const config: PrivateConfig = {
    directory,
    env: { DOCKER_CONFIG: directory, ...(host && { DOCKER_HOST: host }) },
    passOn: [],
    context: undefined,
    pluginDirectories: [plugins],
  }
  const { signal } = new AbortController()
  return { config, engine: findEngine(config, signal), signal }
}
