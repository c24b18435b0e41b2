import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { StepResult } from '../../sandbox/runner.js'
import { engines } from '../support/engines.js'
import { startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing } from '../support/publishing.js'

/** Text from a build step, a server or a name that tries to run workflow commands. */
const orders = [
  '::error::forged',
  '   ::warning file=a::forged',
  '##[error]forged',
  'text ##[set-output name=digest]sha256:forged',
  '##[save-state name=private-directory]/etc',
  '::set-output name=registration::forged',
  '::set-env name=PATH::/forged',
  '##[add-path]/forged',
  '::add-mask::e',
  '::stop-commands::forged-token',
  '::group::forged',
  '##[ADD-MATCHER]forged.json',
  'abc\\r::notice::forged',
  'abc\\r##[notice]forged',
  '\\033[1G::error::forged',
  '\\0::error::forged',
]

/** Expects only workflow commands that the action itself prints. */
function expectOwnCommands({ commands }: StepResult): void {
  const own = new Set(['add-mask', 'group', 'endgroup', 'error', 'warning'])
  expect(commands.filter(({ name }) => !own.has(name))).toEqual([])
  expect(commands.filter(({ grammar }) => grammar === 'v1')).toEqual([])
  expect(commands.filter(({ name, data }) => name === 'group' && data.startsWith('forged'))).toEqual([])
  expect(commands.filter(({ name, data }) => name === 'add-mask' && data.length < 4)).toEqual([])
}

describe.each(engines)('a build with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())

  test.each([
    ['that succeeds', ''],
    ['that fails', '; exit 1'],
  ])('%s cannot run workflow commands', async (_, end) => {
    const printed = orders.map((order) => `printf '${order}\\n'; printf '${order}\\n' >&2`).join('; ')
    job.write(
      'Dockerfile',
      `FROM evaluator-base:bookworm\nRUN ${printed}; printf '##[error]without an end'${end}\n`,
    )
    const run = await job.run({ 'dry-run': 'true', 'no-cache': 'true' })
    expectOwnCommands(run)
    // The text is still visible.
    expect(run.log).toContain('forged')
    expect(run.annotations).toHaveLength(end ? 1 : 0)
    expect(run.outputs['dry-run']).toBe('true')
    expect(run.state).toEqual({ 'private-directory': expect.stringContaining('evaluator-action-') })
    expect(run.env).toEqual({})
  })
})

describe('names and messages', () => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engines[0])
  })
  afterAll(() => job.stop())
  const hostile = '##[error]x</td><img src=x onerror=y>|`@octocat [a](http://b) <!--'

  test('of the user cannot run workflow commands or break the summary', async () => {
    const run = await job.run({ workflow: hostile, 'evaluator-name': hostile, tags: 'hostile' })
    expect(run.exitCode).toBe(0)
    expectOwnCommands(run)
    // Markdown is inactive inside a code span.
    expect(run.summary.replaceAll(/(`+).*?\1/g, '')).not.toMatch(/<img|<\/td>|<!--/)
    const table = run.summary.split('\n').filter((line) => line.startsWith('| **'))
    for (const row of table) expect(row.match(/(?<!\\)\|/g)).toHaveLength(3)
    expect(JSON.parse(run.outputs.registration ?? '').workflow).toBe(hostile)
  })

  test.each(['PUT /v1/token/login', 'POST /v1/generic/workflow/evaluator'])(
    'of the server cannot run workflow commands or break the summary: %s',
    async (broken) => {
      const detail = orders.join('\n').replaceAll('\\r', '\r').replaceAll('\\033', '\u001b')
      const body = JSON.stringify({ detail: `${hostile}\n${detail}` })
      const proxy = await startFaultyProxy(job.sandbox.url, (request) =>
        request === broken
          ? { status: 422, headers: { 'content-type': 'application/json' }, body }
          : undefined,
      )
      const run = await job.run({ 'api-url': proxy.url, tags: 'server' })
      await proxy.close()
      expect(run.exitCode).toBe(1)
      expect(run.annotations).toHaveLength(1)
      expectOwnCommands(run)
      expect(run.summary).not.toMatch(/<img|<\/td>/)
    },
  )
})
