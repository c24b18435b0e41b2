/**
 * Measures the time and memory of an evaluator's verification on samples from the platform: the bundle as the runner runs
 * it, against the stand-in for the platform in a separate process. Needs build/, dist/ (`npm run build`), Docker, and the
 * base image of the tests (`node scripts/setup.js`). If PyPI can be reached, also measures the vendor's client, which only
 * reads the same samples.
 *
 * node scripts/bench-fixture.js [ROWS…]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareVenv, runClient } from '../build/__tests__/compat/venv.js'
import { runAction, shown } from './bench/action.js'
import { head, row } from './bench/figures.js'

const token = 'platform-token-for-the-bench-0123456789'
const client = 'kolena==1.69.0'
const workflow = 'Bench'
const locator = (index) => `s3://bucket-of-the-bench/images/${String(index).padStart(8, '0')}-e22c1803.jpg`
const box = (index) =>
  `{"top_left": [${index % 640}.5, 10.25], "bottom_right": [${(index % 640) + 20}.5, 42.75], "width": 20.0, "height": 32.5, "area": 650.0, "aspect_ratio": 0.6153846153846154, "label": "class-${index % 100}", "data_type": "ANNOTATION/BOUNDING_BOX"}`

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]))
else await bench(process.argv.slice(2).map(Number))

async function serve(count) {
  const { startSandbox } = await import('../build/sandbox/index.js')
  const sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  const { url, state } = sandbox
  // Also stops the registry, which is a process of its own.
  process.once('message', () => sandbox.close().then(() => process.disconnect()))
  const { id } = state.testing.addModel('acme', { name: 'bench', workflow })
  const samples = Array.from({ length: count }, (_, n) => ({
    test_sample: `{"data_type": "TEST_SAMPLE/IMAGE", "locator": "${locator(n)}"}`,
    metadata: `{"camera": "front-${n % 7}", "frame": ${n}, "weather": "rain"}`,
    ground_truth: `{"boxes": [${box(n)}, ${box(n + 3)}]}`,
  }))
  state.testing.addTestSuite('acme', { name: 'bench', workflow, testCases: [{ name: 'all', samples }] })
  for (const [n, { test_sample }] of samples.entries())
    state.testing.addInference(id, test_sample, `{"boxes": [${box(n)}, ${box(n + 1)}]}`)
  process.send(url)
}

async function bench(counts) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-fixture-'))
  const vendor = await prepareVenv(client, 'numpy<2.4').catch((error) =>
    console.log(`Skipped: the vendor's client, because it cannot be installed. ${error.message}\n`),
  )
  console.log(head(1, 'way', 'samples', 'seconds', 'CPU seconds', 'peak MB'))
  try {
    for (const count of counts.length > 0 ? counts : [1e3, 1e4, 1e5]) {
      const server = fork(fileURLToPath(import.meta.url), ['serve', String(count)], {
        execArgv: ['--max-old-space-size=8192'],
      })
      const [url] = await once(server, 'message')
      const { seconds, cpu, peak } = await runAction('publish', inputsFor(url, count), directory)
      console.log(row('the action', ...[count, seconds, cpu, peak].map(shown)))
      if (vendor)
        console.log(row("the vendor's client", ...(await readWithClient(vendor, url, count)).map(shown)))
      server.send('stop')
      await once(server, 'exit')
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** Returns the number of samples, seconds, CPU seconds and peak memory in MB. */
async function readWithClient(vendor, url, count) {
  const script = fileURLToPath(new URL('bench/read_samples.py', import.meta.url))
  const start = performance.now()
  const printed = await runClient(join(vendor, 'python'), [script, workflow, 'bench', 'bench'], {
    KOLENA_TOKEN: token,
    KOLENA_API_URL: url,
  })
  const seconds = (performance.now() - start) / 1000
  const usage = JSON.parse(/^USAGE (.*)$/m.exec(printed)[1])
  if (usage.count !== count) throw new Error(`the client read ${usage.count} of ${count} samples`)
  return [count, seconds, usage.cpu, usage.peak]
}

function inputsFor(url, count) {
  return {
    workflow,
    'evaluator-name': 'evaluate_keypoint_detection',
    image: 'bench-fixture',
    context: '__tests__/support/evaluator',
    'build-args': 'BEHAVIOUR=good\nTHRESHOLD=0.05',
    tags: 'bench',
    registry: 'registry.example.com',
    'api-token': token,
    'api-url': url,
    'dry-run': 'true',
    verify: 'contract',
    'fixture-model': 'bench',
    'fixture-test-suite': 'bench',
    'fixture-samples': String(count),
  }
}
