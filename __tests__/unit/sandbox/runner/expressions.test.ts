import { expect, test } from '@jest/globals'
import { evaluate, interpolate } from '../../../../sandbox/runner/expressions.js'
import { embrace } from '../../../support/small-action.js'

const scope = {
  contexts: { github: { token: 'ghs', event: { number: 7 }, ref: 'refs/heads/main' }, job: {} },
  functions: { always: () => true, failure: () => false },
}

test.each([
  ['github.token', 'ghs'],
  ['github.event.number', 7],
  ['github.event.pull_request.head.sha', null],
  ["github.event.inputs.tag || github.ref || 'none'", 'refs/heads/main'],
  ["github.ref == 'REFS/heads/main'", true],
  ["github.event.number != 7 && 'a' || 'b'", 'b'],
  ['!failure() && always()', true],
  ["('' || 0) == false", true],
  ["'it''s'", "it's"],
  ["contains(github.ref, 'heads') && fromJSON('[1]')[0]", 1],
  ['github.event.*', [7]],
])('evaluates %s', (expression, value) => {
  expect(evaluate(expression, scope)).toEqual(value)
})

test('a text may contain several expressions, and null becomes an empty string', () => {
  expect(
    interpolate(`a ${embrace('github.token')} b ${embrace('github.none')}${embrace("'c'")}`, scope),
  ).toBe('a ghs b c')
})

test.each(['secrets.TOKEN', 'hashFiles()', 'always(1)', '(1', "'open"])(
  'refuses to evaluate %s',
  (expression) => {
    expect(() => evaluate(expression, scope)).toThrow('The sandbox runner cannot evaluate')
  },
)
