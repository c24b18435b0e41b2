import { expect, test } from '@jest/globals'
import { requireSuccess } from '../../../../src/actions/lambda/reply.js'
import { ActionError } from '../../../../src/runtime/errors.js'

const reply =
  (payload: string, functionError?: string, log = '') =>
  () =>
    requireSuccess({ payload, functionError, log }, 'evaluate')

test.each([
  ['the event', '{"Records":[]}'],
  ['no message that failed', '{"batchItemFailures":[]}'],
  ['a text', '"done"'],
  ['true', 'true'],
  ['something that only looks like failures', '{"batchItemFailures":"none"}'],
])('accepts %s as a success', (_, payload) => {
  expect(reply(payload)).not.toThrow()
})

test.each<[string, string, string | undefined, string]>([
  ['null', 'null', undefined, 'it returned null'],
  ['nothing', '', undefined, 'it returned null'],
  ['a message that failed', '{"batchItemFailures":[{"itemIdentifier":"a"}]}', undefined, 'batchItemFailures'],
  [
    'an exception',
    '{"errorType":"KeyError","errorMessage":"1.0"}',
    'Unhandled',
    'KeyError: 1.0. This is the',
  ],
  ['an exception without a text', '{"errorType":"KeyError"}', 'Unhandled', 'not evaluate: KeyError. This is'],
  ['an error without any detail', '{}', 'Unhandled', 'not evaluate: Unhandled.'],
  ['an error that is no JSON', 'Internal', 'Handled', 'not evaluate: Handled.'],
  ['an error with null', 'null', 'Unhandled', 'not evaluate: Unhandled.'],
  [
    'a timeout',
    '{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 1 Error: Task timed out after 3.00 seconds"}',
    'Unhandled',
    'Give the function more time (at most 900 s)',
  ],
  [
    'an image for another processor',
    '{"errorType":"Runtime.InvalidEntrypoint","errorMessage":"fork/exec /app: exec format error"}',
    'Unhandled',
    'does not start on Lambda: check its architecture',
  ],
  ['a program that ended', '{"errorType":"Runtime.ExitError"}', 'Unhandled', 'does not start on Lambda'],
])('reports %s as a failure, and says what to do', (_, payload, functionError, message) => {
  expect(reply(payload, functionError)).toThrow(ActionError)
  expect(reply(payload, functionError)).toThrow(`evaluate did not evaluate: `)
  expect(reply(payload, functionError)).toThrow(message)
})

test('includes the end of the log in a failure', () => {
  expect(reply('null', undefined, '\nThe endpoint is Updating.\n')).toThrow(
    /try again\.\nThe end of its log:\nThe endpoint is Updating\.$/,
  )
  expect(reply('null', undefined, ' \n')).toThrow(/try again\.$/)
})
