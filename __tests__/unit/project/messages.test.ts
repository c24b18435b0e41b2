import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { commands } from '../../../src/cli/commands.js'
import { root } from '../../support/workflow-files.js'

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

/** Returns the texts in a source that people read: strings and templates with a space, without comments and imports. */
function textsIn(source: string): string[] {
  const code = source.replaceAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '')
  return [
    ...code.matchAll(/'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'|"([^"\n]* [^"\n]*)"|`([^`\n]* [^`\n]*)`/g),
  ].map(([, single, double, template]) => single ?? double ?? template ?? '')
}

const texts = sources.flatMap((name) =>
  textsIn(readFileSync(join(root, 'src', name), 'utf8')).map((text) => ({ name, text })),
)

/** Words that only a step of a workflow can follow. */
const ofWorkflows =
  /\bactions\/checkout|\w+-action\b before|before this step|earlier step|\bthis step\b|env of the step|secret of the repository|secrets\.[A-Z]/
/** Sources whose texts only workflows show, or that describe them. */
const inWorkflows = /^(actions\/(init|publish\/source|publish\/only-changed)|platforms\/github)/

test('the sources have messages', () => {
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.some(({ text }) => ofWorkflows.test(text))).toBe(true)
})

test('advice that only a workflow can follow says so', () => {
  const bare = texts.filter(
    ({ name, text }) =>
      ofWorkflows.test(text) && !/in a workflow|of a workflow/i.test(text) && !inWorkflows.test(name),
  )
  expect(bare).toEqual([])
})

test('no message talks about the runner or the job as if there was always one', () => {
  const bare = texts.filter(
    ({ name, text }) =>
      /\b(on|of|by|as) the runner\b|\bthe runner can|\b(run|Run|rerun) the job\b|job was cancelled/.test(
        text,
      ) && !inWorkflows.test(name),
  )
  expect(bare).toEqual([])
})

test('no message adds a full stop to the message of an error, which may end with one', () => {
  expect(texts.filter(({ text }) => /\$\{(\w+\.message|messageOf\(\w+\))\}\.(?!\w)/.test(text))).toEqual([])
})

test('no message of the actions tells people to write a flag of the command line', async () => {
  const inputs: string[] = []
  for (const { load } of commands) inputs.push(...Object.keys((await load()).fields))
  const flag = new RegExp(`(^|[\\s(])--(${[...new Set(inputs)].join('|')})\\b`)
  // These compose command lines of other programs, or belong to commands that exist only in a terminal.
  const others =
    /^(cli|actions\/(init|record-fixture)|actions\/publish\/metrics\/expected|image\/(build|verify)|platforms\/aws|actions\/lambda\/summary)/
  const bare = texts.filter(({ name, text }) => flag.test(text) && !others.test(name))
  expect(bare).toEqual([])
})
