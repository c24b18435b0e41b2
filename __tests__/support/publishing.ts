import { randomInt } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import { pushTag } from '../../sandbox/runner/events.js'
import { type RunOptions, runAction, type StepResult } from '../../sandbox/runner.js'
import { RUN_LABEL } from '../../src/docker/owner.js'
import { otherToken, root, token } from './common.js'
import { docker, type Engine } from './engines.js'

export { otherToken, root, token }

/** A job that runs the root action: a sandbox, a workspace with a small evaluator, and inputs that publish it. */
export class Publishing {
  readonly sandbox: Sandbox
  readonly engine: Engine
  readonly workspace = mkdtempSync(join(tmpdir(), 'evaluator-workspace-'))
  /** A value for `RUNNER_TEMP`, which tests inspect after the job. */
  readonly temp = mkdtempSync(join(tmpdir(), 'evaluator-temp-'))
  /** `GITHUB_RUN_ID`. Distinguishes this job's containers from those of other tests on the same engine. */
  readonly runId = String(randomInt(1e9, 1e10))

  static async start(engine: Engine): Promise<Publishing> {
    const organizations = [
      { name: 'acme', tokens: [token] },
      { name: 'globex', tokens: [otherToken] },
    ]
    return new Publishing(await startSandbox({ organizations }), engine)
  }

  private constructor(sandbox: Sandbox, engine: Engine) {
    this.sandbox = sandbox
    this.engine = engine
    this.write('Dockerfile', 'FROM scratch\nCOPY evaluator /evaluator\nENTRYPOINT ["/evaluator"]\n')
    this.write('evaluator', `#!/bin/false ${Math.random()}\n`)
  }

  async stop(): Promise<void> {
    for (const directory of [this.workspace, this.temp]) rmSync(directory, { recursive: true })
    await this.#removeImages()
    await this.sandbox.close()
  }

  /** The registry's port is unique to this job, and so are its image names. */
  async #removeImages(): Promise<void> {
    const { host } = this.sandbox.registry
    const format = ['--format', '{{.Repository}}:{{.Tag}}']
    const images = await docker(this.engine, 'images', ...format, '--filter', `reference=${host}/*/*`)
    const names = images.split('\n').filter((name) => name !== '' && !name.endsWith(':<none>'))
    // Another job may have removed one.
    if (names.length > 0) await docker(this.engine, 'rmi', '--force', ...names).catch(() => {})
  }

  /** Returns the names of the containers and networks that the runs of this job left in the engine. */
  async leftInEngine(): Promise<string[]> {
    const filter = ['--filter', `label=${RUN_LABEL}=${this.runId}-1`]
    const left = await Promise.all([
      docker(this.engine, 'ps', '--all', '--format', '{{.Names}}', ...filter),
      docker(this.engine, 'network', 'ls', '--format', '{{.Name}}', ...filter),
    ])
    return left.flatMap((names) => names.split('\n')).filter((name) => name !== '')
  }

  write(path: string, content: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.workspace, path)), { recursive: true })
    writeFileSync(join(this.workspace, path), content, { mode })
  }

  copyExample(name: string): void {
    cpSync(join(root, 'examples', name), this.workspace, { recursive: true })
  }

  /** Runs the action as the runner does. Undefined inputs are omitted. */
  async run(
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ): Promise<StepResult> {
    const all = {
      workflow: 'Keypoint Detection',
      'evaluator-name': 'evaluate_keypoint_detection',
      image: 'keypoint_detection_evaluator',
      'api-token': token,
      'api-url': this.sandbox.url,
      registry: this.sandbox.registry.host,
      // The evaluator of most tests is not a program.
      verify: 'off',
      // GitHub is unreachable unless a test starts a stand-in.
      comment: 'off',
      ...inputs,
    }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return await runAction({
      action: root,
      event: pushTag('v1.2.3'),
      workspace: this.workspace,
      secrets: [token, otherToken],
      inputs: Object.fromEntries(given),
      ...options,
      github: { run_id: this.runId, ...options.github },
      env: { ...(this.engine.host && { DOCKER_HOST: this.engine.host }), ...options.env },
    })
  }

  /** Returns the calls that change something on the platform. */
  get changes(): string[] {
    return this.sandbox.requests
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/') && path !== '/v1/event')
      .map(({ method, path, status }) => `${method} ${path} ${status}`)
  }
}
