import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commandNames, parseCommand, type WorkflowCommand } from '../../../sandbox/runner/commands.js'
import { LineSplitter } from '../../../sandbox/runner/lines.js'
import { runNode24 } from '../../support/node24.js'

type Call =
  | ['info' | 'group', string]
  | ['error' | 'warning' | 'notice', string, string, { file: string; line?: number }?]

const known = new Set<string>(commandNames)

/** Logs in a process of the runner's Node.js, and reads both of its streams like the runner. */
async function logged(calls: readonly Call[]): Promise<{ commands: WorkflowCommand[]; text: string[] }> {
  const module = `
    import * as log from 'src/runtime/log.js'
    for (const [name, ...args] of JSON.parse(process.env.CALLS))
      await log[name](...args, ...(name === 'group' ? [() => {}] : []))`
  const { code, stdout, stderr } = await runNode24(module, { CALLS: JSON.stringify(calls) })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const commands: WorkflowCommand[] = []
  const text: string[] = []
  const splitter = new LineSplitter((line) => {
    const command = parseCommand(line, known)
    if (command) commands.push(command)
    else text.push(line)
  })
  splitter.write(stdout)
  splitter.end()
  return { commands, text }
}

test('annotations have their title, place and lines', async () => {
  const { commands } = await logged([
    ['error', 'it, broke: 100 %\nreally', 'Build, here: failed', { file: 'a,b:c/Dockerfile', line: 3 }],
    ['warning', 'careful', 'Docker', { file: 'Dockerfile' }],
    ['warning', 'no place', 'Docker'],
    ['notice', 'by the way', 'Rule', { file: 'Dockerfile', line: 3 }],
  ])
  expect(commands).toEqual([
    {
      grammar: 'v2',
      name: 'error',
      data: 'it, broke: 100 %\nreally',
      properties: { title: 'Build, here: failed', file: 'a,b:c/Dockerfile', line: '3' },
    },
    { grammar: 'v2', name: 'warning', data: 'careful', properties: { title: 'Docker', file: 'Dockerfile' } },
    { grammar: 'v2', name: 'warning', data: 'no place', properties: { title: 'Docker' } },
    {
      grammar: 'v2',
      name: 'notice',
      data: 'by the way',
      properties: { title: 'Rule', file: 'Dockerfile', line: '3' },
    },
  ])
})

test('prints text unchanged, line by line', async () => {
  const { commands, text } = await logged([['info', 'a\r::error::b\n##[warning]c\n\x1b[31md']])
  expect(commands).toEqual([])
  expect(text).toEqual(['a', '\\::error::b', '#\\#[warning]c', 'd'])
})

test('hostile titles, files, groups and messages issue no unintended command', async () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        ...[
          '::error::',
          '::',
          '##[error]',
          '##[',
          ']',
          ',',
          ':',
          '=',
          '%0A',
          '%3A',
          '%',
          '\n',
          '\r',
          '\r\n',
          '\u2028',
        ],
        ...['::stop-commands::x', '\x1b[0m', ' ', 'a', 'é', 'title=b', ',file=c'],
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''))
  const place = fc.record({ file: hostile, line: fc.integer({ min: 1, max: 99 }) })
  const call: fc.Arbitrary<Call> = fc.oneof(
    fc.tuple(fc.constantFrom('info', 'group'), hostile),
    fc.tuple(fc.constantFrom('error', 'warning', 'notice'), hostile, hostile, place),
  )
  const calls = fc.sample(call, { numRuns: 600, seed: 7 })
  const { commands } = await logged(calls)
  const meant = calls.flatMap(([name]) =>
    name === 'info' ? [] : name === 'group' ? ['group', 'endgroup'] : [name],
  )
  expect(commands.map(({ name }) => name)).toEqual(meant)
  const keys = new Set(commands.flatMap(({ properties }) => Object.keys(properties)))
  expect([...keys].sort()).toEqual(['file', 'line', 'title'])
  for (const { data } of commands) expect(data).not.toMatch(/^\s*::|##\[/m)
})
