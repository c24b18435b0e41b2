/**
 * Compares ways to publish an evaluator: this action, the bare `docker buildx build --push`, the chain of
 * login, build and logout, and the vendor's scripts with the vendor's command line. Uses a real registry, and a real
 * engine only for the bench; the platform answers each call after 50 ms. Needs root, build/, dist/, the set-up's base
 * image, and PyPI for the vendor's command line.
 *
 * node scripts/bench-publish.js [--store classic|containerd] [RUNS] [MEGABYTES] [CASE…]
 *
 * A CASE is start-up, cold, warm, unchanged, reuse or use. Defaults to all of them.
 */
import { parseArgs } from 'node:util'
import { prepareVenv } from '../build/__tests__/compat/venv.js'
import { cases, reportUse } from './bench/cases.js'
import { describeEngine, storeOption, withBenchEngine } from './bench/engine.js'
import { head } from './bench/figures.js'
import { reportStartUp } from './bench/start-up.js'
import { byHand, chain, floor, ours } from './bench/ways.js'

const { values, positionals } = parseArgs({ options: storeOption, allowPositionals: true })
const [runs = 7, megabytes = 2048] = positionals.slice(0, 2).map(Number)
const known = ['start-up', ...Object.keys(cases), 'use']
const wanted = positionals.length > 2 ? positionals.slice(2) : known
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) throw new Error(`unknown case: ${unknown.join(', ')}; use ${known.join(', ')}`)
const client = 'kolena==1.69.0'

await withBenchEngine(values.store, async ({ engine, folder }) => {
  console.log(describeEngine(values.store))
  const bench = { runs, folder, engine, ways: await chooseWays() }
  if (wanted.includes('start-up')) await reportStartUp(Math.max(runs, 21))
  await reportCases(bench)
  if (wanted.includes('use')) await reportUse(bench)
})

async function reportCases(bench) {
  const chosen = Object.keys(cases).filter((name) => wanted.includes(name))
  if (chosen.length === 0) return
  console.log(head(3, 'image', 'case', 'way', 'seconds', '× build --push', '× by hand', 'target'))
  for (const name of chosen) {
    await cases[name]({ ...bench, image: 'small', size: 4 })
    await cases[name]({ ...bench, image: `${megabytes} MB`, size: megabytes })
  }
  console.log(`
"build --push" is the floor: logged in, into an existing repository, without a registration. "login, build, logout"
is what a chain of the usual actions runs in docker; their own starts of Node.js, three main and two post steps, are
not included. "by hand" is the vendor's guide without Poetry. The first two ways register nothing.

What limits each case: cold, the engine's work on the layers, as in the floor. Warm, a sequence of steps: Node.js
starts; the build, or the platform's login and repository if these take longer; the push; the registry confirms it; the
platform registers it; Node.js starts for the post step. The targets are for verify: off, as no other way verifies.
`)
}

async function chooseWays() {
  const vendor = await prepareVenv(client).catch((error) =>
    console.log(`Skipped: by hand, because ${client} cannot be installed. ${error.message}\n`),
  )
  return {
    'build --push': floor,
    'login, build, logout': chain,
    ...(vendor && { 'by hand': (job) => byHand({ ...job, path: `${vendor}:${job.path}` }) }),
    'ours, verify: off': (job) => ours(job, { verify: 'off' }),
    ours,
  }
}
