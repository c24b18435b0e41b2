/**
 * Publishes the example evaluator to the sandbox, as GitHub's runner would do for a pushed tag. Then publishes a version
 * with another threshold, and shows how that changes the metrics.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pushTag } from '../build/sandbox/runner/events.js'
import { comparison, contractInputs, startExample } from './example.js'
import { provideClientImage } from './setup/client-image.js'
import { cache } from './setup/machine.js'

const clientImage = await provideClientImage()
const example = await startExample((line) => console.log(line))
try {
  const { url, registry } = example.sandbox
  console.log(`The sandbox stands in for the platform: API ${url}, registry ${registry.host}\n`)
  await (clientImage ? publishTwice(clientImage) : publishWithoutClient())
} finally {
  await example.stop()
}

/** Publishes a first version with its metrics, and a second one that is compared with it. */
async function publishTwice(image) {
  if (!(await publish('v1.2.3', contractInputs(image)))) return
  console.log('\nThe next version counts more images as failures: its threshold is 0.03 instead of 0.05.\n')
  example.lowerThreshold()
  const outputs = await publish('v1.3.0', { ...contractInputs(image), ...comparison })
  if (!outputs) return
  console.log(`\nWhat the change does to the metrics:\n${tableOf(JSON.parse(outputs['metrics-changes']))}`)
}

/** Publishes the evaluator without the platform's client, so that it can start but not compute metrics. */
async function publishWithoutClient() {
  console.log('The demo shows no metrics, because the client could not be installed from PyPI.\n')
  await publish('v1.2.3', { 'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm' })
}

/** Runs the action as for a pushed tag, and shows the registration. Returns the outputs, or undefined if it failed. */
async function publish(tag, inputs) {
  const { exitCode, outputs, summary } = await example.run(pushTag(tag), inputs)
  mkdirSync(cache, { recursive: true })
  writeFileSync(join(cache, `summary-${tag}.md`), summary)
  if (exitCode !== 0) {
    process.exitCode = 1
    console.log('\nThe demo failed. See the reason above.')
    return undefined
  }
  console.log(`\nRegistered:\n${JSON.stringify(JSON.parse(outputs.registration), null, 2)}`)
  console.log(`\nThe job summary is in .cache/summary-${tag}.md`)
  return outputs
}

/** @param {{ test_case: string | null, metric: string, before?: unknown, after?: unknown }[]} changes */
function tableOf(changes) {
  const rows = changes.map(({ test_case, metric, before, after }) => [
    test_case ?? 'test suite',
    metric,
    `${round(before)} → ${round(after)}`,
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map(([name, metric, values]) => `  ${name.padEnd(widths[0])}  ${metric.padEnd(widths[1])}  ${values}`)
    .join('\n')
}

function round(value) {
  return typeof value === 'number' ? String(Math.round(value * 1e4) / 1e4) : JSON.stringify(value)
}
