import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type BuildOptions,
  buildArguments,
  buildCommand,
  buildImage,
  fitsEngine,
} from '../../../../src/image/build/build.js'
import { captureOutput } from '../../../support/captured-output.js'
import { buildOptions } from '../../../support/publications.js'
import { scriptPrograms } from '../../../support/scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const options: BuildOptions = { ...buildOptions, platforms: [] }
const files = { metadata: '/m', imageId: '/i', secrets: [] }
const reference = 'docker.kolena.io/acme/evaluator:v1'

describe('buildArguments', () => {
  const base = buildArguments(options, [reference], 'engine', files)

  test('returns the default arguments', () => {
    expect(base.join(' ')).toBe(
      `build --progress=plain --provenance=false --sbom=false --metadata-file /m --iidfile /i --load --tag ${reference} -- .`,
    )
  })

  test.each<[Partial<BuildOptions>, string[]]>([
    [{ file: 'docker/Dockerfile' }, ['--file', 'docker/Dockerfile']],
    [{ target: 'release' }, ['--target', 'release']],
    [{ platforms: ['linux/amd64', 'linux/arm64'] }, ['--platform', 'linux/amd64,linux/arm64']],
    [{ buildArgs: ['A=1', 'B=x y=z'] }, ['--build-arg', 'A=1', '--build-arg', 'B=x y=z']],
    [{ buildContexts: ['base=docker-image://a'] }, ['--build-context', 'base=docker-image://a']],
    [{ labels: ['a=b'], annotations: ['index:c=d'] }, ['--label', 'a=b', '--annotation', 'index:c=d']],
    [
      { cacheFrom: ['type=gha'], cacheTo: ['type=gha'] },
      ['--cache-from', 'type=gha', '--cache-to', 'type=gha'],
    ],
    [{ noCache: true, pull: true }, ['--no-cache', '--pull']],
    [{ noCacheFilters: ['a', 'b'] }, ['--no-cache-filter', 'a', '--no-cache-filter', 'b']],
    [{ noCache: true, noCacheFilters: ['a'] }, ['--no-cache']],
    [{ addHosts: ['a:10.0.0.1', 'b:::1'] }, ['--add-host', 'a:10.0.0.1', '--add-host', 'b:::1']],
    [
      { allow: ['network.host', 'security.insecure'] },
      ['--allow', 'network.host', '--allow', 'security.insecure'],
    ],
    [{ cgroupParent: 'builds' }, ['--cgroup-parent', 'builds']],
    [{ shmSize: '2g' }, ['--shm-size', '2g']],
    [{ ulimit: ['nofile=1024:2048', 'core=0'] }, ['--ulimit', 'nofile=1024:2048', '--ulimit', 'core=0']],
    [{ network: 'host' }, ['--network', 'host']],
    [{ ssh: ['default'] }, ['--ssh', 'default']],
    [{ builder: 'mine' }, ['--builder', 'mine']],
  ])('adds the arguments for %j', (changes, added) => {
    const args = buildArguments({ ...options, ...changes }, [reference], 'engine', files)
    expect(args.join('\n')).toContain(added.join('\n'))
    expect(args).toHaveLength(base.length + added.length)
  })

  test.each([
    ['engine', ['--load', '--iidfile'], ['--push', '--output']],
    ['cache', ['--output', 'type=cacheonly'], ['--push', '--load', '--tag', '--iidfile']],
    ['registry', ['--push', '--tag'], ['--load', '--output', '--iidfile']],
  ] as const)('sends the result to the %s', (destination, present, absent) => {
    const args = buildArguments(options, [reference], destination, files)
    for (const argument of present) expect(args).toContain(argument)
    for (const argument of absent) expect(args).not.toContain(argument)
  })

  test('passes every tag, the attestations, and secrets as files in CSV form', () => {
    const secrets = [
      { id: 'A', file: '/tmp/a' },
      { id: 'B', file: '/tmp/a,"b"' },
    ]
    const args = buildArguments(
      { ...options, provenance: 'mode=max', sbom: 'true' },
      ['a:1', 'a:2'],
      'registry',
      {
        ...files,
        secrets,
      },
    )
    const text = args.join(' ')
    expect(text).toContain('--tag a:1 --tag a:2')
    expect(text).toContain('--provenance=mode=max --sbom=true')
    expect(text).toContain('--secret id=A,src=/tmp/a --secret id=B,"src=/tmp/a,""b"""')
  })

  test.each([
    ['true', 'builder-id=https://example.com/run/1'],
    ['mode=max', 'mode=max,builder-id=https://example.com/run/1'],
    ['mode=max,builder-id=own', 'mode=max,builder-id=own'],
    ['false', 'false'],
  ])('names the run in the provenance %s', (provenance, expected) => {
    const builderId = 'https://example.com/run/1'
    const args = buildArguments({ ...options, provenance, builderId }, [], 'registry', files)
    expect(args).toContain(`--provenance=${expected}`)
    expect(buildCommand({ ...options, provenance, builderId }, 'a:1', [])).not.toContain(builderId)
  })

  test('does not treat a context that looks like a flag as a flag', () => {
    expect(buildArguments({ ...options, context: '--push' }, [], 'engine', files).slice(-2)).toEqual([
      '--',
      '--push',
    ])
  })
})

test.each<[Partial<BuildOptions>, boolean]>([
  [{}, true],
  [{ platforms: ['linux/amd64'] }, true],
  [{ platforms: ['linux/amd64', 'linux/arm64'] }, false],
  [{ provenance: 'mode=max' }, false],
  [{ sbom: 'true' }, false],
])('an image with %j fits into the image store of every engine: %s', (changes, fits) => {
  expect(fitsEngine({ ...options, ...changes })).toBe(fits)
})

describe('buildCommand', () => {
  /** Returns the words that a shell reads in a command. */
  const words = (command: string) =>
    execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
      .split('\0')
      .slice(0, -1)

  test('returns a command that builds the same image on another machine, with secrets from variables', () => {
    const changed = {
      ...options,
      file: 'a b/Dockerfile',
      builder: 'mine',
      cacheTo: ['type=gha'],
      buildArgs: ["A=it's"],
    }
    expect(words(buildCommand(changed, reference, ['KOLENA_TOKEN']))).toEqual([
      ...[
        'docker',
        'buildx',
        'build',
        '--progress=plain',
        '--file',
        'a b/Dockerfile',
        '--build-arg',
        "A=it's",
      ],
      ...['--provenance=false', '--sbom=false', '--load', '--tag', reference],
      ...['--secret', 'id=KOLENA_TOKEN,env=KOLENA_TOKEN', '--', '.'],
    ])
  })

  test('quotes any value so that a shell reads it unchanged', () => {
    const value = fc.string({
      unit: fc.constantFrom(...`aé '"\\$\`;|&<>(){}*?~#!\n\t=-%`),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3 }), value, (values, context) => {
        const changed = { ...options, buildArgs: values.map((text) => `A=${text}`), context }
        const given = words(buildCommand(changed, reference, []))
        expect(given.filter((word) => word.startsWith('A='))).toEqual(changed.buildArgs)
        expect(given.at(-1)).toBe(context)
      }),
      { numRuns: 40 },
    )
  })
})

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
  /** A stand-in for buildx that writes the same files, and hostile text to both streams. */
  const buildx = `
while [ $# -gt 0 ]; do
  [ "$1" != --metadata-file ] || printf '%s' '${JSON.stringify(metadata)}' > "$2"
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
        metadata,
      })
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
