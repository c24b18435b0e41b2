import { CommandError } from '../../runtime/errors.js'
import type { Event } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import { run as runCommand } from '../../util/process.js'

/**
 * Adds to a `workflow_run` event what only the checkout knows: which tag points to the commit that it is about, as the
 * event has the names of branches and tags in one field. Warns if another commit is checked out.
 */
export async function findSource(event: Event, signal: AbortSignal): Promise<Event> {
  const { head_branch: name, head_sha: sha } = event.payload.workflow_run ?? {}
  if (event.eventName !== 'workflow_run' || !name || !sha) return event
  const [head, tags] = await Promise.all([
    git(['rev-parse', 'HEAD'], signal),
    git(['tag', '--points-at', sha, '--sort=-version:refname'], signal),
  ])
  if (head[0] !== undefined && head[0] !== sha)
    log.warning(
      `The workflow checked out ${head[0]}, and the image is named after ${sha}, which this event is about. Write ref: \${{ github.event.workflow_run.head_sha }} to actions/checkout.`,
      'workflow_run',
    )
  const tag = tags.includes(name) ? name : tags[0]
  return tag === undefined ? event : { ...event, source: { ref: `refs/tags/${tag}`, sha } }
}

/** The lines that Git prints; none where there is no Git, or no repository. */
async function git(args: readonly string[], signal: AbortSignal): Promise<string[]> {
  try {
    const { exitCode, stdout } = await runCommand('git', args, { timeout: 60_000, signal })
    return exitCode === 0 ? stdout.split('\n').filter((line) => line !== '') : []
  } catch (error) {
    if (error instanceof CommandError) return []
    throw error
  }
}
