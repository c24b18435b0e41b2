import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Handler, type LambdaSandbox, startLambdaSandbox } from '../../../../sandbox/lambda/index.js'
import type { SandboxFunction } from '../../../../sandbox/lambda/state.js'
import { evaluate } from '../../../../src/actions/lambda/evaluate.js'
import { resultKeys } from '../../../../src/actions/lambda/event.js'
import { openFunction } from '../../../../src/actions/lambda/function.js'
import { openResultFiles } from '../../../../src/actions/lambda/result-file.js'

const { signal } = new AbortController()
const before = { ...process.env }
let aws: LambdaSandbox
beforeAll(async () => {
  aws = await startLambdaSandbox()
  Object.assign(process.env, aws.env)
})
afterAll(async () => {
  process.env = before
  await aws.close()
})

const bucket = 'results'
const matrix =
  '| a | 0 | 1 | All |\n|---|---|---|---|\n| 0 | 8 | 1 | 9 |\n| 1 | 2 | 9 | 11 |\n| All | 10 | 10 | 20 |\n'

/** Runs a function of this name that writes the matrix; `endpoint` keeps the results of tests apart. */
async function run(name: string, changes: Partial<SandboxFunction> = {}) {
  const endpointName = name
  const writing: Handler = (_, objects) => {
    const [key = ''] = resultKeys(endpointName, Date.now())
    objects.putObject(bucket, key, matrix)
    return { payload: { batchItemFailures: [] } }
  }
  aws.state.createFunction(name, writing, changes)
  const target = await openFunction(name, {}, signal)
  const files = await openResultFiles(bucket, {}, signal)
  const input = {
    endpointName,
    testData: { bucket: 'data', key: 'test.csv' },
    resultsBucket: bucket,
    positiveClass: '1.0',
  }
  return await evaluate(target, files, input, {
    region: 'eu-west-1',
    qualifier: undefined,
    timeout: 30,
    signal,
  })
}

/** How often the function was invoked, and how often Lambda refused to. */
function invocations(name: string): string[] {
  return aws.requests.flatMap((request) =>
    request.startsWith(`POST /2015-03-31/functions/${name}/invocations`) ? (request.split(' ')[2] ?? []) : [],
  )
}

test('reads the matrix that the function wrote, and leaves out its margins', async () => {
  const { matrix, metrics } = await run('plain')
  expect(matrix).toEqual({
    labels: ['0', '1'],
    counts: [
      [8, 1],
      [2, 9],
    ],
  })
  expect(metrics).toMatchObject({ accuracy: 0.85, precision: 0.9 })
  expect(invocations('plain')).toEqual(['200'])
})

test('wakes an inactive function, and runs it once it is ready', async () => {
  await run('inactive', { state: 'Inactive', updatePolls: 3 })
  expect(invocations('inactive')).toEqual(['409', '200'])
})

test('waits for a function that is being created', async () => {
  const image = aws.state.addImage('new')
  await run('pending', { state: 'Pending', image, pending: { polls: 2, image } })
  expect(invocations('pending')).toEqual(['409', '200'])
})

test('does not run a failed function a second time', async () => {
  const failing: Handler = () => ({ payload: { errorMessage: 'no' }, error: 'Unhandled' })
  await expect(run('failing', { handler: failing })).rejects.toThrow("no. This is the function's own error")
  expect(invocations('failing')).toEqual(['200'])
})
