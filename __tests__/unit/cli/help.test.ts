import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { flags, refused } from '../../../src/cli/flags.js'
import { helpText } from '../../../src/cli/help.js'
import { root } from '../../support/workflow-files.js'

const action = readFileSync(join(root, 'action.yml'), 'utf8')
const inputs: Record<string, { description: string; default?: string }> = parse(action).inputs
const help = helpText(action, 90)
const words = help.replaceAll(/\s+/g, ' ')

test('has each flag, and beside each input that has none what to do instead', () => {
  for (const flag of flags) expect(help).toMatch(new RegExp(`^  (-h, )?--${flag}( |$)`, 'm'))
  for (const [name, instead] of Object.entries(refused)) {
    expect(help).not.toContain(`  --${name} `)
    expect(words).toContain(`${name} ${instead}.`)
  }
})

test('says what each means, and its default, as action.yml does', () => {
  for (const [name, { description, default: value }] of Object.entries(inputs)) {
    if (name in refused) continue
    expect(words).toContain(value === undefined ? description : `${description} Default: \`${value}\`.`)
  }
})

test('has the groups of action.yml, in its order', () => {
  const groups = [...(action.split('\noutputs:')[0]?.matchAll(/^ {2}# (.*)$/gm) ?? [])].map(
    ([, name]) => name,
  )
  expect(groups.length).toBeGreaterThan(3)
  expect(help.match(/^\w+(?=:$)/gm)).toEqual(groups)
})

test('is as wide as it may be, and no wider', () => {
  const written = help.split('\n').filter((line) => /^ {6}/.test(line))
  expect(Math.max(...written.map(({ length }) => length))).toBeLessThanOrEqual(90)
})

test('has the exit codes that docs/local.md has', () => {
  const docs = readFileSync(join(root, 'docs/local.md'), 'utf8')
  for (const code of ['0', '1', '2', '130']) {
    expect(help).toMatch(new RegExp(`^  ${code} `, 'm'))
    expect(docs).toMatch(new RegExp(`^\\| \`${code}\` `, 'm'))
  }
})
