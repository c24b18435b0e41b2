import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { pushTag } from '../../../sandbox/runner/events.js'
import { type RunOptions, runAction } from '../../../sandbox/runner.js'
import { embedSource } from '../../support/node24.js'
import { writeAction } from '../../support/small-action.js'

/**
 * Runs an action as a step of a job.
 * @param run the body of its `run`, which can use result, context, errors and log
 * @param more further members of the action
 */
async function step(run: string, more = '', options: Partial<RunOptions> = {}) {
  const main = `
    const sources = ['run-action', 'errors', 'log'].map((name) => import('${embedSource('runtime/')}' + name + '.js'))
    Promise.all(sources).then(([{ runAction }, errors, log]) => runAction({
      begin: () => ({ digest: '' }),
      fields: {},
      variables: {},
      run: async (request, context, record) => { ${run} },
      outputs: ({ digest }) => ({ digest }),
      summary: ({ digest }, runLog, error) =>
        [digest, runLog.phases.length, runLog.done.join(), error?.message].join(' | '),
      ${more}
    }))`
  const temp = await mkdtemp(join(tmpdir(), 'shell-'))
  try {
    const result = await runAction({ action: writeAction({ main }), event: pushTag('v1'), temp, ...options })
    return { ...result, leftovers: readdirSync(temp).filter((name) => name.startsWith('evaluator-action')) }
  } finally {
    await rm(temp, { recursive: true })
  }
}

describe('an action', () => {
  test('that succeeds writes its outputs and its summary', async () => {
    const run = `await context.runLog.phase('Build', async () => { record({ digest: 'sha256:1' }) })`
    const { exitCode, outputs, summary, annotations, leftovers } = await step(run)
    expect({ exitCode, outputs, annotations, leftovers }).toEqual({
      exitCode: 0,
      outputs: { digest: 'sha256:1' },
      annotations: [],
      leftovers: [],
    })
    expect(summary).toBe('sha256:1 | 1 |  | \n')
  })

  test('has a private directory only while it runs', async () => {
    const run = `
      const { statSync, writeFileSync } = await import('node:fs')
      writeFileSync(context.privateDirectory + '/config.json', 'secret')
      record({ digest: (statSync(context.privateDirectory).mode & 0o777).toString(8) })`
    const { outputs, leftovers, state } = await step(run)
    expect({ outputs, leftovers }).toEqual({ outputs: { digest: '700' }, leftovers: [] })
    expect(state['private-directory']).toContain('/evaluator-action-')
  })

  test.each([
    ['InputError', `new errors.InputError(['tags: a', 'file: b'])`, '2 inputs cannot be used', undefined],
    ['CommandError', `new errors.CommandError('docker push failed', 1)`, 'docker push failed', undefined],
    ['HttpError', `new errors.HttpError('GET https://x answered 500', 500)`, 'answered 500', undefined],
    [
      'ActionError',
      `new errors.ActionError('The image is not there.')`,
      'The image is not there.',
      undefined,
    ],
    ['FileError', `new errors.FileError('RUN: exit 1', { file: 'a/Dockerfile', line: 3 })`, 'RUN: exit 1', 3],
  ])(
    'that fails with %s fails the step with one annotation, and keeps its results',
    async (_, error, message, line) => {
      const run = `
      record({ digest: 'sha256:1' })
      context.runLog.done.push('The image was pushed.')
      await context.runLog.phase('Register', async () => { throw ${error} })`
      const { exitCode, outputs, summary, annotations, log, leftovers } = await step(run)
      expect({ exitCode, outputs, leftovers }).toEqual({
        exitCode: 1,
        outputs: { digest: 'sha256:1' },
        leftovers: [],
      })
      expect(annotations).toMatchObject([{ level: 'error', title: 'Register failed' }])
      expect(annotations[0]?.message).toContain(message)
      expect(annotations[0]?.message).toMatch(
        /\nDone already: The image was pushed\. Trying again is safe\.$/,
      )
      expect(annotations[0]?.line).toBe(line)
      expect(summary).toContain(`sha256:1 | 1 | The image was pushed. | `)
      expect(summary).toContain(message)
      expect(log).not.toContain('a bug')
    },
  )

  test('with problems in a file reports each of them once', async () => {
    const place = (line: number) => `{ text: 'image: ${line}', place: { file: 'e.yml', line: ${line} } }`
    const few = await step(`throw new errors.InputError(['tags: a', ${place(3)}, ${place(7)}])`)
    expect(few.annotations).toMatchObject([
      { title: 'Input', message: 'image: 3', line: 3 },
      { title: 'Input', message: 'image: 7', line: 7 },
      {
        message:
          '3 inputs cannot be used. Nothing was built, sent or changed. 2 are shown above. The others:\n- tags: a',
      },
    ])
    const lines = Array.from({ length: 11 }, (_, index) => place(index + 1))
    const { annotations } = await step(`throw new errors.InputError([${lines}])`)
    expect(annotations).toHaveLength(10)
    expect(annotations.at(-1)?.message).toMatch(
      /9 are shown above\. The others:\n- e\.yml:10: image: 10\n- e\.yml:11: image: 11$/,
    )
    const all = await step(`throw new errors.InputError([${place(1)}, ${place(2)}])`)
    expect(all.annotations.at(-1)?.message).toMatch(/^2 inputs .* Each is shown above\.$/)
  })

  test.each([
    [
      'that is an Error',
      'undefined.digest',
      /Cannot read properties of undefined/,
      /bug in evaluator-action, please report it:\n.*TypeError.*\n\s+at /,
    ],
    ['that is not an Error', `throw 'text'`, /^text$/, /./],
  ])('with a bug %s reports it as such', async (_, run, message, log) => {
    const result = await step(run)
    expect(result).toMatchObject({ exitCode: 1, leftovers: [] })
    expect(result.annotations).toMatchObject([
      { title: 'evaluator-action failed', message: expect.stringMatching(message) },
    ])
    expect(result.log).toMatch(log)
  })

  test.each([
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'The disk quota is used up'],
    ['EROFS', 'The file system is read-only'],
    ['EMFILE', 'Too many files are open'],
  ])('reports %s as a limit of the machine and not as a bug', async (code, remedy) => {
    const error = `Object.assign(new Error('${code}: write'), { code: '${code}', syscall: 'write' })`
    const result = await step(`throw ${error}`)
    expect(result.annotations).toMatchObject([
      { message: expect.stringContaining(`${code}: write. ${remedy}`) },
    ])
    expect(result.log).not.toContain('a bug')
  })

  test('sanitizes a hostile error', async () => {
    const text = JSON.stringify(
      'broken\n::set-output name=digest::forged\r##[add-mask]broken\n::stop-commands::x',
    )
    const { commands, outputs, annotations } = await step(
      `const error = new TypeError(${text}); error.stack = ${text}; await context.runLog.phase(${text}, () => { throw error })`,
    )
    expect(commands.map(({ name }) => name)).toEqual(['error'])
    expect(outputs).toEqual({ digest: '' })
    expect(annotations[0]?.message).toContain('\\::set-output')
  })

  test.each([
    [
      'did not pass',
      `'accuracy 0.5 is below 0.9'`,
      1,
      [{ title: 'The gate did not pass', message: 'accuracy 0.5 is below 0.9' }],
    ],
    ['passed', 'undefined', 0, []],
  ])('whose gate %s still writes its outputs and its summary', async (_, reason, exitCode, annotations) => {
    const result = await step(`record({ digest: 'sha256:1' })`, `failedGate: () => ${reason}`)
    expect(result).toMatchObject({ exitCode, annotations, outputs: { digest: 'sha256:1' } })
    expect(result.annotations).toHaveLength(annotations.length)
    expect(result.summary).toContain('sha256:1')
  })
})

