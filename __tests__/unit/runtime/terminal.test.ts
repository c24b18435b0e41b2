import { afterEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { reporter, reportTo } from '../../../src/runtime/reporter.js'
import { maskSecret, secretForms } from '../../../src/runtime/secrets.js'
import { Terminal } from '../../../src/runtime/terminal.js'
import { sanitizeLines } from '../../../src/runtime/untrusted-text.js'

/** A terminal, and what was written to both streams. */
function open(colours?: boolean) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const stderr = {
    ...stream('stderr'),
    ...(colours !== undefined && { isTTY: true, hasColors: () => colours }),
  }
  return { terminal: new Terminal({ stdout: stream('stdout'), stderr }), written }
}

test('writes messages to standard error as plain lines, and no workflow command to either stream', () => {
  const { terminal, written } = open()
  terminal.info('hello')
  terminal.startGroup('Build')
  terminal.info('#1 building')
  terminal.endGroup()
  terminal.endPhase('Build', 1234, false)
  terminal.endPhase('Push', 80, true)
  terminal.warning('slow', { title: 'Registry' })
  terminal.notice('by the way', { title: 'Rule', file: 'Dockerfile', startLine: 3 })
  terminal.error('no such file\nCOPY nowhere /', { title: 'Build failed', file: 'Dockerfile', startLine: 2 })
  terminal.error('odd', { file: 'evaluators.yml' })
  terminal.error(new Error('plain'))
  terminal.setSecret()
  terminal.setOutput('digest', 'sha256:1')
  expect(written).toEqual({
    stdout: '',
    stderr: [
      'hello',
      '--- Build',
      '#1 building',
      'Build: done in 1.2 s',
      'Push: failed after 0.1 s',
      'warning: Registry: slow',
      'Dockerfile:3: notice: Rule: by the way',
      'Dockerfile:2: error: Build failed: no such file\nCOPY nowhere /',
      'evaluators.yml: error: odd',
      'error: Error: plain\n',
    ].join('\n'),
  })
})

test('writes the outputs that have a value as one JSON object, with embedded JSON', () => {
  const { terminal, written } = open()
  const outputs = {
    registration: '{"name":"x","secret":null}',
    registrations: '[1]',
    image: 'acme/x:v1',
    tags: 'acme/x:v1\nacme/x:v2',
    changed: 'true',
    reused: 'false',
    digest: '',
    odd: '{x',
    number: '1.10',
  }
  for (const [name, value] of Object.entries(outputs)) terminal.setOutput(name, value)
  terminal.showOutputs()
  expect(JSON.parse(written.stdout)).toEqual({
    registration: { name: 'x', secret: null },
    registrations: [1],
    image: 'acme/x:v1',
    tags: 'acme/x:v1\nacme/x:v2',
    changed: true,
    reused: false,
    odd: '{x',
    number: '1.10',
  })
  expect(written.stderr).toBe('')
})

test('writes numbers in outputs with the digits that they have', () => {
  const { terminal, written } = open()
  terminal.setOutput('metrics', '{"accuracy":1.0,"count":9007199254740993}')
  terminal.showOutputs()
  expect(written.stdout).toBe('{\n  "metrics": {"accuracy":1.0,"count":9007199254740993}\n}\n')
})

test('removes a secret in any form from text and outputs', () => {
  const secret = fc
    .string({ unit: 'grapheme', minLength: 8, maxLength: 30 })
    .filter((text) => text.trim().length >= 8 && !text.includes('*'))
  const around = fc.string({ unit: 'grapheme-ascii', maxLength: 10 })
  fc.assert(
    fc.property(secret, secret, around, around, (one, two, before, after) => {
      const { terminal, written } = open()
      reportTo(terminal)
      maskSecret(one, 'acme')
      maskSecret(two)
      const forms = [...secretForms(one, 'acme'), ...secretForms(two)]
      for (const form of forms)
        for (const line of sanitizeLines(`${before}${form}${after}`)) terminal.info(line)
      terminal.setOutput('x', `${before}${one}${after}`)
      terminal.showOutputs()
      for (const text of [one, two]) expect(written.stderr).not.toContain(text)
      expect(JSON.stringify(JSON.parse(written.stdout))).not.toContain(JSON.stringify(one).slice(1, -1))
    }),
    { numRuns: 300 },
  )
})

test('removes the longer of two secrets first, so that no part of it is left', () => {
  const { terminal, written } = open()
  reportTo(terminal)
  for (const secret of ['token-of-a', 'token-of-acme', '(.*)$(.*)$']) maskSecret(secret)
  terminal.info('a token-of-acme, a token-of-a, (.*)$(.*)$ and .*')
  expect(written.stderr).toBe('a ***, a ***, *** and .*\n')
})

test('recognizes a secret in its sanitized form', () => {
  const { terminal, written } = open()
  reportTo(terminal)
  maskSecret('abc##[def]\u0007ghi')
  for (const line of sanitizeLines('x abc##[def]\u0007ghi y')) terminal.info(line)
  expect(written.stderr).toBe('x *** y\n')
})

test.each([
  [true, '\u001b[31merror\u001b[39m: broken\n'],
  [false, 'error: broken\n'],
  [undefined, 'error: broken\n'],
])('uses colours on a terminal that supports them: %s', (colours, text) => {
  const { terminal, written } = open(colours)
  terminal.error('broken')
  expect(written.stderr).toBe(text)
})

test('an action reports to any reporter', () => {
  const { terminal, written } = open()
  reportTo(terminal)
  reporter.info('here')
  reporter.endPhase('Build', 1000, false)
  expect(written.stderr).toBe('here\nBuild: done in 1.0 s\n')
})

const { terminal: restored } = open()
afterEach(() => reportTo(restored))
