import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PublishResult } from '../../../../src/actions/publish/result.js'
import { publishSummary } from '../../../../src/actions/publish/summary.js'
import type { RoleTrust } from '../../../../src/platforms/aws/role-trust.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import {
  builtImage,
  digest,
  evaluator,
  image,
  inputs,
  planOf,
  publicationOf,
  registered,
  role,
} from '../../../support/publications.js'

const dryRun = planOf({ mode: { dryRun: true, reason: 'pull request #7 of this repository' } })
const { registration: _, ...unregistered } = publicationOf()
const brokenTrust: RoleTrust = {
  trust: { roleArn: role.assume_role_arn, jobRoleArn: role.job_role_arn, externalId: role.external_id },
  judgement: { verdict: 'broken', reasons: ['No statement lets the role in.'], warnings: [] },
  difference: '',
  applied: false,
}
const summary = (publication: PublishResult, runLog = new RunLog(), error?: unknown) =>
  publishSummary(publication, runLog, error).toString()
/** Returns a run log in which a phase failed after something was done. */
async function failed(error = new Error('x')): Promise<RunLog> {
  const runLog = new RunLog()
  runLog.done.push('The image was pushed.')
  await runLog.phase('Register', () => Promise.reject(error)).catch(() => {})
  return runLog
}

describe('the verdict', () => {
  const name = 'evaluate\\_keypoint\\_detection'
  test.each<[string, PublishResult, unknown]>([
    [`✅ ${name} is published`, publicationOf(), undefined],
    [`✅ ${name} is published already, nothing changed`, publicationOf({ changed: false }), undefined],
    [`✅ ${name} is pushed`, unregistered, undefined],
    [`🔎 Dry run: ${name} is ready to be published`, { ...unregistered, plan: dryRun }, undefined],
    [`❌ ${name} was not published`, { ...unregistered, changed: false }, new Error('x')],
    [
      `❌ ${name} is published, but the trust policy of its AWS role is broken`,
      publicationOf({ trust: brokenTrust }),
      undefined,
    ],
    [
      `🔎 Dry run: ${name} is ready to be published`,
      { ...unregistered, plan: dryRun, trust: brokenTrust },
      undefined,
    ],
    [`⚠️ ${name} is published, but the run failed after that`, publicationOf(), new Error('x')],
    [
      `❌ ${name} is not ready to be published`,
      { ...unregistered, changed: false, plan: dryRun },
      new Error('x'),
    ],
    ['❌ The evaluator was not published', { changed: false }, new Error('x')],
    ['✅ acme/evaluator is pushed', { ...unregistered, plan: planOf({ evaluator: undefined }) }, undefined],
  ])('%s', (verdict, publication, error) => {
    expect(summary(publication, undefined, error).split('\n')[0]).toBe(`## ${verdict}`)
  })
})

