import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type LambdaSandbox, startLambdaSandbox } from '../../../../sandbox/lambda/index.js'
import { passOn } from '../../../../sandbox/registry/pass-on.js'
import { runNode24 } from '../../../support/node24.js'
import {
  listen,
  makeCertificate,
  portOfServer,
  startTunnelProxy,
  type TunnelProxy,
} from '../../../support/tls.js'

/** AWS at its own address behind a proxy and, for endpoints that name it, on this machine with and without TLS. */
const folder = mkdtempSync(join(tmpdir(), 'aws-environment-'))
const sts = 'sts.eu-west-1.amazonaws.com'
let aws: LambdaSandbox
let service: Server
let proxy: TunnelProxy
/** The access keys and regions that requests were signed with. */
let signatures: string[] = []

beforeAll(async () => {
  aws = await startLambdaSandbox()
  const certificate = makeCertificate(folder, [sts, 'localhost'])
  service = await listen(
    createServer(certificate, (incoming, response) => {
      const [, key, region] =
        /Credential=(\w+)\/\d+\/([\w-]+)\//.exec(incoming.headers.authorization ?? '') ?? []
      signatures.push(`${key} ${region}`)
      passOn(incoming, response, new URL(aws.url).host)
    }),
  )
  proxy = await startTunnelProxy(() => portOfServer(service))
  mkdirSync(join(folder, '.aws'))
  const endpoint = `https://localhost:${portOfServer(service)}`
  writeFileSync(
    join(folder, '.aws/config'),
    [
      ...['[profile evaluation]', 'region = eu-west-1', `endpoint_url = ${endpoint}`],
      ...['[profile by-program]', 'region = us-east-2', `endpoint_url = ${endpoint}`],
      `credential_process = echo '{"Version": 1, "AccessKeyId": "AKIAPROGRAM", "SecretAccessKey": "s"}'`,
    ].join('\n'),
  )
  const keys = ['aws_access_key_id = AKIAPROFILE', 'aws_secret_access_key = secret']
  writeFileSync(join(folder, '.aws/credentials'), ['[evaluation]', ...keys].join('\n'))
})
beforeEach(() => {
  proxy.requests.length = 0
  signatures = []
})
afterAll(async () => {
  service.close()
  await proxy.close()
  await aws.close()
  rmSync(folder, { recursive: true })
})

/** Calls AWS under the runner's Node.js. `PROXY` and `SERVICE` in a variable are replaced by their addresses. */
async function whoAmI(env: Record<string, string>): Promise<string> {
  const module = `
    import { callerIdentity } from 'src/platforms/aws/identity.js'
    const answer = callerIdentity({}, AbortSignal.timeout(20_000))
    console.log(await answer.then(({ arn }) => arn, ({ message }) => message))
    process.exit()`
  const place = (value: string) =>
    value.replace('PROXY', proxy.url).replace('SERVICE', `https://localhost:${portOfServer(service)}`)
  const given = Object.entries(env).map(([name, value]) => [name, place(value)])
  const { stdout, stderr } = await runNode24(module, {
    HOME: folder,
    NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem'),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...Object.fromEntries(given),
  })
  return stdout.trim() || stderr
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIAKEYS', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-west-1' }
const tunnel = [`CONNECT ${sts}:443`]
const signed = 'AKIAKEYS eu-west-1'

test.each<[string, Record<string, string>, string[], string]>([
  ['HTTPS_PROXY, and the address of AWS itself', { ...keys, HTTPS_PROXY: 'PROXY' }, tunnel, signed],
  ['https_proxy', { ...keys, https_proxy: 'PROXY' }, tunnel, signed],
  ['AWS_ENDPOINT_URL', { ...keys, AWS_ENDPOINT_URL: 'SERVICE' }, [], signed],
  ['AWS_ENDPOINT_URL of the service', { ...keys, AWS_ENDPOINT_URL_STS: 'SERVICE' }, [], signed],
  [
    'NO_PROXY with the host of the endpoint',
    { ...keys, AWS_ENDPOINT_URL: 'SERVICE', HTTPS_PROXY: 'PROXY', NO_PROXY: 'example.com,localhost' },
    [],
    signed,
  ],
  [
    'NO_PROXY with another host',
    { ...keys, HTTPS_PROXY: 'PROXY', NO_PROXY: 'localhost,us-east-1.amazonaws.com' },
    tunnel,
    signed,
  ],
  ['AWS_PROFILE', { AWS_PROFILE: 'evaluation' }, [], 'AKIAPROFILE eu-west-1'],
  [
    'AWS_PROFILE and a region next to it',
    { AWS_PROFILE: 'evaluation', AWS_REGION: 'us-east-1' },
    [],
    'AKIAPROFILE us-east-1',
  ],
  [
    'a profile whose credentials come from a program',
    { AWS_PROFILE: 'by-program' },
    [],
    'AKIAPROGRAM us-east-2',
  ],
  [
    'empty variables, which count as absent',
    { ...keys, AWS_PROFILE: '', AWS_ENDPOINT_URL: '', HTTPS_PROXY: 'PROXY' },
    tunnel,
    signed,
  ],
])('calls AWS with %s', async (_, env, tunnels, signature) => {
  expect(await whoAmI(env)).toBe('arn:aws:sts::123456789012:assumed-role/ci/GitHubActions')
  expect([proxy.requests, signatures]).toEqual([tunnels, [signature]])
})

test('reports a profile that does not exist as missing credentials', async () => {
  const problem = await whoAmI({ AWS_PROFILE: 'absent', AWS_REGION: 'eu-west-1' })
  expect(problem).toContain(
    'There are no AWS credentials. In a workflow, add aws-actions/configure-aws-credentials',
  )
  expect(problem).toContain('Elsewhere, set AWS_PROFILE')
  expect(signatures).toEqual([])
})

test('reports a missing region', async () => {
  expect(await whoAmI({ ...keys, AWS_REGION: '' })).toBe(
    'AWS: could not identify the AWS credentials (Region is missing). No variable and no profile names a region. Set AWS_REGION; in a workflow, set aws-region of aws-actions/configure-aws-credentials.',
  )
})

test('reports missing credentials and a missing region at once', async () => {
  const problem = await whoAmI({ AWS_EC2_METADATA_DISABLED: 'true' })
  expect(problem).toContain(
    'There are no AWS credentials, and no variable names a region. In a workflow, add',
  )
  expect(problem).toMatch(/Elsewhere, set AWS_PROFILE, or AWS_ACCESS_KEY_ID, .* and AWS_REGION\.$/)
  expect(signatures).toEqual([])
})
