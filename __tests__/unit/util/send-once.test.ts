import { expect, test } from '@jest/globals'
import { HttpError } from '../../../src/runtime/errors.js'
import { type Sending, sendOnce } from '../../../src/util/send-once.js'
import { captureOutput } from '../../support/captured-output.js'

captureOutput()
const { signal } = new AbortController()
const lost = new HttpError('lost', undefined, 0)
const busy = new HttpError('busy', 429, 0)
const refused = new HttpError('refused', 403)
const broken = new HttpError('broken', 503, 0)

/** A server that fails in these ways, one request after another. `arrives` says which attempts reach it. */
function server(failures: HttpError[], arrives: readonly number[]) {
  const calls: string[] = []
  let [sends, state] = [0, 0]
  const sending: Sending<string> = {
    what: 'the request',
    signal,
    send: async () => {
      calls.push('send')
      const failure = failures[sends++]
      if (!failure || arrives.includes(sends)) state++
      if (failure) throw failure
      return 'sent'
    },
    findSent: async () => {
      calls.push('find')
      return state > 0 ? 'found' : undefined
    },
  }
  return { sending, calls, times: () => state }
}

test.each<[string, HttpError[], number[], string, string[]]>([
  ['without a failure', [], [], 'sent', ['send']],
  ['whose answer is lost', [lost], [1], 'found', ['send', 'find']],
  ['that is lost in transit', [lost], [], 'sent', ['send', 'find', 'send']],
  ['that is done despite a 503', [broken], [1], 'found', ['send', 'find']],
  ['that is refused for now', [busy], [], 'sent', ['send', 'send']],
  ['refused for now after it was lost', [lost, busy], [], 'sent', ['send', 'find', 'send', 'find', 'send']],
])('a request %s takes effect once', async (_, failures, arrives, outcome, expected) => {
  const { sending, calls, times } = server(failures, arrives)
  expect(await sendOnce(sending)).toBe(outcome)
  expect(calls).toEqual(expected)
  expect(times()).toBe(1)
})

test.each<[string, HttpError[], boolean]>([
  ['did not arrive', [refused], false],
  ['may have arrived', [lost, refused], true],
])('explains the final failure of a request that %s', async (_, failures, expected) => {
  const { sending } = server(failures, [])
  const explain = (cause: HttpError, mayHaveArrived: boolean) =>
    new Error(`${cause.message} ${mayHaveArrived}`)
  await expect(sendOnce({ ...sending, explain })).rejects.toThrow(`refused ${expected}`)
  await expect(sendOnce(server(failures, []).sending)).rejects.toBe(refused)
})

test('lets a caller judge failures of another kind', async () => {
  const other = new Error('of another kind')
  const calls: string[] = []
  const sent = sendOnce({
    what: 'the request',
    signal,
    transient: (error) => error === other,
    mayHaveArrived: (error) => error === other,
    send: async () => {
      calls.push('send')
      throw other
    },
    findSent: async () => {
      calls.push('find')
      return 'found'
    },
  })
  expect(await sent).toBe('found')
  expect(calls).toEqual(['send', 'find'])
})
