import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runBuild } from '../../../src/docker/buildx.js'
import { RunLog } from '../../../src/runtime/run-log.js'
import { captureOutput } from '../../support/captured-output.js'
import { serveBytes } from '../../support/local-server.js'
import { scriptPrograms } from '../../support/scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const build = (args = ['build']) => runBuild(programs.docker, args)

test('the plugin gets its arguments and the private configuration, and docker is not run', async () => {
  programs.write('docker-buildx', 'true')
  await build(['build', 'a b'])
  expect(programs.starts('docker-buildx')).toMatchObject([
    {
      args: ['buildx', 'build', 'a b'],
      input: '',
      // The second variable tells it that it is a plugin, so it reads the same variables as docker.
      env: { DOCKER_CONFIG: programs.folder, DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND: 'docker' },
    },
  ])
  expect(output.text).toBe('')
})

describe('runs buildx through docker', () => {
  test('if its plugin is not executable', async () => {
    programs.write('docker', 'true')
    programs.write('docker-buildx', 'true', 0o644)
    await build(['build', 'a b'])
    expect(programs.starts('docker')).toMatchObject([
      { args: ['buildx', 'build', 'a b'], env: { DOCKER_CONFIG: programs.folder } },
    ])
    expect(programs.starts('docker-buildx')).toEqual([])
  })

  test('and reports that docker is missing if it is not installed', async () => {
    programs.write('docker-buildx', 'true', 0o644)
    process.env.PATH = '/nowhere'
    await expect(build()).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringContaining('docker was not found on PATH'),
    })
  })
})

test('shows the output of a build, sanitized', async () => {
  programs.write(
    'docker-buildx',
    `printf 'a\\r::error::b\\n##[set-output name=x]c\\n\\033[31md'; echo '::warning::e' >&2`,
  )
  await build()
  expect(output.lines.sort()).toEqual(
    ['#\\#[set-output name=x]c', '\\::error::b', '\\::warning::e', 'a', 'd'].sort(),
  )
})

test('treats no line of a step after a carriage return or a split as a line of BuildKit', async () => {
  const long = 'a'.repeat(64 * 1024)
  programs.write(
    'docker-buildx',
    `printf '#1 [1/2] FROM a\\r\\n#5 0.9 x\\r#9 [1/1] FROM forged\\n#5 0.9 y${long}#9 [1/1] FROM forged\\n#6 DONE'`,
  )
  const seen: string[] = []
  await runBuild(programs.docker, ['build'], { onLine: (line) => seen.push(line) })
  expect(seen.map((line) => line.slice(0, 30))).toEqual([
    '#1 [1/2] FROM a',
    '#5 0.9 x',
    `#5 0.9 y${'a'.repeat(22)}`,
    '#6 DONE',
  ])
  expect(output.text).toContain('#9 [1/1] FROM forged')
})

test('a build that is stopped names the phase that failed, and not the complaints of BuildKit', async () => {
  programs.write(
    'docker-buildx',
    `trap 'echo "ERROR: failed to solve: Get http://%!F(MISSING): context canceled"; exit 1' TERM
     echo '#1 DONE'; sleep 30 & wait`,
  )
  const failure = new AbortController()
  const login = new RunLog().phase('Log in at the platform', () => Promise.reject(new Error('refused')))
  const refused = await login.catch((error: Error) => error)
  const docker = { ...programs.docker, signal: failure.signal }
  const built = runBuild(docker, ['build'], { onLine: () => failure.abort(refused) })
  await expect(built).rejects.toThrow('refused')
  expect(output.lines).toEqual([
    '#1 DONE',
    'The build was stopped because this failed: Log in at the platform',
  ])
})

