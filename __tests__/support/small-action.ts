import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { stringify } from 'yaml'

interface SmallAction {
  main?: string
  post?: string
  inputs?: Record<string, unknown>
  postIf?: string
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Creates the folder of a real action, which is removed after the tests of the file. The scripts are CommonJS. */
export function writeAction({ main = '', post, postIf, inputs }: SmallAction): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-action-'))
  folders.push(folder)
  const entries = { main: 'main.js', ...(post !== undefined && { post: 'post.js' }) }
  const runs = { using: 'node24', ...entries, ...(postIf && { 'post-if': postIf }) }
  writeFileSync(
    join(folder, 'action.yml'),
    stringify({ name: 'Small action', description: 'For a test', inputs, runs }),
  )
  writeFileSync(join(folder, 'main.js'), main)
  if (post !== undefined) writeFileSync(join(folder, 'post.js'), post)
  return folder
}

/** A script that prints its process's own state, for the test to read. */
export function dump(expression: string): string {
  return `process.stdout.write(JSON.stringify(${expression}))`
}

/** Returns a script that appends to a command file, such as `OUTPUT`. */
export function append(file: string, text: string): string {
  return `require('node:fs').appendFileSync(process.env.GITHUB_${file}, ${JSON.stringify(text)});`
}

/** Returns an expression in `${{ }}`. */
export function embrace(expression: string): string {
  return `\${{ ${expression} }}`
}
