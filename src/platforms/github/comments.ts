import { Octokit } from '@octokit/core'
import { paginateRest } from '@octokit/plugin-paginate-rest'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { send } from '../../util/http.js'

/** Milliseconds. GitHub answers within one or two seconds, and a step should not wait long for its comment. */
const TIMEOUT = 10_000

/** A pull request, and the token that comments on it. */
export interface PullRequest {
  /** `https://api.github.com`, or `https://HOST/api/v3` of an Enterprise server. */
  apiUrl: string
  owner: string
  repo: string
  number: number
  token: string
}

/**
 * Creates a comment, or updates the one that this token created before: its author's first comment that contains the
 * marker, an HTML comment. Throws `HttpError` if GitHub refuses or does not answer.
 */
export async function placeComment(
  pullRequest: PullRequest,
  marker: string,
  body: string,
  signal: AbortSignal,
): Promise<void> {
  const { owner, repo, number } = pullRequest
  const octokit = connect(pullRequest, signal)
  try {
    const [own] = await findOwn(octokit, pullRequest, marker)
    if (own === undefined)
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...{ owner, repo, issue_number: number, body },
      })
    else
      await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...{ owner, repo, comment_id: own.id, body },
      })
  } catch (error) {
    throw unwrapped(error)
  }
}

/** Returns the error that `fetch` threw, which Octokit wraps. */
export function unwrapped(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error
}

/**
 * Creates an Octokit that sends its requests through this action's HTTP client, so that proxies, time limits and the
 * refusal of redirects apply. Uses its parts instead of `@actions/github`, which creates an undici client for the proxy
 * when it is loaded; undici is not in the bundle.
 */
export function connect({ apiUrl, token }: PullRequest, signal: AbortSignal) {
  const { origin } = new URL(apiUrl)
  const fetch: typeof globalThis.fetch = async (url, { method = 'GET', headers, body } = {}) => {
    // The server chooses the address of the next page, and the request includes the token.
    if (new URL(String(url)).origin !== origin)
      throw new ActionError(`${origin} leads to another host, ${url}, which must not get the token`)
    const answer = await send({
      method: method as 'GET' | 'POST' | 'PATCH' | 'DELETE',
      url: new URL(String(url)),
      headers: headers as Record<string, string>,
      ...(typeof body === 'string' && { body }),
      signal,
      timeout: TIMEOUT,
      // Retry everything, so that a comment whose answer was lost is found and not created twice.
      attempts: 1,
    })
    return new Response(answer.body.length > 0 ? new Uint8Array(answer.body) : null, answer)
  }
  const quiet = { debug() {}, info() {}, warn: log.info, error: log.info }
  const OctokitWithPages = Octokit.plugin(paginateRest)
  return new OctokitWithPages({ auth: token, baseUrl: apiUrl, request: { fetch, log: quiet }, log: quiet })
}

/**
 * Returns the comments of this token's author that begin with the marker, oldest first. Others may quote or copy the
 * marker, so only the author's own comments count, and only if they begin with it.
 */
export async function findOwn(
  octokit: ReturnType<typeof connect>,
  { owner, repo, number }: PullRequest,
  marker: string,
): Promise<{ id: number; body: string }[]> {
  // REST has no such call for the tokens of workflows.
  const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
  const comments = await octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...{ owner, repo, issue_number: number, per_page: 100 },
  })
  return comments
    .filter(({ user, body }) => user?.login === viewer.login && body?.startsWith(marker))
    .map(({ id, body = '' }) => ({ id, body }))
}
