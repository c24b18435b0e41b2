import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach } from '@jest/globals'
import type { Docker } from '../../src/docker/docker.js'
import { dockerAt } from './scripted-engine.js'

/** One call of a program. */
export interface Start {
  args: string[]
  env: Record<string, string>
  input: string
}

/** Programs on PATH and docker plugins that record their calls and then run a test's script. */
export interface ScriptedPrograms {
  /** The folder of the test. */
  folder: string
  docker: Docker
  /** @param script for `sh`. `$COUNT` is the number of the call, starting at 1 */
  write(program: string, script: string, mode?: number): void
  starts(program: string): Start[]
}

export function scriptPrograms(): ScriptedPrograms {
  const folder = mkdtempSync(join(tmpdir(), 'scripted-'))
  const bin = join(folder, 'bin')
  const records = join(folder, 'records')
  const path = process.env.PATH ?? ''
  beforeEach(() => {
    for (const directory of [bin, records]) mkdirSync(directory, { recursive: true })
    process.env.PATH = `${bin}:${path}`
  })
  afterEach(() => {
    process.env.PATH = path
    for (const directory of [bin, records]) rmSync(directory, { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const recordOf = (program: string, count: number, part: string) =>
    join(records, `${program}-${count}-${part}`)
  return {
    folder,
    docker: dockerAt('', folder, bin),
    write(program, script, mode = 0o755) {
      const record = (part: string) => `"${records}/${program}-$COUNT-${part}"`
      const preface = `#!/bin/sh
COUNT=1; while [ -e ${record('args')} ]; do COUNT=$((COUNT + 1)); done
printf '%s\\0' "$@" > ${record('args')}
cat /proc/$$/environ > ${record('env')}
cat > ${record('input')}
`
      writeFileSync(join(bin, program), preface + script, { mode })
    },
    starts(program) {
      const starts: Start[] = []
      for (let count = 1; existsSync(recordOf(program, count, 'args')); count++) {
        const read = (part: string) => readFileSync(recordOf(program, count, part), 'utf8')
        const variables = read('env')
          .split('\0')
          .filter((entry) => entry !== '')
        starts.push({
          args: read('args').split('\0').slice(0, -1),
          env: Object.fromEntries(
            variables.map((entry) => [entry.split('=')[0], entry.replace(/^[^=]*=/, '')]),
          ),
          input: read('input'),
        })
      }
      return starts
    },
  }
}
