import type { Call, Reply, Route } from '../http.js'
import type { Access, Comment, GitHubState } from './state.js'

/** The maximum number of characters in a GitHub comment. */
const MAX_BODY_CHARACTERS = 65_536
/** The default and the maximum number of comments on a page. */
const PAGE = { usual: 30, most: 100 }

/** The parts of GitHub's API for commenting on a pull request: the token's account, and comments. */
export function githubRoutes(state: GitHubState, url: string): Route[] {
  const comments = '/repos/:owner/:repo/issues/:number/comments'
  const routes: Route[] = [
    { method: 'POST', path: '/graphql', answer: (call) => answerQuery(accessOf(state, call), call) },
    { method: 'GET', path: comments, answer: (call) => listComments(state, url, call) },
    { method: 'POST', path: comments, answer: (call) => addComment(state, call) },
    {
      method: 'PATCH',
      path: '/repos/:owner/:repo/issues/comments/:id',
      answer: (call) => updateComment(state, call),
    },
    {
      method: 'DELETE',
      path: '/repos/:owner/:repo/issues/comments/:id',
      answer: (call) => deleteComment(state, call),
    },
  ]
  return routes.map((route) => ({
    ...route,
    answer: (call) => (accessOf(state, call) ? route.answer(call) : refusal(401, 'Bad credentials')),
  }))
}

function accessOf({ options }: GitHubState, { headers }: Call): Access | undefined {
  const token = /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  return token === undefined ? undefined : options.tokens.get(token)
}

/** Supports only one query. GitHub answers errors in a query with 200. */
function answerQuery(access: Access | undefined, { body }: Call): Reply {
  const { query } = (body ?? {}) as { query?: unknown }
  if (typeof query === 'string' && /^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(query))
    return { status: 200, body: { data: { viewer: { login: access?.login } } } }
  return { status: 200, body: { errors: [{ message: 'the stand-in knows { viewer { login } } only' }] } }
}

function listComments(state: GitHubState, url: string, call: Call): Reply {
  const comments = commentsAt(state, call)
  if (!comments) return refusal(404, 'Not Found')
  const size = Math.min(Number(call.query.get('per_page') ?? PAGE.usual), PAGE.most)
  const page = Number(call.query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(comments.length / size))
  const path = ['owner', 'repo'].map((name) => call.parameter(name)).join('/')
  const linkTo = (number: number, rel: string) =>
    `<${url}/repos/${path}/issues/${call.parameter('number')}/comments?per_page=${size}&page=${number}>; rel="${rel}"`
  const link = page < last ? { link: [linkTo(page + 1, 'next'), linkTo(last, 'last')].join(', ') } : {}
  return { status: 200, body: comments.slice((page - 1) * size, page * size), headers: link }
}

function addComment(state: GitHubState, call: Call): Reply {
  const access = accessOf(state, call)
  if (!commentsAt(state, call) || !access) return refusal(404, 'Not Found')
  if (access.permission === 'read') return refusal(403, 'Resource not accessible by integration')
  const body = bodyOf(call)
  if (typeof body !== 'string') return body
  return { status: 201, body: state.add(Number(call.parameter('number')), access.login, body) }
}

/** As on GitHub, anyone with write access can change comments of others. */
function updateComment(state: GitHubState, call: Call): Reply {
  const comment = isRepository(state, call) ? state.find(Number(call.parameter('id'))) : undefined
  if (!comment) return refusal(404, 'Not Found')
  if (accessOf(state, call)?.permission !== 'write')
    return refusal(403, 'Resource not accessible by integration')
  const body = bodyOf(call)
  if (typeof body !== 'string') return body
  Object.assign(comment, { body, updated_at: new Date().toISOString() })
  return { status: 200, body: comment }
}

function deleteComment(state: GitHubState, call: Call): Reply {
  const id = Number(call.parameter('id'))
  if (!isRepository(state, call) || !state.find(id)) return refusal(404, 'Not Found')
  if (accessOf(state, call)?.permission !== 'write')
    return refusal(403, 'Resource not accessible by integration')
  state.remove(id)
  return { status: 204, body: undefined }
}

function commentsAt(state: GitHubState, call: Call): Comment[] | undefined {
  return isRepository(state, call) ? state.commentsOf(Number(call.parameter('number'))) : undefined
}

function isRepository({ options }: GitHubState, call: Call): boolean {
  return `${call.parameter('owner')}/${call.parameter('repo')}` === options.repository
}

/** Returns the text of a comment, or why GitHub refuses it. */
function bodyOf({ body }: Call): string | Reply {
  const { body: text } = (body ?? {}) as { body?: unknown }
  if (typeof text !== 'string' || text.trim() === '') return refusal(422, "Body can't be blank")
  if ([...text].length > MAX_BODY_CHARACTERS)
    return refusal(422, `Validation Failed: Body is too long (maximum is ${MAX_BODY_CHARACTERS} characters)`)
  return text
}

function refusal(status: number, message: string): Reply {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: `${status}` } }
}
