/**
 * Runs the tests: `node scripts/test.js [unit|e2e|containerd|compat] [pattern…] [jest options…]`.
 * Without a suite it sets up the machine, builds, lints, and runs the unit tests, then the end-to-end tests on the
 * machine's engine.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startContainerdEngine, usesContainerdStore } from './setup/containerd-engine.js'
import { repository as root } from './setup/machine.js'
import { say } from './setup/say.js'

/**
 * Number of concurrent test files. End-to-end tests often wait, so three of them keep two processors busy; more would
 * only make each run slower. Compat suites start programs and engines that exist once.
 */
const workers = { unit: '100%', e2e: '3', compat: '1' }
/** Time limit of one test in milliseconds. Generous, because a loaded machine is slow. */
const timeouts = { unit: 60_000, e2e: 240_000, compat: 600_000 }
/** Only suites that import this depend on the engine. */
const engineTests = 'build/__tests__/support/engines.js'

const [suite, ...args] = process.argv.slice(2)

if (suite === undefined) {
  step('set-up', process.execPath, ['scripts/setup.js'])
  step('build', process.execPath, ['scripts/build.js'])
  step('tables', process.execPath, ['scripts/readme.js'])
  step('schema', process.execPath, ['scripts/schema.js'])
  step('findings', process.execPath, ['scripts/findings.js'])
  step('check', 'npx', ['biome', 'check', '.'])
  jest('unit')
  jest('e2e')
} else if (suite === 'unit') {
  step('compile', process.execPath, ['scripts/build.js', '--compile'])
  jest('unit', args)
} else if (suite === 'e2e') {
  step('set-up', process.execPath, ['scripts/setup.js'])
  step('build', process.execPath, ['scripts/build.js'])
  jest('e2e', args)
} else if (suite === 'compat') {
  step('set-up', process.execPath, ['scripts/setup.js'])
  step('build', process.execPath, ['scripts/build.js'])
  const engine = await startContainerdEngine()
  const options = [...args, ...withoutMissingPeer()]
  jest('compat', options, engine ? { CONTAINERD_ENGINE: engine.host } : {})
} else if (suite === 'containerd') {
  await testOnContainerdEngine()
} else {
  console.error(`Unknown suite ${suite}: use unit, e2e, containerd or compat.`)
  process.exitCode = 2
}

/** Runs the end-to-end tests on an engine with the containerd image store, where images have different digests. */
async function testOnContainerdEngine() {
  step('set-up', process.execPath, ['scripts/setup.js'])
  step('build', process.execPath, ['scripts/build.js'])
  const engine = await startContainerdEngine()
  if (!engine) return say('this machine’s own engine has the containerd image store: npm test covers it')
  jest('e2e', args.length > 0 ? args : ['--findRelatedTests', engineTests], { TEST_ENGINE: engine.host })
}

/** Leaves out the comparison with docker/build-push-action if its repository is missing, and says so. */
function withoutMissingPeer() {
  const checkout = process.env.BUILD_PUSH_ACTION ?? join(root, '..', 'build-push-action')
  if (existsSync(join(checkout, '__tests__/context.test.ts'))) return []
  say(`build-push-action: left out, because ${checkout} is not a checkout of docker/build-push-action`)
  return ['--testPathIgnorePatterns=compat/build-push-action']
}

function jest(project, args = [], env = {}) {
  const options = [
    '--selectProjects',
    project,
    `--maxWorkers=${workers[project]}`,
    `--testTimeout=${timeouts[project]}`,
  ]
  const store = usesContainerdStore(env.TEST_ENGINE && { DOCKER_HOST: env.TEST_ENGINE })
    ? 'containerd'
    : 'classic'
  step(`${project} tests`, process.execPath, ['node_modules/jest/bin/jest.js', ...options, ...args], {
    NODE_OPTIONS: '--experimental-vm-modules',
    IMAGE_STORE: store,
    ...env,
  })
}

/** Runs one step and prints its duration. Exits if it fails. */
function step(name, program, args, env = {}) {
  const start = performance.now()
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  if (error) throw error
  say(
    `${name}: ${status === 0 ? 'passed' : 'failed'} in ${((performance.now() - start) / 1000).toFixed(0)} s`,
  )
  if (status !== 0) process.exit(status ?? 1)
}
