/** The command line: runs the actions on a developer's machine. */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { CancelledError, CommandError, InputError } from '../runtime/errors.js'
import { readEvent, startedByGitHub } from '../runtime/event.js'
import { takeRawInputs } from '../runtime/inputs.js'
import * as log from '../runtime/log.js'
import { reportTo } from '../runtime/reporter.js'
import { type Action, type ActionRequest, cancelling, runAction } from '../runtime/run-action.js'
import { writeSummaryTo } from '../runtime/summary.js'
import { openProgress, Terminal } from '../runtime/terminal.js'
import { type Checkout, readCheckout } from './checkout.js'
import { type Command, findCommand, publishCommand } from './commands.js'
import { type CommandLine, Flags } from './flags.js'

/** Maximum characters per line of text. Wider text is hard to read. */
const COLUMNS = 100

/**
 * Runs an action as the command line says, and sets the exit code.
 *
 * @param root the package's directory, which contains action.yml and package.json
 */
export async function evaluatorAction(root: URL, args: readonly string[]): Promise<void> {
  const named = findCommand(args[0])
  const command = named ?? publishCommand
  const action = await command.load()
  const flags = new Flags(action, command.word)
  const line = flags.read(named ? args.slice(1) : args)
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
  if (line.help) {
    const { helpText } = await import('./help.js')
    const columns = Math.min(process.stdout.columns ?? COLUMNS, COLUMNS)
    const description = (await command.loadDescription?.()) ?? read(`${command.folder}/action.yml`)
    process.stdout.write(helpText(command, flags, description, columns))
  } else if (line.version) process.stdout.write(`${JSON.parse(read('package.json')).version}\n`)
  else await runCommand(command, (line.updateExpected && (await command.loadUpdating?.())) || action, line)
}

async function runCommand(command: Command, action: Action<unknown>, line: CommandLine): Promise<void> {
  // One signal is enough: a second Ctrl-C must not end the process before it has cleaned up.
  for (const signal of cancelling) process.on(signal, () => {})
  const terminal = new Terminal(process, await openProgress())
  reportTo(terminal)
  const error = await runAction(action, (_, signal) => takeRequest(command, action, line, signal))
  if (error !== undefined) process.exitCode = exitCodeOf(error)
  if (error instanceof InputError) {
    const help = command === publishCommand ? '--help' : `${command.word} --help`
    log.info(`evaluator-action ${help} lists the flags.`)
  } else terminal.showOutputs()
}

/** Builds the request from the flags, the environment and Git. */
async function takeRequest(
  command: Command,
  { fields, variables }: Action<unknown>,
  line: CommandLine,
  signal: AbortSignal,
): Promise<ActionRequest> {
  if (line.problems.length > 0) throw new InputError(line.problems)
  // In a workflow the event decides, as for the action: a pull request publishes nothing.
  const inWorkflow = startedByGitHub()
  // Ask Git before the summary's file is created: that file would count as a change.
  const checkout =
    inWorkflow || command.ignoresChanges
      ? undefined
      : await readCheckout(line.summary, signal).catch(asReason)
  if (line.summary !== undefined) writeSummaryTo(line.summary)
  const rawInputs = { ...takeRawInputs(fields, variables), ...line.rawInputs }
  if (checkout === undefined) return { event: readEvent(), rawInputs }
  if (typeof checkout !== 'string') return await requestFor(command, checkout, rawInputs)
  if (command === publishCommand && !rawInputs.tags) log.info(`Git gives no name for the image: ${checkout}`)
  return { event: readEvent({}), rawInputs }
}

async function requestFor(
  command: Command,
  { ref, sha, changes }: Checkout,
  rawInputs: ActionRequest['rawInputs'],
): Promise<ActionRequest> {
  const event = readEvent({ GITHUB_REF: ref, GITHUB_SHA: sha })
  if (changes === 0 || command !== publishCommand) return { event, rawInputs }
  const files = changes === 1 ? '1 file has' : `${changes} files have`
  const tagged = rawInputs.tags ? '' : ' Its tag ends in -dirty.'
  log.warning(
    `${files} changed since the commit, so it may not be possible to build this image again.${tagged}`,
    'Git',
  )
  const { deriveTags } = await import('../actions/publish/tags.js')
  const tags = rawInputs.tags || deriveTags({ ref, sha, dirty: true }).join('\n')
  // The image differs from the commit.
  const source = { ref, sha: `${sha}-dirty` }
  return { event: { ...event, source }, rawInputs: { ...rawInputs, tags } }
}

/** Returns the reason why Git failed, because tags can still be given without Git. */
function asReason(error: unknown): string {
  if (error instanceof CommandError) return error.message
  throw error
}

function exitCodeOf(error: unknown): number {
  if (error instanceof InputError) return 2
  if (error instanceof CancelledError) return 128 + constants.signals[error.signal]
  return 1
}