test('an action that fails ends what it left running, and waits for nothing else', async () => {
  const run = `
    context.signal.addEventListener('abort', () => record({ digest: 'ended' }))
    throw new errors.ActionError('no image')`
  const { outputs, annotations } = await step(run)
  expect(outputs).toEqual({ digest: 'ended' })
  expect(annotations).toMatchObject([{ message: 'no image' }])
})

describe('an announcement', () => {
  const announce = `announce: async ({ digest }, { runLog }, error) =>
    'announced ' + [digest, runLog.phases.length, error?.message].join(' | ')`

  test('gets the results of the run, and adds its text to the end of the summary', async () => {
    const { summary } = await step(`record({ digest: 'sha256:1' })`, announce)
    expect(summary).toBe('sha256:1 | 0 |  | \nannounced sha256:1 | 0 | \n')
  })

  test('is also made after a failure', async () => {
    const { summary, annotations } = await step(`throw new errors.ActionError('no image')`, announce)
    expect(summary).toMatch(/announced {2}\| 0 \| no image\n$/)
    expect(annotations).toHaveLength(1)
  })

  test('without text adds nothing', async () => {
    expect((await step('', 'announce: async () => undefined')).summary).toBe(' | 0 |  | \n')
  })
})

describe('a cancelled job', () => {
  const isReady = (line: string) => line === 'ready'
  const wait = `log.info('ready'); await new Promise((_, reject) => {
    const timer = setTimeout(() => {}, 60_000)
    context.signal.addEventListener('abort', () => { clearTimeout(timer); reject(context.signal.reason) })
  })`

  test('ends the work, writes the outputs, and leaves no files', async () => {
    const announce = `announce: async () => 'announced'`
    const result = await step(`record({ digest: 'sha256:1' }); ${wait}`, announce, { cancel: isReady })
    expect(result).toMatchObject({
      conclusion: 'cancelled',
      exitCode: 1,
      outputs: { digest: 'sha256:1' },
      leftovers: [],
    })
    expect(result.annotations[0]?.message).toContain('The run was cancelled (SIGINT)')
    expect(result.summary).toContain('The run was cancelled (SIGINT)')
    expect(result.summary).not.toContain('announced')
    expect(result.log).not.toContain('a bug')
    expect(result.duration).toBeLessThan(5000)
  })

  test('also ends the work after SIGTERM alone', async () => {
    const result = await step(wait, '', { kill: { signal: 'SIGTERM', when: isReady } })
    expect(result).toMatchObject({ exitCode: 1, leftovers: [] })
    expect(result.annotations[0]?.message).toContain('The run was cancelled (SIGTERM)')
  })
})
