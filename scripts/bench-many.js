/**
 * Measures many evaluators in one step: whole runs of the bundle that publish one evaluator, and several from a file at
 * different concurrency; and for comparison the floor, the same number of bare `docker buildx build --push` commands,
 * already logged in. All run in turn, with changed sources on a warm cache, into the same registry, and with 50 ms for
 * each platform call, on the bench's own engine. Needs root, build/, dist/ and the set-up's base image.
 *
 * node scripts/bench-many.js [--store classic|containerd] [RUNS] [EVALUATORS] [CONCURRENCY,…]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeEngine, storeOption, withBenchEngine } from './bench/engine.js'
import { changeSource, createEvaluator } from './bench/evaluator.js'
import { head, interleave, ratio, row, spread } from './bench/figures.js'
import { organization, startService } from './bench/service.js'
import { floorOfMany, path, usage } from './bench/ways.js'

const { values, positionals } = parseArgs({ options: storeOption, allowPositionals: true })
const [runs = 7, count = 16] = positionals.slice(0, 2).map(Number)
const widths = (positionals[2] ?? '2,4,8').split(',').map(Number)
let turn = 0

await withBenchEngine(values.store, async ({ folder }) => {
  console.log(describeEngine(values.store))
  const service = await startService()
  try {
    const ways = createWays(folder, service)
    await interleave(1, ways)
    report(await interleave(runs, ways))
  } finally {
    await service.stop()
  }
})

/** Our action and the floor, with one evaluator, and with all evaluators at each concurrency. */
function createWays(folder, service) {
  const [ours, floor] = ['ours', 'floor'].map((name) => createEvaluators(join(folder, name), name, service))
  const file = 'evaluators.json'
  const entries = ours.map(({ name }) => ({ image: name, 'evaluator-name': name, context: name }))
  writeFileSync(join(folder, 'ours', file), JSON.stringify(entries))
  const step = { service, path, workspace: join(folder, 'ours') }
  const ways = {
    'ours alone': () => publishAs(step, ours.slice(0, 1), entries[0]),
    'floor alone': () => push(floor.slice(0, 1), 1),
  }
  for (const width of widths) {
    const many = { evaluators: file, concurrency: String(width), image: '', 'evaluator-name': '' }
    ways[`ours ${width}`] = () => publishAs(step, ours, many)
    ways[`floor ${width}`] = () => push(floor, width)
  }
  return ways
}

/** Creates evaluators that share all layers except the last, each in a folder with its name. */
function createEvaluators(folder, prefix, service) {
  return [...Array(count).keys()].map((index) => {
    const name = `${prefix}-${index}`
    const workspace = join(folder, name)
    createEvaluator(workspace, 1)
    return { service, path, workspace, name }
  })
}

/** Returns the seconds of a step with this action, and the peak megabytes of its process. */
async function publishAs(step, evaluators, inputs) {
  for (const { workspace } of evaluators) changeSource(workspace)
  const job = { ...step, tag: `v${++turn}` }
  return await usage(job, { organization, verify: 'off', ...inputs })
}

async function push(evaluators, width) {
  for (const { workspace } of evaluators) changeSource(workspace)
  const tag = `v${++turn}`
  return {
    seconds: await floorOfMany(
      evaluators.map((job) => ({ ...job, tag })),
      width,
    ),
  }
}

function report(results) {
  const of = (name, key = 'seconds') => results[name].map((result) => result[key])
  console.log(
    head(
      0,
      'evaluators',
      'at a time',
      'ours, s',
      '÷ ours alone',
      'floor, s',
      '÷ floor alone',
      'ours ÷ floor',
      'ours, MB',
      '÷ ours alone',
    ),
  )
  for (const width of ['alone', ...widths]) {
    const [ours, floor] = [`ours ${width}`, `floor ${width}`]
    const against = (name, other, key) => ratio(of(name, key), of(other, key)).toFixed(2)
    console.log(
      row(
        width === 'alone' ? 1 : count,
        width === 'alone' ? 1 : width,
        spread(of(ours)),
        against(ours, 'ours alone'),
        spread(of(floor)),
        against(floor, 'floor alone'),
        against(ours, floor),
        spread(of(ours, 'megabytes'), 0),
        against(ours, 'ours alone', 'megabytes'),
      ),
    )
  }
}
