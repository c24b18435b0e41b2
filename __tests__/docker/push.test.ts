import { expect, test } from '@jest/globals'
import { pushImage } from '../../src/docker/push.js'
import { captureOutput } from '../captured-output.js'
import { scriptPrograms } from './scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const reference = 'docker.kolena.io/acme/evaluator:v1'
const push = () => pushImage(programs.engine, reference)

test('a push shows its progress, harmlessly', async () => {
  programs.write('docker', `echo 'abc: Pushed'; printf 'x\\r::error::forged\\n'`)
  await push()
  expect(programs.starts('docker').map(({ args }) => args)).toEqual([['push', reference]])
  expect(output.lines).toEqual(['abc: Pushed', 'x', '\\::error::forged'])
})

test.each([
  'denied: requested access to the resource is denied',
  'unauthorized: authentication required',
  'error parsing HTTP 403 response body: "Forbidden"',
  'no basic auth credentials',
  'name unknown: The repository does not exist',
  'An image does not exist locally with the tag: acme/evaluator',
  'failed to authorize: insufficient_scope: authorization failed',
])('a refusal is not tried again: %s', async (line) => {
  programs.write('docker', `echo 'The push refers to repository [x]'; echo '${line}' >&2; exit 1`)
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringContaining(
      `The registry refused the push of ${reference}. Check that the repository exists`,
    ),
  })
  expect(programs.starts('docker')).toHaveLength(1)
})

test('a registry that does not exist is told as such, with the inputs to look at', async () => {
  programs.write('docker', "echo 'dial tcp: lookup docker.kolena.oi: no such host' >&2; exit 1")
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringMatching(/^There is no registry at this address\. Check image and registry/),
  })
})

test('a tag that cannot be moved is kept: what the registry has under it decides', async () => {
  programs.write('docker', "echo 'tag invalid: The image tag is immutable' >&2; exit 1")
  expect(await push()).toBe('kept')
  expect(programs.starts('docker')).toHaveLength(1)
})

test.each([
  'received unexpected HTTP status: 503 Service Unavailable',
  'toomanyrequests: Rate exceeded',
  'write tcp 10.0.0.1:1->10.0.0.2:443: connection reset by peer',
  'net/http: TLS handshake timeout',
  'unexpected EOF',
])('a fault that passes is: %s', async (line) => {
  programs.write('docker', `[ $COUNT -gt 1 ] || { echo '${line}' >&2; exit 1; }`)
  await push()
  expect(programs.starts('docker')).toHaveLength(2)
})

test('a fault that does not pass is an error after three attempts', async () => {
  programs.write('docker', `echo 'unexpected EOF' >&2; exit 1`)
  await expect(push()).rejects.toMatchObject({
    name: 'CommandError',
    message: 'docker push failed with exit code 1: unexpected EOF',
  })
  expect(programs.starts('docker')).toHaveLength(3)
})
