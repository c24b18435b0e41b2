import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type BuildOptions,
  buildArguments,
  buildCommand,
  fitsEngine,
} from '../../../../src/image/build/arguments.js'
import { parseOutputs } from '../../../../src/image/build/outputs.js'
import { buildOptions } from '../../../support/publications.js'

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
    [{ ociLabels: ['a=1'], labels: ['b=2'] }, ['--label', 'a=1', '--label', 'b=2']],
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
    ['outputs', ['--output', 'type=oci,dest=a.tar', 'type=local,"dest=b,c"', '--tag'], ['--load', '--push']],
  ] as const)('sends the result to the %s', (destination, present, absent) => {
    const outputs = parseOutputs('dest=a.tar,type=oci\ntype=local,"dest=b,c"')
    const args = buildArguments({ ...options, outputs }, [reference], destination, files)
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