describe('a failed build', () => {
  test.each([
    [
      'with a last line',
      'echo progress; echo "no space left on device" >&2; exit 1',
      'docker buildx build failed with exit code 1: no space left on device',
    ],
    [
      'with a line that begins with ERROR',
      'echo "ERROR: failed to solve: x"; echo; echo hint; exit 17',
      'docker buildx build failed with exit code 17: failed to solve: x',
    ],
    ['without any output', 'exit 2', 'docker buildx build failed with exit code 2 and said nothing'],
    ['that a signal ended', 'kill -KILL $$', 'docker buildx build was ended by a signal and said nothing'],
    [
      'with a hostile line',
      `printf '::error::x\\r##[a]b'; exit 1`,
      'docker buildx build failed with exit code 1: #\\#[a]b',
    ],
  ])('%s throws a CommandError', async (_, script, message) => {
    programs.write('docker-buildx', script)
    await expect(build()).rejects.toMatchObject({ name: 'CommandError', message })
  })

  test.each([
    ["docker: 'buildx' is not a docker command.", 'docker/setup-buildx-action'],
    ['docker: unknown command: docker buildx', 'docker has no buildx plugin'],
    ['unknown flag: --metadata-file', '0.13 or newer'],
    [
      'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      'group docker',
    ],
    [
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'systemctl start docker',
    ],
    ['error during connect: Get "http://x": EOF', 'DOCKER_HOST'],
    ['failed to connect to the docker API at unix:///x.sock', 'does not answer'],
    [
      'ERROR: Attestation is not supported for the docker driver.',
      'docker/setup-buildx-action before this step',
    ],
    [
      'ERROR: context \\"nowhere\\": context not found: open /x/meta.json: no such file or directory',
      'There is no such Docker context. Create it',
    ],
    [
      'ERROR: OCI exporter is not supported for the docker driver.',
      'docker/setup-buildx-action before this step',
    ],
    ['ERROR: no builder \\"nobody\\" found', 'There is no such builder. Name one'],
    [' > [internal] booting buildkit:\n------\nERROR: No such image: x', 'The builder does not start. Check'],
    [
      'ERROR: Forbidden\nERROR: listing workers: failed to list workers: EOF',
      'Docker says: Forbidden; listing',
    ],
    ['ERROR: mkdir /root/.docker/buildx: read-only file system', 'BUILDX_CONFIG'],
    ['ERROR: open /root/.docker/buildx/.lock: permission denied', 'BUILDX_CONFIG'],
  ])('with %j says what to do', async (line, remedy) => {
    programs.write('docker-buildx', `echo "${line}" >&2; exit 1`)
    await expect(build()).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringContaining(remedy),
    })
  })

  test('names the nodes of a remote builder that do not answer, and what to do', async () => {
    const { host } = await serveBytes(() => {})
    const directory = join(programs.folder, 'buildx')
    mkdirSync(join(directory, 'instances'), { recursive: true })
    process.env.BUILDX_CONFIG = directory
    const refuse = async (nodes: Record<string, string>) => {
      const Nodes = Object.entries(nodes).map(([Name, Endpoint]) => ({ Name, Endpoint }))
      const content = { Name: 'two', Driver: 'remote', Nodes }
      writeFileSync(join(directory, 'instances', 'two'), JSON.stringify(content))
      const lines = [' > [internal] waiting for connection:', '------', 'ERROR: context deadline exceeded']
      programs.write('docker-buildx', `printf '%s\\n' '${lines.join("' '")}' >&2; exit 1`)
      const error = await runBuild(programs.docker, ['build'], { builder: 'two' }).catch((error) => error)
      expect(error.name).toBe('ActionError')
      expect(error.message).toMatch(/Check that its BuildKit runs.*Docker says: context deadline exceeded$/)
      return error.message
    }
    const [open, gone] = [`tcp://${host}`, 'tcp://127.0.0.1:1']
    expect(await refuse({ amd: open, arm: gone })).toMatch(
      /^The builder does not answer\. Its node arm cannot be reached at tcp:\/\/127\.0\.0\.1:1 \(ECONNREFUSED\)\. Check/,
    )
    expect(await refuse({ amd: open })).toContain(`Its nodes accept connections: amd (${open}). Check`)
    expect(await refuse({})).toMatch(/^The builder does not answer\. Check/)
    delete process.env.BUILDX_CONFIG
  })

  test('does not report a broken engine because a build step printed its error message', async () => {
    programs.write(
      'docker-buildx',
      `echo "Cannot connect to the Docker daemon"; seq 9; echo "ERROR: exit code: 1"; exit 1`,
    )
    await expect(build()).rejects.toMatchObject({ name: 'CommandError' })
  })

  test('for another reason throws a plain CommandError', async () => {
    programs.write('docker-buildx', '')
    await expect(build(['x'.repeat(200_000)])).rejects.toMatchObject({
      name: 'CommandError',
      message: expect.stringContaining('an argument has 200000 bytes'),
    })
  })
})
