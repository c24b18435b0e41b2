import { createHash } from 'node:crypto'
import type { PullRequest } from '../../platforms/github/comments.js'
import type { CommentSection } from '../../platforms/github/shared-comment.js'
import { HttpError, messageOf } from '../../runtime/errors.js'
import type { Event } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import { shorten } from '../../runtime/shorten.js'
import { retry } from '../../util/retry.js'
import type { Shard } from './evaluators-file/shards.js'
import type { PublishValues } from './fields.js'

/** Maximum bytes of a comment. GitHub accepts 65,536 characters. */
const LARGEST = 60_000

/** The destination of a run's comment, and the facts that it contains. */
export interface CommentInput {
  pullRequest: PullRequest
  /** Whether the pull request comes from a fork, whose token is read-only. */
  fork: boolean
  /** An HTML comment that lets the next run of the same evaluator and job find the comment. */
  marker: string
  /** The commit that the run is about, 40 hexadecimal digits. */
  sha: string
  runUrl: string | undefined
  /** The part of an evaluators file that this job publishes; all parts share one comment. */
  shard?: Shard | undefined
}

/** Returns where to comment; undefined if there is no pull request or the workflow disables comments. */
export function loadComment({ values }: PublishValues, event: Event): CommentInput | undefined {
  const { 'github-token': token, comment, 'evaluator-name': evaluator, image, workflow } = values
  const { eventName, repository, payload, apiUrl, runUrl } = event
  const { pull_request: pull } = payload
  const number = pull?.number
  if (comment === 'off' || !token || number === undefined || !eventName.startsWith('pull_request'))
    return undefined
  const [owner = '', repo = ''] = repository.split('/')
  return {
    pullRequest: { apiUrl: apiUrl || 'https://api.github.com', owner, repo, number, token },
    fork: pull?.head?.repo?.full_name !== pull?.base?.repo?.full_name,
    marker: markerOf(event, workflow, evaluator, image?.domain, image?.path, values['api-url'].href),
    sha: pull?.head?.sha ?? event.sha,
    runUrl,
  }
}

/** Returns a digest, because a name could end an HTML comment. Omits the ref, which differs between events. */
export function markerOf({ workflowRef = '', job = '' }: Event, ...subject: (string | undefined)[]): string {
  const workflow = workflowRef.replace(/@refs\/.*$/, '')
  const digest = createHash('sha256').update(JSON.stringify([workflow, job, ...subject]))
  return `<!-- evaluator-action ${digest.digest('hex').slice(0, 32)} -->`
}

/**
 * Creates or updates the comment. Returns a readable reason if that was not possible, because a comment never fails the
 * step.
 */
export async function comment(
  { pullRequest, marker, fork, sha, shard }: CommentInput,
  body: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const write = shard
      ? await sectionWriter(pullRequest, marker, { ...shard, sha, body }, signal)
      : await commentWriter(pullRequest, marker, body, signal)
    await retry(write, { what: 'The comment on the pull request', signal })
    return undefined
  } catch (error) {
    const message = messageOf(error)
    // Forks get a read-only token, and other workflows may choose one, so this is no reason for a warning.
    if (error instanceof HttpError && [401, 403, 404].includes(error.status ?? 0)) {
      log.info(`No comment on the pull request: ${message}`)
      return `${fork ? forkRemedy : permissionRemedy} (${message})`
    }
    log.warning(`The pull request has no comment: ${message}`, 'Comment')
    return message
  }
}

async function commentWriter(pullRequest: PullRequest, marker: string, body: string, signal: AbortSignal) {
  const { placeComment } = await import('../../platforms/github/comments.js')
  return () => placeComment(pullRequest, marker, `${marker}\n${shorten(body, LARGEST)}`, signal)
}

async function sectionWriter(
  pullRequest: PullRequest,
  marker: string,
  section: CommentSection,
  signal: AbortSignal,
) {
  const { placeSection } = await import('../../platforms/github/shared-comment.js')
  const body = shorten(section.body, Math.floor(LARGEST / section.count))
  return () => placeSection(pullRequest, marker, '## Evaluators', { ...section, body }, signal)
}

const forkRemedy = 'the token has no write access, as is usual for pull requests from forks'
const permissionRemedy =
  'the token has no write access. Give the job permissions: pull-requests: write, or set comment: off'
