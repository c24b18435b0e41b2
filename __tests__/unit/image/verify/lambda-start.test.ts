import { describe, expect, test } from '@jest/globals'
import { checkLambdaStart, type LambdaStart } from '../../../../src/image/verify/lambda-start.js'
import { startLambdaRuntimeApi } from '../../../../src/platforms/aws/lambda-runtime.js'

const foreign = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64'

function idsOf(
  exitCode: number | undefined,
  text = '',
  rest: Partial<LambdaStart> = {},
  platform = 'linux/amd64',
) {
  const output = text === '' ? [] : text.split('\n')
  const outcome = { exitCode, timedOut: exitCode === undefined, refusal: undefined, output, duration: 1 }
  return checkLambdaStart({ outcome, asked: false, initError: undefined, ...rest }, platform).map(
    ({ id }) => id,
  )
}

describe('an image for AWS Lambda', () => {
  test.each<[string, string[], Parameters<typeof idsOf>]>([
    ['passes when it asks for an event before it is stopped', [], [137, '', { asked: true }]],
    ['passes when it keeps serving', [], [undefined, 'time="2026-01-01" msg="exec /var/runtime/bootstrap"']],
    ['passes when its client cannot find the runtime API', [], [1, "KeyError: 'AWS_LAMBDA_RUNTIME_API'"]],
    ['is refused when it ends', ['ends-on-lambda'], [0, 'done']],
    ['is refused when it ends with an error', ['ends-on-lambda'], [1, 'nothing to do']],
    [
      'is refused when it has no client',
      ['import-error'],
      [1, '/usr/bin/python3: No module named awslambdaric'],
    ],
    ['is refused when its program is missing', ['cannot-start'], [127, 'sh: 1: bootstrap: not found']],
    ['is refused when it crashes', ['start-crash'], [139]],
    [
      'is refused when its handler cannot be imported',
      ['import-error'],
      [
        1,
        '',
        { initError: { errorType: 'Runtime.ImportModuleError', errorMessage: "No module named 'numpy'" } },
      ],
    ],
    [
      'is refused when its handler cannot be read',
      ['syntax-error'],
      [1, '', { initError: { errorType: 'Runtime.UserCodeSyntaxError', errorMessage: 'x' } }],
    ],
    [
      'is a warning when its handler misses something',
      ['unclear-start'],
      [1, '', { initError: { errorType: 'KeyError', errorMessage: "'TABLE'" } }],
    ],
    [
      'is a warning when this machine cannot run it',
      ['unclear-start'],
      [1, 'exec /lambda-entrypoint.sh: exec format error', {}, foreign],
    ],
    [
      'is refused when no machine can run it',
      ['cannot-start'],
      [1, 'exec /run: exec format error', {}, `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`],
    ],
  ])('%s', (_, ids, form) => {
    expect(idsOf(...form)).toEqual(ids)
  })
})

test('the stand-in for the runtime API records a request for an event and leaves it open', async () => {
  const heard: string[] = []
  const runtime = await startLambdaRuntimeApi('127.0.0.1', () => heard.push('changed'))
  const url = `http://${runtime.address}/2018-06-01/runtime`
  expect((await fetch(`${url}/other`)).status).toBe(404)
  expect(runtime.asked).toBe(false)
  const report = { errorType: 'Runtime.ImportModuleError', errorMessage: 'x', stackTrace: [] }
  expect((await fetch(`${url}/init/error`, { method: 'POST', body: JSON.stringify(report) })).status).toBe(
    202,
  )
  expect(runtime.initError).toEqual({ errorType: 'Runtime.ImportModuleError', errorMessage: 'x' })
  const event = fetch(`${url}/invocation/next`).catch(() => 'nothing')
  while (!runtime.asked) await new Promise(setImmediate)
  await runtime.close()
  expect(await event).toBe('nothing')
  expect(heard).toEqual(['changed', 'changed'])
})
