import { setTimeout as sleep } from 'node:timers/promises'
import { ActionError, HttpError } from '../../runtime/errors.js'
import { connect, findOwn, type PullRequest, unwrapped } from './comments.js'

/**
 * Milliseconds within which a job must read the comment and have its update answered. A job reads the comment again
 * only after this time: by then, every other job that read the comment before this job's update has written it or given
 * up.
 */
const UPDATE_WINDOW = 4_000
/** Each reading after the first repairs what another job's update has overwritten in the meantime. */
const MAX_READS = 30

/** The part of a comment that one job writes. */
export interface CommentSection {
  /** The number of this part, from 1, and the number of parts. */
  index: number
  count: number
  /** The commit that the section is about. Sections about other commits are removed. */
  sha: string
  /** Markdown. HTML comments in it are made visible text, because they could look like the limits of a section. */
  body: string
}

/**
 * Writes one section of a comment that several jobs share, and keeps the others. GitHub has no conditional update, so a
 * job reads the comment again after writing it and repairs what a concurrent update has overwritten.
 *
 * @param marker an HTML comment at the beginning of the comment, by which every job finds it
 * @param title Markdown above the sections
 * @param window milliseconds that one update may take
 * @throws HttpError if GitHub refuses or does not answer
 */
export async function placeSection(
  pullRequest: PullRequest,
  marker: string,
  title: string,
  section: CommentSection,
  signal: AbortSignal,
  window = UPDATE_WINDOW,
): Promise<void> {
  for (let look = 0; look < MAX_READS; look++) {
    // Random pauses keep jobs from colliding again and again.
    if (look > 0) await sleep(window * (1 + Math.random() / 2), undefined, { signal })
    const tooLate = AbortSignal.timeout(window)
    try {
      const settled = await update(pullRequest, marker, title, section, AbortSignal.any([signal, tooLate]))
      if (settled) return
    } catch (error) {
      signal.throwIfAborted()
      // The comment was read too long ago to be written, so read it again.
      if (!tooLate.aborted) throw error
    }
  }
  throw new ActionError('other jobs kept changing the comment at the same time')
}

/** Updates the comment. Returns whether it was already up to date. */
async function update(
  pullRequest: PullRequest,
  marker: string,
  title: string,
  section: CommentSection,
  signal: AbortSignal,
): Promise<boolean> {
  const { owner, repo, number } = pullRequest
  const octokit = connect(pullRequest, signal)
  try {
    // Two jobs may both have created the comment: keep the older one.
    const [first, ...others] = await findOwn(octokit, pullRequest, marker)
    const bodies = [first, ...others].flatMap((comment) => comment?.body ?? [])
    const body = `${marker}\n${title}\n\n${mergeSections(bodies, section)}`
    if (first === undefined)
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...{ owner, repo, issue_number: number, body },
      })
    else if (first.body !== body)
      await octokit
        .request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
          ...{ owner, repo, comment_id: first.id, body },
        })
        .catch(ignoreMissing)
    for (const { id } of others)
      await octokit
        .request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: id })
        .catch(ignoreMissing)
    return first?.body === body && others.length === 0
  } catch (error) {
    throw unwrapped(error)
  }
}

/** Ignores that another job has already deleted a duplicate of the comment. */
function ignoreMissing(error: unknown): void {
  const cause = unwrapped(error)
  if (!(cause instanceof HttpError && cause.status === 404)) throw cause
}

/** Returns the sections of one commit, each once, in the order of the parts. */
export function mergeSections(bodies: readonly string[], own: CommentSection): string {
  const sections = new Map<number, string>()
  // Jobs update the older comment.
  for (const body of bodies.toReversed())
    for (const [, index, count, sha, text = ''] of body.matchAll(SECTION))
      if (sha === own.sha && Number(count) === own.count) sections.set(Number(index), text)
  sections.set(own.index, own.body.replaceAll('<!--', '<\u200b!--'))
  return [...sections]
    .sort(([a], [b]) => a - b)
    .map(([index, text]) => {
      const name = `${index}/${own.count} ${own.sha}`
      return `<!-- section ${name} -->\n${text}\n<!-- /section ${name} -->`
    })
    .join('\n\n')
}

const SECTION = /<!-- section (\d+)\/(\d+) ([0-9a-f]{40,64}) -->\n([\s\S]*?)\n<!-- \/section \1\/\2 \3 -->/g
