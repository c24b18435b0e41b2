import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { z } from 'zod/mini'
import { kiliCaller } from '../../../../src/platforms/kili/graphql.js'
import { CancelledError } from '../../../../src/runtime/errors.js'
import { captureOutput } from '../../../support/captured-output.js'
import { reply, serve } from '../../../support/local-server.js'

const output = captureOutput()
const ill = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }

test.each<[string, number, object]>([
  ['that answers 429', 429, { message: 'too many' }],
  ['that answers 503', 503, {}],
  ['that answers 500 with GraphQL errors', 500, ill],
])('waits for the pause requested by a server %s', async (_, status, body) => {
  const { url } = await serve((_, response, count) =>
    count === 1
      ? reply(response, status, body, { 'retry-after': '90' })
      : reply(response, 200, { data: { data: 'done' } }),
  )
  const job = new AbortController()
  const call = kiliCaller(new URL(url), 'key-of-acme', job.signal)
  const outcome = call('read the project', 'query', {}, z.string()).catch((error) => error)
  while (output.lines.length === 0) await sleep(10)
  job.abort(new CancelledError('SIGINT'))
  expect(await outcome).toMatchObject({ name: 'CancelledError' })
  expect(output.text).toContain('attempt 2 of 4 in 90.0 s, as the server asks (the limit is 600 s)')
})
