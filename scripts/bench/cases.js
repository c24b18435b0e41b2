/** The cases of the publish bench, which differ in what exists before the evaluator is published. */
import { join } from 'node:path'
import { DockerWrapper } from '../../build/__tests__/support/docker-wrapper.js'
import { changeSource, createEvaluator, withBaseInRegistry } from './evaluator.js'
import { head, interleave, median, ratio, row, spread } from './figures.js'
import { latency, startService } from './service.js'
import { ours, path, publish, usage } from './ways.js'

/**
 * @typedef {object} Bench
 * @property {number} runs
 * @property {string} folder for the workspaces
 * @property {Awaited<ReturnType<typeof import('./engine.js').startBenchEngine>>} engine
 * @property {Record<string, (job: import('./ways.js').Job) => Promise<number>>} ways
 * @property {string} image name of the image in the table
 * @property {number} size megabytes of the evaluator's dependencies
 * @property {string} [base] its base image, if it differs from the set-up's
 */

/** Seconds of the call that needs the image in the registry. All others run during the build or the push. */
const waits = latency / 1000
/** Rounds for a cold publish of an image from this size in megabytes: longer runs vary less. */
const large = { megabytes: 1000, runs: 5 }

export const cases = { cold, warm, unchanged, reuse }

/** The engine and the registry are empty. Each run has a new registry. */
async function cold(bench) {
  const jobs = createJobs(bench)
  const runs = bench.size < large.megabytes ? bench.runs : Math.min(bench.runs, large.runs)
  const results = await measure({ ...bench, runs }, async (job, work, tag) => {
    const service = await startService()
    try {
      return await work({ ...job, service, tag })
    } finally {
      await service.stop()
      await bench.engine.empty()
    }
  })(jobs)
  report(bench, 'cold', results, { factor: 1.05, seconds: 0 })
}

/** Only the sources changed since the last publish. */
async function warm(bench) {
  await withPublished(bench, async (jobs) => {
    const results = await measure(bench, (job, work, tag) => {
      changeSource(job.workspace)
      return work({ ...job, tag })
    })(jobs)
    report(bench, 'warm', results, { factor: 1.3, seconds: waits, byHand: 0.3 })
  })
}

/** The sources and the tag are the same, so that everything exists already. */
async function unchanged(bench) {
  await withPublished(bench, async (jobs) =>
    report(bench, 'unchanged', await measure(bench, (job, work) => work(job))(jobs)),
  )
}

/** A new tag for an image that was published from the same inputs, on an engine without it. */
async function reuse(bench) {
  const ways = { warm: ours, again: ours }
  await withBaseInRegistry((base) =>
    withPublished({ ...bench, ways, base }, async ({ warm, again }) => {
      const inputs = { verify: 'off', reuse: 'true' }
      await ours(again, inputs)
      const before = await interleave(bench.runs, {
        'ours, warm': (round) => {
          changeSource(warm.workspace)
          return ours({ ...warm, tag: `v1.${round}` }, { verify: 'off' })
        },
      })
      // Runs separately, because the others need the cache that this one must not have.
      await bench.engine.empty()
      const after = await interleave(bench.runs, {
        'ours, reuse: true': async (round) => {
          const { duration, outputs } = await publish({ ...again, tag: `v1.${round}` }, inputs)
          if (outputs.reused !== 'true') throw new Error('nothing was reused')
          return duration
        },
      })
      const [[, warmSeconds], [name, values]] = Object.entries({ ...before, ...after })
      console.log(row(bench.image, 'reuse', 'ours, warm', spread(warmSeconds), '', '', ''))
      const target = `≤ 0.35 × warm: ${ratio(values, warmSeconds).toFixed(2)} ×`
      console.log(row(bench.image, 'reuse', name, spread(values), '', '', target))
    }),
  )
}

