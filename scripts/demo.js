/**
 * Publishes the example evaluator to the sandbox, as GitHub's runner would do for a pushed tag. Then publishes a version
 * with another threshold, and shows how that changes the metrics.
 */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../build/sandbox/index.js'
import { pushTag } from '../build/sandbox/runner/events.js'
import { runAction } from '../build/sandbox/runner.js'
import { provideClientImage } from './setup/client-image.js'
import { cache, repository } from './setup/machine.js'

const clientImage = await provideClientImage()
const token = randomBytes(20).toString('hex')
const workspace = mkdtempSync(join(tmpdir(), 'demo-'))
const sandbox = await startSandbox({ organizations: [{ name: 'my-organization', tokens: [token] }] })

try {
  console.log(
    `The sandbox stands in for the platform: API ${sandbox.url}, registry ${sandbox.registry.host}\n`,
  )
  cpSync(join(repository, 'examples/keypoint-detection'), workspace, { recursive: true })
  await (clientImage ? showMetrics(clientImage) : publishWithoutClient())
} finally {
  await sandbox.close()
  rmSync(workspace, { recursive: true })
}

/** Publishes a first version with its metrics, and a second one that is compared with it. */
async function showMetrics(image) {
  const inputs = {
    'build-args': `PYTHON_IMAGE=${image}`,
    verify: 'contract',
    'contract-fixture': 'contract-fixture.json',
  }
  const first = await publish('v1.2.3', inputs)
  if (!first) return
  console.log(`\nThe next version counts more images as failures: its threshold is 0.03 instead of 0.05.\n`)
  const main = join(workspace, 'keypoint_detection/main.py')
  writeFileSync(main, readFileSync(main, 'utf8').replace('NmeThreshold(0.05)', 'NmeThreshold(0.03)'))
  const second = await publish('v1.3.0', {
    ...inputs,
    'metrics-baseline': 'registered',
    'metrics-gate': 'warn',
    // The fixture still expects the metrics of the first version.
    'accept-findings': 'unexpected-metrics',
  })
  if (!second) return
  console.log(`\nRegistered:\n${JSON.stringify(JSON.parse(second.registration), null, 2)}`)
  console.log(`\nWhat the change does to the metrics:\n${tableOf(JSON.parse(second['metrics-changes']))}`)
  console.log('\nThe job summaries are in .cache/summary-v1.2.3.md and .cache/summary-v1.3.0.md')
}

/** Publishes the evaluator without the platform's client, which therefore computes nothing. */
async function publishWithoutClient() {
  console.log('PyPI cannot be reached: the evaluator is published without its client, and shows no metrics\n')
  const inputs = { target: 'evaluator-without-client', 'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm' }
  const outputs = await publish('v1.2.3', inputs)
  if (!outputs) return
  console.log(`\nRegistered:\n${JSON.stringify(JSON.parse(outputs.registration), null, 2)}`)
  console.log('\nThe job summary is in .cache/summary-v1.2.3.md')
}

/** Runs the action as for a pushed tag. Returns its outputs, or undefined if it failed. */
async function publish(tag, inputs) {
  const { exitCode, outputs, summary } = await runAction({
    action: repository,
    workspace,
    event: pushTag(tag),
    secrets: [token],
    inputs: {
      workflow: 'Keypoint Detection',
      'evaluator-name': 'evaluate_keypoint_detection',
      image: 'keypoint_detection_evaluator',
      'api-token': token,
      file: 'docker/Dockerfile',
      target: 'evaluator-without-client',
      // Needed only because this is not the platform.
      'api-url': sandbox.url,
      registry: sandbox.registry.host,
      ...inputs,
    },
    env: process.env.DOCKER_HOST ? { DOCKER_HOST: process.env.DOCKER_HOST } : {},
    onLine: (line) => console.log(line),
    deadline: 600_000,
  })
  mkdirSync(cache, { recursive: true })
  writeFileSync(join(cache, `summary-${tag}.md`), summary)
  if (exitCode === 0) return outputs
  process.exitCode = 1
  console.log('\nThe demo failed. See the reason above.')
  return undefined
}

/** @param {{ test_case: string | null, metric: string, before?: unknown, after?: unknown }[]} changes */
function tableOf(changes) {
  const rows = changes.map(({ test_case, metric, before, after }) => [
    test_case ?? 'test suite',
    metric,
    `${shown(before)} → ${shown(after)}`,
  ])
  const width = (column) => Math.max(...rows.map((row) => row[column].length))
  return rows
    .map(([name, metric, values]) => `  ${name.padEnd(width(0))}  ${metric.padEnd(width(1))}  ${values}`)
    .join('\n')
}

function shown(value) {
  return typeof value === 'number' ? String(Math.round(value * 1e4) / 1e4) : JSON.stringify(value)
}
