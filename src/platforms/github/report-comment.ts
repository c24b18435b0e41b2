/** The comment on a pull request that contains an action's report. Each run of the same job updates it. */
import { createHash } from 'node:crypto'
import { missingComment } from '../../report/comment.js'
import type { Markdown } from '../../report/markdown.js'
import { HttpError, messageOf } from '../../runtime/errors.js'
import type { Event } from '../../runtime/event.js'
import type { Values } from '../../runtime/inputs.js'
import * as log from '../../runtime/log.js'
import { shorten } from '../../runtime/shorten.js'
import { retry } from '../../util/retry.js'
import type { PullRequest } from './comments.js'
import type { commentFields } from './fields.js'

/** Maximum bytes of a comment. GitHub accepts 65,536 characters. */
const MAX_BYTES = 60_000

/** The destination of a run's comment, and the facts that it contains. */
export interface ReportComment {
  pullRequest: PullRequest
  /** Whether the pull request comes from a fork, whose token is read-only. */
  fork: boolean
  /** An HTML comment that lets the next run of the same job find the comment. */
  marker: string
  /** The commit that the run is about, 40 hexadecimal digits. */
  sha: string
  runUrl: string | undefined
  /** The section that this job writes in a comment that several jobs share; undefined if it has its own. */
  section?: { title: string; index: number; count: number } | undefined
}

/**
 * Returns where to comment; undefined if there is no pull request or the workflow disables comments.
 * @param action the action that reports
 * @param subject the values of inputs that identify what the action works on
 */
export function loadComment(
  { 'github-token': token, comment }: Values<typeof commentFields>,
  event: Event,
  action: string,
  subject: readonly (string | undefined)[],
): ReportComment | undefined {
  const { eventName, repository, payload, apiUrl, runUrl } = event
  const { pull_request: pull } = payload
  const number = pull?.number
  if (comment === 'off' || !token || number === undefined || !eventName.startsWith('pull_request'))
    return undefined
  const [owner = '', repo = ''] = repository.split('/')
  return {
    pullRequest: { apiUrl: apiUrl || 'https://api.github.com', owner, repo, number, token },
    fork: pull?.head?.repo?.full_name !== pull?.base?.repo?.full_name,
    marker: markerOf(event, action, subject),
    sha: pull?.head?.sha ?? event.sha,
    runUrl,
  }
}

/** Returns a digest, because a name could end an HTML comment. Omits the ref, which differs between events. */
export function markerOf(
  { workflowRef = '', job = '' }: Event,
  action: string,
  subject: readonly (string | undefined)[],
): string {
  const workflow = workflowRef.replace(/@refs\/.*$/, '')
  const digest = createHash('sha256').update(JSON.stringify([workflow, job, action, ...subject]))
  return `<!-- evaluator-action ${digest.digest('hex').slice(0, 32)} -->`
}

/**
 * Creates or updates the comment. Returns a note for the summary if that was not possible, because a comment never
 * fails the step.
 */
export async function postComment(
  comment: ReportComment,
  text: Markdown,
  signal: AbortSignal,
): Promise<Markdown | undefined> {
  try {
    const write = await writerOf(comment, text.toString(), signal)
    await retry(write, { what: 'The comment on the pull request', signal })
    return undefined
  } catch (error) {
    const message = messageOf(error)
    // Forks get a read-only token, and other workflows may choose one, so this is no reason for a warning.
    if (error instanceof HttpError && [401, 403, 404].includes(error.status ?? 0)) {
      log.info(`No comment on the pull request: ${message}`)
      return missingComment(`${comment.fork ? forkRemedy : permissionRemedy} (${message})`)
    }
    log.warning(`The pull request has no comment: ${message}`, 'Comment')
    return missingComment(message)
  }
}

/** Returns a function that sends the text. Loads GitHub's client only now, because few runs comment. */
async function writerOf(
  { pullRequest, marker, sha, section }: ReportComment,
  text: string,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  if (section) {
    const { placeSection } = await import('./shared-comment.js')
    const body = shorten(text, Math.floor(MAX_BYTES / section.count))
    return () => placeSection(pullRequest, marker, section.title, { ...section, sha, body }, signal)
  }
  const { placeComment } = await import('./comments.js')
  return () => placeComment(pullRequest, marker, `${marker}\n${shorten(text, MAX_BYTES)}`, signal)
}

const forkRemedy = 'the token has no write access, as is usual for pull requests from forks'
const permissionRemedy =
  'the token has no write access. Give the job permissions: pull-requests: write, or set comment: off'
