/**
 * Measures the time and memory of the agreement action for many predictions: the bundle as the runner runs it, against
 * the stand-in for Kili in a separate process. Needs build/ and dist/ (`npm run build`).
 *
 * node scripts/bench-agreement.js [ROWS…]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { fastClock, rows, runAction, shown } from './bench/action.js'
import { head, row } from './bench/figures.js'

const key = 'kili-key-of-the-bench'
const colors = ['RED', 'BLACK', 'WHITE', 'GREY']
const externalId = (index) => `image-${index}.jpg`
const category = (index) => colors[index % colors.length]
const json = (n) => `{"external_id":"${externalId(n)}","category":"${category(n)}"}`

const formats = {
  csv: { head: 'external_id,category\n', row: (n) => `${externalId(n)},${category(n)}\n` },
  jsonl: { row: (n) => `${json(n)}\n` },
  json: { head: '[\n', row: (n, last) => `${json(n)}${last ? '' : ','}\n`, end: ']\n' },
}

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]))
else await bench(process.argv.slice(2).map(Number))

async function bench(counts) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-agreement-'))
  console.log(
    head(0, 'rows', 'format', 'file MB', 'seconds', 'rows per second', 'calls', 'CPU seconds', 'peak MB'),
  )
  try {
    for (const count of counts.length > 0 ? counts : [1e3, 1e4, 1e5])
      for (const format of [...Object.keys(formats), 'parquet']) {
        // Each format has its own project, so that none finds the predictions of another.
        const kili = fork(fileURLToPath(import.meta.url), ['serve', String(count)], {
          execArgv: ['--max-old-space-size=8192'],
        })
        await measure(count, format, kili, directory)
        kili.kill()
        await once(kili, 'exit')
      }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function measure(count, format, kili, directory) {
  const [{ url, project }] = await once(kili, 'message')
  const predictions = join(directory, `predictions.${format}`)
  if (format === 'parquet') await writeFile(predictions, await parquet(count))
  else await pipeline(rows(count, formats[format]), createWriteStream(predictions))
  const inputs = {
    'api-key': key,
    'api-url': url,
    'project-id': project,
    predictions,
    'model-name': 'bench',
    'minimum-coverage': '1',
    'dry-run': 'false',
  }
  // Otherwise most of the time would be spent waiting for the limit of 500 calls per minute.
  const { seconds, cpu, peak } = await runAction('agreement', inputs, directory, fastClock)
  kili.send('calls')
  const [calls] = await once(kili, 'message')
  const cells = [
    count,
    format,
    (await stat(predictions)).size / 1e6,
    seconds,
    count / seconds,
    calls,
    cpu,
    peak,
  ]
  console.log(row(...cells.map(shown)))
}

/** Writes the same rows in one row group, like pandas. */
async function parquet(count) {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const texts = (of) => Array.from({ length: count }, (_, n) => of(n))
  const columnData = [
    { name: 'external_id', data: texts(externalId), type: 'STRING' },
    { name: 'category', data: texts(category), type: 'STRING' },
  ]
  return Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 1_048_576 }))
}

/** Runs the stand-in for Kili, with a project in which people always chose the same color. */
async function serve(count) {
  const { startServer } = await import('../build/sandbox/http.js')
  const { kiliRoutes } = await import('../build/sandbox/kili/routes.js')
  const { KiliState } = await import('../build/sandbox/kili/state.js')
  const state = new KiliState({ apiKeys: new Map([[key, 'bench']]) })
  const { url, routes, requests } = await startServer({ port: 0, latency: 0, recordsBodies: false })
  routes.push(...kiliRoutes(state))
  const project = fill(state, count)
  process.on('message', () => process.send(requests.length))
  // Also stops if the bench was killed.
  process.once('disconnect', () => process.exit())
  process.send({ url: `${url}/api/label/v2/graphql`, project })
}

function fill(state, count) {
  const categories = Object.fromEntries(colors.map((name) => [name, { name }]))
  const jobs = { COLOR: { mlTask: 'CLASSIFICATION', content: { input: 'radio', categories } } }
  const jsonInterface = JSON.stringify({ jobs })
  const { id: project } = state.addProject({
    title: 'Bench',
    description: '',
    inputType: 'IMAGE',
    jsonInterface,
  })
  const jsonResponse = JSON.stringify({ COLOR: { categories: [{ name: 'RED' }] } })
  const label = {
    author: 'person',
    labelType: 'DEFAULT',
    modelName: null,
    jsonResponse,
    secondsToLabel: null,
  }
  const content = 'https://images.example.com/image.jpg'
  for (let index = 0; index < count; index++) {
    const id = `asset-${index}`
    const asset = { id, externalId: externalId(index), content, isHoneypot: false, jsonMetadata: '{}' }
    state.addAsset({ project, ...asset })
    state.addLabel({ asset: id, ...label }, false)
  }
  return project
}
