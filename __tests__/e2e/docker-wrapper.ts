import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One docker process that the action started. */
export interface DockerCall {
  argv: string[]
  env: Record<string, string>
}

/** A `docker` to put first on PATH: notes how it was called, runs hooks of the test, and does the real thing. */
export class DockerWrapper {
  readonly directory = mkdtempSync(join(tmpdir(), 'docker-wrapper-'))
  readonly path = `${this.directory}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`

  /** @param hooks shell commands to run before or after a subcommand of docker, once for each call */
  constructor(hooks: { subcommand: string; before?: string; after?: string }[] = []) {
    const real = execFileSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).trim()
    const cases = hooks.map(
      ({ subcommand, before = ':', after = ':' }) =>
        `  ${subcommand}) { ${before}; } >/dev/null 2>&1; "${real}" "$@"; code=$?; { ${after}; } >/dev/null 2>&1; exit $code;;`,
    )
    const lines = [
      '#!/bin/sh',
      `call="${this.directory}/call.$$"`,
      'printf "%s\\0" "$@" > "$call.argv"',
      // What the action gave the process, not what a shell adds to it.
      'tr -d "" < /proc/$$/environ > "$call.env"',
      'case "$1" in',
      ...cases,
      `  *) exec "${real}" "$@";;`,
      'esac',
    ]
    writeFileSync(join(this.directory, 'docker'), `${lines.join('\n')}\n`, { mode: 0o755 })
  }

  get calls(): DockerCall[] {
    const names = execFileSync('ls', ['-tr', this.directory], { encoding: 'utf8' }).split('\n')
    const calls = names
      .filter((name) => name.endsWith('.argv'))
      .map((name) => join(this.directory, name.slice(0, -5)))
    return calls.map((call) => ({ argv: parts(`${call}.argv`), env: variables(`${call}.env`) }))
  }

  /** Whether a hook left a file of this name. */
  has(name: string): boolean {
    return existsSync(join(this.directory, name))
  }

  remove(): void {
    if (existsSync(this.directory)) rmSync(this.directory, { recursive: true })
  }
}

function parts(path: string): string[] {
  return readFileSync(path, 'utf8').split('\0').slice(0, -1)
}

function variables(path: string): Record<string, string> {
  return Object.fromEntries(
    parts(path).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  )
}
