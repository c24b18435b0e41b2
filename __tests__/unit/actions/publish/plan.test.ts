import { describe, expect, test } from '@jest/globals'
import type { ImageInput } from '../../../../src/actions/publish/inputs.js'
import { changesTo, makePlan, registeredImage } from '../../../../src/actions/publish/plan.js'
import { digest, evaluator, image, inputs, registered, role } from '../../../support/publications.js'

const withImage = (changes: Partial<ImageInput>) => ({ ...inputs, image: { ...inputs.image, ...changes } })

describe('a plan', () => {
  test.each<[string, Partial<ImageInput>, string | undefined, object]>([
    [
      "to the platform's registry",
      { tags: ['v1', 'latest'] },
      'acme',
      {
        repository: { host: 'docker.kolena.io', path: 'acme/evaluator' },
        references: [image, 'docker.kolena.io/acme/evaluator:latest'],
        knowsOrganization: true,
        localReferences: [image, 'docker.kolena.io/acme/evaluator:latest'],
        shortReference: 'evaluator:v1',
      },
    ],
    [
      'for an unknown organization',
      {},
      undefined,
      {
        repository: { host: 'docker.kolena.io', path: '<organization>/evaluator' },
        references: ['docker.kolena.io/<organization>/evaluator:v1'],
        knowsOrganization: false,
        localReferences: ['evaluator:v1'],
        shortReference: 'evaluator:v1',
      },
    ],
    [
      'to another registry, whatever the organization',
      { host: 'ghcr.io', path: 'octo-org/evaluator' },
      'acme',
      {
        repository: { host: 'ghcr.io', path: 'octo-org/evaluator' },
        references: ['ghcr.io/octo-org/evaluator:v1'],
        knowsOrganization: true,
        localReferences: ['ghcr.io/octo-org/evaluator:v1'],
        shortReference: 'octo-org/evaluator:v1',
      },
    ],
  ])('%s contains the names of the image', (_, changes, organization, expected) => {
    expect(makePlan(withImage(changes), organization)).toEqual({
      mode: inputs.mode,
      evaluator,
      imageReference: 'tag',
      ...expected,
    })
  })

  test.each([
    ['tag', digest, image],
    ['tag', undefined, image],
    ['digest', digest, `docker.kolena.io/acme/evaluator@${digest}`],
    ['digest', undefined, 'docker.kolena.io/acme/evaluator@<digest of the push>'],
  ] as const)('with image-reference: %s and the digest %s registers %s', (reference, known, expected) => {
    expect(registeredImage(makePlan(withImage({ reference }), 'acme'), known)).toBe(expected)
  })
})

describe('a registration changes', () => {
  const arn = role.assume_role_arn
  const withRole = { ...registered, aws_role_config: role }
  test.each([
    ['nothing, if it is already registered with the same values', registered, image, {}, []],
    ['nothing, even with a role', withRole, image, { awsAssumeRole: arn }, []],
    [
      'everything, if nothing is registered',
      undefined,
      image,
      {},
      [{ field: 'image', from: undefined, to: image }],
    ],
    ['the image', registered, 'x:v2', {}, [{ field: 'image', from: image, to: 'x:v2' }]],
    [
      'a role that is added',
      registered,
      image,
      { awsAssumeRole: arn },
      [{ field: 'aws_assume_role', from: undefined, to: arn }],
    ],
    ['a role that is removed', withRole, image, {}, [{ field: 'aws_assume_role', from: arn, to: undefined }]],
    [
      'a secret in every case, without showing it',
      registered,
      image,
      { secret: 'canary' },
      [{ field: 'secret', from: undefined, to: '(as given)' }],
    ],
  ])('%s', (_, current, wanted, changes, expected) => {
    expect(changesTo(current, wanted, { ...evaluator, ...changes })).toEqual(expected)
  })
})
