import { expect, test } from '@jest/globals'
import { pushTag } from '../../../../sandbox/runner/events.js'
import { runAction } from '../../../../sandbox/runner.js'
import { append, dump, embrace, writeAction } from '../../../support/small-action.js'

const event = pushTag('v1.2.3')

test('outputs in the file, in both syntaxes, override those of the deprecated command', async () => {
  const main = `console.log('::set-output name=a::command'); console.log('x ##[set-output name=c]3')
    require('node:fs').appendFileSync(process.env.GITHUB_OUTPUT, 'a=file\\nb<<END\\n1\\n2\\nEND\\n')`
  const result = await runAction({ action: writeAction({ main }), event })
  expect(result).toMatchObject({ conclusion: 'success', outputs: { a: 'file', b: '1\n2', c: '3' } })
  expect(result.files.OUTPUT).toBe('a=file\nb<<END\n1\n2\nEND\n')
})

test.each([
  ['a malformed output file', append('OUTPUT', 'a=1\nnonsense\n'), "Invalid format 'nonsense'"],
  ['a disabled command', "console.log('::set-env name=A::1')", 'command is disabled'],
  ['an output without a name', "console.log('::set-output::1')", "'name' is missing"],
  ['a resume token that is a command', "console.log('::stop-commands::Error')", 'must not be'],
])('%s fails the step despite exit code 0', async (_, main, message) => {
  const result = await runAction({ action: writeAction({ main }), event })
  expect(result).toMatchObject({ exitCode: 0, conclusion: 'failure' })
  expect(result.annotations.at(-1)?.message).toContain(message)
})

test('an export of NODE_OPTIONS causes an error, but does not fail the step', async () => {
  const action = writeAction({ main: append('ENV', 'NODE_OPTIONS=x\nA=1\n') })
  const result = await runAction({ action, event })
  expect(result).toMatchObject({ conclusion: 'success', env: { A: '1' }, annotations: [{ level: 'error' }] })
})

test('commands are found on both streams, in the middle of a line, after a bare CR, and without a final line break', async () => {
  const main = `process.stderr.write('#5 0.2 ##[warning]one\\nabc\\r::notice file=' + process.cwd() + '/a.py,line=2::two')`
  const result = await runAction({ action: writeAction({ main }), event })
  expect(result.commands.map(({ name, grammar, stream }) => [name, grammar, stream])).toEqual([
    ['warning', 'v1', 'stderr'],
    ['notice', 'v2', 'stderr'],
  ])
  expect(result.annotations).toEqual([
    { level: 'warning', message: 'one' },
    { level: 'notice', message: 'two', file: 'a.py', line: 2 },
  ])
})

test('stopped commands are text until the token, and do not mask anything', async () => {
  const lines = [
    '::stop-commands::token-123',
    '::add-mask::clear',
    '##[error]no',
    '##[TOKEN-123]',
    '::notice::yes',
  ]
  const result = await runAction({
    action: writeAction({ main: `console.log(${JSON.stringify(lines.join('\n'))})` }),
    event,
  })
  expect(result.annotations).toEqual([{ level: 'notice', message: 'yes' }])
  expect(result.log.split('\n').slice(1)).toEqual([
    '::stop-commands::***',
    '::add-mask::clear',
    '##[error]no',
    '##[TOKEN-123]',
    'Notice: yes',
  ])
})

test('secrets are masked in log, annotations and summary, but not in outputs', async () => {
  const main = `console.log('::add-mask::line one%0Aline two'); console.log('::error::s3cret line two')
    console.log(Buffer.from('s3cret').toString('base64'))
    ${append('STEP_SUMMARY', 'a s3cret\nline one\n')};${append('OUTPUT', 'a=s3cret\n')}`
  const result = await runAction({ action: writeAction({ main }), event, secrets: ['s3cret'] })
  expect(result.annotations).toEqual([{ level: 'error', message: '*** ***' }])
  expect(result).toMatchObject({ summary: 'a ***\n***\n', outputs: { a: 's3cret' } })
  expect(result.log).toMatch(/Error: \*\*\* \*\*\*\n\*\*\*$/)
  expect(result.masks).toEqual(expect.arrayContaining(['s3cret', 'line two']))
})

test('a summary larger than 1 MiB is dropped with an error, but does not fail the step', async () => {
  const main = `require('node:fs').writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`
  const result = await runAction({ action: writeAction({ main }), event })
  expect(result).toMatchObject({ conclusion: 'success', summary: '' })
  expect(result.annotations[0]?.message).toContain('content up to a size of 1024k, got 1024k')
})

test('post gets the state, exported variables, the same inputs and new files, even after a failure', async () => {
  const state = '##[save-state name=seen]printed'
  const main = `console.log('${state}');${append('STATE', 'Mixed=kept\n')};${append('ENV', 'EXPORTED=1\nGITHUB_SHA=x\n')}
    ${append('PATH', '/first\n')};${append('OUTPUT', 'a=1\n')};process.exitCode = 3`
  const action = writeAction({ main, post: dump('process.env'), inputs: { image: { default: 'a' } } })
  const result = await runAction({ action, event })
  const post = JSON.parse(result.post?.raw.stdout ?? '{}')
  expect(result).toMatchObject({
    exitCode: 3,
    conclusion: 'failure',
    post: { conclusion: 'success', files: { OUTPUT: '' } },
  })
  expect(post).toMatchObject({ STATE_seen: 'printed', STATE_Mixed: 'kept', EXPORTED: '1', INPUT_IMAGE: 'a' })
  expect(post).toMatchObject({ GITHUB_SHA: event.sha, PATH: expect.stringMatching(/^\/first:/) })
})

test.each([
  ['success()', false],
  [embrace('failure()'), true],
  ['always() && !cancelled()', true],
])('post-if %s decides whether post runs after a failure: %s', async (postIf, runs) => {
  const result = await runAction({
    action: writeAction({ main: 'process.exit(1)', post: '', postIf }),
    event,
  })
  expect(result.post !== undefined).toBe(runs)
})
