import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Agreeing, people, predictions } from '../../../support/agreeing.js'
import { assessHere } from '../../../support/assessing.js'

let job: Agreeing
beforeAll(async () => {
  job = await Agreeing.start()
})
afterAll(() => job.stop())

const rows = (ids: readonly string[]) =>
  ids.map((external_id) => ({
    external_id,
    category: 'RED',
    content: `https://images.example.com/${external_id}`,
    metadata: { camera: 'front' },
  }))
const ids = Array.from({ length: 250 }, (_, index) => `image-${index}.jpg`)
const assets = () => job.state.assetsOf(job.project.id)
const creations = () => job.calls('appendManyAssets')
const run = () => assessHere(job, { createAssets: true })

beforeEach(() => {
  job.newProject()
  job.write('predictions.json', rows(ids))
})

test('creates the assets that the project does not have in batches, and labels all', async () => {
  job.addAssets(ids.slice(0, 30))
  const result = await run()
  expect(result).toMatchObject({ error: undefined, created: 220, pushed: { sent: 250 } })
  expect(result.done[0]).toBe('220 assets were created.')
  expect(creations().map(({ body }) => (body as Created).variables.data.idArray.length)).toEqual([
    100, 100, 20,
  ])
  expect(assets()).toHaveLength(250)
  expect(assets().at(-1)).toMatchObject({
    externalId: 'image-249.jpg',
    content: 'https://images.example.com/image-249.jpg',
    jsonMetadata: '{"camera":"front"}',
    isHoneypot: false,
    id: expect.stringMatching(/^c[0-9a-f]{24}$/),
  })
  expect(Object.keys(job.inferences)).toHaveLength(250)
})

interface Created {
  variables: { data: { idArray: string[] } }
}

test('creates nothing if all assets exist', async () => {
  await run()
  expect(await run()).toMatchObject({ error: undefined, created: 0, pushed: { sent: 0, already: 250 } })
  expect(assets()).toHaveLength(250)
})

test('creates nothing in a dry run, and says how many it would create', async () => {
  const result = await assessHere(job, { createAssets: true, dryRun: true })
  expect(result).toMatchObject({ error: undefined, created: 250, pushed: { sent: 250 } })
  expect(assets()).toEqual([])
})

test.each(['IMAGE', 'TEXT', 'PDF'])('creates assets in a project of the type %s', async (type) => {
  job.newProject(undefined, type)
  expect(await run()).toMatchObject({ error: undefined, created: 250 })
})

test.each(['VIDEO', 'GEOSPATIAL', 'LLM_STATIC'])(
  'refuses a project of the type %s before anything is sent',
  async (type) => {
    job.newProject(undefined, type)
    const { error } = await run()
    expect(String(error)).toContain(
      `is of the type ${type}, and assets can be created in projects of the types IMAGE, TEXT, PDF only`,
    )
    expect(creations()).toEqual([])
    expect(job.inferences).toEqual({})
  },
)

test('refuses all predictions if assets are missing and have no content', async () => {
  job.write('predictions.json', predictions)
  const { error } = await run()
  expect(String(error)).toContain(
    '4 external ids without an asset in the project, and without content to create it from',
  )
  expect(assets()).toEqual([])
})

test('suggests creating missing assets', async () => {
  const { error } = await assessHere(job)
  expect(String(error)).toContain('250 external ids without an asset in the project')
  expect(String(error)).toContain('set create-assets: true')
  expect(assets()).toEqual([])
})

test('reads content from CSV, and requires none for existing assets', async () => {
  job.addAssets(Object.keys(people).slice(1))
  const lines = Object.entries(predictions).map(
    ([id, name], index) => `${id},${name},${index === 0 ? 'https://x.example/a.jpg' : ''},7`,
  )
  job.write('predictions.csv', `external_id,category,content,metadata.year\n${lines.join('\n')}`)
  const result = await assessHere(job, { createAssets: true, predictions: 'predictions.csv' })
  expect(result).toMatchObject({ error: undefined, created: 1, pushed: { sent: 4 } })
  expect(assets().at(-1)).toMatchObject({ content: 'https://x.example/a.jpg', jsonMetadata: '{"year":"7"}' })
})

describe('if the answer to a batch is lost', () => {
  const gone = { status: 504, body: '' }

  test('and the assets exist, they are not created again', async () => {
    job.faults.push({ field: 'appendManyAssets', after: 1, carriedOut: true, reply: gone })
    expect(await run()).toMatchObject({ error: undefined, created: 250 })
    expect(assets()).toHaveLength(250)
    expect(creations()).toHaveLength(3)
  })

  test('and the assets do not exist, they are created', async () => {
    job.faults.push({ field: 'appendManyAssets', after: 1, reply: gone })
    expect(await run()).toMatchObject({ error: undefined, created: 250 })
    expect(assets()).toHaveLength(250)
    expect(creations()).toHaveLength(4)
  })
})

test('reports what was created before a batch was refused, and continues there in the next run', async () => {
  const reply = {
    status: 200,
    body: { errors: [{ message: 'full', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }], data: null },
  }
  job.faults.push({ field: 'appendManyAssets', after: 1, reply })
  const failed = await run()
  expect(failed).toMatchObject({ created: 100, done: ['100 assets were created.'] })
  expect(String(failed.error)).toContain(
    'A batch of 100 assets ("image-100.jpg" to "image-199.jpg") were not created',
  )
  expect(job.inferences).toEqual({})
  expect(await run()).toMatchObject({ error: undefined, created: 150, pushed: { sent: 250 } })
  expect(assets()).toHaveLength(250)
})
