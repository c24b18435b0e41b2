import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../../../sandbox/index.js'
import type { PublishInputs } from '../../../../src/actions/publish/inputs.js'
import { register, sendRegistration } from '../../../../src/actions/publish/register.js'
import { settleTrust } from '../../../../src/actions/publish/role-trust.js'
import { logIn } from '../../../../src/platforms/kolena/client.js'
import { CancelledError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { type Answer, reply, type Seen, serve } from '../../../support/local-server.js'

captureOutput()
const apiToken = 'acme-api-token-0123456789'
const wanted = {
  workflow: 'Keypoints',
  name: 'evaluate',
  image: 'ghcr.io/a/b:v1',
  secret: null,
  aws_assume_role: null,
}
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [apiToken] }] })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.state.registrations.splice(0)
})

type Fault = (request: Seen, response: Parameters<Answer>[1], pass: () => Promise<Response>) => Promise<void>

/** Connects to the platform, with faults at the n-th registration and the n-th reading; undefined: no fault. */
async function connect(faults: { register?: (Fault | undefined)[]; read?: (Fault | undefined)[] }) {
  const counts = { register: 0, read: 0 }
  const calls: string[] = []
  const line = await serve(async (request, response) => {
    const pass = () =>
      fetch(`${sandbox.url}${request.path}`, {
        method: request.method,
        headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
        body: request.body || null,
      })
    const forward = async () => {
      const answer = await pass()
      reply(response, answer.status, await answer.text())
    }
    if (!request.path.includes('/workflow/evaluator')) return await forward()
    const kind = request.method === 'POST' ? 'register' : 'read'
    calls.push(kind)
    const fault = faults[kind]?.[counts[kind]]
    counts[kind]++
    await (fault ? fault(request, response, pass) : forward())
  })
  const session = await logIn(new URL(line.url), apiToken, new AbortController().signal)
  return { session, calls }
}

/** Registers it, and then loses the answer. */
const resetAfter: Fault = async (_, response, pass) => {
  await pass()
  response.socket?.resetAndDestroy()
}
const resetBefore: Fault = async (_, response) => {
  response.socket?.resetAndDestroy()
}
const garbageAfter: Fault = async (_, response, pass) => {
  await pass()
  reply(response, 200, '{"name":"eval')
}
const answer =
  (status: number, after = false): Fault =>
  async (_, response, pass) => {
    if (after) await pass()
    reply(response, status, { detail: `fault ${status}` }, { 'retry-after': '0' })
  }
const never = new AbortController().signal

describe('an answer about another registration', () => {
  const role = 'arn:aws:iam::111122223333:role/evaluator'
  const other = 'arn:aws:iam::111122223333:role/OrgAdmin'
  const config = {
    job_role_arn: 'arn:aws:iam::123456789012:role/jobs',
    external_id: 'id',
    assume_role_arn: role,
  }
  const right = { name: 'evaluate', image: 'ghcr.io/a/b:v1', created: 'now', aws_role_config: config }
  const evaluator = { workflow: 'Keypoints', name: 'evaluate', secret: undefined, awsAssumeRole: role }

  async function registerAnd(answered: unknown, wanted = evaluator) {
    const { session } = await connect({
      register: [async (_, response) => void reply(response, 200, JSON.stringify(answered))],
    })
    const runLog = new RunLog()
    const context = { signal: never, privateDirectory: '', runLog }
    const current = { previous: undefined, changes: [] }
    return await register(wanted, right.image, current, session, context)
  }

  test.each([
    [
      'another role',
      { ...right, aws_role_config: { ...config, assume_role_arn: other } },
      `role ${other} for ${role}`,
    ],
    ['no role', { ...right, aws_role_config: null }, `role none for ${role}`],
    ['another image', { ...right, image: 'ghcr.io/a/b:v2' }, 'the image ghcr.io/a/b:v2 for ghcr.io/a/b:v1'],
    ['another name', { ...right, name: 'other' }, 'the name other for evaluate'],
  ])('fails the step before it changes anything: %s', async (_, answered, difference) => {
    await expect(registerAnd(answered)).rejects.toThrow(difference)
  })

  test('fails the step if it has a role that was not requested', async () => {
    await expect(registerAnd(right, { ...evaluator, awsAssumeRole: undefined as never })).rejects.toThrow(
      `role ${role} for none`,
    )
  })

  test('is not suspected if it is about the requested one', async () => {
    expect(await registerAnd(right)).toMatchObject({ changed: true, registration: { name: 'evaluate' } })
  })

  test.each([
    [
      { ...config, assume_role_arn: other },
      `The platform names the role ${other}, and aws-assume-role is ${role}`,
    ],
    [{ ...config, job_role_arn: '*' }, 'The platform names * as the role that assumes'],
    [{ ...config, job_role_arn: 'arn:aws:iam::123456789012:root' }, 'is not the ARN of a role'],
  ])('leaves the policy of the role unchanged: %j', async (answered, message) => {
    const inputs = { trustPolicy: 'apply', mode: { dryRun: false, reason: '' }, evaluator } as PublishInputs
    const context = { signal: never, privateDirectory: '', runLog: new RunLog() }
    const connections = { roles: undefined as never }
    await expect(settleTrust(inputs, answered, connections, context)).rejects.toThrow(message)
  })
})

