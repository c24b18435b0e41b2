import { execFile, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { isMap, isSeq, parseDocument } from 'yaml'
import { findNode } from '../../sandbox/runner/environment.js'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { cache, root } from './venv.js'

const version = '0.2.89'
const execute = promisify(execFile)

/** The files that a release contains and that an action may need. */
const released = [
  'action.yml',
  'package.json',
  'bin',
  'dist',
  'agreement',
  'evaluate',
  'lambda',
  'model',
  'scenario-test',
]

/** Returns act, which Go builds once into `.cache`. */
export async function prepareAct(): Promise<string> {
  const folder = join(cache, `act-${version}`)
  const act = join(folder, 'act')
  if (existsSync(act)) return act
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' }
  await execute('go', ['install', `github.com/nektos/act@v${version}`], { env, maxBuffer: 16 * 1024 * 1024 })
  return act
}

export interface WorkflowRun {
  event: RunnerEvent
  secrets?: Record<string, string>
  env?: Record<string, string>
  /** Additional inputs for the steps that use the root action. */
  inputs?: Record<string, string>
  /** Tags of the repository in addition to the one of the event. */
  tags?: readonly string[]
}

/** A repository with one of our workflows, which act runs on this machine instead of GitHub's runner. */
export class UserRepository {
  readonly #act: string
  readonly #home = mkdtempSync(join(tmpdir(), 'act-home-'))
  readonly #workspace = join(this.#home, 'repository')
  readonly #action = join(this.#home, 'evaluator-action')
  readonly #programs = join(this.#home, 'programs')
  /** The local folder of each `uses:` that is not downloaded from GitHub. */
  readonly #actions = new Map([['OWNER/evaluator-action@v1', this.#action]])

  static async create(): Promise<UserRepository> {
    return new UserRepository(await prepareAct())
  }

  private constructor(act: string) {
    this.#act = act
    for (const path of released) cpSync(join(root, path), join(this.#action, path), { recursive: true })
    mkdirSync(this.#programs)
    // act runs node24 actions with the node on PATH, while GitHub's runner ships its own.
    symlinkSync(findNode(), join(this.#programs, 'node'))
  }

  remove(): void {
    rmSync(this.#home, { recursive: true })
  }

  write(path: string, content: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.#workspace, path)), { recursive: true })
    writeFileSync(join(this.#workspace, path), content, { mode })
  }

  copyExample(name: string): void {
    cpSync(join(root, 'examples', name), this.#workspace, { recursive: true })
  }

  /** Adds a program that GitHub's runner has and this machine may lack. */
  addProgram(name: string, script: string): void {
    writeFileSync(join(this.#programs, name), script, { mode: 0o755 })
  }

  /** Adds a third-party action that does nothing here, because it depends on GitHub. */
  addIdleAction(uses: string): void {
    const folder = join(this.#home, 'idle')
    mkdirSync(folder, { recursive: true })
    const steps = "[{ run: 'true', shell: sh }]"
    writeFileSync(join(folder, 'action.yml'), `name: idle\nruns:\n  using: composite\n  steps: ${steps}\n`)
    this.#actions.set(uses, folder)
  }

  /** Runs git in the clone. */
  async git(...args: string[]): Promise<string> {
    const author = ['-c', 'user.name=user', '-c', 'user.email=user@example.com']
    const env = { PATH: process.env.PATH, HOME: this.#home }
    const { stdout } = await execute('git', ['-C', this.#workspace, ...author, ...args], { env })
    return stdout.trim()
  }

  /**
   * Commits and pushes everything, and runs one of our workflows for an event.
   * @param workflow its path; a relative one starts at the root of our repository
   * @returns the result of each job, and the complete log with outputs and summaries
   */
  async run(workflow: string, { event, secrets = {}, env = {}, inputs = {}, tags = [] }: WorkflowRun) {
    const path = join('.github/workflows', basename(workflow))
    this.write(path, withInputs(readFileSync(resolve(root, workflow), 'utf8'), inputs))
    await this.#push(event.ref.startsWith('refs/tags/') ? [...tags, event.ref.slice(10)] : tags)
    const payload = join(this.#home, 'event.json')
    const secretFile = join(this.#home, 'secrets')
    writeFileSync(payload, JSON.stringify(event.payload))
    writeFileSync(secretFile, asLines(secrets), { mode: 0o600 })
    return await this.#start([
      ...[event.name, '--directory', this.#workspace, '--workflows', path],
      ...['--eventpath', payload, '--secret-file', secretFile, '--actor', event.actor, '--no-cache-server'],
      ...['ubuntu-latest', 'ubuntu-24.04'].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
      ...[...this.#actions].flatMap(([uses, folder]) => ['--local-repository', `${uses}=${folder}`]),
      ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ])
  }

  /** Commits everything to main of a local origin, which git finds under a GitHub address. */
  async #push(tags: readonly string[]): Promise<void> {
    const address = 'https://github.com/octo-org/evaluators.git'
    const origin = join(this.#home, 'origin.git')
    writeFileSync(join(this.#home, '.gitconfig'), `[url "${origin}"]\n\tinsteadOf = ${address}\n`)
    await this.git('init', '--quiet', '--initial-branch=main')
    await this.git('init', '--quiet', '--bare', origin)
    await this.git('remote', 'add', 'origin', address)
    await this.git('add', '--all')
    await this.git('commit', '--quiet', '--message=Evaluate')
    for (const tag of tags) await this.git('tag', tag)
    await this.git('push', '--quiet', '--tags', 'origin', 'main')
  }

  async #start(args: readonly string[]): Promise<{ jobs: string[]; log: string }> {
    const env = { PATH: [this.#programs, process.env.PATH].join(delimiter), HOME: this.#home }
    const child = spawn(this.#act, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text
      })
    const exitCode = await new Promise((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    )
    const jobs = log.match(/Job (succeeded|failed)/g) ?? []
    if (jobs.length === 0) throw new Error(`act ran no job, and ended with ${exitCode}:\n${log}`)
    return { jobs, log }
  }
}

function asLines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** Returns the workflow with more inputs for the steps that use the root action. */
function withInputs(text: string, inputs: Record<string, string>): string {
  const workflow = parseDocument(text)
  const jobs = workflow.get('jobs')
  for (const { value: job } of isMap(jobs) ? jobs.items : []) {
    const steps = isMap(job) ? job.get('steps') : undefined
    for (const step of isSeq(steps) ? steps.items : [])
      if (isMap(step) && step.get('uses') === 'OWNER/evaluator-action@v1')
        for (const [name, value] of Object.entries(inputs)) step.setIn(['with', name], value)
  }
  return workflow.toString()
}
