import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { loadInputs } from '../../src/actions/publish/inputs.js'
import { buildArguments } from '../../src/image/build/arguments.js'
import { outputOf } from '../../src/image/build/outputs.js'
import { InputError } from '../../src/runtime/errors.js'
import { captureOutput } from '../support/captured-output.js'
import { root } from '../support/publishing.js'

/**
 * Compares the inputs of docker/build-push-action, and the arguments of buildx that they become, with ours. The table is
 * the one of its own tests, read from a checkout of its repository; `scripts/test.js` leaves this suite out without one.
 */

/** A row of the table: its number, the version of buildx, the inputs, the arguments of buildx, and variables. */
type Row = [number, string, Map<string, string>, string[], Map<string, string> | undefined]

captureOutput()
const checkout = process.env.BUILD_PUSH_ACTION ?? join(root, '..', 'build-push-action')
const workspace = mkdtempSync(join(tmpdir(), 'build-push-action-'))
const rows = readTable(join(checkout, '__tests__', 'context.test.ts'))
const repository = 'https://github.com/docker/build-push-action'
const event = {
  eventName: 'push',
  ref: 'refs/tags/v1.2.3',
  sha: '0123456789abcdef0123456789abcdef01234567',
  actor: 'a',
  repository: 'docker/build-push-action',
  runUrl: `${repository}/actions/runs/123456789/attempts/1`,
  payload: {},
}

