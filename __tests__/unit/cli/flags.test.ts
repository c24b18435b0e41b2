import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { publish } from '../../../src/actions/publish/action.js'
import { fields } from '../../../src/actions/publish/fields.js'
import { commands } from '../../../src/cli/commands.js'
import { Flags } from '../../../src/cli/flags.js'
import { isSecret } from '../../../src/runtime/inputs.js'

const publishFlags = new Flags(publish, 'publish')
const readFlags = (args: readonly string[]) => publishFlags.read(args)
const { names: flags, refused } = publishFlags

test.each<[string, string[], Record<string, string>]>([
  ['a value after the flag', ['--image', 'x'], { image: 'x' }],
  ['a value after an equals sign', ['--image=x', '--target=a=b'], { image: 'x', target: 'a=b' }],
  ['a value that begins with a hyphen', ['--target=-x'], { target: '-x' }],
  ['lists that are repeated', ['--tags', 'a,b', '--tags=c'], { tags: 'a,b\nc' }],
  ['pairs that are repeated', ['--build-args', 'A=1', '--build-args', 'B=2'], { 'build-args': 'A=1\nB=2' }],
  [
    'a switch alone',
    ['--reuse', '--no-cache', '--image', 'x'],
    { reuse: 'true', 'no-cache': 'true', image: 'x' },
  ],
  ['a switch with a value', ['--register', 'false', '--reuse=false'], { register: 'false', reuse: 'false' }],
  ['--dry-run alone', ['--dry-run'], { 'dry-run': 'true' }],
  ['--dry-run with a value', ['--dry-run', 'auto'], { 'dry-run': 'auto' }],
  ['nothing', [], {}],
])('reads %s', (_, args, texts) => {
  expect(readFlags(args)).toEqual({
    rawInputs: texts,
    summary: undefined,
    help: false,
    version: false,
    problems: [],
  })
})

test('does not read the command line’s own flags as inputs', () => {
  const line = readFlags(['--summary', 'report.md', '--update-expected', '-h', '--help', '--version'])
  expect(line).toEqual({
    rawInputs: {},
    summary: 'report.md',
    updateExpected: true,
    help: true,
    version: true,
    problems: [],
  })
  for (const name of ['summary', 'update-expected', 'help', 'version'])
    expect(Object.keys(fields)).not.toContain(name)
})

test('parses or refuses any command line without throwing', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('--', '-', '--=', '=', '-h', ...flags.map((flag) => `--${flag}`)),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (args) => {
      const { rawInputs: texts } = readFlags(args)
      for (const name of Object.keys(texts)) expect(flags).toContain(name)
    }),
  )
})

describe('a command line that cannot be used', () => {
  test.each<[string[], string]>([
    [['--evaluator_name', 'x'], '--evaluator_name: there is no such flag; did you mean --evaluator-name?'],
    [['--frobnicate'], '--frobnicate: there is no such flag; --help lists the flags'],
    [['--no-register'], '--no-register: there is no such flag; write --register=false'],
    [['--no-verify'], '--no-verify: there is no such flag; write --verify=off'],
    [['--image'], '--image: has no value; write --image=VALUE, or leave it out'],
    [['--image='], '--image: has no value'],
    [['--image', '--reuse'], '--image: what follows it begins with a hyphen'],
    [['--image', 'a', '--image', 'b'], '--image: is given 2 times; give it once'],
    [['--reuse', '--reuse'], '--reuse: is given 2 times'],
    [['--workflow', 'Keypoint', 'Detection'], 'argument 3: is neither a flag nor the value of a flag'],
    [['-x'], 'argument 1: is neither a flag nor the value of a flag'],
    [['--', '--image', 'x'], 'argument 2: is neither a flag'],
    [['--comment', 'off'], '--comment: is for the comment on a pull request'],
    [['--__proto__=x'], '--__proto__: there is no such flag'],
    [['--constructor=x'], '--constructor: there is no such flag'],
  ])('%j', (args, problem) => {
    expect(readFlags(args).problems[0]).toContain(problem)
  })
})

