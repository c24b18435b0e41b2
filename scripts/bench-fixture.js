/**
 * Measures the time and memory of an evaluator's verification on samples from the platform: the bundle as the runner runs
 * it, against the stand-in for the platform in a separate process. Needs build/, dist/ (`npm run build`), Docker, and the
 * base image of the tests (`node scripts/setup.js`).
 *
 * node scripts/bench-fixture.js [ROWS…]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAction, shown } from './bench/action.js'
import { head, row } from './bench/figures.js'

const token = 'platform-token-for-the-bench-0123456789'
const workflow = 'Bench'
const locator = (index) => `s3://bucket-of-the-bench/images/${String(index).padStart(8, '0')}-e22c1803.jpg`
const box = (index) =>
  `{"top_left": [${index % 640}.5, 10.25], "bottom_right": [${(index % 640) + 20}.5, 42.75], "width": 20.0, "height": 32.5, "area": 650.0, "aspect_ratio": 0.6153846153846154, "label": "class-${index % 100}", "data_type": "ANNOTATION/BOUNDING_BOX"}`

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]))
else await bench(process.argv.slice(2).map(Number))

async function serve(count) {
  const { startSandbox } = await import('../build/sandbox/index.js')
  const { url, state } = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
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
  console.log(head(0, 'samples', 'seconds', 'CPU seconds', 'peak MB'))
  try {
    for (const count of counts.length > 0 ? counts : [1e3, 1e4, 1e5]) {
      const server = fork(fileURLToPath(import.meta.url), ['serve', String(count)], {
        execArgv: ['--max-old-space-size=8192'],
      })
      const [url] = await once(server, 'message')
      const { seconds, cpu, peak } = await runAction('publish', inputsFor(url, count), directory)
      console.log(row(...[count, seconds, cpu, peak].map(shown)))
      server.kill()
      await once(server, 'exit')
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
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