describe('the summary', () => {
  test('of a publish shows the registration and what it replaced', () => {
    const text = summary(
      publicationOf({ plan: planOf({ image: { ...inputs.image, tags: ['v1', 'latest'] } }) }),
    )
    expect(text).toContain('| **Workflow** | Keypoint Detection |')
    expect(text).toContain(`| **Image** | \`${image}\` |`)
    expect(text).toContain('`docker.kolena.io/acme/evaluator:latest`')
    expect(text).toContain(`| **Digest** | \`${digest}\` |`)
    expect(text).toContain('| **Registered before** | `docker.kolena.io/acme/evaluator:v0` |')
    expect(text).toContain('### What changed')
    expect(text).toContain(`| image | \`docker.kolena.io/acme/evaluator:v0\` | \`${image}\` |`)
  })

  test('of a dry run shows what a publish would do', () => {
    const text = summary({ ...unregistered, plan: dryRun })
    expect(text).toContain('| **Dry run** | pull request \\#\u200b7 of this repository |')
    expect(text).toContain(`| **Would register** | \`${image}\` |`)
    expect(text).toContain('### What publishing would change')
  })

  test('contains the facts of the image', () => {
    const facts = {
      platform: 'linux/amd64',
      entrypoint: ['/evaluator', '-v'],
      command: [],
      user: 'root',
      size: 12_345_678,
      layers: 3,
    }
    const text = summary(publicationOf({ image: { ...builtImage, facts } }))
    expect(text).toContain('| linux/amd64 | 3 layers, 12.3 MB | `["/evaluator","-v"]` | — | `root` |')
    expect(text).toContain('| Platform | Size in the engine | Entrypoint |')
    const inRegistry = { ...facts, layerDigests: [] }
    expect(summary(publicationOf({ image: { ...builtImage, facts: inRegistry } }))).toContain(
      '| Platform | Size, compressed | Entrypoint |',
    )
  })

  test('contains the trust policy of a role, ready to copy', () => {
    const text = summary(publicationOf({ registration: { ...registered, aws_role_config: role } }))
    const [, policy = ''] = text.match(/```json\n(.*?)\n```/s) ?? []
    expect(policy).toContain(role.external_id)
    expect(JSON.parse(policy)).toHaveProperty('Statement')
  })

  test('of a failure shows the phase, the error and what was done', async () => {
    const error = new Error('answered 500\n- second line')
    const text = summary(publicationOf(), await failed(error), error)
    expect(text).toContain('> [!CAUTION]\n> **Register failed.**')
    expect(text).toContain('answered 500<br>\\- second line')
    expect(text).toContain('> Done already: The image was pushed. Trying again is safe.')
    expect(text).toContain('<summary>Timeline</summary>')
  })

  test('contains a command that builds the same image', () => {
    expect(summary(publicationOf({ buildCommand: 'docker buildx build -- .' }))).toContain(
      '```sh\ndocker buildx build -- .\n```',
    )
  })

  test('of an empty result is only a verdict', () => {
    expect(summary({ changed: false }).trim().split('\n')).toHaveLength(1)
  })

  test('never contains the secret', () => {
    const plan = planOf({ evaluator: { ...evaluator, secret: 'canary-secret' } })
    expect(summary(publicationOf({ plan }))).not.toContain('canary')
  })
})

test('keeps every name, message and fact in its place', async () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        ...[
          '|',
          '`',
          '```',
          '\n',
          '\r\n',
          '## ',
          '<script>',
          '</details>',
          '<!--',
          '](x)',
          '@acme',
          '> ',
          '\\',
          '---',
          'a',
          '\u2028',
        ],
      ),
      {
        minLength: 1,
        maxLength: 10,
      },
    )
    .map((parts) => parts.join(''))
  const runLog = await failed()
  fc.assert(
    fc.property(hostile, hostile, hostile, (first, second, third) => {
      const facts = {
        platform: first,
        entrypoint: [second],
        command: [third],
        user: first,
        size: 1,
        layers: 1,
      }
      const plain = (a: string, b: string, c: string, image = facts) =>
        summary(
          publicationOf({
            plan: planOf({
              evaluator: { ...evaluator, workflow: a, name: b },
              mode: { dryRun: false, reason: c },
            }),
            previous: { ...registered, image: `before ${b}` },
            changes: [{ field: 'image', from: a, to: c }],
            registeredImage: c,
            registration: { ...registered, created: a, aws_role_config: { ...role, assume_role_arn: b } },
            image: { ...builtImage, id: a, facts: image },
            buildCommand: 'x',
          }),
          runLog,
          new Error('x'),
        )
      const harmless = { platform: 'x', entrypoint: ['x'], command: ['x'], user: 'x', size: 1, layers: 1 }
      const shape = (text: string) =>
        text.split('\n').map((line) => line.match(/^(\||#+ |>|```|<\/?details>|$)/)?.[0] ?? 'text')
      const [actual, expected] = [plain(first, second, third), plain('x', 'y', 'z', harmless)]
      expect(shape(actual)).toEqual(shape(expected))
      const outsideOfCode = actual.replace(/\\[`\\]|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gs, '')
      expect(outsideOfCode).not.toMatch(/<script|<!--|@acme/)
    }),
    { numRuns: 200 },
  )
})
