import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { commands } from '../../../src/cli/commands.js'
import { Flags } from '../../../src/cli/flags.js'
import { helpText } from '../../../src/cli/help.js'
import { root } from '../../support/workflow-files.js'

describe.each(commands)('the help of $word', (command) => {
  let inputs: Record<string, { description: string; default?: string }>
  let flags: Flags
  let help: string
  let words: string
  beforeAll(async () => {
    const { folder = '' } = command
    const action =
      (await command.loadDescription?.()) ?? readFileSync(join(root, folder, 'action.yml'), 'utf8')
    inputs = parse(action).inputs
    flags = new Flags(await command.load(), command.word)
    help = helpText(command, flags, action, 90)
    words = help.replaceAll(/\s+/g, ' ')
  })

  test('lists exactly the flags of the command, and what to do instead for inputs without one', () => {
    const listed = [...help.matchAll(/^ {2}(?:-h, )?--([\w-]+)(?: .*)?\n {6}\w/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual([...flags.names].sort())
    for (const [name, instead] of flags.refused) {
      expect(help).not.toContain(`  --${name} `)
      expect(words).toContain(`${name} ${instead}.`)
    }
  })

  test('contains the descriptions and defaults of action.yml', () => {
    for (const [name, { description, default: value }] of Object.entries(inputs)) {
      if (flags.refused.has(name)) continue
      expect(words).toContain(value === undefined ? description : `${description} Default: \`${value}\`.`)
    }
  })

  test('wraps at the given width', () => {
    const written = help.split('\n').filter((line) => /^ {6}/.test(line))
    expect(Math.max(...written.map(({ length }) => length))).toBeLessThanOrEqual(90)
  })

  test('lists the exit codes of docs/local.md', () => {
    const docs = readFileSync(join(root, 'docs/local.md'), 'utf8')
    for (const code of ['0', '1', '2', '130']) {
      expect(help).toMatch(new RegExp(`^  ${code} `, 'm'))
      expect(docs).toMatch(new RegExp(`^\\| \`${code}\` `, 'm'))
    }
  })
})

test('the help of the root action shows the groups of action.yml in order, and names the other commands', async () => {
  const [publish] = commands
  if (!publish) throw new Error('there is no command')
  const action = readFileSync(join(root, 'action.yml'), 'utf8')
  const help = helpText(publish, new Flags(await publish.load(), 'publish'), action, 90)
  const groups = [...(action.split('\noutputs:')[0]?.matchAll(/^ {2}# (.*)$/gm) ?? [])].map(
    ([, name]) => name,
  )
  expect(groups.length).toBeGreaterThan(3)
  expect(help.match(/^\w+(?=:$)/gm)).toEqual(groups)
  for (const { word } of commands.slice(1)) expect(help).toContain(`  evaluator-action ${word}`)
})
