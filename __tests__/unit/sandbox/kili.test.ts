import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Server, startServer } from '../../../sandbox/http.js'
import { agreement } from '../../../sandbox/kili/marks.js'
import { kiliRoutes } from '../../../sandbox/kili/routes.js'
import { KiliState } from '../../../sandbox/kili/state.js'

const key = 'kili-key-1'
const red = JSON.stringify({ COLOR: { categories: [{ name: 'RED' }] } })
const grey = JSON.stringify({ COLOR: { categories: [{ name: 'GREY' }] } })

let server: Server
let state: KiliState
let project: string
beforeAll(async () => {
  server = await startServer({ port: 0, latency: 0 })
})
afterAll(() => server.close())
beforeEach(() => {
  state = new KiliState({ apiKeys: new Map([[key, 'robot']]) })
  server.routes.splice(0, Number.POSITIVE_INFINITY, ...kiliRoutes(state))
  const jsonInterface = JSON.stringify({
    jobs: { COLOR: { mlTask: 'CLASSIFICATION', content: { input: 'radio' } } },
  })
  project = state.addProject({ title: 'Cars', description: '', inputType: 'IMAGE', jsonInterface }).id
  for (const id of ['a', 'b'])
    state.addAsset({
      id,
      project,
      externalId: `${id}.jpg`,
      content: '',
      isHoneypot: false,
      jsonMetadata: '{}',
    })
})

async function ask(query: string, variables: object = {}, authorization = `X-API-Key: ${key}`) {
  const response = await fetch(`${server.url}/api/label/v2/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}

const labels =
  'query ($where: LabelWhere!) { data: labels(where: $where, first: 100, skip: 0) { labelOf { id } labelType modelName inferenceMark isLatestLabelForUser } }'
const append =
  'mutation ($data: AppendManyLabelsData!, $where: AssetWhere!) { data: appendManyLabels(data: $data, where: $where) { id } }'

function appending(labelType: string, jsonResponse: string, more: object = {}) {
  const labelsData = ['a', 'b'].map((assetID) => ({ assetID, jsonResponse, modelName: 'm', ...more }))
  return {
    data: { labelType, overwrite: true, labelsData },
    where: { idIn: ['a', 'b'], project: { id: project } },
  }
}

test.each(['X-API-Key: other', key, `Bearer ${key}`, ''])(
  'a request with the authorization "%s" is refused',
  async (given) => {
    expect((await ask('{ viewer { id } }', {}, given)).status).toBe(401)
  },
)

test.each([
  ['an unknown field', '{ x }', {}, 500, 'GRAPHQL_VALIDATION_FAILED'],
  ['an incomplete query', '{', {}, 500, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an unknown filter',
    labels,
    { where: { project: { id: 'p' }, inferenceMarkLte: 1 } },
    400,
    'BAD_USER_INPUT',
  ],
  ['a query for labels without a project', labels, { where: {} }, 400, 'BAD_USER_INPUT'],
])('%s is refused', async (_, query, variables, status, code) => {
  expect(await ask(query, variables)).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } })
})

test.each([0, 101, 1.5, '10'])('a page of %p rows is refused', async (first) => {
  const query = 'query ($first: PageSize!) { data: assets(where: {}, first: $first, skip: 0) { id } }'
  expect((await ask(query, { first })).status).toBe(400)
})

describe('appending labels', () => {
  test.each([
    ['to an asset of another project', { assetID: 'none' }],
    ['to an asset that is not named in the filter', { assetID: 'c' }],
    ['with a response that is not JSON', { jsonResponse: '{' }],
    ['with a response that is not an object', { jsonResponse: '[]' }],
  ])('%s is refused, and appends no label', async (_, wrong) => {
    state.addAsset({ id: 'c', project, externalId: 'c', content: '', isHoneypot: false, jsonMetadata: '{}' })
    const variables = appending('INFERENCE', red)
    variables.data.labelsData.push({ ...variables.data.labelsData[0], ...wrong } as never)
    expect((await ask(append, variables)).body).toMatchObject({
      data: null,
      errors: [{ message: expect.any(String) }],
    })
    expect(state.labels.size).toBe(0)
  })

  test('of a model replaces only its earlier labels of the same type', async () => {
    await ask(append, appending('INFERENCE', red))
    await ask(append, appending('INFERENCE', grey))
    await ask(append, appending('INFERENCE', grey, { modelName: 'other' }))
    await ask(append, appending('PREDICTION', grey))
    const { body } = await ask(labels, { where: { project: { id: project }, asset: { idIn: ['a'] } } })
    expect(body.data).toMatchObject({
      data: [
        { labelType: 'INFERENCE', modelName: 'm', inferenceMark: null },
        { labelType: 'INFERENCE', modelName: 'other', inferenceMark: null },
        { labelType: 'PREDICTION', modelName: 'm', inferenceMark: null },
      ],
    })
  })

  test('marks the human labels that were added before and after', async () => {
    const marks = async () => {
      const { body } = await ask(labels, {
        where: { project: { id: project }, asset: { idIn: ['a'] }, typeIn: ['DEFAULT'] },
      })
      return (body as unknown as { data: { data: { inferenceMark: number | null }[] } }).data.data.map(
        (label) => label.inferenceMark,
      )
    }
    await ask(append, appending('DEFAULT', red))
    expect(await marks()).toEqual([null])
    await ask(append, appending('INFERENCE', red))
    await ask(append, appending('DEFAULT', grey))
    expect(await marks()).toEqual([1, 0.5])
    state.mismatch = 0
    expect(await marks()).toEqual([1, 0])
    state.markDelay = 60_000
    expect(await marks()).toEqual([null, null])
  })
})

test.each([
  [{ A: ['x'] }, { A: ['x'] }, 1],
  [{ A: ['x'] }, { A: ['y'] }, 0.5],
  [{ M: ['x', 'y'] }, { M: ['y', 'z'] }, 1 / 3],
  [{ A: ['x'], M: ['x', 'y', 'z'] }, { A: ['y'], M: ['x', 'y', 'z'] }, 3.5 / 4],
  [{ A: ['x'] }, {}, 0.5],
  [{}, {}, null],
])('the agreement of %j and %j is %p', (human, model, expected) => {
  const response = (choice: Record<string, string[]>) =>
    Object.fromEntries(
      Object.entries(choice).map(([job, names]) => [job, { categories: names.map((name) => ({ name })) }]),
    )
  const rules = { isSingleChoice: (job: string) => job === 'A', mismatch: 0.5 }
  expect(agreement(response(human), response(model), rules)).toBe(expected)
})
