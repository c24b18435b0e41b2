import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { example } from '../../sandbox/nucleus/example.js'
import { type NucleusSandbox, startNucleus } from '../../sandbox/nucleus/server.js'
import { pushBranch } from '../../sandbox/runner/events.js'
import { type RunOptions, runAction, type StepResult } from '../../sandbox/runner.js'
import { root } from './common.js'

export const key = 'nucleus-key-for-tests-0123456789'
export const limitedKey = 'limited-nucleus-key-for-tests-42'

/** The four results of the vendor's page on external evaluation functions. The last two have no weight. */
export const exampleResults = [
  { item_ref_id: 'aec019e2-93ce64eb.jpg', score: 0.9, weight: 0.5 },
  { item_ref_id: 'afa7cd59-e22c1803.jpg', score: 0.8, weight: 0.7 },
  { item_ref_id: '45259f44-68ab3846.jpg', score: 0.3 },
  { item_ref_id: '4f9b45d6-93651617.jpg', score: 0.5 },
]
export const exampleMetric = (0.9 * 0.5 + 0.8 * 0.7 + 0.3 + 0.5) / (0.5 + 0.7 + 1 + 1)

/** A job that runs the scenario-test action: Nucleus with the example slice, and a workspace with results. */
export class ScenarioTesting {
  readonly nucleus: NucleusSandbox
  readonly workspace = mkdtempSync(join(tmpdir(), 'evaluator-workspace-'))

  static async start(): Promise<ScenarioTesting> {
    return new ScenarioTesting(await startNucleus([key], [limitedKey]))
  }

  private constructor(nucleus: NucleusSandbox) {
    this.nucleus = nucleus
    this.write('results.json', JSON.stringify(exampleResults))
  }

  async stop(): Promise<void> {
    rmSync(this.workspace, { recursive: true })
    await this.nucleus.close()
  }

  write(path: string, content: string): void {
    writeFileSync(join(this.workspace, path), content)
  }

  /** Runs the action as the runner does. Undefined inputs are omitted. */
  async run(
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ): Promise<StepResult> {
    const all = {
      'evaluation-function': 'custom_mAP_fn',
      'scenario-test': 'my_scenario_test',
      'slice-id': example.sliceId,
      'model-id': example.modelId,
      results: 'results.json',
      'api-key': key,
      'api-url': this.nucleus.url,
      comment: 'off',
      ...inputs,
    }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return await runAction({
      action: join(root, 'scenario-test'),
      event: pushBranch('main'),
      workspace: this.workspace,
      secrets: [key, limitedKey],
      inputs: Object.fromEntries(given),
      ...options,
    })
  }

  /** Returns the calls that change something on the platform: all POST calls except those that page through items. */
  get changes(): string[] {
    return this.nucleus.requests
      .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/itemsPage'))
      .map(({ method, path, status }) => `${method} ${path.replace('/v1/nucleus/', '')} ${status}`)
  }
}
