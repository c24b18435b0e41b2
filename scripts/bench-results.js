/**
 * Measures the time and memory of the scenario-test action for many results: the bundle as the runner runs it, against
 * the stand-in for Nucleus in a separate process. Needs build/ and dist/ (`npm run build`).
 *
 * node scripts/bench-results.js [ROWS…]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { rows, runAction, shown } from './bench/action.js'
import { head, row } from './bench/figures.js'

const key = 'nucleus-key-for-the-bench-0123456789'
const reference = (index) => `images/${String(index).padStart(8, '0')}-e22c1803.jpg`
const score = (index) => (index % 1000) / 1000

const formats = {
  csv: { head: 'item_ref_id,score,weight\n', row: (n) => `${reference(n)},${score(n)},0.5\n` },
  jsonl: { row: (n) => `{"item_ref_id":"${reference(n)}","score":${score(n)},"weight":0.5}\n` },
  json: {
    head: '[\n',
    row: (n, last) => `{"item_ref_id":"${reference(n)}","score":${score(n)}}${last ? '' : ','}\n`,
    end: ']\n',
  },
}

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]))
else await bench(process.argv.slice(2).map(Number))

async function serve(count) {
  const { startNucleus } = await import('../build/sandbox/nucleus/server.js')
  const { url, state } = await startNucleus([key])
  state.addSlice({
    id: 'slc_bench',
    name: 'bench',
    references: Array.from({ length: count }, (_, n) => reference(n)),
  })
  state.addModel('prj_bench', 'bench')
  process.send(url)
}

async function bench(counts) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-results-'))
  console.log(head(0, 'rows', 'format', 'file MB', 'seconds', 'rows per second', 'CPU seconds', 'peak MB'))
  try {
    for (const count of counts.length > 0 ? counts : [1e3, 1e4, 1e5, 1e6]) {
      const server = fork(fileURLToPath(import.meta.url), ['serve', String(count)])
      const [url] = await once(server, 'message')
      for (const format of [...Object.keys(formats), 'parquet']) await measure(count, format, url, directory)
      server.kill()
      await once(server, 'exit')
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function measure(count, format, url, directory) {
  const results = join(directory, `results.${format}`)
  if (format === 'parquet') await writeFile(results, await parquet(count))
  else await pipeline(rows(count, formats[format]), createWriteStream(results))
  const { seconds, cpu, peak } = await run(results, url, directory)
  const cells = [count, format, (await stat(results)).size / 1e6, seconds, count / seconds, cpu, peak]
  console.log(row(...cells.map(shown)))
}

/** Writes the same rows in one row group, like pandas. */
async function parquet(count) {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const scores = Float64Array.from({ length: count }, (_, index) => score(index))
  const columnData = [
    { name: 'item_ref_id', data: Array.from({ length: count }, (_, n) => reference(n)), type: 'STRING' },
    { name: 'score', data: scores, type: 'DOUBLE' },
    { name: 'weight', data: new Float64Array(count).fill(0.5), type: 'DOUBLE' },
  ]
  return Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 1_048_576 }))
}

function run(results, url, directory) {
  const inputs = {
    'evaluation-function': 'bench',
    'scenario-test': 'bench',
    'slice-id': 'slc_bench',
    'model-id': 'prj_bench',
    'api-key': key,
    'api-url': url,
    threshold: '0.4',
    results,
  }
  return runAction('scenario-test', inputs, directory)
}
