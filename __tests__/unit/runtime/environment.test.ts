import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { credentialCanaries } from '../../../sandbox/runner/environment.js'
import { commandEnvironment } from '../../../src/runtime/environment.js'
import { run } from '../../../src/util/process.js'

/** Options of a command that is not cancelled. */
const calm = { signal: new AbortController().signal, timeout: 60_000 }

describe('the environment of a command', () => {
  const before = { ...process.env }
  beforeEach(() => {
    for (const name of Object.keys(process.env)) delete process.env[name]
    Object.assign(process.env, before)
  })

  const canaries = {
    ...credentialCanaries,
    'INPUT_API-TOKEN': 'canary-input',
    INPUT_SECRETS: 'canary-input',
    GITHUB_TOKEN: 'canary-github-token',
    GITHUB_OUTPUT: '/canary/output',
    GITHUB_ENV: '/canary/env',
    GITHUB_PATH: '/canary/path',
    GITHUB_STATE: '/canary/state',
    GITHUB_STEP_SUMMARY: '/canary/summary',
    STATE_private: 'canary-state',
    AWS_ACCESS_KEY_ID: 'canary-key-id',
    AWS_SECRET_ACCESS_KEY: 'canary-secret-key',
    AWS_SESSION_TOKEN: 'canary-session',
    KOLENA_TOKEN: 'canary-kolena',
    NPM_TOKEN: 'canary-npm',
    NODE_OPTIONS: '--canary',
    LD_PRELOAD: '/canary.so',
    PATHS: 'canary-paths',
    MY_DOCKER_PASSWORD: 'canary-mine',
    ...Object.fromEntries(
      [
        ...[
          'DOCKER_PASSWORD',
          'DOCKER_TOKEN',
          'DOCKER_AUTH_CONFIG',
          'DOCKER_HUB_PASSWORD',
          'DOCKER_HOST_PASSWORD',
        ],
        ...[
          'BUILDX_TOKEN',
          'BUILDX_CONFIG_TOKEN',
          'BUILDKIT_PASSWORD',
          'BUILDKIT_HOST_KEY',
          'COMPOSE_PASSWORD',
        ],
        ...['XDG_SECRET', 'XDG_RUNTIME_DIR_KEY'],
      ].map((name) => [name, 'canary-of-docker']),
    ),
  }

  test('contains no canary and no variable of the process itself', async () => {
    Object.assign(process.env, canaries)
    const { stdout } = await run('cat', ['/proc/self/environ'], calm)
    expect(stdout).toContain('PATH=')
    expect(stdout.toLowerCase()).not.toContain('canary')
    for (const name of Object.keys(canaries)) expect(stdout).not.toContain(`${name}=`)
  })

  test.each([
    ...['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'DOCKER_HOST', 'DOCKER_CONFIG', 'BUILDX_BUILDER'],
    ...['BUILDKIT_HOST', 'HTTPS_PROXY', 'no_proxy', 'SSH_AUTH_SOCK', 'SOURCE_DATE_EPOCH', 'XDG_RUNTIME_DIR'],
    'RUNNER_TRACKING_ID',
  ])('contains %s of the job', (name) => {
    process.env[name] = 'of the job'
    expect(commandEnvironment()[name]).toBe('of the job')
  })

  test('contains the variables of the caller, and further variables of the job that the caller names', () => {
    Object.assign(process.env, { LANG: 'C', AWS_REGION: 'eu-west-1', AWS_PROFILE: 'a', MY_AWS_KEY: 'canary' })
    const changed = commandEnvironment({ LANG: 'de', MINE: '1' }, [/^AWS_\w+$/])
    expect(changed).toMatchObject({ LANG: 'de', MINE: '1', AWS_REGION: 'eu-west-1', AWS_PROFILE: 'a' })
    expect(changed).not.toHaveProperty('MY_AWS_KEY')
  })

  test('contains no other variable, whatever its name', () => {
    const part = fc.constantFrom(
      'INPUT',
      'ACTIONS',
      'GITHUB',
      'AWS',
      'TOKEN',
      'PATH',
      'HOME',
      'SECRET',
      'A',
      '_',
      '-',
    )
    const allowed = new Set(['PATH', 'HOME'])
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const name = parts.join('')
        fc.pre(!allowed.has(name))
        process.env[name] = 'canary'
        expect(Object.values(commandEnvironment())).not.toContain('canary')
        delete process.env[name]
      }),
    )
  })

  test('makes Git treat no directory of a checkout as a bare repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bare-'))
    await run('git', ['init', '--quiet', '--bare', folder], calm)
    const found = await run('git', ['-C', folder, 'rev-parse', '--git-dir'], calm)
    const named = await run('git', ['--git-dir', folder, 'rev-parse', '--git-dir'], calm)
    rmSync(folder, { recursive: true })
    expect([found.exitCode, named.exitCode]).toEqual([128, 0])
  })
})
