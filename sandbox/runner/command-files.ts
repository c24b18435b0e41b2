import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files for an action's commands: the suffix of the `GITHUB_…` variable, and the file's prefix. */
const prefixes = {
  OUTPUT: 'set_output',
  STATE: 'save_state',
  ENV: 'set_env',
  PATH: 'add_path',
  STEP_SUMMARY: 'step_summary',
  ARTIFACTS: 'artifacts',
} as const

export type CommandFile = keyof typeof prefixes

/** Creates empty files for one stage of a step. @returns their paths */
export function createCommandFiles(temp: string): Record<CommandFile, string> {
  const folder = join(temp, '_runner_file_commands')
  mkdirSync(folder, { recursive: true })
  const id = randomUUID()
  return mapFiles((file) => {
    const path = join(folder, `${prefixes[file]}_${id}`)
    writeFileSync(path, '')
    return path
  })
}

/** Returns the text of each file. A file that the action removed counts as empty. */
export function readCommandFiles(paths: Record<CommandFile, string>): Record<CommandFile, string> {
  return mapFiles((file) => readIfPresent(paths[file]))
}

/**
 * Reads `NAME=VALUE` lines and `NAME<<DELIMITER` blocks. Only `\n` ends a line; blank lines are skipped.
 * If a name has several values, the last one wins.
 *
 * @param onPair called for each pair in order, so pairs before a malformed line take effect
 * @throws Error for a malformed line, an empty name or delimiter, or an unterminated block
 */
export function readPairs(text: string, onPair: (name: string, value: string) => void): void {
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const { name, separator, rest } = splitPair(line)
    if (separator === '=') {
      onPair(name, rest)
      continue
    }
    const end = lines.indexOf(rest, at + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`)
    onPair(name, lines.slice(at + 1, end).join('\n'))
    at = end
  }
}

function splitPair(line: string): { name: string; separator: '=' | '<<'; rest: string } {
  const [, name, separator, rest] = line.match(/^(.*?)(=|<<)(.*)$/s) ?? []
  if (name === undefined || rest === undefined) throw new Error(`Invalid format '${line}'`)
  if (name === '') throw new Error(`Invalid format '${line}'. Name must not be empty`)
  if (separator === '=') return { name, separator, rest }
  if (rest === '') throw new Error(`Invalid format '${line}'. Delimiter must not be empty`)
  return { name, separator: '<<', rest }
}

function readIfPresent(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

function mapFiles(value: (file: CommandFile) => string): Record<CommandFile, string> {
  const files = Object.keys(prefixes) as CommandFile[]
  return Object.fromEntries(files.map((file) => [file, value(file)])) as Record<CommandFile, string>
}
