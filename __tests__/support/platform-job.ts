import { join } from 'node:path'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import { pushTag } from '../../sandbox/runner/events.js'
import { type RunOptions, runAction, type StepResult } from '../../sandbox/runner.js'
import { root, token } from './common.js'
import { type Fault, startFaultyProxy } from './faulty-proxy.js'

export const workflow = 'Keypoint Detection'

/** A job whose action uses the platform: a sandbox, and matching inputs. */
export class PlatformJob {
  readonly sandbox: Sandbox
  readonly #action: string

  static async start(action: 'model' | 'evaluate'): Promise<PlatformJob> {
    return new PlatformJob(await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] }), action)
  }

  /** Returns the same job with another action. */
  with(action: 'model' | 'evaluate'): PlatformJob {
    return new PlatformJob(this.sandbox, action)
  }

  private constructor(sandbox: Sandbox, action: string) {
    this.sandbox = sandbox
    this.#action = action
  }

  /** Runs the action as the runner does. Undefined inputs are omitted. */
  async run(
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ): Promise<StepResult> {
    const all = { workflow, 'api-token': token, 'api-url': this.sandbox.url, ...inputs }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return await runAction({
      action: join(root, this.#action),
      event: pushTag('v1.2.3'),
      secrets: [token],
      inputs: Object.fromEntries(given),
      ...options,
    })
  }

  /** Runs the action over a connection that breaks requests. */
  async runBroken(
    faultOf: (request: string, count: number) => Fault,
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ): Promise<StepResult & { requests: string[] }> {
    const proxy = await startFaultyProxy(this.sandbox.url, faultOf)
    try {
      const run = await this.run({ ...inputs, 'api-url': proxy.url }, options)
      return { ...run, requests: proxy.requests }
    } finally {
      await proxy.close()
    }
  }

  /** Returns the requests that the callback sends to the platform, with their statuses. */
  async requestsOf(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.sandbox.requests.length
    await work()
    return this.sandbox.requests
      .slice(before)
      .map(({ method, path, status }) => `${method} ${path.replace('/v1/', '')} ${status}`)
  }
}
