/** Runs the action on the example evaluator and the sandbox, as GitHub's runner would. */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../build/sandbox/index.js'
import { runAction } from '../build/sandbox/runner.js'
import { cache, repository } from './setup/machine.js'

/**
 * Starts the sandbox, and copies the example to its own workspace.
 * @param {(line: string) => void} [onLine] receives each line of the logs
 */
export async function startExample(onLine = () => {}) {
  const token = randomBytes(20).toString('hex')
  const sandbox = await startSandbox({
    organizations: [{ name: 'my-organization', tokens: [token] }],
    // Compressing and pushing the base image takes longer than everything else, so only the first run does it.
    registryStorage: join(cache, 'example-registry'),
  })
  const workspace = mkdtempSync(join(tmpdir(), 'example-'))
  cpSync(join(repository, 'examples/keypoint-detection'), workspace, { recursive: true })
  return {
    sandbox,

    /** Runs the action for an event with further inputs. Returns the step's result. */
    run: (event, inputs) =>
      runAction({
        action: repository,
        workspace,
        event,
        secrets: [token],
        inputs: {
          workflow: 'Keypoint Detection',
          'evaluator-name': 'evaluate_keypoint_detection',
          image: 'keypoint_detection_evaluator',
          'api-token': token,
          file: 'docker/Dockerfile',
          target: 'evaluator-without-client',
          // Needed only because this is not the platform.
          'api-url': sandbox.url,
          registry: sandbox.registry.host,
          ...inputs,
        },
        env: process.env.DOCKER_HOST ? { DOCKER_HOST: process.env.DOCKER_HOST } : {},
        onLine,
        deadline: 600_000,
      }),

    /** Lets the evaluator count more images as failures. */
    lowerThreshold() {
      const main = join(workspace, 'keypoint_detection/main.py')
      writeFileSync(main, readFileSync(main, 'utf8').replace('NmeThreshold(0.05)', 'NmeThreshold(0.03)'))
    },

    async stop() {
      await sandbox.close()
      rmSync(workspace, { recursive: true })
    },
  }
}

/**
 * Returns the inputs that run the evaluator on the samples of the fixture.
 * @param {string} image with Python and the platform's client
 */
export function contractInputs(image) {
  return {
    'build-args': `PYTHON_IMAGE=${image}`,
    verify: 'contract',
    'contract-fixture': 'contract-fixture.json',
  }
}

/** Inputs that compare the metrics with those of the registered evaluator. */
export const comparison = {
  'metrics-baseline': 'registered',
  'metrics-gate': 'warn',
  // The fixture still expects the metrics of the first version.
  'accept-findings': 'unexpected-metrics',
}
