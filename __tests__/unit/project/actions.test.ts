import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NoOperationTraceWriter } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod/mini'
import * as entries from '../../../src/index.js'
import { actions } from '../../support/actions.js'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

interface ActionFile {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post?: string }
}

describe.each(actions)('action.yml of $name', ({ name, fields, variables, outputs }) => {
  const path = pathOf(name)
  const text = readFileSync(path, 'utf8')
  const file: ActionFile = parse(text)

  test('is valid according to GitHub’s schema', () => {
    const result = parseAction({ name: path, content: text }, new NoOperationTraceWriter())
    expect(result.context.errors.getErrors().map(({ message }) => message)).toEqual([])
  })

  test('declares the inputs that the code reads, in the same order', () => {
    expect(Object.keys(file.inputs)).toEqual(Object.keys(fields))
  })

  test('has the defaults that the code falls back to', () => {
    const declared = Object.entries(file.inputs).map(([input, { default: value }]) => [
      input,
      // The code cannot repeat a default that only the runner can compute.
      value?.startsWith('${{') ? undefined : value,
    ])
    const coded = Object.entries(fields).map(([input, field]) => [
      input,
      // If a variable replaces an input, its default comes last, so action.yml cannot contain it.
      input in variables ? undefined : defaultOf(field),
    ])
    expect(declared).toEqual(coded)
  })

  test('describes every input, and names the variables and defaults that replace some', () => {
    for (const { description } of Object.values(file.inputs)) expect(description).toMatch(/^[A-Z].*\.$/)
    for (const [input, variable] of Object.entries(variables)) {
      expect(file.inputs[input]?.description).toContain(`\`${variable}\``)
      const fallback = defaultOf(fields[input] ?? z.never())
      if (fallback !== undefined) expect(file.inputs[input]?.description).toContain(`\`${fallback}\``)
    }
  })

  test('declares the outputs that the code sets, in the same order', () => {
    expect(Object.keys(file.outputs)).toEqual(Object.keys(outputs))
    for (const { description } of Object.values(file.outputs)) expect(description).toMatch(/\.$/)
  })

  test('runs entries that exist, on node24', () => {
    const { using, main, post } = file.runs
    expect(using).toBe('node24')
    for (const [script, entry] of [[main, name], ...(post ? [[post, `${name}-post`]] : [])]) {
      const bin = join(dirname(path), script ?? '')
      expect(existsSync(bin)).toBe(true)
      const exported = (entry ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      expect(entries).toHaveProperty(exported)
      expect(readFileSync(bin, 'utf8')).toBe(
        `import { ${exported} } from '../dist/index.js'\n\nawait ${exported}()\n`,
      )
    }
  })
})

test('the actions that comment describe the inputs for it in the same words', () => {
  const files = actions
    .filter(({ fields }) => Object.hasOwn(fields, 'comment'))
    .map(({ name }): ActionFile => parse(readFileSync(pathOf(name), 'utf8')))
  expect(files).toHaveLength(4)
  for (const name of ['comment', 'github-token']) {
    const beginnings = files.map(({ inputs }) => inputs[name]?.description.split('. ')[0]?.replace(/\.$/, ''))
    expect([...new Set(beginnings)]).toHaveLength(1)
    expect([...new Set(files.map(({ inputs }) => inputs[name]?.default))]).toHaveLength(1)
  }
})

function pathOf(name: string): string {
  return join(root, name === 'publish' ? '.' : name, 'action.yml')
}

/** Returns the default of a field, as a workflow would write it. */
function defaultOf(field: z.ZodMiniType): string | undefined {
  return field instanceof z.ZodMiniPrefault ? String(field.def.defaultValue) : undefined
}
