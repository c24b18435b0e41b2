import { expect, test } from '@jest/globals'
import { placeComment } from '../../../../src/platforms/github/comments.js'
import { captureOutput } from '../../../support/captured-output.js'
import { reply, serve } from '../../../support/local-server.js'

captureOutput()

test('sends the token to no other host, even if GitHub says that the next page is there', async () => {
  const other = await serve((_, response) => reply(response, 200, []))
  const github = await serve((request, response) => {
    if (request.path.startsWith('/graphql')) reply(response, 200, { data: { viewer: { login: 'bot' } } })
    else reply(response, 200, [], { link: `<${other.url}/comments?page=2>; rel="next"` })
  })
  const pullRequest = {
    apiUrl: github.url,
    owner: 'o',
    repo: 'r',
    number: 7,
    token: 'ghs_aTokenOfTheJob0123456789',
  }
  const { signal } = new AbortController()
  await expect(placeComment(pullRequest, '<!-- marker -->', 'body', signal)).rejects.toThrow(
    `leads to another host, ${other.url}/comments?page=2, which must not get the token`,
  )
  expect(other.requests).toEqual([])
  expect(github.requests.map(({ method }) => method)).toEqual(['POST', 'GET'])
})

test.each([
  ['a comment that quotes ours', '> <!-- marker -->\n> body\n\nThanks!'],
  ['a comment that mentions it', 'The marker is <!-- marker --> here'],
  ['a comment that begins with a space', ' <!-- marker -->\nbody'],
])('does not overwrite %s, because the marker counts only at the beginning', async (_, body) => {
  const comment = { id: 1, user: { login: 'bot' }, body }
  const github = await serve((request, response) => {
    if (request.path.startsWith('/graphql')) reply(response, 200, { data: { viewer: { login: 'bot' } } })
    else reply(response, 200, request.method === 'GET' ? [comment] : {})
  })
  const pullRequest = {
    apiUrl: github.url,
    owner: 'o',
    repo: 'r',
    number: 7,
    token: 'ghs_aTokenOfTheJob0123456789',
  }
  await placeComment(pullRequest, '<!-- marker -->', '<!-- marker -->\nnew', new AbortController().signal)
  expect(github.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
    'POST /graphql',
    'GET /repos/o/r/issues/7/comments',
    'POST /repos/o/r/issues/7/comments',
  ])
})
