import { expect, test } from '@jest/globals'
import type { PublishInputs } from '../../../../src/actions/publish/inputs.js'
import { describeReady } from '../../../../src/actions/publish/ready.js'
import type { PublishResult } from '../../../../src/actions/publish/result.js'
import { type FindingId, finding, judge } from '../../../../src/image/verify/findings.js'
import type { Verification } from '../../../../src/image/verify/verify.js'
import { image, inputs, planOf, publicationOf, registered } from '../../../support/publications.js'

const start = { accepted: [], timeLimit: 120, githubToken: undefined, contract: undefined }
const contract = { ...start, contract: {} } as unknown as NonNullable<PublishInputs['verify']>
const found = (ids: FindingId[], accepted: string[] = []) =>
  ({
    findings: judge(
      ids.map((id) => finding(id, 'x')),
      accepted,
    ),
  }) as Verification
const name = 'evaluate_keypoint_detection of Keypoint Detection'
const replaced = 'docker.kolena.io/acme/evaluator:v0'

test.each<[string, NonNullable<PublishInputs['verify']> | undefined, Partial<PublishResult>, string]>([
  [
    'an evaluator that replaces another image',
    contract,
    { verification: found(['unclear-start']) },
    `Ready: publishing would push ${image} and register it as ${name}, in place of ${replaced}. Verification (contract): 1 warning (unclear-start).`,
  ],
  [
    'a new evaluator',
    start,
    { previous: undefined, verification: found([]) },
    `Ready: publishing would push ${image} and register it as ${name}. Verification (start): no findings.`,
  ],
  [
    'an evaluator that is registered already',
    { ...start, lambda: true },
    {
      previous: registered,
      changes: [],
      verification: found(['root-user', 'gpu-image', 'git-directory', 'private-key'], ['private-key']),
    },
    `Ready: publishing would push ${image}, which is registered as ${name} already. Verification (lambda): 1 accepted (private-key), 2 warnings (gpu-image, git-directory), 1 note (root-user).`,
  ],
  [
    'an image that the engine does not have',
    start,
    { image: undefined, previous: undefined, notVerified: 'the engine does not have the image' },
    `Ready: publishing would use ${image} and register it as ${name}. It was not verified: the engine does not have the image.`,
  ],
  [
    'an image that is not registered',
    undefined,
    { plan: planOf({ evaluator: undefined, image: { ...inputs.image, tags: ['v1', 'latest'] } }) },
    `Ready: publishing would push ${image}, docker.kolena.io/acme/evaluator:latest. It was not verified, because verify is off.`,
  ],
])('describes %s', (_, verify, result, text) => {
  expect(describeReady({ ...inputs, verify }, publicationOf(result))).toBe(text)
})