describe('a registration', () => {
  test.each<[string, (Fault | undefined)[], string[]]>([
    ['without a fault is sent once', [], ['register']],
    ['whose answer is lost is found when it is read back', [resetAfter], ['register', 'read']],
    ['whose answer is incomplete is found', [garbageAfter], ['register', 'read']],
    ['that was carried out despite a 500 is found', [answer(500, true)], ['register', 'read']],
    ['that was carried out despite a 504 is found', [answer(504, true)], ['register', 'read']],
    ['that never arrived is read back and sent again', [resetBefore], ['register', 'read', 'register']],
    ['that got a 502 is read back and sent again', [answer(502)], ['register', 'read', 'register']],
    ['that got a 429 is sent again without reading it back', [answer(429)], ['register', 'register']],
    [
      'that was lost twice is read back twice',
      [resetBefore, resetAfter],
      ['register', 'read', 'register', 'read'],
    ],
    [
      'that got a 429 after it was lost is still read back',
      [answer(503), answer(429)],
      ['register', 'read', 'register', 'read', 'register'],
    ],
  ])('%s, and exists once', async (_, faults, expected) => {
    const { session, calls } = await connect({ register: faults })
    expect(await sendRegistration(session, wanted, undefined, never)).toMatchObject({
      name: 'evaluate',
      image: wanted.image,
    })
    expect(calls).toEqual(expected)
    expect(sandbox.state.registrations).toHaveLength(1)
  })

  test('is not confused with an older one that looks the same', async () => {
    const { session } = await connect({})
    const previous = await sendRegistration(session, wanted, undefined, never)
    await new Promise((resolve) => setTimeout(resolve, 5))
    const { session: faulty, calls } = await connect({ register: [resetBefore] })
    const second = await sendRegistration(faulty, { ...wanted, secret: 'new-secret' }, previous, never)
    expect(calls).toEqual(['register', 'read', 'register'])
    expect(second.created).not.toBe(previous.created)
    expect(sandbox.state.registrations.map(({ secret }) => secret)).toEqual([null, 'new-secret'])
  })

  test.each([
    ['another image', { image: 'ghcr.io/a/b:other' }],
    ['another role', { aws_assume_role: 'arn:aws:iam::123456789012:role/x' }],
  ])('is not confused with that of another run with %s', async (_, other) => {
    const theirs: Fault = async (_request, response) => {
      sandbox.state.register('acme', { ...wanted, ...other })
      response.socket?.resetAndDestroy()
    }
    const { session } = await connect({ register: [theirs] })
    await sendRegistration(session, wanted, undefined, never)
    expect(sandbox.state.registrations).toHaveLength(2)
    expect(sandbox.state.registrations.at(-1)).toMatchObject(wanted)
  })

  test('is not sent again while it cannot be read back', async () => {
    const blind = await connect({ register: [resetAfter], read: Array(40).fill(answer(503)) })
    await expect(sendRegistration(blind.session, wanted, undefined, never)).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(
        /^Whether evaluate was registered is not known for the workflow "Keypoints": .*503/,
      ),
    })
    expect(blind.calls.filter((call) => call === 'register')).toHaveLength(1)
    expect(sandbox.state.registrations).toHaveLength(1)
  })

  test('that is refused with 401 is sent once more after a new login', async () => {
    const once = await connect({ register: [answer(401)] })
    expect(await sendRegistration(once.session, wanted, undefined, never)).toMatchObject({ name: 'evaluate' })
    expect(once.calls).toEqual(['register', 'register'])
    sandbox.state.registrations.splice(0)
    const twice = await connect({ register: [answer(401), answer(401)] })
    await expect(sendRegistration(twice.session, wanted, undefined, never)).rejects.toThrow('fault 401')
    expect(twice.calls).toEqual(['register', 'register'])
    expect(sandbox.state.registrations).toEqual([])
  })

  test.each([400, 403, 409, 422])('that is refused with %i is not sent again', async (status) => {
    const { session, calls } = await connect({ register: [answer(status)] })
    await expect(sendRegistration(session, wanted, undefined, never)).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(
        new RegExp(`^evaluate was not registered for the workflow "Keypoints": .*fault ${status}$`),
      ),
    })
    expect(calls).toEqual(['register'])
    expect(sandbox.state.registrations).toEqual([])
  })

  test('is reported as not done after four attempts that the platform refused', async () => {
    const { session, calls } = await connect({ register: Array(9).fill(answer(429)) })
    await expect(sendRegistration(session, wanted, undefined, never)).rejects.toThrow(
      'evaluate was not registered',
    )
    expect(calls).toHaveLength(4)
  })

  test('of a cancelled job ends with its reason', async () => {
    const job = new AbortController()
    const reason = new CancelledError('SIGINT')
    const server = await serve((request, response) => {
      if (request.path.endsWith('/login'))
        reply(response, 200, { tenant: 'acme', access_token: 'access-token' })
      else job.abort(reason)
    })
    const session = await logIn(new URL(server.url), apiToken, job.signal)
    await expect(sendRegistration(session, wanted, undefined, job.signal)).rejects.toBe(reason)
    expect(server.requests).toHaveLength(2)
  })
})
