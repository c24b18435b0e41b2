import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { parse, print, visit } from 'graphql'
import type { RecordedRequest } from '../../sandbox/http.js'
import { Agreeing, apiKey, people, predictions } from '../support/agreeing.js'
import { root } from '../support/publishing.js'
import { prepareVenv, runClient } from './venv.js'

let programs: string
let job: Agreeing
beforeAll(async () => {
  // Its image projects need Pillow, which it does not bring along.
  programs = await prepareVenv('kili==26.1.5', 'pillow==13.0.0')
  job = await Agreeing.start()
}, 600_000)
afterAll(() => job.stop())
beforeEach(() => {
  job.newProject()
})

async function python(script: string, env: Record<string, string> = {}): Promise<string> {
  return await runClient(join(programs, 'python'), [join(root, '__tests__/compat', script)], {
    // The client keeps the schema of the server below HOME.
    HOME: job.workspace,
    KILI_API_KEY: apiKey,
    KILI_API_ENDPOINT: job.endpoint,
    ...env,
  })
}

const notebook = {
  marks: { 'black_car.jpg': 0.5, 'grey_car.jpg': 1, 'white_car.jpg': 0.5, 'red_car.jpg': 0.5 },
  disagreements: {
    'black_car.jpg': { model: 'WHITE', human: 'BLACK' },
    'white_car.jpg': { model: 'RED', human: 'WHITE' },
    'red_car.jpg': { model: 'BLACK', human: 'RED' },
  },
  deleted: true,
}

test("Kili's own client runs its notebook against the sandbox", async () => {
  expect(JSON.parse(await python('kili_notebook.py'))).toEqual([notebook, notebook])
})

test("the action sends what Kili's own client sends, field by field", async () => {
  job.addCars()
  job.write('predictions.json', predictions)
  await python('kili_calls.py', { PROJECT_ID: job.project.id })
  const theirs = job.requests.map(operation)
  for (const { id, labelType } of job.state.labels.values())
    if (labelType === 'INFERENCE') job.state.removeLabel(id)

  const before = job.requests.length
  const run = await job.run()
  expect(run.outputs).toMatchObject({ pushed: '4', agreement: '0.625' })
  const ours = job.requests.slice(before).map(operation)
  expect(new Set(ours.map(({ query }) => query.split('(')[0]))).toEqual(
    new Set([
      'query projects',
      'query countAssets',
      'query assets',
      'query countLabels',
      'query labels',
      'mutation appendManyLabels',
    ]),
  )
  for (const sent of ours) expect(theirs).toContainEqual(sent)
  expect(Object.keys(people)).toHaveLength(4)
})

/**
 * A request in a form to compare: the operation without the fields that it selects and without the order of arguments,
 * and the variables, without `first` (their client asks for no more labels than it has counted) and with responses
 * read from their text.
 */
function operation({ body }: RecordedRequest): { query: string; variables: unknown } {
  const { query = '{ version }', variables = {} } = (body ?? {}) as { query?: string; variables?: object }
  const bare = visit(parse(query), {
    Field: (node) => {
      const args = [...(node.arguments ?? [])].sort((a, b) => a.name.value.localeCompare(b.name.value))
      const { selectionSet: _, ...field } = node
      return { ...field, arguments: args }
    },
  })
  const json = JSON.stringify({ ...variables, first: undefined })
  const read = (key: string, value: unknown) => (key === 'jsonResponse' ? JSON.parse(String(value)) : value)
  return { query: print(bare), variables: JSON.parse(json, read) }
}
