import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import xterm from '@xterm/headless'

/** Longest wait in milliseconds for something to appear on the screen. */
const MAX_WAIT = 90_000
/** Milliseconds after which a program is ended that a failed test left running. */
const MAX_RUN = 120_000

export interface Size {
  columns: number
  rows: number
}

/**
 * A program in a real pseudo-terminal, which `script` of util-linux opens, and the screen that a person sees: xterm.js
 * replays the bytes that the program writes.
 */
export class PseudoTerminal {
  /** Everything that was written to the terminal. */
  bytes = ''
  readonly #folder = mkdtempSync(join(tmpdir(), 'pseudo-terminal-'))
  readonly #screen: xterm.Terminal
  readonly #script: ChildProcessWithoutNullStreams
  readonly #ended: Promise<number | null>

  /** @param command runs in a shell with job control */
  constructor(
    command: string,
    { cwd, env, columns, rows }: Size & { cwd: string; env: Record<string, string | undefined> },
  ) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true })
    const shell = [
      'set -m',
      `stty cols ${columns} rows ${rows}`,
      `tty > ${this.#device}.new && mv ${this.#device}.new ${this.#device}`,
      command,
    ]
    const options = ['--quiet', '--return', '--echo', 'always', '--command', shell.join('; '), '/dev/null']
    this.#script = spawn('script', options, {
      ...{ cwd, env: { TERM: 'xterm-256color', ...env } },
      timeout: MAX_RUN,
    })
    this.#script.stdout.on('data', (chunk: Buffer) => {
      this.bytes += chunk.toString('latin1')
      this.#screen.write(chunk)
    })
    this.#ended = new Promise((resolve, reject) => {
      this.#script.once('error', reject)
      this.#script.once('close', (code) => resolve(code))
    })
  }

  get #device(): string {
    return join(this.#folder, 'device')
  }

  /** Types characters, such as `\x03` for Ctrl-C. */
  type(text: string): void {
    this.#script.stdin.write(text)
  }

  /** Changes the size of the window: programs in the foreground get SIGWINCH. */
  resize({ columns, rows }: Size): void {
    this.#screen.resize(columns, rows)
    const device = readFileSync(this.#device, 'utf8').trim()
    execFileSync('stty', ['-F', device, 'cols', String(columns), 'rows', String(rows)])
  }

  /** Returns the lines on the screen and those that were scrolled out, without empty lines at the end. */
  async lines(): Promise<string[]> {
    await new Promise<void>((resolve) => this.#screen.write('', resolve))
    const { active } = this.#screen.buffer
    const lines = Array.from({ length: active.length }, (_, row) =>
      (active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
    )
    return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
  }

  /** Waits until a line matches, and returns all lines of that moment. */
  async waitFor(pattern: RegExp): Promise<string[]> {
    const deadline = performance.now() + MAX_WAIT
    for (;;) {
      const lines = await this.lines()
      if (lines.some((line) => pattern.test(line))) return lines
      if (performance.now() > deadline || this.#script.exitCode !== null)
        throw new Error(`No line of the screen matches ${pattern}:\n${lines.join('\n')}`)
      await sleep(20)
    }
  }

  /** Returns whether the program has left the cursor visible. */
  get isCursorVisible(): boolean {
    return this.bytes.lastIndexOf('\u001b[?25l') <= this.bytes.lastIndexOf('\u001b[?25h')
  }

  /** Waits for the end, and returns the exit code. */
  async end(): Promise<number | null> {
    const code = await this.#ended
    rmSync(this.#folder, { recursive: true, force: true })
    return code
  }
}
