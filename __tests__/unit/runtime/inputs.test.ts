import { beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod/mini'
import { commandEnvironment } from '../../../src/runtime/environment.js'
import { boolean, line, list, pairs, parsed, token } from '../../../src/runtime/fields.js'
import { type Fields, Inputs, readVariable, secret } from '../../../src/runtime/inputs.js'
import { captureOutput } from '../../support/captured-output.js'

const output = captureOutput()
const before = { ...process.env }
beforeEach(() => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, before)
})

const fields = {
  name: line,
  'api-token': secret(token),
  secrets: secret(pairs('id=value')),
  password: secret(
    parsed((text) => {
      if (text.includes('wrong')) throw new Error(`cannot be used`)
      return text
    }),
  ),
  tags: list({ comma: true }),
  push: z.prefault(boolean, 'true'),
}
const variables = { 'api-token': 'KOLENA_TOKEN' }

/** Sets inputs as the runner does and reads them. */
function read(inputs: Record<string, string>, env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value
  Object.assign(process.env, env)
  return new Inputs(fields, variables)
}

/** Returns all problems of the inputs. */
function problemsOf(inputs: Inputs<typeof fields>): readonly string[] {
  try {
    inputs.refuse()
  } catch (error) {
    return (error as { problems: readonly string[] }).problems
  }
  return []
}

describe('values', () => {
  test('are parsed, and defaults are filled in', () => {
    const given = { name: ' evaluator ', 'api-token': 'token-of-acme', tags: 'a,b\nc' }
    const inputs = read(given)
    expect(inputs.values).toEqual({
      name: 'evaluator',
      'api-token': 'token-of-acme',
      secrets: undefined,
      password: undefined,
      tags: ['a', 'b', 'c'],
      push: true,
    })
    expect(problemsOf(inputs)).toEqual([])
  })

  test.each([
    ['the input', { 'api-token': 'from-the-input' }, { KOLENA_TOKEN: 'from-the-variable' }, 'from-the-input'],
    ['its variable', { 'api-token': '' }, { KOLENA_TOKEN: ' from-the-variable\n' }, 'from-the-variable'],
    ['nothing', {}, { KOLENA_TOKEN: '' }, undefined],
  ])('come from %s', (_, given, env, value) => {
    expect(read(given, env).values['api-token']).toBe(value)
  })

  test('that are empty get their default, because the runner sets every input', () => {
    expect(read({ push: '', name: '' }).values).toMatchObject({ push: true, name: undefined })
  })

  test('are removed from the environment, and so from that of every command', () => {
    const given = { name: 'x', 'api-token': 'token-of-acme', secrets: 'a=secret-value', push: 'perhaps' }
    read(given)
    read({}, { KOLENA_TOKEN: 'token-of-globex' })
    expect(Object.keys(process.env).filter((name) => /^INPUT_|KOLENA/.test(name))).toEqual([])
    expect(JSON.stringify([process.env, commandEnvironment()])).not.toMatch(/token-of|secret-value/)
  })
})

describe('problems', () => {
  test('are reported all at once, each with its input, its value and the fix', () => {
    const inputs = read({ name: 'two\nlines', 'api-token': 'short', tags: '"a', push: 'yes' })
    inputs.problem('tags', 'x', 'is bad')
    inputs.missing('password', 'is required')
    inputs.missing('name', 'is not reported twice')
    expect(problemsOf(inputs)).toEqual([
      'name "two⏎lines": has a line break; write it on one line',
      expect.stringMatching(/^api-token: is shorter than 8 characters/),
      'tags ""a": the quote that opens on line 1 is not closed: end the item with a quote; a quote inside a quoted item is written twice ("")',
      'push "yes": write true or false',
      'tags "x": is bad',
      'password: is required',
    ])
    expect(() => inputs.refuse()).toThrow(
      /^6 inputs cannot be used\. Nothing was built, sent or changed\.\n- name/,
    )
  })

  test('leave the default for a refused value that has one, and undefined for the others', () => {
    expect(read({ push: 'yes', tags: '"' }).values).toMatchObject({ push: true, tags: undefined })
  })

  test('of work that throws are recorded', () => {
    const inputs = read({})
    const fail = () => {
      throw new Error('no tag can be derived')
    }
    expect([inputs.attempt('tags', () => 1), inputs.attempt('tags', fail)]).toEqual([1, undefined])
    expect(problemsOf(inputs)).toEqual(['tags: no tag can be derived'])
  })

  test.each<[keyof typeof fields & string, string]>([
    ['api-token', 'canary with blanks'],
    ['api-token', 'canary'],
    ['secrets', 'canary-without-equals'],
    ['secrets', 'id="canary\nb'],
    ['secrets', '"canary=1'],
    ['secrets', 'a=1\n=canary'],
    ['password', 'wrong canary'],
  ])('of the secret input %s never show it: %j', (name, value) => {
    const problems = problemsOf(read({ [name]: value }))
    if (name !== 'secrets' || !value.startsWith('id=')) expect(problems).toHaveLength(1)
    expect(problems.join()).not.toContain('canary')
  })

  test('show a hostile value sanitized and shortened', () => {
    const problems = problemsOf(read({ push: '\x1b[31m::error::x\r##[b]', tags: `"${'a'.repeat(500)}` }))
    const [long, hostile] = problems
    expect(hostile).toBe('push "\\::error::x#\\#[b]": write true or false')
    expect(long).toContain(`"${'a'.repeat(118)}…"`)
  })
})

test('secrets are masked before anything else happens to them, even if they are refused', () => {
  read({
    'api-token': 'token-of-acme',
    password: 'wrong-password',
    secrets: 'broken-secrets',
    name: 'evaluator',
  })
  for (const text of [
    'token-of-acme',
    'wrong-password',
    'broken-secrets',
    Buffer.from('token-of-acme').toString('base64'),
  ])
    expect(output.masks).toContain(text)
  expect(output.masks).not.toContain('evaluator')
})

test('a field that is not marked is not secret', () => {
  const plain: Fields = { password: z.string().check(z.refine(() => false, { error: 'is bad' })) }
  process.env.INPUT_PASSWORD = 'shown'
  expect(() => new Inputs(plain).refuse()).toThrow('password "shown": is bad')
})

test('readVariable leaves the variable in the environment', () => {
  process.env.SOME_VARIABLE = 'x'
  expect([readVariable('SOME_VARIABLE'), readVariable('SOME_VARIABLE'), readVariable('NO_VARIABLE')]).toEqual(
    ['x', 'x', undefined],
  )
})

test('shows the beginning of a value of any content in a short time', () => {
  const begin = process.cpuUsage()
  for (const text of ['key-'.repeat(100_000), 'a'.repeat(300_000)]) {
    const inputs = new Inputs({ name: line }, {}, { name: '' })
    inputs.problem('name', text, 'is wrong')
    expect(inputs.problems[0]?.text).toHaveLength('name "": is wrong'.length + 120)
  }
  expect(process.cpuUsage(begin).user).toBeLessThan(4_000_000)
})
