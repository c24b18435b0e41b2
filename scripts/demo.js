/** Publishes the example evaluator to the sandbox, as GitHub's runner would do for a pushed tag. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '../build/sandbox/index.js'
import { pushTag } from '../build/sandbox/runner/events.js'
import { runAction } from '../build/sandbox/runner.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const token = randomBytes(20).toString('hex')
const sandbox = await startSandbox({ organizations: [{ name: 'my-organization', tokens: [token] }] })

try {
  const { host } = sandbox.registry
  console.log(`The sandbox stands in for the platform: API ${sandbox.url}, registry ${host}\n`)
  const run = await runAction({
    action: root,
    workspace: join(root, 'examples/keypoint-detection'),
    event: pushTag('v1.2.3'),
    secrets: [token],
    inputs: {
      workflow: 'Keypoint Detection',
      'evaluator-name': 'evaluate_keypoint_detection',
      image: 'keypoint_detection_evaluator',
      'api-token': token,
      // Needed only if this machine cannot reach Docker Hub, PyPI or the platform.
      'api-url': sandbox.url,
      registry: host,
      file: 'docker/Dockerfile',
      target: 'evaluator-without-client',
      'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm',
    },
    env: process.env.DOCKER_HOST ? { DOCKER_HOST: process.env.DOCKER_HOST } : {},
    onLine: (line) => console.log(line),
  })
  report(run)
} finally {
  await sandbox.close()
}

function report({ exitCode, outputs, summary }) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(join(root, '.cache/summary.md'), summary)
  if (exitCode !== 0) {
    process.exitCode = 1
    console.log('\nThe demo failed. See the reason above.')
    return
  }
  console.log(`\nRegistered:\n${JSON.stringify(JSON.parse(outputs.registration), null, 2)}`)
  console.log('\nThe job summary is in .cache/summary.md')
}
