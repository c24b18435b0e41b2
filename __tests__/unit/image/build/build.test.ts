import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { BuildOptions } from '../../../../src/image/build/arguments.js'
import { buildImage } from '../../../../src/image/build/build.js'
import { captureOutput } from '../../../support/captured-output.js'
import { buildOptions } from '../../../support/publications.js'
import { scriptPrograms } from '../../../support/scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const options: BuildOptions = { ...buildOptions, platforms: [] }
const reference = 'docker.kolena.io/acme/evaluator:v1'

describe('buildImage', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'build-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))
  const digest = (digit: string) => `sha256:${digit.repeat(64)}`
  const metadata = {
    'containerimage.config.digest': digest('1'),
    'containerimage.digest': digest('2'),
    'containerimage.descriptor': { digest: digest('4') },
  }
  const warning = {
    short: Buffer.from('Rule: text (line 3)').toString('base64'),
    range: [{ start: { line: 3 } }],
  }
  const written = { ...metadata, 'buildx.build.warnings': [warning] }
  /** A stand-in for buildx that writes the same files, and hostile text to both streams. */
  const buildx = `
while [ $# -gt 0 ]; do
  [ "$1" != --metadata-file ] || printf '%s' '${JSON.stringify(written)}' > "$2"
  [ "$1" != --iidfile ] || printf '%s' '${digest('3')}' > "$2"
  shift
done
echo '#5 0.2 ##[set-output name=digest]forged'; printf 'x\\r::error::forged' >&2`

  const secrets = [
    { id: 'KOLENA_TOKEN', value: 'canary\nsecret ' },
    { id: 'netrc', file: '/home/.netrc' },
  ]

  test.each([
    ['engine', digest('3'), [digest('3'), digest('1'), digest('2')]],
    ['registry', digest('1'), [digest('1'), digest('2')]],
    ['cache', digest('1'), [digest('1'), digest('2')]],
  ] as const)(
    'reads the digests of a build to the %s from files, never from the log',
    async (destination, id, digests) => {
      programs.write('docker-buildx', buildx)
      const result = await buildImage(programs.docker, options, [reference], destination, [], directory)
      expect(result).toMatchObject({
        imageId: id,
        engineId: digest('2'),
        manifestDigest: digest('4'),
        digests,
        record: { warnings: [{ rule: 'Rule', message: 'text', line: 3, url: '' }] },
      })
      expect(result.metadata).toEqual(metadata)
      expect(output.lines).toEqual(
        expect.arrayContaining(['#5 0.2 #\\#[set-output name=digest]forged', 'x', '\\::error::forged']),
      )
    },
  )

  test('passes secrets only in private files, byte for byte', async () => {
    programs.write('docker-buildx', buildx)
    await buildImage(programs.docker, options, [reference], 'engine', secrets, directory)
    const [start] = programs.starts('docker-buildx')
    const file = join(directory, 'secrets', '0')
    expect(start?.args.join(' ')).toContain(
      `--secret id=KOLENA_TOKEN,src=${file} --secret id=netrc,src=/home/.netrc`,
    )
    expect(readFileSync(file, 'utf8')).toBe('canary\nsecret ')
    expect([file, join(directory, 'secrets')].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o600, 0o700,
    ])
    expect(JSON.stringify(start)).not.toContain('canary')
  })

  test.each([
    ['no cache', {}, []],
    ['a cache in a registry', { cacheFrom: ['type=registry,ref=a/b'] }, []],
    ["GitHub's cache", { cacheTo: ['mode=max,type=gha'] }, ['ACTIONS_RUNTIME_TOKEN']],
    ['a cache at S3', { cacheFrom: ['type=s3,bucket=x'] }, ['AWS_SESSION_TOKEN']],
    ['a cache at Azure', { cacheFrom: ['type=azblob'] }, ['AZURE_TOKEN']],
    ['unreviewed code', { untrusted: true as const, cacheFrom: ['type=gha', 'type=s3', 'type=azblob'] }, []],
  ])('passes on only the credentials that %s needs', async (_, changes, names) => {
    const canaries = [
      'ACTIONS_RUNTIME_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'AWS_SESSION_TOKEN',
      'AZURE_TOKEN',
    ]
    for (const name of canaries) process.env[name] = 'canary'
    programs.write('docker-buildx', buildx)
    await buildImage(programs.docker, { ...options, ...changes }, [], 'engine', [], directory)
    for (const name of canaries) delete process.env[name]
    const { env = {} } = programs.starts('docker-buildx')[0] ?? {}
    expect(Object.keys(env).filter((name) => env[name] === 'canary')).toEqual(names)
  })

  test('passes on only the address of the cluster to a builder that runs in pods of the same cluster', async () => {
    mkdirSync(join(directory, 'instances'))
    writeFileSync(join(directory, 'instances', 'pods'), '{"Name":"pods","Driver":"kubernetes"}')
    const variables = { KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT: '443' }
    const before = { ...process.env }
    Object.assign(process.env, variables, {
      BUILDX_CONFIG: directory,
      KUBECONFIG: '',
      HOME: directory,
      KUBERNETES_PASSWORD: 'canary',
      AWS_SESSION_TOKEN: 'canary',
    })
    programs.write('docker-buildx', buildx)
    await buildImage(programs.docker, { ...options, builder: 'pods' }, [], 'engine', [], directory)
    process.env = before
    const { env = {} } = programs.starts('docker-buildx')[0] ?? {}
    expect(env).toMatchObject(variables)
    expect(Object.values(env)).not.toContain('canary')
  })

  test('includes the last lines of the log in the error', async () => {
    programs.write(
      'docker-buildx',
      'echo "#5 ERROR: exit code: 3"; echo "ERROR: failed to solve: exit code: 3" >&2; exit 1',
    )
    await expect(buildImage(programs.docker, options, [], 'engine', [], directory)).rejects.toMatchObject({
      name: 'CommandError',
      message: 'docker buildx build failed with exit code 1: failed to solve: exit code: 3',
      output: expect.arrayContaining(['#5 ERROR: exit code: 3']),
    })
  })
})
