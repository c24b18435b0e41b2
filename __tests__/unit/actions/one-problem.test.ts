import { describe, expect, test } from '@jest/globals'
import { commands } from '../../../src/cli/commands.js'
import { InputError } from '../../../src/runtime/errors.js'
import { readEvent } from '../../../src/runtime/event.js'
import type { Action } from '../../../src/runtime/run-action.js'
import { RunLog } from '../../../src/runtime/run-log.js'

/** Values that the fields of inputs refuse, each for its own reason. */
const badValues = ['a\nb', '..', 'KOLENA_TOKEN=x', '"', ' not a value ', 'https://u:p@x']

async function problemsOf(action: Action<unknown>, rawInputs: Record<string, string>) {
  const context = { signal: AbortSignal.timeout(10_000), privateDirectory: '/nowhere', runLog: new RunLog() }
  try {
    await action.run({ event: readEvent({}), rawInputs }, context, () => {})
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  throw new Error('The inputs were accepted')
}

describe.each(commands)('an input of $word', ({ load }) => {
  test('that is refused is one problem, and counts as given', async () => {
    const action = await load()
    const refused = Object.entries(action.fields).flatMap(([name, field]) => {
      const value = badValues.find((value) => !field.safeParse(value).success)
      return value === undefined ? [] : [[name, value] as const]
    })
    expect(refused.length).toBeGreaterThan(3)
    for (const [name, value] of refused) {
      const problems = await problemsOf(action, { [name]: value })
      const own = problems.filter((problem) => new RegExp(`^${name}[ :]`).test(problem))
      expect([name, own]).toEqual([name, [expect.any(String)]])
      expect(own[0]).not.toMatch(/is required|is missing/)
    }
  })
})

test('inputs of one evaluation on Lambda count as given if they are refused', async () => {
  const lambda = await commands.find(({ word }) => word === 'lambda')?.load()
  if (!lambda) throw new Error('There is no command lambda')
  const inputs = { 'function-name': 'f', 'test-data': 'bucket/x', 'minimum-f1': '0.9' }
  expect(await problemsOf(lambda, inputs)).toEqual([
    expect.stringMatching(/^test-data "bucket\/x": is not an S3 object/),
    expect.stringMatching(/^endpoint-name: is missing although test-data is set/),
    expect.stringMatching(/^results-bucket: is missing although test-data is set/),
  ])
})