test.each([
  [['--tag', 'v1', '--image', 'x'], ['--tag: there is no such flag; did you mean --tags?']],
  [
    ['--frobnicate', 'a', 'b'],
    [expect.stringContaining('--frobnicate'), expect.stringMatching(/^argument 3: /)],
  ],
  [
    ['--frobnicate=a', 'b'],
    [expect.stringContaining('--frobnicate'), expect.stringMatching(/^argument 2: /)],
  ],
  [['-t', 'v1'], [expect.stringMatching(/^argument 1: /)]],
  [['--comment', 'off'], [expect.stringMatching(/^--comment: /)]],
])('the value of an unknown flag is no further problem: %j', (args, problems) => {
  expect(readFlags(args).problems).toEqual(problems)
})

test('no command has flags for the comment on a pull request', async () => {
  const commenting: string[] = []
  for (const { word, load } of commands) {
    const action = await load()
    if (!Object.hasOwn(action.fields, 'comment')) continue
    commenting.push(word)
    const flags = new Flags(action, word)
    for (const name of ['comment', 'github-token']) {
      expect(flags.names).not.toContain(name)
      expect(flags.refused.get(name)).toContain('only a step of a workflow writes')
      expect(flags.read([`--${name}=x`]).problems).toHaveLength(1)
    }
  }
  expect(commenting).toEqual(['publish', 'scenario-test', 'agreement', 'lambda'])
})

describe('a secret', () => {
  const secrets = Object.entries(fields).flatMap(([name, field]) => (isSecret(field) ? [name] : []))

  test('has no flag, whichever input it belongs to', () => {
    expect(secrets).toEqual(expect.arrayContaining(['api-token', 'secret', 'secrets', 'registry-password']))
    for (const name of secrets)
      expect([name, flags.includes(name), refused.has(name)]).toEqual([name, false, true])
  })

  const shapes = (name: string) => [[`--${name}=HUNTER2`], [`--${name}`, 'HUNTER2']]
  test.each([...secrets, 'token', 'password', 'kolena-token', 'apitoken', 'p'].flatMap(shapes))(
    'is refused and not repeated: %s %s',
    (...args) => {
      const { rawInputs: texts, problems } = readFlags(args.filter((arg) => arg !== undefined))
      expect(problems.length).toBeGreaterThan(0)
      expect(JSON.stringify([texts, problems])).not.toContain('HUNTER2')
    },
  )

  test('is not repeated after a single hyphen either', () => {
    const { problems } = readFlags(['-pHUNTER2'])
    expect(problems).toHaveLength(1)
    expect(problems[0]).not.toMatch(/[HUNTER]-|2/)
  })

  test('must be replaced if it was passed on the command line', () => {
    expect(readFlags(['--api-token=HUNTER2']).problems).toEqual([
      expect.stringMatching(
        /^--api-token: is a secret; set the environment variable KOLENA_TOKEN.* replace the secret/,
      ),
    ])
    expect(readFlags(['--token=HUNTER2']).problems[0]).toMatch(/variable KOLENA_TOKEN .*replace the secret/)
  })
})

describe.each(commands)('the flags of $word', ({ word, load }) => {
  test('are all inputs except secret ones, which name an environment variable', async () => {
    const action = await load()
    const { names, refused: without } = new Flags(action, word)
    for (const [name, field] of Object.entries(action.fields)) {
      expect([name, names.includes(name)]).toEqual([name, !without.has(name)])
      if (isSecret(field)) expect([name, names.includes(name)]).toEqual([name, false])
    }
    for (const [name, variable] of Object.entries(action.variables)) {
      if (without.has(name)) expect(without.get(name)).toContain(variable)
    }
    for (const instead of without.values()) expect(instead).not.toContain('undefined')
  })

  test('refuse a secret without repeating it', async () => {
    const all = new Flags(await load(), word)
    for (const name of [...all.refused.keys(), 'token', 'api-secret', 'password']) {
      const { rawInputs, problems } = all.read([`--${name}=HUNTER2`])
      expect(problems).toHaveLength(1)
      expect(JSON.stringify([rawInputs, problems])).not.toMatch(/HUNTER2|undefined/)
    }
  })
})
