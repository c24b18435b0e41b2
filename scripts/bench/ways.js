/** The compared ways to publish. Each takes a job and returns its duration in seconds. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pushTag } from '../../build/sandbox/runner/events.js'
import { runAction } from '../../build/sandbox/runner.js'
import { organization, token } from './service.js'

/**
 * @typedef {object} Job
 * @property {Awaited<ReturnType<typeof import('./service.js').startService>>} service
 * @property {string} workspace folder of the evaluator
 * @property {string} name of the repository and of the evaluator
 * @property {string} tag
 * @property {string} path value of PATH
 * @property {string} [config] value of DOCKER_CONFIG for our action
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The machine's programs, as in a job. */
export const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const byHandScript = fileURLToPath(new URL('by-hand.sh', import.meta.url))
const workflow = 'Keypoint Detection'
/** Read for each command, because the bench starts its engine after this module is loaded. */
const engine = () => (process.env.DOCKER_HOST ? { DOCKER_HOST: process.env.DOCKER_HOST } : {})

const referenceOf = ({ service, name, tag }) => `${service.registry}/${organization}/${name}:${tag}`
const buildAndPush = (reference) =>
  `docker buildx build --network none --provenance=false --tag ${reference} --push .`.split(' ')

/** The floor: build and push with an existing login into an existing repository. */
export function floor(job) {
  return floorOfMany([job], 1)
}

/**
 * The floor for many evaluators: a build and push for each, with limited concurrency.
 * @param {Job[]} jobs into the same registry
 * @param {number} width
 */
export async function floorOfMany(jobs, width) {
  const [{ service }] = jobs
  for (const { name } of jobs) await service.addRepository(name)
  return withConfig(async (config) => {
    const auth = Buffer.from(`${organization}:${token}`).toString('base64')
    writeFileSync(join(config, 'config.json'), JSON.stringify({ auths: { [service.registry]: { auth } } }))
    // All workers take the next job from one iterator.
    const rest = jobs.values()
    const work = async () => {
      for (const job of rest) await run(job, config, buildAndPush(referenceOf(job)))
    }
    return await seconds(() => Promise.all(Array.from({ length: width }, work)))
  })
}

/** Runs the docker commands of a chain of the usual actions: login, build and push, logout. The repository exists. */
export async function chain(job) {
  await job.service.addRepository(job.name)
  const { registry } = job.service
  const login = ['docker', 'login', '--username', organization, '--password-stdin', registry]
  return withConfig((config) =>
    seconds(async () => {
      await run(job, config, login, { input: token })
      await run(job, config, buildAndPush(referenceOf(job)))
      await run(job, config, ['docker', 'logout', registry])
    }),
  )
}

/** Runs the vendor's scripts with the vendor's command line. */
export async function byHand(job) {
  const env = {
    IMAGE_NAME: job.name,
    IMAGE_VERSION: job.tag,
    DOCKER_REGISTRY: job.service.registry,
    ORGANIZATION: organization,
    WORKFLOW: workflow,
    EVALUATOR_NAME: job.name,
    KOLENA_TOKEN: token,
    KOLENA_API_URL: job.service.url,
  }
  return withConfig((config) => seconds(() => run(job, config, ['bash', byHandScript], { env })))
}

/** Runs this action, main and post, like the runner. */
export async function ours(job, inputs = {}, env = {}) {
  const { duration } = await publish(job, inputs, env)
  return duration
}

/** Runs this action. Returns the seconds of both stages, the phases of its timeline in seconds, and the outputs. */
export async function publish({ service, workspace, name, tag, path, config }, inputs = {}, env = {}) {
  const result = await runAction({
    action: root,
    workspace,
    event: pushTag('v1.0.0'),
    secrets: [token],
    deadline: 3_600_000,
    env: {
      ...engine(),
      PATH: path,
      ...(config && { DOCKER_CONFIG: config }),
      ...env,
    },
    inputs: {
      workflow,
      'evaluator-name': name,
      image: name,
      tags: tag,
      'api-token': token,
      'api-url': service.url,
      registry: service.registry,
      network: 'none',
      ...inputs,
    },
  })
  if (result.exitCode !== 0) throw new Error(result.log)
  const bars = [...result.summary.matchAll(/^ +(\S.*) [\d.]+ s :(\d+), (\d+)$/gm)]
  const phases = bars.map(([, phase, from, to]) => ({ phase, from: from / 1000, to: to / 1000 }))
  const duration = (result.duration + (result.post?.duration ?? 0)) / 1000
  return { duration, phases, outputs: result.outputs }
}

/** Runs this action and returns the resources of its main step, which a preloaded module writes at the end. */
export async function usage(job, inputs) {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-usage-')), 'usage.json')
  const probe = `
    import { writeFileSync } from 'node:fs'
    import { subscribe } from 'node:diagnostics_channel'
    const requests = {}
    subscribe('http.client.request.start', ({ request }) => {
      const host = request.getHeader('host')
      requests[host] = (requests[host] ?? 0) + 1
    })
    process.on('exit', () => {
      const { maxRSS } = process.resourceUsage()
      if (process.argv[1].endsWith('publish.js')) writeFileSync(${JSON.stringify(file)}, JSON.stringify({ maxRSS, requests }))
    })`
  const option = `--import=data:text/javascript,${encodeURIComponent(probe)}`
  try {
    const { duration } = await publish(job, inputs, { NODE_OPTIONS: option })
    const { maxRSS, requests } = JSON.parse(readFileSync(file, 'utf8'))
    const registryRequests = requests[job.service.registry] ?? 0
    return { seconds: duration, megabytes: (maxRSS * 1024) / 1e6, registryRequests }
  } finally {
    rmSync(dirname(file), { recursive: true })
  }
}

async function withConfig(work) {
  const config = mkdtempSync(join(tmpdir(), 'bench-docker-'))
  try {
    return await work(config)
  } finally {
    rmSync(config, { recursive: true })
  }
}

async function seconds(work) {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Runs a command with the environment of a job's step. Throws with its output if it fails. */
async function run({ workspace, path }, config, [command, ...args], { input = '', env = {} } = {}) {
  const home = join(config, 'home')
  mkdirSync(home, { recursive: true })
  const child = spawn(command, args, {
    cwd: workspace,
    env: { ...engine(), PATH: path, HOME: home, LANG: 'C.UTF-8', DOCKER_CONFIG: config, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}:\n${output.slice(-4000)}`)
}