/** Evaluates the table, which is a literal apart from a few names and the types of its maps. */
function readTable(path: string): Row[] {
  const [, literal] =
    /test\.each\((\[\n[\s\S]*?\n {2}\])\)\(\n\s*'\[%d\] given/.exec(readFileSync(path, 'utf8')) ?? []
  if (literal === undefined) throw new Error(`${path} has no table of inputs and arguments any more`)
  return runInNewContext(literal.replaceAll('new Map<string, string>', 'new Map'), {
    path: { join },
    fixturesDir: 'fixtures',
    tmpName: 'private-file',
    imageIDFilePath: 'image-id',
    metadataJson: 'metadata',
  })
}

/** The values of each flag, in their order, and the context. */
type Arguments = Record<string, string[]>

/** Flags that say where the result of a build goes, which a step decides by itself. */
const destinations = ['push', 'load', 'iidfile', 'metadata-file']

function parseArguments([, ...args]: readonly string[]): Arguments {
  const flags = ['push', 'load', 'pull', 'no-cache']
  const parsed: Arguments = { context: args.slice(-1) }
  const rest = args.slice(0, -1).filter((arg) => arg !== '--')
  for (let at = 0; at < rest.length; at++) {
    const [, name = '', inline] = /^--([\w-]+)(?:=(.*))?$/s.exec(rest[at] ?? '') ?? []
    if (name === 'progress' || (name === 'output' && rest[at + 1] === 'type=cacheonly')) {
      if (inline === undefined) at++
      continue
    }
    const value = inline ?? (flags.includes(name) ? 'true' : (rest[++at] ?? ''))
    parsed[name] = [...(parsed[name] ?? []), value]
  }
  for (const name of destinations) delete parsed[name]
  return parsed
}

/** `--provenance` and `--sbom` are short for `--attest`, where `disabled=false` is what a type means alone. */
function withAttestations({ provenance, sbom, ...rest }: Arguments): Arguments {
  const attests = [
    ...(provenance ?? []).map((value) => ['provenance', value]),
    ...(sbom ?? []).map((value) => ['sbom', value]),
  ]
    .filter(([, value]) => value !== 'false')
    .map(([type, value]) => (value === 'true' ? `type=${type}` : `type=${type},${value}`))
  return attests.length > 0 ? { ...rest, attest: attests } : rest
}

/** A difference on purpose: turns what the peer passes into what we pass. Undefined if it does not apply. */
interface Purpose {
  why: string
  apply: (peer: Arguments, row: Row) => Arguments | undefined
}

const purposes: Purpose[] = [
  {
    why: 'the context is the checkout by default, not the commit on GitHub',
    apply: (peer, [, , inputs]) => (inputs.has('context') ? undefined : { ...peer, context: ['.'] }),
  },
  {
    why: 'nothing is attested by default',
    apply: ({ attest, ...peer }, [, , inputs]) =>
      attest && !['provenance', 'sbom', 'attests'].some((name) => inputs.has(name)) ? peer : undefined,
  },
  {
    why: 'what is switched off or on by default is not passed as such',
    apply: ({ attest = [], ...peer }) => {
      const kept = attest
        .filter((one) => one !== 'type=provenance,disabled=true')
        .map((one) => one.replace(/,disabled=false$/, ''))
      if (String(kept) === String(attest)) return undefined
      return kept.length > 0 ? { ...peer, attest: kept } : peer
    },
  },
  {
    why: 'secrets of variables are passed as private files',
    apply: (peer) =>
      peer.secret?.some((secret) => secret.includes(',env='))
        ? { ...peer, secret: peer.secret.map((one) => one.replace(/,env=.*/, ',src=private-file')) }
        : undefined,
  },
  {
    why: 'the token of the job is not given to the build',
    apply: (peer, [, , inputs]) => {
      if (!inputs.has('github-token')) return undefined
      const { secret = [], ...rest } = peer
      const kept = secret.filter((one) => !one.startsWith('id=GIT_AUTH_TOKEN.'))
      return kept.length > 0 ? { ...rest, secret: kept } : rest
    },
  },
  {
    why: 'a path alone is passed as a directory',
    apply: ({ output = [], ...peer }) => {
      const isPath = (one: string) => !one.includes('=')
      if (!output.some(isPath)) return undefined
      return { ...peer, output: output.map((one) => (isPath(one) ? `type=local,dest=${one}` : one)) }
    },
  },
  {
    why: 'every version of buildx gets all arguments',
    apply: (peer, [, version, inputs]) => {
      const old = (minor: number) => Number(version.split('.')[1]) < minor
      if (old(12) && inputs.has('annotations'))
        return { ...peer, annotation: (inputs.get('annotations') ?? '').split('\n') }
      if (old(10) && inputs.get('provenance') === 'true')
        return { ...peer, attest: [`type=provenance,builder-id=${event.runUrl}`] }
      return undefined
    },
  },
]

/** Rows whose inputs are refused, by a part of the message. */
const refused: [applies: (inputs: Map<string, string>) => boolean, message: string][] = [
  [(inputs) => inputs.get('context')?.includes('{{') ?? false, 'is a template of docker/build-push-action'],
  // The step itself loads and pushes the image.
  [(inputs) => /^type=(docker|image)(,|$)/.test(inputs.get('outputs') ?? ''), 'outputs: '],
  [
    (inputs) => /^[a-z]+$/m.test(inputs.get('secrets') ?? '') && !inputs.get('secrets')?.includes('"'),
    'secrets',
  ],
]

/** Returns the arguments that our inputs become. Throws `InputError`. */
function ownArguments(inputs: Map<string, string>): Arguments {
  const texts = {
    ...Object.fromEntries(inputs),
    image: 'name/app',
    register: 'false',
    verify: 'off',
    'oci-labels': 'off',
  }
  const { build, image } = loadInputs(event, { 'api-token': 'token-of-acme', organization: 'name', ...texts })
  if (!build) throw new Error('nothing is built')
  const secrets = build.secrets
    .filter(({ id }) => id !== 'KOLENA_TOKEN')
    .map((secret) => ({ id: secret.id, file: 'file' in secret ? secret.file : 'private-file' }))
  const files = { metadata: 'metadata', imageId: 'image-id', secrets }
  const args = withAttestations(parseArguments(buildArguments(build.options, [], 'cache', files)))
  // Outputs are written by a build of their own.
  const { outputs } = build.options
  const own = outputs.length > 0 ? { ...args, output: outputs.map(outputOf) } : args
  // The image gets its tags after the build.
  return inputs.has('tags') ? { ...own, tag: image.tags.map((tag) => `name/app:${tag}`) } : own
}

const before = process.cwd()
const outcomes: string[] = []
beforeAll(() => {
  for (const folder of ['test', 'fixtures']) mkdirSync(join(workspace, folder))
  for (const path of ['Dockerfile', 'test/Dockerfile', 'fixtures/secret.txt'])
    writeFileSync(join(workspace, path), 'FROM scratch\n')
  process.chdir(workspace)
  for (const name of ['MY_SECRET_ENV', 'ANOTHER_SECRET_ENV']) process.env[name] = 'value-of-a-secret'
})
afterAll(() => {
  process.chdir(before)
  rmSync(workspace, { recursive: true })
  console.info(['| row | inputs | outcome |', '|---|---|---|', ...outcomes].join('\n'))
})

const namesOf = (inputs: Map<string, string>) =>
  [...inputs].filter(([, value]) => value !== 'false').map(([name]) => `\`${name}\``)
const report = ([number, , inputs]: Row, outcome: string) =>
  outcomes.push(`| ${number} | ${namesOf(inputs).join(', ') || '–'} | ${outcome} |`)

describe('the inputs of docker/build-push-action', () => {
  test('are all in the page for people who come from there', () => {
    const { inputs } = parse(readFileSync(join(checkout, 'action.yml'), 'utf8'))
    const page = readFileSync(join(root, 'docs/migrating.md'), 'utf8')
    const [, section = ''] = page.split(/^## From `docker\/build-push-action`$/m)
    expect(Object.keys(inputs).filter((name) => !section.includes(`\`${name}\``))).toEqual([])
    expect(rows.length).toBeGreaterThan(30)
  })

  test.each(rows)('mean here what they mean there, or differ on purpose: row %d', (...row) => {
    const [, , inputs, args] = row
    const refusal = refused.find(([applies]) => applies(inputs))
    if (refusal) {
      expect(() => ownArguments(inputs)).toThrow(InputError)
      expect(() => ownArguments(inputs)).toThrow(refusal[1])
      report(row, `refused: ${refusal[1]}`)
      return
    }
    // Apart from rows with platforms, all differ in the default, which is not that of the runner.
    let peer: Arguments = { platform: ['linux/amd64'], ...parseArguments(args) }
    const reasons = purposes.flatMap(({ why, apply }) => {
      const changed = apply(peer, row)
      if (changed) peer = changed
      return changed ? [why] : []
    })
    expect(ownArguments(inputs)).toEqual(peer)
    report(row, reasons.length === 0 ? 'the same' : reasons.join('; '))
  })
})
