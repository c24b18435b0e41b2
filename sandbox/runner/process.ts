import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stream } from './command-interpreter.js'
import { LineSplitter } from './lines.js'
import { killIfAlive, killTree } from './process-tree.js'

/** How long the runner waits, in milliseconds. */
export interface Graces {
  /** After SIGINT, when a job is cancelled. */
  interrupt: number
  /** After SIGTERM, which follows. */
  terminate: number
  /** For the output after the exit, while descendants hold the pipes. */
  pipes: number
}

export const runnerGraces: Graces = { interrupt: 7500, terminate: 2500, pipes: 5000 }

export interface ProcessOptions {
  node: string
  script: string
  cwd: string
  env: Record<string, string>
  graces: Graces
  /** Milliseconds until a hang is an error. */
  deadline: number
  onLine: (line: string, stream: Stream) => void
  /** Cancels as the runner does: when the signal aborts, or when a line as the process printed it matches. */
  cancel?: AbortSignal | ((line: string) => boolean) | undefined
  /** Sends the main process a signal, once, when a line matches. */
  kill?: { signal: NodeJS.Signals; when: (line: string) => boolean } | undefined
}

export interface ProcessResult {
  /** 128 + n for an end by signal n. */
  exitCode: number
  cancelled: boolean
  /** Whether descendants held the pipes beyond the grace. */
  pipesHeld: boolean
  raw: Record<Stream, string>
}

/**
 * Runs a script as the runner does: no shell, no other argument, standard input closed, output through pipes.
 * @throws Error when it runs longer than the deadline, with its last lines; its tree is then killed
 */
export async function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  const child = spawn(options.node, [options.script], { cwd: options.cwd, env: options.env, stdio: 'pipe' })
  child.stdin.end()
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const closed = once(child, 'close')
  // When the process cannot start, the exit reports it.
  closed.catch(() => {})
  const interruption = watch(child, exited, options)
  const raw = readOutput(child, (line, stream) => {
    interruption.see(line)
    options.onLine(line, stream)
  })
  const [code, signal] = await exited.finally(() => interruption.stop())
  const pipesHeld = !(await settlesWithin(closed, options.graces.pipes))
  if (pipesHeld) for (const stream of [child.stdout, child.stderr]) stream.destroy()
  raw.end()
  if (interruption.overdue) throw reportHang(options, raw.text)
  const exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0)
  return { exitCode, cancelled: interruption.cancelled, pipesHeld, raw: raw.text }
}

/** What may end the process before it ends itself: the deadline, a cancelled job, a signal. */
function watch(
  child: ChildProcess,
  exited: Promise<unknown>,
  { graces, deadline, cancel, kill }: ProcessOptions,
) {
  const pid = child.pid
  const state = { overdue: false, cancelled: false, killed: false }
  const timer = setTimeout(() => {
    state.overdue = true
    if (pid !== undefined) killTree(pid)
  }, deadline)
  const onAbort = (): void => {
    if (state.cancelled || pid === undefined) return
    state.cancelled = true
    void interrupt(pid, exited, graces)
  }
  const signal = cancel instanceof AbortSignal ? cancel : undefined
  signal?.addEventListener('abort', onAbort)
  if (signal?.aborted) onAbort()
  return Object.assign(state, {
    see(line: string): void {
      if (typeof cancel === 'function' && cancel(line)) onAbort()
      if (!kill || state.killed || pid === undefined || !kill.when(line)) return
      state.killed = true
      killIfAlive(pid, kill.signal)
    },
    stop(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    },
  })
}

/** SIGINT, then SIGTERM, both to the main process alone; then SIGKILL to its tree. */
async function interrupt(pid: number, exited: Promise<unknown>, graces: Graces): Promise<void> {
  killIfAlive(pid, 'SIGINT')
  if (await settlesWithin(exited, graces.interrupt)) return
  killIfAlive(pid, 'SIGTERM')
  if (await settlesWithin(exited, graces.terminate)) return
  killTree(pid)
}

async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timeout = new AbortController()
  const late = sleep(milliseconds, false, { signal: timeout.signal }).catch(() => false)
  const settled = await Promise.race([promise.then(() => true), late])
  timeout.abort()
  return settled
}

/** Collects both streams; of what arrives together, lines of stderr are handled before those of stdout, as in the runner. */
function readOutput(child: ChildProcess, onLine: (line: string, stream: Stream) => void) {
  const text: Record<Stream, string> = { stdout: '', stderr: '' }
  const waiting: Record<Stream, string[]> = { stdout: [], stderr: [] }
  const flush = (): void => {
    for (const stream of ['stderr', 'stdout'] as const) {
      for (const line of waiting[stream].splice(0)) onLine(line, stream)
    }
  }
  const splitters = (['stdout', 'stderr'] as const).map((stream) => {
    const splitter = new LineSplitter((line) => waiting[stream].push(line))
    const source = child[stream] as Readable
    source.setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk
      splitter.write(chunk)
      setImmediate(flush)
    })
    return splitter
  })
  const end = (): void => {
    for (const splitter of splitters) splitter.end()
    flush()
  }
  return { text, end }
}

function reportHang({ script, deadline }: ProcessOptions, raw: Record<Stream, string>): Error {
  const tail = (stream: Stream) => `${stream}: ${raw[stream].slice(-2000) || '(nothing)'}`
  const message = `${script} still ran after ${deadline} ms and was killed. What it printed last:`
  return new Error(`${message}\n${tail('stdout')}\n${tail('stderr')}`)
}
