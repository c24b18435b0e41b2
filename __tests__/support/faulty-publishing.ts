import type { StepResult } from '../../sandbox/runner.js'
import type { Engine } from './engines.js'
import { type Fault, startFaultyProxy } from './faulty-proxy.js'
import { Publishing } from './publishing.js'

/** A run whose requests were broken. */
export interface BrokenRun {
  run: StepResult
  /** Images that this run registered. Each run registers under a unique name. */
  registered: string[]
  requests: string[]
}

/** Publishes through a proxy that breaks requests to the platform or the registry. */
export class FaultyPublishing {
  readonly #job: Publishing
  #runs = 0

  static async start(engine: Engine): Promise<FaultyPublishing> {
    const job = await Publishing.start(engine)
    // Publishes the image once, so that later runs fail only at the broken step.
    const { exitCode, log } = await job.run()
    if (exitCode !== 0) throw new Error(`the first run failed:\n${log}`)
    return new FaultyPublishing(job)
  }

  private constructor(job: Publishing) {
    this.#job = job
  }

  stop(): Promise<void> {
    return this.#job.stop()
  }

  /** Publishes once. In the requests that `faultOf` receives, `%` replaces the name of this run's evaluator. */
  async publish(
    before: 'platform' | 'registry',
    faultOf: (request: string, count: number) => Fault,
  ): Promise<BrokenRun> {
    const number = ++this.#runs
    const evaluator = `evaluate_${number}`
    const { url, registry, state } = this.#job.sandbox
    const service = before === 'platform' ? url : `http://${registry.host}`
    const proxy = await startFaultyProxy(service, (request, count) =>
      faultOf(request.replace(evaluator, '%'), count),
    )
    // Uses a unique tag: a failed push is not an error if the registry already has this image under the tag.
    const inputs =
      before === 'platform' ? { 'api-url': proxy.url } : { registry: proxy.host, tags: `v${number}` }
    // Two seconds, so that a hanging server does not slow down the tests.
    const env = { EVALUATOR_ACTION_HTTP_TIMEOUT: '2' }
    const run = await this.#job.run({ ...inputs, 'evaluator-name': evaluator, organization: 'acme' }, { env })
    await proxy.close()
    const registered = state.registrations.filter(({ name }) => name === evaluator).map(({ image }) => image)
    return { run, registered, requests: proxy.requests }
  }
}

/** Runs several items in parallel, because each spends most of its time waiting. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all([worker(), worker(), worker(), worker(), worker()])
}
