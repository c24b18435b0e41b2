import { describe, expect, test } from '@jest/globals'
import { publishComment } from '../../../../src/actions/publish/comment-text.js'
import type { PublishResult } from '../../../../src/actions/publish/result.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { builtImage, planOf, publicationOf, registered, role } from '../../../support/publications.js'

const source = {
  sha: '0123456789abcdef0123456789abcdef01234567',
  runUrl: 'https://github.com/o/r/actions/runs/1',
}
const plan = planOf({ mode: { dryRun: true, reason: 'pull request #7' } })
const { registration: _, ...unregistered } = publicationOf({ plan, buildCommand: 'docker buildx build .' })
const commentOf = (publication: PublishResult, error?: unknown) =>
  publishComment(publication, source, new RunLog(), error).toString()

describe('the comment of a dry run', () => {
  const facts = { platform: 'linux/amd64', entrypoint: ['/e'], command: [], user: 'root', size: 1, layers: 1 }
  const text = commentOf({ ...unregistered, image: { ...builtImage, facts } })

  test('begins with the verdict and ends with the commit and the run', () => {
    expect(text.split('\n')[0]).toBe(
      '### 🔎 Dry run: evaluate\\_keypoint\\_detection is ready to be published',
    )
    expect(text).toMatch(
      /<sub>Commit `0123456` · \[the whole report\]\(https:\/\/github\.com\/o\/r\/actions\/runs\/1\)<\/sub>$/,
    )
  })

  test('shows what would change, and the image', () => {
    expect(text).toContain('Publishing would register `docker.kolena.io/acme/evaluator:v1`.')
    expect(text).toContain('### What publishing would change')
    expect(text).toContain('| linux/amd64 |')
  })

  test('leaves out parts of the summary that only the author needs', () => {
    expect(text).not.toMatch(/mermaid|docker buildx/)
  })
})

test('shows a failure in the comment', () => {
  expect(commentOf({ changed: false }, new Error('no <b>'))).toContain('> [!CAUTION]\n> no &lt;b&gt;')
})

test('folds the trust policy of a role', () => {
  const registration = { ...registered, aws_role_config: role }
  expect(commentOf({ ...unregistered, registration })).toContain(
    '<details><summary>Trust policy of the AWS role</summary>',
  )
})
