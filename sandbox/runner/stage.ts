import { type CommandFile, createCommandFiles, readCommandFiles, readPairs } from './command-files.js'
import { CommandInterpreter, type PrintedCommand, type Stream } from './command-interpreter.js'
import { type Annotation, createLogView, type LogEntry, renderLog, StepLog } from './log.js'
import type { Masks } from './masks.js'
import { type ProcessOptions, runProcess } from './process.js'

export type Conclusion = 'success' | 'failure' | 'cancelled'

/** The result of one stage of a step, `main` or `post`. */
export interface StageResult {
  exitCode: number
  conclusion: Conclusion
  /** From `GITHUB_OUTPUT`, which wins over the deprecated command. Not masked, as in the runner. */
  outputs: Record<string, string>
  state: Record<string, string>
  /** Variables exported to later steps with `GITHUB_ENV`, and folders prepended to `PATH`. */
  env: Record<string, string>
  path: string[]
  /** As uploaded: masked, and empty if larger than 1 MiB. */
  summary: string
  annotations: Annotation[]
  commands: PrintedCommand[]
  /** The log as a user sees it: masked, with open groups. Rendered from `entries`. */
  log: string
  entries: LogEntry[]
  /** As printed, not masked. */
  raw: Record<Stream, string>
  /** The command files as the action left them, not masked. */
  files: Record<CommandFile, string>
  /** Whether descendants kept the pipes open beyond the grace period after the exit. */
  pipesHeld: boolean
  /** Milliseconds from the start to the end of the process. */
  duration: number
}

export interface StageOptions extends Omit<ProcessOptions, 'onLine'> {
  temp: string
  masks: Masks
  debug: boolean
  /** Logged before the first line of the process. */
  heading: LogEntry[]
  warnings: string[]
  /** Receives a line as shown in {@link StageResult.log}. */
  onLine?: ((line: string) => void) | undefined
}

const summaryLimit = 1024 * 1024

/** Runs one stage: creates command files, runs the process and its commands, and then reads the files. */
export async function runStage(options: StageOptions): Promise<StageResult> {
  const { masks, onLine } = options
  const show = createLogView()
  const log = new StepLog(masks, (entry) => {
    for (const line of show(entry)) onLine?.(line)
  })
  for (const { kind, text } of options.heading) log.write(kind, text)
  for (const warning of options.warnings) log.annotate('warning', warning)
  const commands = new CommandInterpreter(log, masks, { workspace: options.cwd, debug: options.debug })
  const paths = createCommandFiles(options.temp)
  const start = performance.now()
  const ended = await runProcess({
    ...options,
    env: { ...options.env, ...nameFileVariables(paths) },
    onLine: (line, stream) => commands.read(line, stream),
  })
  const duration = performance.now() - start
  if (ended.cancelled) log.annotate('error', 'The operation was canceled.')
  const files = readCommandFiles(paths)
  const read = applyFiles(files, commands, log, masks)
  const failed = ended.exitCode !== 0 || commands.failed
  return {
    exitCode: ended.exitCode,
    conclusion: ended.cancelled ? 'cancelled' : failed ? 'failure' : 'success',
    outputs: commands.outputs,
    state: commands.state,
    ...read,
    annotations: log.annotations,
    commands: commands.commands,
    log: renderLog(log.entries),
    entries: log.entries,
    raw: ended.raw,
    files,
    pipesHeld: ended.pipesHeld,
    duration,
  }
}

function nameFileVariables(paths: Record<CommandFile, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(paths).map(([file, path]) => [`GITHUB_${file}`, path]))
}

/** Outputs and state from files come last, so they win over those from commands. A malformed file fails the step. */
function applyFiles(
  files: Record<CommandFile, string>,
  commands: CommandInterpreter,
  log: StepLog,
  masks: Masks,
) {
  const env: Record<string, string> = {}
  const pairs = [
    ['OUTPUT', (name: string, value: string) => (commands.outputs[name] = value)],
    ['STATE', (name: string, value: string) => (commands.state[name] = value)],
    ['ENV', (name: string, value: string) => exportVariable(env, name, value, log)],
  ] as const
  for (const [file, assign] of pairs) {
    try {
      readPairs(files[file], assign)
    } catch (error) {
      commands.failed = true
      log.annotate('error', `Unable to process file command '${file.toLowerCase()}' successfully.`)
      log.annotate('error', (error as Error).message)
    }
  }
  const path = files.PATH.split(/\r\n|\r|\n/).filter((line) => line !== '')
  return { env, path, summary: uploadSummary(files.STEP_SUMMARY, log, masks) }
}

function exportVariable(env: Record<string, string>, name: string, value: string, log: StepLog): void {
  if (name.toUpperCase() !== 'NODE_OPTIONS') env[name] = value
  else log.annotate('error', `Can't store ${name} output parameter using '$GITHUB_ENV' command.`)
}

function uploadSummary(text: string, log: StepLog, masks: Masks): string {
  const size = Buffer.byteLength(text)
  if (size > summaryLimit) {
    const sizes = `supports content up to a size of 1024k, got ${Math.floor(size / 1024)}k`
    log.annotate('error', `$GITHUB_STEP_SUMMARY upload aborted, ${sizes}.`)
    return ''
  }
  const lines = text.split(/\r\n|\r|\n/)
  return lines.map((line) => masks.mask(line)).join('\n')
}
