import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type LambdaSandbox, startLambdaSandbox } from '../../../../sandbox/lambda/index.js'
import type { SandboxFunction } from '../../../../sandbox/lambda/state.js'
import {
  checkArchitecture,
  checkPackage,
  deployImage,
  publishVersion,
  runsImage,
} from '../../../../src/actions/lambda/deploy.js'
import { openFunction } from '../../../../src/actions/lambda/function.js'

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

/** A function of the stand-in, and the client that the action has for it. */
async function create(name: string, changes: Partial<SandboxFunction> = {}) {
  const created = aws.state.createFunction(name, () => ({ payload: null }), changes)
  return { created, target: await openFunction(name, {}, signal) }
}

function imageOf(uri: string) {
  const digest = uri.slice(uri.indexOf('@') + 1)
  return { uri, account: '', region: '', path: '', digest }
}

/** The image's updates that were asked for while the work was done. */
async function updatesDuring(work: () => Promise<unknown>): Promise<string[]> {
  const start = aws.requests.length
  await work()
  return aws.requests.slice(start).filter((request) => request.startsWith('PUT'))
}

test('waits until Lambda has finished an update', async () => {
  const { created, target } = await create('slow', { updatePolls: 3 })
  const image = imageOf(aws.state.addImage('slow'))
  const state = await deployImage(target, image, signal)
  expect([created.image, state.ResolvedImageUri]).toEqual([image.uri, image.uri])
  expect(runsImage(state, image)).toBe(true)
  expect(runsImage(state, imageOf(aws.state.addImage('another')))).toBe(false)
})

test('waits for an update by someone else, and sends its own only once', async () => {
  const { created, target } = await create('busy')
  created.pending = { polls: 2, image: aws.state.addImage('theirs') }
  const image = imageOf(aws.state.addImage('ours'))
  const updates = await updatesDuring(() => deployImage(target, image, signal))
  expect(updates).toEqual(['PUT /2015-03-31/functions/busy/code 200'])
  expect(created.image).toBe(image.uri)
})

test('sends its update again after a conflict with an update that began in between', async () => {
  const { created, target } = await create('conflict')
  const image = imageOf(aws.state.addImage('ours'))
  const overtaken = {
    ...target,
    updateImage: async (uri: string) => {
      if (updates++ === 0) created.pending = { polls: 0, image: aws.state.addImage('theirs') }
      else aws.state.poll(created)
      await target.updateImage(uri)
    },
  }
  let updates = 0
  const sent = await updatesDuring(() => deployImage(overtaken, image, signal))
  expect(sent).toContain('PUT /2015-03-31/functions/conflict/code 409')
  expect(sent.at(-1)).toBe('PUT /2015-03-31/functions/conflict/code 200')
  expect(created.image).toBe(image.uri)
})

test.each([1, 5])('waits at every step for an update by someone else that takes %i polls', async (polls) => {
  const { created, target } = await create(`delayed-${polls}`)
  const theirs = () => {
    created.pending ??= { polls, image: created.image }
  }
  const image = imageOf(aws.state.addImage('ours'))
  let begun = false
  const overtaken = {
    ...target,
    updateImage: async (uri: string) => {
      if (!begun) theirs()
      begun = true
      await target.updateImage(uri)
    },
  }
  const state = await deployImage(overtaken, image, signal)
  theirs()
  expect(await publishVersion(target, state, signal)).toBe('1')
  expect(created.versions).toEqual([image.uri])
})

test('reports at once that another update replaced the image', async () => {
  const { created, target } = await create('raced')
  const theirs = aws.state.addImage('theirs')
  const raced = {
    ...target,
    updateImage: async (uri: string) => {
      await target.updateImage(uri)
      created.pending = { polls: 0, image: theirs }
    },
  }
  await expect(deployImage(raced, imageOf(aws.state.addImage('ours')), signal)).rejects.toThrow(
    `raced runs ${theirs} although it was updated to `,
  )
})

test.each([
  [
    'with a reason',
    { code: 'ImageAccessDenied', reason: 'Lambda may not pull.' },
    '(ImageAccessDenied): Lambda may not pull. The function still runs the previous image.',
  ],
  ['without a reason', { code: '', reason: '' }, '(no reason code): no reason given'],
])('reports that a failed update %s leaves the previous image', async (_, updateFailure, message) => {
  const { created, target } = await create('failing', { updateFailure })
  const { image } = created
  await expect(deployImage(target, imageOf(aws.state.addImage('bad')), signal)).rejects.toThrow(message)
  expect(created.image).toBe(image)
})

test('does not resend an image that Lambda refuses', async () => {
  const { target } = await create('refusing')
  const absent = imageOf(`${aws.state.addImage('x').split('@')[0]}@sha256:${'0'.repeat(64)}`)
  const updates = await updatesDuring(() =>
    expect(deployImage(target, absent, signal)).rejects.toThrow(
      'If the image is the cause: Lambda needs it in its own region',
    ),
  )
  expect(updates).toEqual(['PUT /2015-03-31/functions/refusing/code 400'])
})

test('stops waiting at once when the job is cancelled', async () => {
  const { created, target } = await create('cancelled')
  created.pending = { polls: 1_000, image: created.image }
  const cancellation = new AbortController()
  setTimeout(() => cancellation.abort(new Error('cancelled')), 100)
  const start = performance.now()
  await expect(deployImage(target, imageOf(created.image), cancellation.signal)).rejects.toThrow()
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('publishes a version of the deployed code, and returns the same version if nothing changed', async () => {
  const { created, target } = await create('versioned')
  const first = await publishVersion(target, await target.read(), signal)
  expect([first, await publishVersion(target, await target.read(), signal)]).toEqual(['1', '1'])
  await deployImage(target, imageOf(aws.state.addImage('newer')), signal)
  expect(await publishVersion(target, await target.read(), signal)).toBe('2')
  expect(created.versions).toHaveLength(2)
})

test('names a function that does not exist', async () => {
  const target = await openFunction('absent', {}, signal)
  await expect(target.read()).rejects.toThrow('could not read the function absent (ResourceNotFoundException')
})

test('refuses a function that is deployed from a zip file', async () => {
  const { target } = await create('zip', { packageType: 'Zip' })
  const state = await target.read()
  expect(() => checkPackage(state, 'zip')).toThrow('Create a function with package type Image')
})

test.each<[string | undefined, 'x86_64' | 'arm64', string | undefined]>([
  ['amd64', 'x86_64', undefined],
  ['arm64', 'arm64', undefined],
  [undefined, 'arm64', undefined],
  ['arm64', 'x86_64', 'is for arm64, and the function runs on x86_64. Build it with platforms: linux/amd64'],
  ['amd64', 'arm64', 'is for amd64, and the function runs on arm64. Build it with platforms: linux/arm64'],
  ['riscv64', 'x86_64', 'is for riscv64'],
])('an image for %s on a function for %s: %s', async (architecture, ofFunction, problem) => {
  const { created, target } = await create('architecture', { architecture: ofFunction })
  const state = await target.read()
  const check = () => checkArchitecture(state, imageOf(created.image), architecture)
  if (problem) expect(check).toThrow(problem)
  else expect(check).not.toThrow()
})
