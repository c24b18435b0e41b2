import { expect, test } from '@jest/globals'
import { logInToRegistry } from '../../src/docker/login.js'
import { captureOutput } from '../captured-output.js'
import { scriptPrograms } from './scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const credentials = { username: 'acme', password: 'token-of-acme-0123' }
const logIn = () => logInToRegistry(programs.engine, '127.0.0.1:40311', credentials)

test('the password goes to docker on standard input, nowhere else, and is masked before', async () => {
  programs.write('docker', 'echo Login Succeeded')
  await logIn()
  const [start] = programs.starts('docker')
  expect(start?.args).toEqual(['login', '--username', 'acme', '--password-stdin', '127.0.0.1:40311'])
  expect(start?.input).toBe(credentials.password)
  expect(JSON.stringify(start?.env)).not.toContain(credentials.password)
  const basic = Buffer.from(`acme:${credentials.password}`).toString('base64')
  for (const form of [credentials.password, basic]) expect(output.masks).toContain(form)
})

test.each([
  'Error response from daemon: Get "https://127.0.0.1:40311/v2/": unauthorized: authentication required',
  'Error: Cannot perform an interactive login: incorrect username or password',
  'login attempt to https://x/v2/ failed with status: 401 Unauthorized',
  'Error response from daemon: login attempt failed with status: 403 Forbidden',
  'denied: requested access to the resource is denied',
])('a refusal is told at once, with the inputs to look at: %s', async (line) => {
  programs.write('docker', `echo '${line}' >&2; exit 1`)
  await expect(logIn()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringMatching(
      /127\.0\.0\.1:40311 does not accept the login of acme\. Check registry-username/,
    ),
  })
  expect(programs.starts('docker')).toHaveLength(1)
})

test('a registry that cannot be reached is tried again, also one with 403 in its address', async () => {
  const refused =
    'Error response from daemon: Get "http://127.0.0.1:40311/v2/": dial tcp 127.0.0.1:40311: connect: connection refused'
  programs.write('docker', `[ $COUNT -gt 1 ] || { echo '${refused}' >&2; exit 1; }`)
  await logIn()
  expect(programs.starts('docker').map(({ input }) => input)).toEqual([
    credentials.password,
    credentials.password,
  ])
  expect(output.text).toContain('login to 127.0.0.1:40311 failed (docker login failed with exit code 1')
})

test('the exit code decides, not what docker prints', async () => {
  programs.write('docker', 'echo "WARNING! Your password will be stored unencrypted: unauthorized" >&2')
  await logIn()
  expect(programs.starts('docker')).toHaveLength(1)
})
