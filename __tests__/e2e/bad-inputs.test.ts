import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { schedule } from '../../sandbox/runner/events.js'
import { Publishing } from '../support/publishing.js'

let job: Publishing
beforeAll(async () => {
  job = await Publishing.start({ name: 'none', host: '' })
  // Records every docker command.
  job.write('bin/docker', '#!/bin/sh\ntouch "$(dirname "$0")/started"\n', 0o755)
})
afterAll(() => job.stop())

/** Inputs, and the words that the line of each problem must contain: the input, the value and the fix. */
const cases: [string, Record<string, string | undefined>, string[][]][] = [
  ['no workflow', { workflow: '' }, [['workflow', 'required', 'register: false']]],
  ['a missing evaluator name', { 'evaluator-name': undefined }, [['evaluator-name', 'required']]],
  ['a name with a line break', { 'evaluator-name': 'a\nb' }, [['evaluator-name', '"a⏎b"', 'one line']]],
  ['a name that disappears in a URL', { workflow: '..' }, [['workflow', '".."', 'another']]],
  ['no token', { 'api-token': undefined }, [['api-token', 'required', 'secrets.KOLENA_TOKEN']]],
  ['a token that is too short', { 'api-token': 'short' }, [['api-token', '8 characters']]],
  ['a token with a space', { 'api-token': 'a token with spaces around it' }, [['api-token', 'white space']]],
  [
    'an API over plain http',
    { 'api-url': 'http://api.example.com' },
    [['api-url', '"http://api.example.com"', 'https']],
  ],
  [
    'an invalid API address',
    { 'api-url': 'api.example.com' },
    [['api-url', '"api.example.com"', 'https://']],
  ],
  ['an organization with capitals', { organization: 'Acme' }, [['organization', '"Acme"', 'lower case']]],
  ['no image', { image: undefined }, [['image', 'required', 'keypoint_detection_evaluator']]],
  ['an image with capitals', { image: 'Evaluator' }, [['image', '"Evaluator"', '"evaluator"']]],
  ['an image with a scheme', { image: 'https://r.io/o/e' }, [['image', '"https://r.io/o/e"', 'leave out']]],
  ['an image with a tag', { image: 'evaluator:v1' }, [['image', '"evaluator:v1"', 'tags: v1']]],
  [
    'an image with a digest',
    { image: `evaluator@sha256:${'f'.repeat(64)}` },
    [['image', 'digest', 'image-reference: digest']],
  ],
  [
    "another organization's repository",
    { image: 'HOST/globex/evaluator', organization: 'acme' },
    [['image', 'globex', 'image: evaluator']],
  ],
  ['an invalid tag', { tags: 'v1,-x' }, [['tags', '"-x" is not a valid tag']]],
  ['a tag that is too long', { tags: 'a'.repeat(129) }, [['tags', '128']]],
  ['an open quote', { tags: '"v1' }, [['tags', 'quote', 'line 1']]],
  ['a registry with a path', { registry: 'r.io/path' }, [['registry', '"r.io/path"', 'host']]],
  ['a user without a password', { 'registry-username': 'me' }, [['registry-password', 'registry-username']]],
  [
    'a password without a user',
    { 'registry-password': 'pass-0123456789' },
    [['registry-username', 'registry-password']],
  ],
  [
    'a role that is a user',
    { 'aws-assume-role': 'arn:aws:iam::123456789012:user/me' },
    [['aws-assume-role', 'user/me', 'role']],
  ],
  [
    'a role with a short account',
    { 'aws-assume-role': 'arn:aws:iam::12345:role/R' },
    [['aws-assume-role', '12345']],
  ],
  ['an invalid boolean', { pull: 'yes' }, [['pull', '"yes"', 'true or false']]],
  ['an unknown keyword', { 'dry-run': 'maybe' }, [['dry-run', '"maybe"', 'auto, true or false']]],
  [
    'an unknown kind of image reference',
    { 'image-reference': 'both' },
    [['image-reference', '"both"', 'tag or digest']],
  ],
  ['a missing context', { context: 'nowhere' }, [['context', '"nowhere"', 'actions/checkout']]],
  ['a missing Dockerfile', { file: 'docker/Dockerfile' }, [['file', '"docker/Dockerfile"', 'relative']]],
  ['an invalid platform', { platforms: 'linux' }, [['platforms', '"linux"', 'linux/amd64']]],
  ['a build argument without a value', { 'build-args': 'VERSION' }, [['build-args', 'NAME=value']]],
  [
    'a build argument that looks like a secret',
    { 'build-args': 'PIP_TOKEN=abc' },
    [['build-args', 'PIP_TOKEN', 'type=secret,id=PIP_TOKEN']],
  ],
  [
    'the token as a build argument',
    { 'build-args': 'KOLENA_TOKEN=abc' },
    [['build-args', 'KOLENA_TOKEN', 'id=KOLENA_TOKEN']],
  ],
  ['a secret without an id', { secrets: 'only-a-value-0123' }, [['secrets', 'item 1', 'id=value']]],
  ['an unset variable', { 'secret-envs': 'npm=NOT_SET' }, [['secret-envs', 'NOT_SET', 'env of the step']]],
  [
    'a missing secret file',
    { 'secret-files': 'pip=nowhere.conf' },
    [['secret-files', '"nowhere.conf"', 'relative']],
  ],
  ['an invalid provenance', { provenance: 'maximal' }, [['provenance', '"maximal"', 'mode=max']]],
  [
    'a combination of many problems',
    { workflow: '', image: 'Evaluator', tags: '-x', 'dry-run': 'maybe', pull: '1', context: 'nowhere' },
    [['- workflow:'], ['image'], ['tags'], ['dry-run'], ['pull'], ['context']],
  ],
]

test.each(cases)('refuses %s before it sends or starts anything', async (_, inputs, problems) => {
  const image = inputs.image?.replace('HOST', job.sandbox.registry.host)
  const run = await job.run(
    { ...inputs, ...(image && { image }) },
    { env: { PATH: `${job.workspace}/bin:/bin` } },
  )
  expect(run.exitCode).toBe(1)
  expect(run.annotations).toHaveLength(1)
  const [head, ...lines] = run.annotations[0]?.message.split('\n') ?? []
  expect(head).toMatch(/^(An input|\d+ inputs) cannot be used\. Nothing was built, sent or changed\.$/)
  expect(lines).toHaveLength(problems.length)
  for (const words of problems) {
    expect(lines.filter((line) => words.every((word) => line.includes(word)))).toHaveLength(1)
  }
  expect(job.sandbox.requests).toEqual([])
  expect(existsSync(`${job.workspace}/bin/started`)).toBe(false)
})

test('does not print the value of a secret input', async () => {
  const run = await job.run(
    { 'api-token': 'a canary token', secrets: 'canary-without-id' },
    { secrets: ['a canary token', 'canary-without-id'] },
  )
  expect(run.exitCode).toBe(1)
  expect(JSON.stringify([run.annotations, run.summary])).not.toContain('canary')
})

test('requires tags for an event without a branch, tag or pull request', async () => {
  const event = { ...schedule(), ref: '' }
  const run = await job.run({ 'dry-run': 'false' }, { event })
  expect(run.annotations[0]?.message).toMatch(/tags: no tag can be derived.*set `tags`/)
})
