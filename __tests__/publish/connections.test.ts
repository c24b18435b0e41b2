import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Role } from '../../src/aws/role.js'
import { applyTrust } from '../../src/aws/role-trust.js'
import { docker } from '../../src/docker/docker.js'
import { Journal } from '../../src/lib/journal.js'
import { Connections } from '../../src/publish/connections.js'
import { ociRegistry } from '../../src/registries/oci.js'
import { policy, trust } from '../aws/policies.js'
import { captureOutput } from '../captured-output.js'
import { scriptPrograms } from '../docker/scripted-docker.js'
import { inputs } from './publications.js'

captureOutput()
const programs = scriptPrograms()
const { signal } = new AbortController()
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
const toEcr = { ...inputs, image: { ...inputs.image, host } }
let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'connections-'))
  process.env.DOCKER_CONFIG = home
})
afterEach(() => {
  delete process.env.DOCKER_CONFIG
  rmSync(home, { recursive: true })
})

function connect(): Connections {
  const privateDirectory = join(home, 'private')
  mkdirSync(privateDirectory)
  return new Connections([toEcr], { signal, privateDirectory, journal: new Journal() })
}

describe('where the job keeps its logins in a credential store', () => {
  const store = 'docker-credential-recorder'
  const job = { credsStore: 'recorder', auths: { [host]: {} } }
  const read = ({ config }: Connections) =>
    JSON.parse(readFileSync(join(config.directory, 'config.json'), 'utf8'))
  beforeEach(() => {
    writeFileSync(join(home, 'config.json'), JSON.stringify(job))
    programs.write(store, `echo '{"Username":"AWS","Secret":"password-of-the-job"}'`)
  })

  test('docker has its login to ECR from there, as long as the run makes none', async () => {
    const connections = connect()
    await connections.logIn(ociRegistry(host, 'evaluator', undefined), signal)
    expect(read(connections)).toEqual(job)
    // The engine has no such image; before docker asks for it, it looks for the login.
    const push = docker({ config: connections.config, signal }, ['push', `${host}/no-such-image:v1`])
    await expect(push).rejects.toThrow('does not exist locally')
    expect(programs.starts(store)).toEqual([
      expect.objectContaining({ args: ['get'], input: expect.stringContaining(host) }),
    ])
  })

  test('logins of the run go past it, side by side', async () => {
    programs.write('docker', 'echo Login Succeeded')
    const connections = connect()
    const credentials = { username: 'AWS', password: 'password-of-the-run' }
    const hosts = [host, 'a.io', 'b.io']
    await Promise.all(
      hosts.map((one) => connections.logIn(ociRegistry(one, 'evaluator', credentials), signal)),
    )
    expect(read(connections)).toEqual({
      ...job,
      credHelpers: Object.fromEntries(hosts.map((one) => [one, ''])),
    })
  })
})

/** A role whose policy takes a while to read and to write, as in IAM. */
function slowRole(): Role & { statements: number } {
  let document: { Statement?: unknown } = policy()
  return {
    get statements() {
      return [document.Statement].flat().length
    },
    readTrustPolicy: async () => {
      await sleep(5)
      return structuredClone(document)
    },
    writeTrustPolicy: async (next) => {
      await sleep(5)
      document = next
    },
  }
}

test('evaluators that share a role repair its trust policy in turn, and so once', async () => {
  const role = slowRole()
  const { roleTurn } = connect()
  const apply = () => applyTrust(role, trust, { dryRun: false, signal })
  const results = await Promise.all([...Array(8).keys()].map(() => roleTurn(trust.roleArn, signal, apply)))
  expect(results.map(({ applied }) => applied)).toEqual([true, ...Array(7).fill(false)])
  for (const { judgement } of results) expect(judgement.verdict).toBe('ok')
  expect(role.statements).toBe(1)
})
