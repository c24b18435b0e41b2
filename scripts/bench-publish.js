/**
 * What publishing an evaluator costs, side by side: this action, the bare `docker buildx build --push`, the chain of
 * login, build and logout, and the vendor's scripts with the vendor's command line. With the real engine and registry;
 * the platform answers each call after 50 ms. Needs build/, dist/, the set-up's base image, and PyPI for the vendor's
 * command line. DOCKER_HOST chooses the engine.
 *
 * node scripts/bench-publish.js [RUNS] [MEGABYTES] [CASE…]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareVenv } from '../build/__tests__/peers/venv.js'
import { cases, reportUse } from './bench/cases.js'
import { emptyEngine } from './bench/evaluator.js'
import { head } from './bench/figures.js'
import { reportStartUp } from './bench/start-up.js'
import { byHand, chain, floor, ours } from './bench/ways.js'

const [runs = 7, megabytes = 2048] = process.argv.slice(2, 4).map(Number)
const wanted = process.argv.length > 4 ? process.argv.slice(4) : Object.keys(cases)
const client = 'kolena==1.69.0'

const folder = mkdtempSync(join(tmpdir(), 'bench-publish-'))
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => removeAll().finally(() => process.exit(1)))

try {
  const bench = { runs, folder, ways: await chooseWays() }
  await reportStartUp(Math.max(runs, 21))
  console.log(head(3, 'image', 'case', 'way', 'seconds', '× build --push', '× by hand', 'target'))
  for (const name of wanted) {
    await cases[name]({ ...bench, image: 'small', size: 4 })
    await cases[name]({ ...bench, image: `${megabytes} MB`, size: megabytes })
  }
  await reportUse(bench)
  console.log(`
"build --push" is the floor: logged in, into a repository that is there, and nothing registered. "login, build, logout"
is what a chain of the usual actions has docker do; their own starts of Node.js, three main and two post steps, come on
top and are not in it. "by hand" is the vendor's guide without Poetry. Neither of the first two registers anything.

What bounds each: cold, the engine's work on the layers, which is the floor's. Warm, one thing after the other: the login
at the platform, which names the organization; the build; the push; reading the registration; registering. The targets
are for verify: off, since no other way verifies. Start-up: Node.js itself, compiling the bundle, and making the schemas.`)
} finally {
  await removeAll()
}

async function removeAll() {
  await emptyEngine()
  rmSync(folder, { recursive: true, force: true })
}

async function chooseWays() {
  const vendor = await prepareVenv(client).catch((error) =>
    console.log(`Left out: by hand, because ${client} cannot be installed. ${error.message}\n`),
  )
  return {
    'build --push': floor,
    'login, build, logout': chain,
    ...(vendor && { 'by hand': (job) => byHand({ ...job, path: `${vendor}:${job.path}` }) }),
    'ours, verify: off': (job) => ours(job, { verify: 'off' }),
    ours,
  }
}
