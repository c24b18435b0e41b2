import { expect, test } from '@jest/globals'
import { ciMetadata, compareMetadata } from '../../../../src/actions/model/ci-metadata.js'
import { readEvent } from '../../../../src/runtime/event.js'

const env = {
  GITHUB_REPOSITORY: 'octo-org/models',
  GITHUB_SHA: '8f3c1d5e7a9b2c4d6e8f0a1b3c5d7e9f1a2b4c6d',
  GITHUB_REF: 'refs/tags/v1.2.3',
  GITHUB_WORKFLOW_REF: 'octo-org/models/.github/workflows/model.yml@refs/tags/v1.2.3',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '1658821494',
  GITHUB_ACTOR: 'octocat',
}
const metadata = ciMetadata(readEvent(env))

test('ciMetadata describes the origin of a model', () => {
  expect(metadata).toEqual({
    ci_repository: 'octo-org/models',
    ci_commit: '8f3c1d5e7a9b2c4d6e8f0a1b3c5d7e9f1a2b4c6d',
    ci_ref: 'refs/tags/v1.2.3',
    ci_workflow: 'octo-org/models/.github/workflows/model.yml@refs/tags/v1.2.3',
    ci_run: 'https://github.com/octo-org/models/actions/runs/1658821494',
    ci_actor: 'octocat',
  })
})

test('ciMetadata leaves out unknown values', () => {
  expect(ciMetadata(readEvent({}))).toEqual({})
})

const registered = { ...metadata, framework: 'pytorch' }
test.each([
  ['the same run again', {}, []],
  ['another run of the commit by somebody else', { ci_run: 'x', ci_actor: 'y' }, []],
  ['the commit on another ref, by another workflow', { ci_ref: 'x', ci_workflow: 'y' }, []],
  ['another commit', { ci_commit: 'x' }, ['ci_commit']],
  ['another repository', { ci_repository: 'x' }, ['ci_repository']],
  ['another value of a key that people wrote', { framework: 'jax' }, ['framework']],
  ['a key more', { seed: 42 }, ['seed']],
])('compareMetadata for %s', (_, changes, keys) => {
  const given = { ...registered, ...changes }
  expect(compareMetadata(registered, given).map(({ key }) => key)).toEqual(keys)
})

test.each([
  ['a key less', registered, metadata, ['framework']],
  ['a run that gives no metadata of its own', registered, { framework: 'pytorch' }, []],
  [
    'a model that was registered by hand',
    { framework: 'pytorch' },
    registered,
    ['ci_repository', 'ci_commit'],
  ],
])('compareMetadata for %s', (_, before, given, keys) => {
  const found = compareMetadata(before, given).map(({ key }) => key)
  expect(found.toSorted()).toEqual(keys.toSorted())
})
