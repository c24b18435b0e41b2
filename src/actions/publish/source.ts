import { CommandError } from '../../runtime/errors.js'
import type { Event } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import { decideMode } from '../../runtime/mode.js'
import { run as runCommand } from '../../util/process.js'

/**
 * Adds the tag that points to its commit to a `workflow_run` event. Only the checkout knows this, because the event has
 * branches and tags in one field. Warns if another commit is checked out. Git is not run in a checkout that may be
 * unreviewed, whose configuration could name programs to run.
 */
export async function findSource(event: Event, signal: AbortSignal, allowForkCode = false): Promise<Event> {
  const { head_branch: name, head_sha: sha } = event.payload.workflow_run ?? {}
  if (event.eventName !== 'workflow_run' || !name || !sha) return event
  if (decideMode('auto', event, allowForkCode).untrusted) return event
  const [head, tags] = await Promise.all([
    git(['rev-parse', 'HEAD'], signal),
    git(['tag', '--points-at', sha, '--sort=-version:refname'], signal),
  ])
  if (head[0] !== undefined && head[0] !== sha)
    log.warning(
      `The workflow checked out ${head[0]}, but the image is named after ${sha}, the commit of this event. Pass ref: \${{ github.event.workflow_run.head_sha }} to actions/checkout.`,
      'workflow_run',
    )
  const tag = tags.includes(name) ? name : tags[0]
  return tag === undefined ? event : { ...event, source: { ref: `refs/tags/${tag}`, sha } }
}

/** Returns the lines that Git prints; none without Git or a repository. */
async function git(args: readonly string[], signal: AbortSignal): Promise<string[]> {
  try {
    const { exitCode, stdout } = await runCommand('git', args, { timeout: 60_000, signal })
    return exitCode === 0 ? stdout.split('\n').filter((line) => line !== '') : []
  } catch (error) {
    if (error instanceof CommandError) return []
    throw error
  }
}
