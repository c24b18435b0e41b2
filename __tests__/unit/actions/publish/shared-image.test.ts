import { describe, expect, test } from '@jest/globals'
import type { PublishInputs } from '../../../../src/actions/publish/inputs.js'
import { imageKey, SharedImage } from '../../../../src/actions/publish/shared-image.js'
import { Section } from '../../../../src/runtime/log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { buildOptions, inputs } from '../../../support/publications.js'

const output = captureOutput()
const { signal } = new AbortController()
const secret = { id: 'TOKEN', value: 'canary-of-the-build' }
const built: PublishInputs = {
  ...inputs,
  build: { options: buildOptions, secrets: [secret], local: true, store: 'engine' },
}

test('the key of an image does not reveal its secrets, and does not depend on its store', () => {
  const { build } = built
  expect(imageKey(built)).toMatch(/^[0-9a-f]{64}$/)
  expect(imageKey({ ...built, build: build && { ...build, store: 'builder' } })).toBe(imageKey(built))
  const other = build && { ...build, secrets: [{ ...secret, value: 'another' }] }
  expect(imageKey({ ...built, build: other })).not.toBe(imageKey(built))
})

describe('work on a shared image', () => {
  test('is done once, and the logs of the others name who did it', async () => {
    const image = new SharedImage([built, built])
    let count = 0
    const run = (name: string) => {
      const section = new Section(name)
      return section
        .within(() => image.once('Build', signal, async () => ++count))
        .finally(() => section.show())
    }
    expect(await Promise.all([run('first'), run('second')])).toEqual([1, 1])
    expect(output.text.trim()).toBe('Build: shared with first, whose log shows it')
    expect(await image.once('Push', signal, async () => 'pushed')).toBe('pushed')
  })

  test('fails for all evaluators', async () => {
    const image = new SharedImage([built, built])
    const fail = () => image.once('Build', signal, () => Promise.reject(new Error('no such base image')))
    const outcomes = await Promise.allSettled([fail(), fail()])
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([
      'Error: no such base image',
      'Error: no such base image',
    ])
  })

  test('continues without an evaluator that is aborted', async () => {
    const image = new SharedImage([built, built])
    const abort = new AbortController()
    let finish = (_: string) => {}
    const building = new Promise<string>((resolve) => {
      finish = resolve
    })
    const first = image.once('Build', signal, () => building)
    const second = image.once('Build', abort.signal, () => building)
    abort.abort(new Error('the verification failed'))
    await expect(second).rejects.toThrow('the verification failed')
    finish('built')
    expect(await first).toBe('built')
  })

  test('is complete when the last evaluator is verified', () => {
    const image = new SharedImage([built, built])
    expect([image.countVerified(), image.countVerified()]).toEqual([false, true])
  })
})
