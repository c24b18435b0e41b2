/** The command line: the root action, on a person's machine. */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { type PublishRequest, publishing } from '../actions/publish/action.js'
import { fields, variables } from '../actions/publish/fields.js'
import { deriveTags } from '../actions/publish/tags.js'
import { CancelledError, CommandError, InputError } from '../runtime/errors.js'
import { readEvent, startedByGitHub } from '../runtime/event.js'
import { type RawInputs, takeRawInputs } from '../runtime/inputs.js'
import * as log from '../runtime/log.js'
import { reportTo } from '../runtime/reporter.js'
import { cancelling, runAction } from '../runtime/run-action.js'
import { writeSummaryTo } from '../runtime/summary.js'
import { Terminal } from '../runtime/terminal.js'
import { type Checkout, readCheckout } from './checkout.js'
import { type CommandLine, readFlags } from './flags.js'

/** No wider is easy to read. */
const COLUMNS = 100

/**
 * Runs the root action as a command line says, and sets the exit code.
 * @param root the package's directory, where action.yml and package.json are
 */
export async function evaluatorAction(root: URL, args: readonly string[]): Promise<void> {
  const line = readFlags(args)
  const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
  if (line.help) {
    const { helpText } = await import('./help.js')
    process.stdout.write(helpText(read('action.yml'), Math.min(process.stdout.columns ?? COLUMNS, COLUMNS)))
  } else if (line.version) process.stdout.write(`${JSON.parse(read('package.json')).version}\n`)
  else await publishBy(line)
}

async function publishBy(line: CommandLine): Promise<void> {
  // Once is enough: an impatient second Ctrl-C does not end the process before it has cleaned up.
  for (const signal of cancelling) process.on(signal, () => {})
  const terminal = new Terminal()
  reportTo(terminal)
  const error = await runAction(publishing((signal) => takeRequest(line, signal)))
  if (error !== undefined) process.exitCode = exitCodeOf(error)
  if (error instanceof InputError) log.info('evaluator-action --help says what can be written.')
  else terminal.showOutputs()
}

/** What the flags, the environment and Git say of what is to be published. */
async function takeRequest(line: CommandLine, signal: AbortSignal): Promise<PublishRequest> {
  if (line.problems.length > 0) throw new InputError(line.problems)
  if (line.summary !== undefined) writeSummaryTo(line.summary)
  const texts = { ...takeRawInputs(fields, variables), ...line.texts }
  // In a workflow the event decides, as it does for the action: a pull request publishes nothing.
  if (startedByGitHub()) return { event: readEvent(), texts }
  const checkout = await readCheckout(signal).catch(asReason)
  if (typeof checkout !== 'string') return requestOf(checkout, texts)
  if (!texts.tags) log.info(`Git gives no name for the image: ${checkout}`)
  return { event: readEvent({}), texts }
}

function requestOf({ ref, sha, changes }: Checkout, texts: RawInputs): PublishRequest {
  const event = readEvent({ GITHUB_REF: ref, GITHUB_SHA: sha })
  if (changes === 0) return { event, texts }
  const files = changes === 1 ? '1 file is' : `${changes} files are`
  const tagged = texts.tags ? '' : ' Its tag ends in -dirty.'
  log.warning(
    `${files} changed or new since the commit, so the image may be none that can be built again.${tagged}`,
    'Git',
  )
  const tags = texts.tags || deriveTags({ ref, sha, dirty: true }).join('\n')
  return { event, texts: { ...texts, tags } }
}

/** Without Git there are still tags that are given. */
function asReason(error: unknown): string {
  if (error instanceof CommandError) return error.message
  throw error
}

function exitCodeOf(error: unknown): number {
  if (error instanceof InputError) return 2
  if (error instanceof CancelledError) return 128 + constants.signals[error.signal]
  return 1
}
