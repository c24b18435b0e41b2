import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GitHubSandbox, startGitHub } from '../../../sandbox/github/server.js'

let github: GitHubSandbox
beforeAll(async () => {
  const tokens = new Map([
    ['writer', { login: 'github-actions[bot]', permission: 'write' as const }],
    ['reader', { login: 'github-actions[bot]', permission: 'read' as const }],
  ])
  github = await startGitHub({ tokens, repository: 'octo-org/evaluators', pullRequests: [7] })
})
afterAll(() => github.close())

/** A comment, a list of them, or a reply to a query. */
interface Answer extends Array<unknown> {
  id?: number
  errors?: unknown[]
}

async function call(method: string, path: string, token = 'writer', body?: object) {
  const answer = await fetch(github.url + path, {
    method,
    headers: { authorization: `token ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, link: answer.headers.get('link'), body: (await answer.json()) as Answer }
}

const comments = '/repos/octo-org/evaluators/issues/7/comments'

describe('the stand-in for GitHub', () => {
  test('stores and updates comments', async () => {
    const created = await call('POST', comments, 'writer', { body: 'first' })
    expect(created).toMatchObject({
      status: 201,
      body: { user: { login: 'github-actions[bot]', type: 'Bot' } },
    })
    const path = `/repos/octo-org/evaluators/issues/comments/${created.body.id}`
    expect(await call('PATCH', path, 'writer', { body: 'second' })).toMatchObject({ status: 200 })
    expect(await call('GET', comments, 'reader')).toMatchObject({ status: 200, body: [{ body: 'second' }] })
  })

  test('returns comments in pages that link to the next page', async () => {
    while ((github.state.commentsOf(7)?.length ?? 0) < 250) github.state.add(7, 'octocat', 'text')
    const first = await call('GET', `${comments}?per_page=100`)
    const next = /<([^>]+)>; rel="next"/.exec(first.link ?? '')?.[1] ?? ''
    expect(next).toBe(`${github.url}${comments}?per_page=100&page=2`)
    const last = await call('GET', `${comments}?per_page=100&page=3`)
    expect([first.body.length, last.body.length, last.link]).toEqual([100, 50, null])
  })

  test('returns the owner of a token', async () => {
    const query = { query: 'query { viewer { login } }' }
    expect(await call('POST', '/graphql', 'reader', query)).toMatchObject({
      body: { data: { viewer: { login: 'github-actions[bot]' } } },
    })
    const { body } = await call('POST', '/graphql', 'writer', { query: '{ user }' })
    expect(body.errors).toHaveLength(1)
  })

  test.each([
    ['an unknown token', 'GET', comments, 'nobody', undefined, 401],
    ['a pull request that does not exist', 'GET', comments.replace('7', '8'), 'writer', undefined, 404],
    ['another repository', 'GET', comments.replace('octo-org', 'other'), 'writer', undefined, 404],
    ['a token that may only read', 'POST', comments, 'reader', { body: 'x' }, 403],
    ['a comment that is too long', 'POST', comments, 'writer', { body: 'x'.repeat(65_537) }, 422],
    ['an empty comment', 'POST', comments, 'writer', { body: ' ' }, 422],
    [
      'an update of a comment that does not exist',
      'PATCH',
      comments.replace(/7.*/, 'comments/1'),
      'writer',
      { body: 'x' },
      404,
    ],
  ])('refuses %s', async (_, method, path, token, body, status) => {
    const answer = await call(method, path, token, body)
    expect(answer).toMatchObject({ status, body: { message: expect.any(String) } })
  })
})
