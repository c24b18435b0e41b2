/**
 * Measures the time and memory of the evaluate action for many inferences: the bundle as the runner runs it, against
 * the stand-in for the platform in a separate process. Needs build/ and dist/ (`npm run build`).
 *
 * node scripts/bench-inferences.js [ROWS…]
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

const token = 'platform-token-for-the-bench-0123456789'
const workflow = 'Bench'
const locator = (index) => `s3://bucket-of-the-bench/images/${String(index).padStart(8, '0')}-e22c1803.jpg`
const label = (index) => `class-${index % 100}`
const score = (index) => (index % 1000) / 1000

const formats = {
  csv: { head: 'locator,label,score\n', row: (n) => `${locator(n)},${label(n)},${score(n)}\n` },
  jsonl: {
    row: (n) =>
      `{"test_sample":{"locator":"${locator(n)}"},"inference":{"prediction":{"label":"${label(n)}","score":${score(n)}}}}\n`,
  },
}

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]))
else await bench(process.argv.slice(2).map(Number))

/** Each format has its own model, so that none finds the inferences of another. */
async function serve(count) {
  const { startSandbox } = await import('../build/sandbox/index.js')
  const sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  const { url, state } = sandbox
  // Also stops the registry, which is a process of its own.
  process.once('message', () => sandbox.close().then(() => process.disconnect()))
  const samples = Array.from({ length: count }, (_, n) => ({
    test_sample: `{"data_type": "TEST_SAMPLE/IMAGE", "locator": "${locator(n)}"}`,
  }))
  state.testing.addTestSuite('acme', { name: 'bench', workflow, testCases: [{ name: 'all', samples }] })
  for (const name of [...Object.keys(formats), 'parquet']) state.testing.addModel('acme', { name, workflow })
  state.register('acme', { workflow, name: 'bench', image: 'bench', secret: null, aws_assume_role: null })
  process.send(url)
}

async function bench(counts) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-inferences-'))
  console.log(head(0, 'rows', 'format', 'file MB', 'seconds', 'rows per second', 'CPU seconds', 'peak MB'))
  try {
    for (const count of counts.length > 0 ? counts : [1e3, 1e4, 1e5, 1e6]) {
      const server = fork(fileURLToPath(import.meta.url), ['serve', String(count)], {
        execArgv: ['--max-old-space-size=8192'],
      })
      const [url] = await once(server, 'message')
      for (const format of [...Object.keys(formats), 'parquet']) await measure(count, format, url, directory)
      server.send('stop')
      await once(server, 'exit')
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function measure(count, format, url, directory) {
  const inferences = join(directory, `inferences.${format}`)
  if (format === 'parquet') await writeFile(inferences, await parquet(count))
  else await pipeline(rows(count, formats[format]), createWriteStream(inferences))
  const inputs = {
    workflow,
    models: format,
    'test-suites': 'bench',
    'api-token': token,
    'api-url': url,
    inferences,
  }
  if (format !== 'jsonl') inputs['inference-columns'] = 'label=prediction.label\nscore=prediction.score'
  inputs['inference-constants'] = 'prediction.data_type=ANNOTATION/LABEL'
  const { seconds, cpu, peak } = await runAction('evaluate', inputs, directory)
  const cells = [count, format, (await stat(inferences)).size / 1e6, seconds, count / seconds, cpu, peak]
  console.log(row(...cells.map(shown)))
}

/** Writes the same rows in one row group, like pandas. */
async function parquet(count) {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const texts = (of) => Array.from({ length: count }, (_, n) => of(n))
  const columnData = [
    { name: 'locator', data: texts(locator), type: 'STRING' },
    { name: 'label', data: texts(label), type: 'STRING' },
    { name: 'score', data: Float64Array.from({ length: count }, (_, n) => score(n)), type: 'DOUBLE' },
  ]
  return Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 1_048_576 }))
}
