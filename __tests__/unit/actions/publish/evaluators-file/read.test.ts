import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { parse } from 'yaml'
import { parseEvaluators } from '../../../../../src/actions/publish/evaluators-file/read.js'
import { fields } from '../../../../../src/actions/publish/fields.js'
import { Inputs } from '../../../../../src/runtime/inputs.js'

const root = new URL('../../../../../../', import.meta.url)
const schema = JSON.parse(readFileSync(new URL('evaluators.schema.json', root), 'utf8'))
const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)

/** Returns the texts of the only entry of a valid file. */
function texts(yaml: string) {
  const { entries, problems } = parseEvaluators(yaml, 'e.yml')
  expect(problems).toEqual([])
  expect(entries).toHaveLength(1)
  return entries[0]?.texts
}

function problemsOf(yaml: string): string[] {
  return parseEvaluators(yaml, 'e.yml').problems.map(
    ({ text, place }) => `${place.file}:${place.line}: ${text}`,
  )
}

test.each<[string, string, Record<string, string>]>([
  ['text', '- image: a b ', { image: 'a b' }],
  ['numbers as written', '- tags: 1.10\n  target: 007', { tags: '1.10', target: '007' }],
  ['booleans', '- pull: true\n  register: False', { pull: 'true', register: 'False' }],
  ['an empty value, which unsets an input', '- target:\n  file: ""', { target: '', file: '' }],
  ['a list', '- tags: [v1, 2.0]', { tags: 'v1\n2.0' }],
  ['a list on one line', '- tags: v1,v2', { tags: 'v1,v2' }],
  ['a list on several lines', '- tags: |\n    v1\n    v2\n', { tags: 'v1\nv2' }],
  [
    'items with commas and quotes',
    `- cache-from: ['type=local,src="a"']`,
    { 'cache-from': '"type=local,src=""a"""' },
  ],
  ['pairs', '- build-args: {A: 1, B: x=y, C: }', { 'build-args': 'A=1\nB=x=y\nC=' }],
  ['pairs as a list', '- build-args: [A=1, B=2]', { 'build-args': 'A=1\nB=2' }],
  ['JSON', '[{"image": "a", "labels": {"b": "c,d"}}]', { image: 'a', labels: '"b=c,d"' }],
])('reads %s', (_, yaml, expected) => {
  expect(texts(yaml)).toEqual(expected)
  expect([isValid(parse(yaml)), isValid.errors]).toEqual([true, null])
})

test('knows the line of each evaluator and of each of its inputs', () => {
  const { entries } = parseEvaluators('# two\n- image: a\n  tags: b\n\n-\n  image: c\n', 'e.yml')
  expect(entries.map(({ line, lines }) => [line, lines])).toEqual([
    [2, { image: 2, tags: 3 }],
    [6, { image: 6 }],
  ])
})

/** Invalid files: what the parser reports. The schema refuses them too. */
test.each<[string, string, string[]]>([
  [
    'an empty file',
    '',
    ['e.yml:1: has no evaluators; write one item per evaluator, such as "- image: keypoints"'],
  ],
  ['an empty list', '[]', ['e.yml:1: has no evaluators']],
  ['a mapping', 'image: a', ['e.yml:1: is not a list; write one item per evaluator']],
  [
    'a list of text',
    '- a\n- image: b',
    ['e.yml:1: an evaluator is not a mapping; write its inputs as "name: value"'],
  ],
  [
    'unknown inputs',
    '- image: a\n  evalautor-name: b\n  color: red',
    [
      'e.yml:2: evalautor-name: is not an input of this action; did you mean evaluator-name?',
      'e.yml:3: color: is not an input of this action; the README lists them',
    ],
  ],
  [
    'a secret',
    '- secret: x',
    [
      'e.yml:1: secret: is a secret value, which does not belong in a file; put it into an environment variable (in a workflow, in the env of the step), and write secret-env:',
    ],
  ],
  [
    'build secrets',
    '- secrets: a=b',
    [
      'e.yml:1: secrets: are secret values, which do not belong in a file; put them into environment variables',
    ],
  ],
  ['a token', '- api-token: x', ['e.yml:1: api-token: is a secret, which does not belong in a file; set it']],
  [
    'inputs of the step',
    '- dry-run: true\n  concurrency: 2',
    ['e.yml:1: dry-run: applies to all evaluators', 'e.yml:2: concurrency: applies to all evaluators'],
  ],
  ['a file in a file', '- evaluators: x', ['e.yml:1: evaluators: applies to all evaluators']],
  [
    'a property of every object',
    '- constructor: x',
    ['e.yml:1: constructor: is not an input of this action'],
  ],
  ['a list for one value', '- image: [a]', ['e.yml:1: image: is a list; write one value']],
  [
    'a mapping for a list',
    '- tags: {a: b}',
    ['e.yml:1: tags: is a mapping; write a list, or one value per line'],
  ],
  ['a mapping for a boolean', '- pull: {a: b}', ['e.yml:1: pull: is a mapping; write true or false']],
  ['lists in a list', '- tags: [[a]]', ['e.yml:1: tags: contains a list or a mapping']],
  ['a mapping of mappings', '- labels: {a: {b: c}}', ['e.yml:1: labels: contains a list or a mapping']],
  ['a name with an equals sign', '- build-args: {A=B: c}', ['e.yml:1: build-args: has the key "A=B"']],
])('refuses %s', (_, yaml, expected) => {
  expect(problemsOf(yaml)).toEqual(expected.map((text) => expect.stringContaining(text)))
  expect(isValid(parse(yaml))).toBe(false)
})

