import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One docker process that the action started. */
export interface DockerCall {
  program: 'docker' | 'docker-buildx'
  argv: string[]
  env: Record<string, string>
}

/**
 * A `docker` to put first on PATH, and a `docker-buildx` before the other plugins: they record their calls, run
 * hooks of the test, and call the real programs.
 */
export class DockerWrapper {
  readonly directory = mkdtempSync(join(tmpdir(), 'docker-wrapper-'))

  /** @param hooks shell commands that run before or after each build */
  constructor({ before = ':', after = ':' }: { before?: string; after?: string } = {}) {
    const plugin = '{{range .ClientInfo.Plugins}}{{if eq .Name "buildx"}}{{.Path}}{{end}}{{end}}'
    const buildx = ask('docker', 'info', '--format', plugin)
    this.#write('docker', [`exec "${ask('sh', '-c', 'command -v docker')}" "$@"`])
    this.#write('docker-buildx', [
      `{ ${before}; } >/dev/null 2>&1`,
      `"${buildx}" "$@"; code=$?`,
      `{ ${after}; } >/dev/null 2>&1`,
      'exit $code',
    ])
  }

  #write(program: DockerCall['program'], work: string[]): void {
    const lines = [
      '#!/bin/sh',
      `call="${this.directory}/${program}.$$"`,
      'printf "%s\\0" "$@" > "$call.argv"',
      // Only what the action passed to the process, not what a shell adds.
      'tr -d "" < /proc/$$/environ > "$call.env"',
      ...work,
    ]
    writeFileSync(join(this.directory, program), `${lines.join('\n')}\n`, { mode: 0o755 })
  }

  /** Returns the variables of a job that uses these programs. @param config the job's Docker configuration */
  environment(config = join(this.directory, 'config')): { PATH: string; DOCKER_CONFIG: string } {
    const file = join(config, 'config.json')
    const content = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
    mkdirSync(config, { recursive: true })
    writeFileSync(file, JSON.stringify({ ...content, cliPluginsExtraDirs: [this.directory] }))
    const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
    return { PATH: `${this.directory}:${path}`, DOCKER_CONFIG: config }
  }

  get calls(): DockerCall[] {
    const names = ask('ls', '-tr', this.directory).split('\n')
    return names
      .filter((name) => name.endsWith('.argv'))
      .map((name) => {
        const call = join(this.directory, name.slice(0, -5))
        const program = name.startsWith('docker-buildx.') ? 'docker-buildx' : 'docker'
        return { program, argv: parts(`${call}.argv`), env: variables(`${call}.env`) }
      })
  }

  /** Returns whether a hook created a file with this name. */
  has(name: string): boolean {
    return existsSync(join(this.directory, name))
  }

  remove(): void {
    if (existsSync(this.directory)) rmSync(this.directory, { recursive: true })
  }
}

function ask(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' }).trim()
}

function parts(path: string): string[] {
  return readFileSync(path, 'utf8').split('\0').slice(0, -1)
}

function variables(path: string): Record<string, string> {
  return Object.fromEntries(
    parts(path).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  )
}
