import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import type { LambdaSandbox } from '../../sandbox/lambda/index.js'
import { addSeed, variablesOf } from '../../sandbox/seed.js'
import { spawnProgram } from '../support/command-line.js'
import { root, token } from '../support/publishing.js'

let sandbox: Sandbox
let lambda: LambdaSandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    organizations: [{ name: 'acme', tokens: [token] }],
    kili: { apiKeys: new Map([[token, 'acme']]) },
  })
  lambda = await addSeed(sandbox, 'acme')
})
afterAll(async () => {
  await lambda.close()
  await sandbox.close()
})

test('the sandbox says when it is ready, and how to stop it', async () => {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  let ready = ''
  const onText = (text: string) => {
    const [line, pid] = /^The sandbox is ready\. To stop it, .*: kill (\d+)$/m.exec(text) ?? []
    if (pid === undefined) return
    ready = line ?? ''
    process.kill(Number(pid))
  }
  const options = { cwd: root, env, onText }
  const { code, stdout } = await spawnProgram(process.execPath, ['build/sandbox/main.js'], options)
  expect(ready).not.toBe('')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^KOLENA_API_URL=http:\/\/127\.0\.0\.1:\d+\nKOLENA_REGISTRY=/)
  expect(stdout).not.toContain('ready')
})

/** Returns the command in the "Try it" section of an action's README. */
function commandOf(action: string): string {
  const [, section = ''] = readFileSync(join(root, action, 'README.md'), 'utf8').split('\n## Try it\n')
  return /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? ''
}

/** Runs a command in a shell at the root of the clone, like a reader of the README. */
async function run(command: string) {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    ...variablesOf(sandbox, 'acme', token, lambda),
  }
  const ended = await spawnProgram('sh', ['-c', command], { cwd: root, env })
  return { ...ended, outputs: ended.stdout === '' ? {} : JSON.parse(ended.stdout) }
}

describe('the "Try it" command of the README', () => {
  test('for model creates the model, and finds it the second time', async () => {
    const first = await run(commandOf('model'))
    expect(first).toMatchObject({ code: 0, outputs: { created: true, model: { name: 'keypoint-rcnn-v2' } } })
    expect(await run(commandOf('model'))).toMatchObject({ code: 0, outputs: { created: false } })
  })

  test('for evaluate uploads the inferences once and triggers the evaluation', async () => {
    const first = await run(commandOf('evaluate'))
    expect(first).toMatchObject({ code: 0, outputs: { uploaded: '3', missing: '0' } })
    expect(first.outputs['test-runs']).toHaveLength(1)
    expect(await run(commandOf('evaluate'))).toMatchObject({ code: 0, outputs: { uploaded: '0' } })
  })

  test.each([
    ['scenario-test', '--threshold 0.6', '--threshold 0.9', { 'overall-metric': '0.75' }],
    ['agreement', '--minimum-agreement 0.8', '--minimum-agreement 0.9', { agreement: '0.875' }],
    [
      'lambda',
      '--minimum-accuracy 0.8',
      '--minimum-accuracy 0.9',
      { accuracy: expect.stringMatching(/^0\.894/) },
    ],
  ])(
    'for %s passes its gate, and exits with 1 if the gate fails',
    async (action, passing, failing, outputs) => {
      const command = commandOf(action)
      expect(command).toContain(passing)
      expect(await run(command)).toMatchObject({ code: 0, outputs: { ...outputs, passed: true } })
      const failed = await run(command.replace(passing, failing))
      expect(failed).toMatchObject({ code: 1, outputs: { ...outputs, passed: false } })
      expect(failed.stderr).toContain('error: The gate did not pass')
    },
  )

  test.each(['model', 'evaluate', 'scenario-test', 'agreement', 'lambda'])(
    'for %s refuses a secret as a flag with exit code 2',
    async (action) => {
      const refused = await run(
        `node bin/evaluator-action.js ${action} --api-key HUNTER2 --api-token HUNTER2`,
      )
      expect(refused).toMatchObject({ code: 2, stdout: '' })
      expect(refused.stderr).not.toContain('HUNTER2')
      expect(refused.stderr).toContain(`evaluator-action ${action} --help lists the flags`)
    },
  )
})
