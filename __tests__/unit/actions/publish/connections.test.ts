import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { giveLogin, openAccess } from '../../../../src/actions/publish/access.js'
import { Connections } from '../../../../src/actions/publish/connections.js'
import { makePlan } from '../../../../src/actions/publish/plan.js'
import type { Credentials } from '../../../../src/docker/credentials.js'
import type { Docker } from '../../../../src/docker/docker.js'
import type { Role } from '../../../../src/platforms/aws/role.js'
import { applyTrust } from '../../../../src/platforms/aws/role-trust.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { policy, trust } from '../../../support/policies.js'
import { inputs } from '../../../support/publications.js'
import { scriptPrograms } from '../../../support/scripted-docker.js'

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

const context = () => ({ signal, privateDirectory: join(home, 'private'), runLog: new RunLog() })

function connect(): Connections {
  mkdirSync(context().privateDirectory)
  return new Connections([toEcr], context())
}

describe('a job with a credential store', () => {
  const store = 'docker-credential-recorder'
  const job = { credsStore: 'recorder', auths: { [host]: {} } }
  const read = ({ config }: Docker) => JSON.parse(readFileSync(join(config.directory, 'config.json'), 'utf8'))
  const plan = makePlan(toEcr, 'acme')
  const open = (connections: Connections, credentials: Credentials | undefined) => {
    const image = { ...toEcr.image, host: 'registry.example.com', credentials }
    return openAccess({ ...toEcr, image }, plan, Promise.resolve(undefined), connections, signal)
  }
  beforeEach(() => {
    writeFileSync(join(home, 'config.json'), JSON.stringify(job))
    programs.write(store, `echo '{"Username":"AWS","Secret":"password-of-the-job"}'`)
  })

  test('provides the login of the job if the run has none', async () => {
    const connections = connect()
    const { docker } = connections.contextOf(toEcr, context(), signal)
    const access = await open(connections, undefined)
    expect(access.login.credentials).toEqual({ username: 'AWS', password: 'password-of-the-job' })
    giveLogin(docker, access)
    expect(read(docker)).toEqual(job)
    expect(programs.starts(store)).toEqual([
      expect.objectContaining({ args: ['get'], input: plan.repository.host }),
    ])
  })

  test('is not used if the run has a login', async () => {
    const connections = connect()
    const { docker } = connections.contextOf(toEcr, context(), signal)
    const access = await open(connections, { username: 'AWS', password: 'password-of-the-run' })
    expect(access.login.credentials).toEqual({ username: 'AWS', password: 'password-of-the-run' })
    giveLogin(docker, access)
    expect(read(docker)).toMatchObject({
      credsStore: 'recorder',
      auths: { [host]: { auth: Buffer.from('AWS:password-of-the-run').toString('base64') } },
      credHelpers: { [host]: '' },
    })
    expect(programs.starts(store)).toEqual([])
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

test('repairs the trust policy of a shared role only once', async () => {
  const role = slowRole()
  const { roles } = connect()
  const apply = () => applyTrust(role, trust, { dryRun: false, signal })
  const results = await Promise.all([...Array(8).keys()].map(() => roles.run(trust.roleArn, signal, apply)))
  expect(results.map(({ applied }) => applied)).toEqual([true, ...Array(7).fill(false)])
  for (const { judgement } of results) expect(judgement.verdict).toBe('ok')
  expect(role.statements).toBe(1)
})
