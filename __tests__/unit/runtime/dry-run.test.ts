import { expect, test } from '@jest/globals'
import { readDuringDryRun } from '../../../src/runtime/dry-run.js'
import { ActionError, HttpError } from '../../../src/runtime/errors.js'
import { captureOutput } from '../../support/captured-output.js'

const output = captureOutput()
const { signal } = new AbortController()
const read = (work: () => Promise<string>, end = signal) =>
  readDuringDryRun('The plan does not show what would change.', end, work)

test('a dry run returns what can be read', async () => {
  expect(await read(async () => 'registered')).toBe('registered')
  expect(output.lines).toEqual([])
})

test.each([new ActionError('refused'), new HttpError('no answer')])(
  'a dry run continues with a warning after %s',
  async (error) => {
    expect(await read(() => Promise.reject(error))).toBeUndefined()
    expect(output.text).toContain('::warning title=Dry run::The plan does not show what would change.')
    expect(output.text).toContain(error.message)
  },
)

test.each([
  ['a bug', new TypeError('undefined is not a function'), signal],
  ['a cancelled job', new ActionError('interrupted'), AbortSignal.abort(new TypeError('cancelled'))],
])('a dry run ends with %s', async (_, error, end) => {
  await expect(read(() => Promise.reject(error), end)).rejects.toThrow(TypeError)
  expect(output.lines).toEqual([])
})