/** Measures processes, calls, memory, and the time per phase, for one warm publish each. */
export async function reportUse(bench) {
  const small = { ...bench, image: 'small', size: 4 }
  await withPublished(small, async (jobs) => {
    console.log(`\n${head(1, 'warm publish', 'docker processes', 'platform calls', 'registry tokens')}`)
    for (const [name, work] of Object.entries(bench.ways)) console.log(await countOf(name, work, jobs[name]))
    changeSource(jobs.ours.workspace)
    const { megabytes, registryRequests } = await usage({ ...jobs.ours, tag: 'v1' }, { verify: 'off' })
    console.log(
      `\nThe action's own process, verify: off: ${megabytes.toFixed(0)} MB at its peak; it sends ${registryRequests} requests to the registry itself, and leaves the layers to docker.\n`,
    )
    await reportPhases(bench.runs, jobs.ours)
  })
}

async function countOf(name, work, job) {
  const wrapper = new DockerWrapper()
  try {
    changeSource(job.workspace)
    const before = await job.service.calls()
    const { PATH: path, DOCKER_CONFIG: config } = wrapper.environment()
    await work({ ...job, tag: 'counted', path, config })
    const after = await job.service.calls()
    return row(name, wrapper.calls.length, after.platform - before.platform, after.tokens - before.tokens)
  } finally {
    wrapper.remove()
  }
}

async function reportPhases(runs, job) {
  const { published } = await interleave(runs, {
    published: (round) => {
      changeSource(job.workspace)
      return publish({ ...job, tag: `v3.${round}` })
    },
  })
  console.log(head(1, 'phase of a warm publish', 'seconds'))
  for (const [index, { phase }] of published[0].phases.entries())
    console.log(row(phase, spread(published.map(({ phases }) => phases[index].to - phases[index].from))))
  console.log(row('outside of these', spread(published.map(outside))))
}

/** Returns the seconds of a run outside of its phases. */
function outside({ duration, phases }) {
  let [covered, end] = [0, 0]
  for (const { from, to } of phases.toSorted((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return duration - covered
}

/** Creates a workspace and a repository for each way, so that none finds another's results. */
function createJobs({ ways, folder, size, base }) {
  const entries = Object.keys(ways).map((way, index) => {
    const workspace = join(folder, `${size}-${index}`)
    createEvaluator(workspace, size, base)
    return [way, { workspace, name: `evaluator-${index}`, tag: 'v0', path }]
  })
  return Object.fromEntries(entries)
}

/** Publishes once with each way, calls back with the jobs, and removes everything afterwards. */
async function withPublished(bench, work) {
  const service = await startService()
  try {
    const entries = Object.entries(createJobs(bench)).map(([way, job]) => [way, { ...job, service }])
    for (const [way, job] of entries) await bench.ways[way](job)
    await work(Object.fromEntries(entries))
  } finally {
    await service.stop()
    await bench.engine.empty()
  }
}

function measure({ runs, ways }, once) {
  return (jobs) =>
    interleave(
      runs,
      Object.fromEntries(
        Object.entries(ways).map(([way, work]) => [way, (round) => once(jobs[way], work, `v1.${round}`)]),
      ),
    )
}

/** @param {{ factor: number, seconds: number, byHand?: number }} [target] for our action, without the verification */
function report({ image }, name, results, target) {
  const { 'build --push': base, 'by hand': byHand } = results
  for (const [way, values] of Object.entries(results)) {
    const shown = way === 'ours, verify: off' && target ? describe(target, base) : ''
    const hand = byHand ? ratio(values, byHand).toFixed(2) : ''
    console.log(row(image, name, way, spread(values), ratio(values, base).toFixed(2), hand, shown))
  }
}

function describe({ factor, seconds, byHand }, base) {
  const limit = median(base) * factor + seconds
  const sum = seconds === 0 ? `${factor} × floor` : `${factor} × floor + ${seconds} s`
  return `≤ ${sum} = ${limit.toFixed(2)} s${byHand ? `, ≤ ${byHand} × by hand` : ''}`
}
