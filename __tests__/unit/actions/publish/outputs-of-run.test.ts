import { expect, test } from '@jest/globals'
import { plannedRuns, resultOf } from '../../../../src/actions/publish/evaluator-run.js'
import { publishOutputs } from '../../../../src/actions/publish/outputs.js'
import { runOutputs } from '../../../../src/actions/publish/outputs-of-run.js'
import type { EvaluatorRun, PublishResult } from '../../../../src/actions/publish/result.js'
import { ActionError, CancelledError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { evaluator, image, inputs, planOf, publicationOf } from '../../../support/publications.js'

const { registration: _, ...unregistered } = publicationOf()
const dryRun = { dryRun: true, reason: 'pull request #7' }

function runOf(publication: PublishResult, changes: Partial<EvaluatorRun> = {}): EvaluatorRun {
  return { index: 0, name: 'e', inputs, publication, runLog: new RunLog(), seconds: 1.23, ...changes }
}

const failed = runOf({ plan: planOf(), changed: false }, { error: new ActionError('no such file') })

test.each<[string, EvaluatorRun]>([
  ['published', runOf(publicationOf())],
  ['unchanged', runOf(publicationOf({ changed: false }))],
  ['pushed', runOf(unregistered)],
  ['ready', runOf(unregistered, { inputs: { ...inputs, mode: dryRun } })],
  ['failed', failed],
  ['cancelled', runOf(unregistered, { error: new CancelledError('SIGINT') })],
  ['cancelled', { index: 0, name: 'e', inputs, publication: unregistered, runLog: new RunLog() }],
])('the result of an evaluator is %s: %#', (result, run) => {
  expect(resultOf(run)).toBe(result)
})

test('a run with one evaluator has the same outputs as without a file', () => {
  const publication = publicationOf()
  expect(runOutputs({ publication })).toEqual(publishOutputs(publication))
  expect(runOutputs({ publication })).toMatchObject({ registrations: '', results: '' })
})

test('a run with a file outputs an array of registrations and an array of results, in the order of the file', () => {
  const outputs = runOutputs({
    publication: { changed: false },
    evaluators: [runOf(publicationOf()), failed, runOf(unregistered)],
  })
  const alone = publishOutputs(publicationOf())
  expect(outputs.registrations).toBe(`[${alone.registration}]`)
  const [first, second, third] = JSON.parse(outputs.results ?? '')
  expect(first).toEqual({
    workflow: evaluator.workflow,
    'evaluator-name': evaluator.name,
    result: 'published',
    reused: false,
    error: null,
    seconds: 1.2,
    registration: JSON.parse(alone.registration ?? ''),
    image,
    'image-name': 'docker.kolena.io/acme/evaluator',
    tags: image,
    digest: alone.digest,
    'image-id': alone['image-id'],
    'dry-run': false,
    changed: true,
    'previous-image': alone['previous-image'],
    plan: JSON.parse(alone.plan ?? ''),
  })
  expect(second).toMatchObject({ result: 'failed', error: 'no such file', changed: false })
  expect(second).not.toHaveProperty('registration')
  expect(third).toMatchObject({ result: 'pushed' })
  expect(outputs).toMatchObject({ registration: '', image: '', changed: 'true', 'dry-run': 'false' })
  expect(outputs.tags).toBe(image)
})

test('the registrations and tags include an evaluator that failed after it was registered', () => {
  const error = new ActionError('The trust policy is broken')
  const outputs = runOutputs({
    publication: { changed: false },
    evaluators: [runOf(publicationOf(), { error })],
  })
  expect(outputs.registrations).toBe(`[${publishOutputs(publicationOf()).registration}]`)
  expect(outputs.tags).toBe(image)
  expect(JSON.parse(outputs.results ?? '')).toMatchObject([{ result: 'failed', error: error.message }])
})

test('the output tags has the tags that the registry has, or would get in a dry run', async () => {
  const plan = planOf({ image: { ...inputs.image, tags: ['v1', 'latest'] } })
  const latest = image.replace(/v1$/, 'latest')
  const error = new ActionError('no')
  const runLog = new RunLog()
  await expect(runLog.phase('Tag', () => Promise.reject(error))).rejects.toBe(error)
  const { manifest: _, ...unpushed } = publicationOf({ plan })
  const rehearsal = { inputs: { ...inputs, mode: dryRun } }
  const tagsOf = (...given: Parameters<typeof runOf>) =>
    runOutputs({ publication: { changed: false }, evaluators: [runOf(...given)] }).tags?.split('\n')
  expect(tagsOf(publicationOf({ plan }))).toEqual([image, latest])
  expect(tagsOf(publicationOf({ plan }), { error, runLog })).toEqual([image])
  expect(tagsOf(unpushed, { error })).toEqual([''])
  expect(tagsOf(unpushed, rehearsal)).toEqual([image, latest])
  expect(tagsOf(unpushed, { ...rehearsal, error })).toEqual([''])
})

test('evaluators are named by their names, and by more if these are not unique', () => {
  const other = { ...inputs, evaluator: { ...evaluator, workflow: 'Other' } }
  const pushed = { ...inputs, evaluator: undefined }
  const names = plannedRuns([inputs, other, pushed, pushed], new RunLog()).map(({ name }) => name)
  expect(names).toEqual([
    `${evaluator.name} (${evaluator.workflow})`,
    `${evaluator.name} (Other)`,
    'evaluator (v1)',
    'evaluator (v1) 4',
  ])
})

test('the results include evaluators that were left out, and the count does not', () => {
  const waiting = runOf({ changed: false }, { selection: { isBuilt: false, reason: 'nothing changed' } })
  const { seconds: _, ...leftOut } = waiting
  const built = runOf(unregistered, {
    inputs: { ...inputs, mode: dryRun },
    selection: { isBuilt: true, reason: 'a/file changed' },
  })
  const outputs = runOutputs({ publication: { changed: false }, evaluators: [leftOut, built] })
  expect(JSON.parse(outputs.results ?? '')).toMatchObject([
    { 'evaluator-name': evaluator.name, result: 'unchanged', reason: 'nothing changed', seconds: null },
    { 'evaluator-name': evaluator.name, result: 'ready', reason: 'a/file changed', seconds: 1.2 },
  ])
  expect(outputs).toMatchObject({ count: '1', registrations: '[]' })
})
