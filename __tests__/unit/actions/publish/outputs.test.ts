import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { publishOutputs } from '../../../../src/actions/publish/outputs.js'
import { makePlan } from '../../../../src/actions/publish/plan.js'
import { registrationOutput } from '../../../../src/actions/publish/register.js'
import {
  digest,
  evaluator,
  image,
  inputs,
  planOf,
  publicationOf,
  registered,
  role,
} from '../../../support/publications.js'

const withRole = publicationOf({ registration: { ...registered, aws_role_config: role } })

test('the output registration has the keys that the vendor prints, in their order, without the secret', () => {
  const publication = publicationOf({
    plan: planOf({ evaluator: { ...evaluator, secret: 'canary-secret' } }),
  })
  const { registration = '' } = publishOutputs(publication)
  expect(registration).toBe(
    `{"workflow":"Keypoint Detection","name":"evaluate_keypoint_detection","image":"${image}","created":"2023-04-03 16:18:10.703 -0700","secret":null,"aws_role_config":null}`,
  )
  expect(JSON.stringify(publishOutputs(publication))).not.toContain('canary')
})

test('the output about the role has only the three keys of the vendor, in their order', () => {
  const sent = { job_role_name: 'x', assume_role_arn: 'c', external_id: 'b', job_role_arn: 'a' }
  const { aws_role_config } = registrationOutput('w', { ...registered, aws_role_config: sent })
  expect(JSON.stringify(aws_role_config)).toBe('{"job_role_arn":"a","external_id":"b","assume_role_arn":"c"}')
})

test('a publish outputs everything that other steps may need', () => {
  const outputs = publishOutputs(withRole)
  expect(outputs).toMatchObject({
    image,
    'image-name': 'docker.kolena.io/acme/evaluator',
    tags: image,
    digest,
    'image-id': `sha256:${'cd'.repeat(32)}`,
    metadata: '{"a":1}',
    'aws-role-config': JSON.stringify(role),
    'job-role-arn': role.job_role_arn,
    'external-id': role.external_id,
    'assume-role-arn': role.assume_role_arn,
    'dry-run': 'false',
    changed: 'true',
    'previous-image': 'docker.kolena.io/acme/evaluator:v0',
  })
  expect(JSON.parse(outputs['trust-policy'] ?? '')).toMatchObject({ Version: '2012-10-17' })
  expect(outputs['trust-policy']).toContain(role.external_id)
  for (const value of Object.values(outputs)) expect(value).not.toContain('\n')
})

test('the output plan contains what is registered and what that changes, but no secret', () => {
  const plan = planOf({
    evaluator: { ...evaluator, secret: 'canary' },
    mode: { dryRun: true, reason: 'pull request #7' },
  })
  const outputs = publishOutputs(publicationOf({ plan, registration: undefined } as never))
  expect(JSON.parse(outputs.plan ?? '')).toEqual({
    dry_run: true,
    reason: 'pull request #7',
    repository: 'docker.kolena.io/acme/evaluator',
    tags: [image],
    registration: {
      workflow: evaluator.workflow,
      name: evaluator.name,
      image,
      aws_assume_role: null,
      secret: 'given',
    },
    registered: { image: 'docker.kolena.io/acme/evaluator:v0', created: registered.created },
    changes: [{ field: 'image', from: 'docker.kolena.io/acme/evaluator:v0', to: image }],
  })
  expect(outputs).toMatchObject({ 'dry-run': 'true', registration: '' })
})

test.each([
  ["the platform's registry", {}, 'docker.kolena.io/acme/evaluator'],
  ['another registry', { host: 'ghcr.io', path: 'octo-org/evaluator' }, 'ghcr.io/octo-org/evaluator'],
  ['a registry with a port', { host: 'localhost:5000', path: 'a/b' }, 'localhost:5000/a/b'],
  ['Docker Hub', { host: 'docker.io', path: 'octo-org/evaluator' }, 'docker.io/octo-org/evaluator'],
  ['an image that is registered by digest', { tags: [], digest }, 'docker.kolena.io/acme/evaluator'],
])('the image name of %s has neither a tag nor a digest', (_, changes, name) => {
  const plan = makePlan({ ...inputs, image: { ...inputs.image, ...changes } }, 'acme')
  expect(publishOutputs(publicationOf({ plan }))['image-name']).toBe(name)
})

test('a run that failed at once has every output, all empty except changed', () => {
  const { changed, ...others } = publishOutputs({ changed: false })
  expect(changed).toBe('false')
  expect(new Set(Object.values(others))).toEqual(new Set(['']))
  const action = parse(readFileSync(new URL('../../../../../action.yml', import.meta.url), 'utf8'))
  expect(Object.keys(others).length + 1).toBe(Object.keys(action.outputs).length)
})

test('the output previous-image is empty if the image did not change', () => {
  const same = publicationOf({ changed: false })
  const previous = { ...same.previous, image: same.registeredImage } as NonNullable<typeof same.previous>
  expect(publishOutputs({ ...same, previous })['previous-image']).toBe('')
})
