import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { parse, print, visit } from 'graphql'
import type { RecordedRequest } from '../../sandbox/http.js'
import { Agreeing, apiKey, people, predictions } from '../support/agreeing.js'
import { root } from '../support/publishing.js'
import { prepareVenv, runClient } from './venv.js'

let programs: string
let job: Agreeing
beforeAll(async () => {
  // Its image projects need Pillow, which is not one of its dependencies.
  programs = await prepareVenv('kili==26.1.5', 'pillow==13.0.0')
  job = await Agreeing.start()
}, 600_000)
afterAll(() => job.stop())
beforeEach(() => {
  job.newProject()
})

async function python(
  script: string,
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<string> {
  return await runClient(join(programs, 'python'), [join(root, '__tests__/compat', script), ...args], {
    // The client caches the server's schema in HOME.
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

/** Runs one step of the notebook with Kili's own client. */
async function step(name: string, ...projectId: string[]): Promise<unknown> {
  return JSON.parse(await python('kili_steps.py', {}, [name, ...projectId]))
}

describe('the notebook with the action instead of the client where possible', () => {
  const content = (name: string) => `https://images.example.com/${name}`
  const rows = Object.entries(predictions).map(([external_id, category]) => ({
    external_id,
    category,
    content: content(external_id),
    metadata: { camera: 'front' },
  }))
  const seen = {
    assets: Object.fromEntries(
      Object.keys(people).map((name) => [name, [content(name), { camera: 'front' }]]),
    ),
    marks: notebook.marks,
    inferences: predictions,
  }

  test('creates assets with their predictions for a model in production, and people label them', async () => {
    const project = String(await step('project'))
    job.write('predictions.json', rows)
    const inputs = { 'project-id': project, 'create-assets': 'true' }
    const first = await job.run(inputs)
    expect(first).toMatchObject({
      exitCode: 0,
      outputs: { 'created-assets': '4', pushed: '4', agreement: '', scored: '0' },
    })
    await step('label', project)
    const second = await job.run({ ...inputs, 'minimum-agreement': '0.7' })
    expect(second).toMatchObject({
      exitCode: 1,
      outputs: { 'created-assets': '0', pushed: '0', agreement: '0.625', passed: 'false' },
    })
    const disagreements = JSON.parse(second.outputs.disagreements ?? '') as Disagreement[]
    expect(
      Object.fromEntries(
        disagreements.map(({ external_id, model, human }) => [
          external_id,
          { model: model[0], human: human[0]?.[0] },
        ]),
      ),
    ).toEqual(notebook.disagreements)
    expect(await step('read', project)).toEqual(seen)
  })

  test('tests a model on assets that people have labeled', async () => {
    const project = String(await step('project'))
    await step('assets', project)
    await step('label', project)
    job.write('predictions.json', predictions)
    const run = await job.run({ 'project-id': project, 'minimum-agreement': '0.6' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { pushed: '4', agreement: '0.625', passed: 'true' } })
    expect(await step('read', project)).toEqual(seen)
  })

  test('creates assets with the same request as the client', async () => {
    const requests = async (create: () => Promise<unknown>) => {
      job.newProject()
      job.write('predictions.json', rows)
      await create()
      return job.calls('appendManyAssets').map((request) => {
        const { query, variables } = operation(request) as { query: string; variables: Created }
        const { idArray, ...data } = variables.data
        return { query, data, ids: idArray.length }
      })
    }
    const theirs = await requests(() => step('assets', job.project.id))
    expect(theirs).toHaveLength(1)
    expect(await requests(() => job.run({ 'create-assets': 'true' }))).toEqual(theirs)
  })
})

interface Disagreement {
  external_id: string
  model: string[]
  human: string[][]
}

interface Created {
  data: { idArray: string[] }
}

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
 * Returns a request in comparable form: the operation without its selected fields and the order of arguments,
 * and the variables without `first` (the vendor's client requests only as many labels as it counted) and with parsed
 * responses.
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
  const read = (key: string, value: unknown) => {
    if (key === 'jsonMetadataArray') return (value as string[]).map((text) => JSON.parse(text))
    return key === 'jsonResponse' ? JSON.parse(String(value)) : value
  }
  return { query: print(bare), variables: JSON.parse(json, read) }
}
