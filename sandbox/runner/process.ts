import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stream } from './command-interpreter.js'
import { LineSplitter } from './lines.js'
import { killIfAlive, killTree } from './process-tree.js'

/** The runner's waiting times, in milliseconds. */
export interface Graces {
  /** After SIGINT for a cancelled job. */
  interrupt: number
  /** After the SIGTERM that follows. */
  terminate: number
  /** For output after the exit, while descendants keep the pipes open. */
  pipes: number
}

export const runnerGraces: Graces = { interrupt: 7500, terminate: 2500, pipes: 5000 }

export interface ProcessOptions {
  node: string
  script: string
  cwd: string
  env: Record<string, string>
  graces: Graces
  /** Milliseconds until a hanging process is an error. */
  deadline: number
  onLine: (line: string, stream: Stream) => void
  /** Cancels like the runner when the signal aborts, or when a line matches as the process printed it. */
  cancel?: AbortSignal | ((line: string) => boolean) | undefined
  /** Sends a signal to the main process once, when a line matches. */
  kill?: { signal: NodeJS.Signals; when: (line: string) => boolean } | undefined
}

export interface ProcessResult {
  /** 128 + n after signal n. */
  exitCode: number
  cancelled: boolean
  /** Whether descendants kept the pipes open beyond the grace period. */
  pipesHeld: boolean
  raw: Record<Stream, string>
}

/**
 * Runs a script like the runner: no shell, no other arguments, standard input closed, output through pipes.
 * @throws Error with its last lines if it exceeds the deadline, after killing its process tree
 */
export async function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  const child = spawn(options.node, [options.script], { cwd: options.cwd, env: options.env, stdio: 'pipe' })
  child.stdin.end()
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const closed = once(child, 'close')
  // If the process cannot start, the exit reports it.
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

/** Ends the process early: at the deadline, for a cancelled job, or by a signal. */
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

/** Sends SIGINT and then SIGTERM to the main process only, and then SIGKILL to its tree. */
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

/** Collects both streams. Like the runner, handles lines of stderr first if both arrive together. */
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
