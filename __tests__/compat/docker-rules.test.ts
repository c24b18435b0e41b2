import { execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { challengeCases, loginCases, proxyCases, scopedCases } from '../support/docker-rules.js'
import { type Engine, engines } from '../support/engines.js'
import { type LocalServer, reply, serve } from '../support/local-server.js'
import { cache } from './venv.js'

/** Checks Docker itself against the tables that the unit tests use for the action. */

const execute = promisify(execFile)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docker-rules-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the proxy rules of Go, which docker uses', () => {
  const directory = join(cache, 'proxy-peer')
  const program = `package main

import (
	"encoding/json"
	"net/http"
	"os"
)

func main() {
	var addresses []string
	if err := json.NewDecoder(os.Stdin).Decode(&addresses); err != nil {
		panic(err)
	}
	proxies := []string{}
	for _, address := range addresses {
		request, err := http.NewRequest("GET", address, nil)
		if err != nil {
			panic(err)
		}
		proxy, err := http.ProxyFromEnvironment(request)
		if err != nil || proxy == nil {
			proxies = append(proxies, "")
		} else {
			proxies = append(proxies, proxy.Host)
		}
	}
	json.NewEncoder(os.Stdout).Encode(proxies)
}
`
  beforeAll(() => {
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'main.go'), program)
    writeFileSync(join(directory, 'go.mod'), 'module peer\n\ngo 1.21\n')
    execFileSync('go', ['build', '-o', 'peer', '.'], { cwd: directory, stdio: 'pipe' })
  }, 300_000)

  test.each(proxyCases)('match the table for %j', async (env, ways) => {
    const child = spawn(join(directory, 'peer'), { env, stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.end(JSON.stringify(Object.keys(ways)))
    const expected = Object.values(ways).map((isProxied) => (isProxied ? 'proxy.example:3128' : ''))
    expect(JSON.parse(await text(child.stdout))).toEqual(expected)
  })
})

describe("the logins that docker's client sends to the engine", () => {
  test.each(loginCases)('match the table for %j', async (config, users) => {
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
    const helper = `#!/bin/sh\necho '{"Username":"helper","Secret":"pass:word-0123"}'\n`
    writeFileSync(join(folder, 'docker-credential-recorder'), helper, { mode: 0o755 })
    const socket = join(folder, 'docker.sock')
    let login: { username?: string } = {}
    const server = createServer((request, response) => {
      response.setHeader('api-version', '1.41')
      const header = request.headers['x-registry-auth']
      if (header) login = JSON.parse(Buffer.from(String(header), 'base64url').toString('utf8'))
      response.end(request.url?.endsWith('_ping') ? 'OK' : '{"status":"done"}')
    })
    await new Promise<void>((resolve) => server.listen(socket, resolve))
    const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, DOCKER_HOST: `unix://${socket}` }
    const found: Record<string, string | null> = {}
    for (const host of Object.keys(users)) {
      login = {}
      const args = ['--config', folder, 'pull', '--quiet', `${host}/acme/evaluator:v1`]
      await execute('docker', args, { env, timeout: 30_000 })
      found[host] = login.username || null
    }
    server.close()
    server.closeAllConnections()
    expect(found).toEqual(users)
  })
})

describe('the login that buildx chooses among logins with a scope', () => {
  const directory = join(cache, 'buildx-peer')
  const program = `package main

import (
	"context"
	"fmt"
	"os"

	"github.com/docker/buildx/util/dockerutil/dockerconfig"
	"github.com/docker/cli/cli/command"
	"github.com/docker/cli/cli/flags"
)

func main() {
	cli, err := command.NewDockerCli()
	if err != nil {
		panic(err)
	}
	if err := cli.Initialize(flags.NewClientOptions()); err != nil {
		panic(err)
	}
	auth, err := dockerconfig.LoadAuthConfig(cli)(context.Background(), os.Args[1], []string{os.Args[2]}, nil)
	if err != nil {
		panic(err)
	}
	fmt.Print(auth.Username)
}
`
  beforeAll(() => {
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'main.go'), program)
    const go = (...args: string[]) => execFileSync('go', args, { cwd: directory, stdio: 'pipe' })
    if (existsSync(join(directory, 'peer'))) return
    writeFileSync(join(directory, 'go.mod'), 'module peer\n\ngo 1.25\n')
    go('get', 'github.com/docker/buildx@v0.38.2')
    go('mod', 'tidy')
    go('build', '-o', 'peer', '.')
  }, 600_000)

  test.each(scopedCases)('matches the table for a login %s', async (_, logins, image, user) => {
    const put = (place: string, registry: string, name: string) => {
      mkdirSync(join(folder, place), { recursive: true })
      const auth = Buffer.from(`${name}:pass:word-0123`).toString('base64')
      writeFileSync(join(folder, place, 'config.json'), JSON.stringify({ auths: { [registry]: { auth } } }))
    }
    put('.', 'ghcr.io', 'general')
    for (const [place, registry, name] of logins) put(join('buildx', 'config', place), registry, name)
    const [host = '', ...path] = image.split('/')
    const isHub = host === 'docker.io'
    const repository = isHub && path.length === 1 ? `library/${path[0]}` : path.join('/')
    const args = [isHub ? 'registry-1.docker.io' : host, `repository:${repository}:pull,push`]
    const env = { ...process.env, DOCKER_CONFIG: folder }
    const { stdout } = await execute(join(directory, 'peer'), args, { env })
    expect(stdout || undefined).toBe(user)
  })
})

/** Returns whether docker gets access: the registry then answers that the image does not exist. */
async function getsIn({ host }: Engine, headers: readonly string[], login: boolean): Promise<boolean> {
  const server: LocalServer = await serve(({ path, headers: { authorization } }, response) => {
    if (path.startsWith('/token'))
      return reply(response, 200, { token: 'issued', access_token: 'issued', expires_in: 300 })
    if (authorization && path === '/v2/') return reply(response, 200)
    if (authorization)
      return reply(response, 404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'no such image' }] })
    const challenges = headers.map((header) => header.replace('REALM', `${server.url}/token`))
    response.setHeader('www-authenticate', challenges)
    return reply(response, 401, { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] })
  })
  const auth = Buffer.from('user:pass:word').toString('base64')
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify(login ? { auths: { [server.host]: { auth } } } : {}),
  )
  const engine = host ? ['--host', host] : []
  const args = [...engine, '--config', folder, 'pull', `${server.host}/acme/evaluator:v1`]
  const said = await execute('docker', args, { timeout: 30_000 }).catch(({ stderr }) => String(stderr))
  expect(said).toMatch(/Error response from daemon/)
  return /not found/.test(String(said))
}

describe("access to a registry for docker's engines", () => {
  test.each(challengeCases)('matches the table for $headers', async ({ headers, docker }) => {
    const found = { login: false, anonymous: false }
    for (const engine of engines) {
      found.login ||= await getsIn(engine, headers, true)
      found.anonymous ||= await getsIn(engine, headers, false)
    }
    // Each kind of engine supports only some of the ways.
    if (engines.length > 1) expect(found).toEqual(docker)
    else expect({ ...docker, ...(found.login && { login: true }) }).toEqual(docker)
  })

  test.each(challengeCases)(
    'is possible for the action wherever it is possible for docker: $headers',
    ({ ours, docker }) => {
      if (docker.login) expect(ours.login).toBeDefined()
      if (docker.anonymous) expect(ours.anonymous).toBeDefined()
      expect(docker.login || !docker.anonymous).toBe(true)
    },
  )
})
