import { relative } from 'node:path'
import { type CommandName, commandNames, parseCommand, type WorkflowCommand } from './commands.js'
import type { Annotation, AnnotationLevel, StepLog } from './log.js'
import type { Masks } from './masks.js'

export type Stream = 'stdout' | 'stderr'

/** A command that the step printed, executed or failed. */
export interface PrintedCommand extends WorkflowCommand {
  stream: Stream
}

/** Reads the lines of one stage and executes the commands among them. */
export class CommandInterpreter {
  /** In order of execution. Lines printed while commands were stopped are text. */
  readonly commands: PrintedCommand[] = []
  readonly outputs: Record<string, string> = {}
  readonly state: Record<string, string> = {}
  /** Whether a command failed, which fails the step regardless of its exit code. */
  failed = false
  readonly #log: StepLog
  readonly #masks: Masks
  readonly #options: { workspace: string; debug: boolean }
  readonly #handlers: Record<CommandName, (command: WorkflowCommand) => void> = {
    'add-mask': ({ data }) => this.#addMask(data),
    // Problem matchers are not supported: these two commands are only recorded.
    'add-matcher': () => {},
    'remove-matcher': () => {},
    'add-path': () => refuse('add-path'),
    debug: ({ data }) => this.#options.debug && this.#log.write('debug', data),
    echo: ({ data }) => this.#setEcho(data),
    endgroup: () => this.#log.write('endgroup', ''),
    error: (command) => this.#annotate('error', command),
    group: ({ data }) => this.#log.write('group', data),
    notice: (command) => this.#annotate('notice', command),
    'save-state': (command) => this.#assign(this.state, 'save-state', command),
    'set-env': () => refuse('set-env'),
    'set-output': (command) => this.#assign(this.outputs, 'set-output', command),
    'stop-commands': ({ data }) => this.#stop(data),
    warning: (command) => this.#annotate('warning', command),
  }
  #resumeToken: string | undefined
  #echo: boolean

  constructor(log: StepLog, masks: Masks, options: { workspace: string; debug: boolean }) {
    this.#log = log
    this.#masks = masks
    this.#options = options
    this.#echo = options.debug
  }

  read(line: string, stream: Stream): void {
    const names = [...commandNames, ...(this.#resumeToken === undefined ? [] : [this.#resumeToken])]
    const command = parseCommand(line, new Set<string>(names))
    const name = command?.name.toLowerCase() ?? ''
    if (!command || (this.#resumeToken !== undefined && name !== this.#resumeToken)) {
      this.#log.write('line', line)
      return
    }
    this.commands.push({ ...command, stream })
    try {
      if (name === this.#resumeToken) this.#resumeToken = undefined
      else this.#handlers[name as CommandName](command)
      if (this.#shows(name)) this.#log.write('line', line)
    } catch (error) {
      this.failed = true
      this.#log.annotate(
        'error',
        `Unable to process command '${unechoed.has(name) ? name : line}' successfully.`,
      )
      this.#log.annotate('error', (error as Error).message)
    }
  }

  #addMask(value: string): void {
    if (value.trim() === '') this.#warn("Can't add secret mask for empty string in ##[add-mask] command.")
    else this.#masks.add(value)
  }

  #annotate(level: AnnotationLevel, { data, properties }: WorkflowCommand): void {
    this.#log.annotate(level, data, readPlace(properties, this.#options.workspace))
  }

  #setEcho(data: string): void {
    if (data !== 'on' && data !== 'off')
      throw new Error(`Invalid echo command value '${data}': use 'on' or 'off'.`)
    this.#echo = data === 'on'
  }

  #assign(values: Record<string, string>, name: string, { properties, data }: WorkflowCommand): void {
    this.#warn(`The \`${name}\` command is deprecated. Please upgrade to using Environment Files.`)
    if (!properties.name) throw new Error(`Required field 'name' is missing in ##[${name}] command.`)
    values[properties.name] = data
  }

  #stop(token: string): void {
    const lower = token.toLowerCase()
    if (['', 'pause-logging', ...commandNames].includes(lower)) {
      throw new Error('The token of stop-commands must not be empty, `pause-logging`, or a workflow command.')
    }
    if (token.length > 6) this.#masks.add(token)
    this.#resumeToken = lower
  }

  /** Returns whether the line of a command is also logged. Commands that stop and resume commands always are. */
  #shows(name: string): boolean {
    const known = (commandNames as readonly string[]).includes(name)
    return name === 'stop-commands' || !known || (this.#echo && !unechoed.has(name))
  }

  #warn(message: string): void {
    this.#log.annotate('warning', message)
  }
}

/** Commands that produce their own output, or whose text must not be shown. */
const unechoed = new Set<string>(['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning'])

function refuse(name: string): never {
  throw new Error(`The \`${name}\` command is disabled. Please upgrade to using Environment Files.`)
}

function readPlace(
  properties: Record<string, string>,
  workspace: string,
): Omit<Annotation, 'level' | 'message'> {
  const { file, title } = properties
  const inWorkspace = file?.startsWith(`${workspace}/`) ? relative(workspace, file) : file
  return {
    ...(title && { title }),
    ...(inWorkspace && { file: inWorkspace }),
    ...readNumber('line', properties.line),
    ...readNumber('endLine', properties.endline),
    ...readNumber('col', properties.col),
    ...readNumber('endColumn', properties.endcolumn),
  }
}

function readNumber(key: string, text: string | undefined): Record<string, number> {
  return text !== undefined && /^\d+$/.test(text) ? { [key]: Number(text) } : {}
}
