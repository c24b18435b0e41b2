import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { pullRequest, pushTag } from '../../../../sandbox/runner/events.js'
import { credentialCanaries, githubToken, runAction } from '../../../../sandbox/runner.js'
import { dump, embrace, writeAction } from '../../../support/small-action.js'

const event = pushTag('v1.2.3')

test('input variables keep hyphens, get defaults, and exist even if they are empty', async () => {
  const inputs = {
    'api-token': { required: true },
    'github-token': { default: embrace('github.token') },
    'build args': { default: 'a\nb' },
    retries: { default: 3 },
    old: { deprecationMessage: 'use new' },
  }
  const action = writeAction({ main: dump('process.env'), inputs })
  const result = await runAction({ action, event, inputs: { Old: ' x ', extra: '1' } })
  expect(JSON.parse(result.raw.stdout)).toMatchObject({
    'INPUT_API-TOKEN': '',
    'INPUT_GITHUB-TOKEN': githubToken,
    INPUT_BUILD_ARGS: 'a\nb',
    INPUT_RETRIES: '3',
    INPUT_OLD: ' x ',
    INPUT_EXTRA: '1',
  })
  expect(result.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    "warning: Input 'old' has been deprecated with message: use new",
    expect.stringMatching(/^warning: Unexpected input\(s\) 'extra', valid inputs are \['api-token', /),
  ])
  expect(result.log).toContain('github-token: ***')
})

test('the action runs under the runner’s Node.js, without a shell, in the workspace, with pipes', async () => {
  const facts = `{ node: process.version, argv: process.argv.slice(1), cwd: process.cwd(), __dirname,
    tty: [process.stdin, process.stdout, process.stderr].map((s) => Boolean(s.isTTY)),
    stdin: require('node:fs').readFileSync(0, 'utf8'), event: require(process.env.GITHUB_EVENT_PATH) }`
  const action = writeAction({ main: dump(facts) })
  const seen = JSON.parse((await runAction({ action, event: pullRequest() })).raw.stdout)
  expect(seen).toMatchObject({
    node: 'v24.19.0',
    argv: [`${action}/main.js`],
    tty: [false, false, false],
    stdin: '',
  })
  expect(seen.cwd).not.toBe(seen.__dirname)
  expect(seen.event).toEqual(pullRequest().payload)
})

test('the action gets only the given variables of the caller, and credentials only if they are granted', async () => {
  process.env.CALLERS_OWN = 'leak'
  const action = writeAction({ main: dump('process.env') })
  const options = { action, event, env: { GIVEN: '1', GITHUB_SHA: 'no' }, github: { run_attempt: '2' } }
  const environment = JSON.parse((await runAction(options)).raw.stdout)
  delete process.env.CALLERS_OWN
  const own = Object.keys(environment).filter((name) => !/^(GITHUB|RUNNER|INPUT)_/.test(name))
  expect(own.sort()).toEqual(['CI', 'GIVEN', 'HOME', 'LANG', 'PATH'])
  expect(environment).toMatchObject({
    GITHUB_SHA: event.sha,
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: 'Linux',
  })
  expect(environment).not.toHaveProperty('GITHUB_TOKEN')
  const granted = JSON.parse((await runAction({ action, event, credentials: true })).raw.stdout)
  expect(granted).toMatchObject(credentialCanaries)
})

test('a RUNNER_TEMP that the caller names is kept', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'runner-temp-'))
  await runAction({
    action: writeAction({ main: `require('fs').writeFileSync(process.env.RUNNER_TEMP + '/left', '')` }),
    event,
    temp,
  })
  expect(readdirSync(temp).sort()).toEqual(['_github_workflow', '_runner_file_commands', 'left'])
  rmSync(temp, { recursive: true })
})

test.each([
  ['a folder without action.yml', () => tmpdir(), /No action.yml in .*: give the folder/],
  [
    'a default that cannot be evaluated',
    () => writeAction({ inputs: { a: { default: embrace('secrets.A') } } }),
    'cannot evaluate the expression "secrets.A"',
  ],
])('runAction throws for %s', async (_, action, message) => {
  await expect(runAction({ action: action(), event })).rejects.toThrow(message)
})
