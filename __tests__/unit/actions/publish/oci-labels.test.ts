import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { fields } from '../../../../src/actions/publish/fields.js'
import { ociLabels } from '../../../../src/actions/publish/oci-labels.js'
import type { Event } from '../../../../src/runtime/event.js'
import { Inputs } from '../../../../src/runtime/inputs.js'

const context = mkdtempSync(join(tmpdir(), 'oci-labels-'))
afterAll(() => rmSync(context, { recursive: true }))
const event: Event = {
  eventName: 'push',
  ref: 'refs/tags/v1',
  sha: 'a'.repeat(40),
  actor: 'octocat',
  repository: 'octo-org/evaluators',
  serverUrl: 'https://github.com',
  runUrl: undefined,
  payload: {},
}
const name = (key: string) => `org.opencontainers.image.${key}`

function labels(
  inputs: Record<string, string> = {},
  dockerfile = 'FROM scratch\n',
  changes: Partial<Event> = {},
): Record<string, string> {
  writeFileSync(join(context, 'Dockerfile'), dockerfile)
  const { values } = new Inputs(fields, {}, { context, image: 'ghcr.io/acme/keypoints', ...inputs })
  const made = ociLabels(values, { ...event, ...changes }, 'v1')
  return Object.fromEntries(made.map((label) => label.split('=', 2) as [string, string]))
}

describe('oci-labels', () => {
  test('link to the commit, and name the image', () => {
    expect(labels()).toEqual({
      [name('source')]: 'https://github.com/octo-org/evaluators',
      [name('url')]: 'https://github.com/octo-org/evaluators',
      [name('revision')]: 'a'.repeat(40),
      [name('version')]: 'v1',
      [name('title')]: 'keypoints',
    })
  })

  test('name the commit that a workflow_run is about', () => {
    const run = { event: 'push', head_branch: 'main', head_sha: 'b'.repeat(40) }
    const changes = { eventName: 'workflow_run', payload: { workflow_run: run } }
    expect(labels({}, undefined, changes)[name('revision')]).toBe('b'.repeat(40))
  })

  test.each<[string, Record<string, string>, string, string[]]>([
    ['labels sets', { labels: `${name('title')}=mine\nother=x` }, '', ['title']],
    ['labels sets to an empty text', { labels: `${name('url')}=` }, '', ['url']],
    ['the Dockerfile sets', {}, `LABEL ${name('version')}=2 ${name('source')}="x"`, ['version', 'source']],
    ['an earlier stage sets', {}, `LABEL ${name('version')}=2\nFROM scratch`, ['version']],
  ])('leave out a label that %s', (_, inputs, lines, missing) => {
    const given = Object.keys(labels(inputs, `FROM scratch\n${lines}\n`))
    const all = ['source', 'url', 'revision', 'version', 'title']
    expect(given).toEqual(all.filter((one) => !missing.includes(one)).map(name))
  })

  test.each<[string, Record<string, string>, string]>([
    ['they are off', { 'oci-labels': 'off' }, 'FROM scratch\n'],
    ['a label has an unknown name', {}, 'FROM scratch\nLABEL $A=b\n'],
    ['there is no Dockerfile', { file: 'nowhere' }, ''],
  ])('are not set if %s', (_, inputs, dockerfile) => {
    expect(labels(inputs, dockerfile)).toEqual({})
  })

  test('contain no addresses outside of GitHub', () => {
    const local = { serverUrl: undefined, repository: '', sha: '' }
    expect(labels({}, undefined, local)).toEqual({ [name('version')]: 'v1', [name('title')]: 'keypoints' })
  })
})
