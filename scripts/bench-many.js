/**
 * What many evaluators in one step cost: whole runs of the bundle that publish one evaluator, and several of a file at
 * different numbers at a time, in turn. Each run builds changed sources on a warm cache, pushes and registers, with
 * 50 ms for each call of the platform. Medians, their ratio to the one evaluator of the same turn, and peak memory of the
 * action's process (docker's processes are not counted). Needs build/, dist/ and the set-up's base image.
 *
 * node scripts/bench-many.js [RUNS] [EVALUATORS] [CONCURRENCY,…]
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '../build/sandbox/index.js'
import { pushTag } from '../build/sandbox/runner/events.js'
import { runAction } from '../build/sandbox/runner.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [runs = 7, count = 16] = process.argv.slice(2, 4).map(Number)
const widths = (process.argv[4] ?? '2,4,8').split(',')
const token = 'token-of-the-bench-0123456789'
const workspace = mkdtempSync(join(tmpdir(), 'bench-many-'))
const memory = join(workspace, 'memory')
const report = `import fs from "node:fs";process.on("exit",()=>fs.appendFileSync('${memory}',process.resourceUsage().maxRSS+' '))`
const sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }], latency: 50 })
let turn = 0

try {
  await measure(one())
  await measure(many(widths[0]))
  const measured = new Map([['1', []], ...widths.map((width) => [width, []])])
  for (let run = 0; run < runs; run++) {
    measured.get('1').push(await measure(one()))
    for (const width of widths) measured.get(width).push(await measure(many(width)))
  }
  print(measured)
} finally {
  await sandbox.close()
  rmSync(workspace, { recursive: true })
  removeImages()
}

function one() {
  writeSources(1)
  return { image: 'e0', 'evaluator-name': 'evaluate_0', context: 'e0' }
}

function many(concurrency) {
  writeSources(count)
  return { evaluators: 'evaluators.json', concurrency }
}

/** Evaluators that share their first stage, each with a source of its own that differs in every run. */
function writeSources(wanted) {
  turn++
  const entries = [...Array(wanted).keys()].map((index) => {
    const folder = `e${index}`
    mkdirSync(join(workspace, folder), { recursive: true })
    const dockerfile =
      'FROM evaluator-base:bookworm\nRUN mkdir /data\nCOPY evaluator.py /\nENTRYPOINT ["python3", "/evaluator.py"]\n'
    writeFileSync(join(workspace, folder, 'Dockerfile'), dockerfile)
    writeFileSync(join(workspace, folder, 'evaluator.py'), `print("${index} ${turn}")\n`)
    return { image: folder, 'evaluator-name': `evaluate_${index}`, context: folder }
  })
  writeFileSync(join(workspace, 'evaluators.json'), JSON.stringify(entries))
}

/** Seconds of a whole run, and bytes of memory at its peak. */
async function measure(inputs) {
  writeFileSync(memory, '')
  const start = performance.now()
  const { exitCode, log } = await runAction({
    action: root,
    workspace,
    event: pushTag(`v1.0.${turn}`),
    secrets: [token],
    inputs: {
      workflow: 'Bench',
      'api-token': token,
      'api-url': sandbox.url,
      registry: sandbox.registry.host,
      organization: 'acme',
      verify: 'off',
      ...inputs,
    },
    env: {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(report)}`,
      ...(process.env.DOCKER_HOST && { DOCKER_HOST: process.env.DOCKER_HOST }),
    },
    deadline: 1_800_000,
  })
  if (exitCode !== 0) throw new Error(log)
  const seconds = (performance.now() - start) / 1000
  // The post step and the main step each write theirs, in KiB.
  const peaks = readFileSync(memory, 'utf8').trim().split(' ').map(Number)
  return { seconds, bytes: Math.max(...peaks) * 1024 }
}

function print(measured) {
  const alone = measured.get('1')
  console.log('| evaluators | at a time | seconds | ratio | memory | ratio |\n|--:|--:|--:|--:|--:|--:|')
  for (const [width, results] of measured) {
    const ratio = (key) => median(results.map((result, run) => result[key] / alone[run][key])).toFixed(2)
    const seconds = shown(results.map(({ seconds }) => seconds))
    const megabytes = shown(results.map(({ bytes }) => bytes / 1e6))
    const evaluators = results === alone ? 1 : count
    console.log(
      `| ${evaluators} | ${width} | ${seconds} | ${ratio('seconds')} | ${megabytes} MB | ${ratio('bytes')} |`,
    )
  }
}

function removeImages() {
  const format = ['--format', '{{.Repository}}:{{.Tag}}']
  const names = execFileSync('docker', ['image', 'ls', ...format], { encoding: 'utf8' }).split('\n')
  const images = names.filter((name) => name.startsWith(`${sandbox.registry.host}/`))
  if (images.length > 0) execFileSync('docker', ['rmi', '--force', ...images], { stdio: 'ignore' })
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

function shown(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2))
  return `${median(values).toFixed(2)} (${least}–${most})`
}