test.each<[string, string, string]>([
  [
    'a duplicate key',
    '- image: a\n  image: b',
    'e.yml:2: is not valid YAML or JSON: Map keys must be unique',
  ],
  [
    'tabs',
    '- image: x\n\tevaluator-name: y\n\tfile: z',
    'e.yml:2: is indented with a tab; YAML needs spaces',
  ],
  ['an equals sign', '- image=x\n  file=y', 'e.yml:1: write "image: x"'],
  ['an equals sign further down', '- image: x\n  file=y', 'e.yml:2: write "file: y"'],
  ['broken JSON', '[{"image": ', 'is not valid YAML or JSON: '],
  ['a tag of YAML', '- image: !env A', 'e.yml:1: is not valid YAML or JSON: Unresolved tag: !env'],
  [
    'an alias',
    '- &a\n  image: b\n- *a',
    'e.yml:3: *a: aliases are not supported; set what all evaluators share outside the file, beside evaluators',
  ],
  ['thousands of open brackets', `- ${'['.repeat(30_000)}`, 'is not valid YAML or JSON'],
])('refuses %s with the parser’s message', (_, yaml, expected) => {
  expect(problemsOf(yaml)[0]).toContain(expected)
})

test.each<[string, string]>([
  ['verify', 'maybe'],
  ['verify-timeout', '0'],
  ['verify-timeout', '100000'],
  ['pull', '"yes"'],
  ['image-reference', 'both'],
])('the schema and the parser refuse %s: %s', (name, value) => {
  const yaml = `- ${name}: ${value}`
  const { problems } = new Inputs(fields, {}, texts(yaml) ?? {})
  expect(problems.map((problem) => problem.name)).toEqual([name])
  expect(isValid(parse(yaml))).toBe(false)
})

test('returns any pairs as they were written', () => {
  // An item's ends are trimmed, as in a workflow.
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.trim())
  const name = text.filter((value) => value !== '' && !value.includes('='))
  fc.assert(
    fc.property(fc.dictionary(name, text, { minKeys: 1 }), (pairs) => {
      const { labels } = new Inputs(fields, {}, texts(JSON.stringify([{ labels: pairs }])) ?? {}).values
      expect(labels).toEqual(Object.entries(pairs))
    }),
  )
})

test('reports 50,000 items that are not mappings in seconds', () => {
  const start = performance.now()
  const { problems } = parseEvaluators('- name=value\n'.repeat(50_000), 'evaluators.yml')
  expect(problems).toHaveLength(50_000)
  expect(problems[49_999]).toEqual({
    text: 'write "name: value"',
    place: { file: 'evaluators.yml', line: 50_000 },
  })
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('accepts the example in the parser and in the schema', () => {
  const yaml = readFileSync(new URL('examples/evaluators.yml', root), 'utf8')
  const { entries, problems } = parseEvaluators(yaml, 'evaluators.yml')
  expect(problems).toEqual([])
  expect(entries.map(({ texts }) => texts['build-args'])).toContain('"IOU_THRESHOLDS=0.5,0.75"')
  expect([isValid(parse(yaml)), isValid.errors]).toEqual([true, null])
})
