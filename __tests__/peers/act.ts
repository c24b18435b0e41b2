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
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { isMap, isSeq, parseDocument } from 'yaml'
import { findNode } from '../../sandbox/runner/environment.js'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { cache, root } from './venv.js'

const version = '0.2.89'
const execute = promisify(execFile)

/** What a `uses:` of ours gets at the most: the files that a release has and that an action can need. */
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

/** act, built by Go once below `.cache` and then reused. */
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
  /** Inputs that the steps with the root action get besides their own. */
  inputs?: Record<string, string>
}

/** A user's repository with one of our examples as its workflow, which act runs on this machine, in place of GitHub's runner. */
export class UserRepository {
  readonly #act: string
  readonly #home = mkdtempSync(join(tmpdir(), 'act-home-'))
  readonly #workspace = join(this.#home, 'repository')
  readonly #action = join(this.#home, 'evaluator-action')
  readonly #programs = join(this.#home, 'programs')

  static async create(): Promise<UserRepository> {
    return new UserRepository(await prepareAct())
  }

  private constructor(act: string) {
    this.#act = act
    for (const path of released) cpSync(join(root, path), join(this.#action, path), { recursive: true })
    mkdirSync(this.#programs)
    // act runs node24 actions by the node that it finds, and GitHub's runner brings one of its own.
    symlinkSync(findNode(), join(this.#programs, 'node'))
  }

  remove(): void {
    rmSync(this.#home, { recursive: true })
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.#workspace, path)), { recursive: true })
    writeFileSync(join(this.#workspace, path), content)
  }

  copyExample(name: string): void {
    cpSync(join(root, 'examples', name), this.#workspace, { recursive: true })
  }

  /** A program that the runner of GitHub has and this machine may lack. */
  addProgram(name: string, script: string): void {
    writeFileSync(join(this.#programs, name), script, { mode: 0o755 })
  }

  /**
   * Commits everything, and runs an example of `examples/workflows` as the event does.
   * @returns how each job ended, and the log of all, which has outputs and summaries in it
   */
  async run(workflow: string, { event, secrets = {}, env = {}, inputs = {} }: WorkflowRun) {
    const path = join('.github/workflows', workflow)
    this.write(path, withInputs(readFileSync(join(root, 'examples/workflows', workflow), 'utf8'), inputs))
    await this.#commit()
    const [payload, secretFile] = ['event.json', 'secrets'].map((name) => join(this.#home, name))
    writeFileSync(payload ?? '', JSON.stringify(event.payload))
    writeFileSync(secretFile ?? '', asLines(secrets), { mode: 0o600 })
    return await this.#start([
      ...[event.name, '--directory', this.#workspace, '--workflows', path],
      ...['--eventpath', payload ?? '', '--secret-file', secretFile ?? '', '--actor', event.actor],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
      ...['--local-repository', `OWNER/evaluator-action@v1=${this.#action}`],
      ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ])
  }

  async #commit(): Promise<void> {
    const author = ['-c', 'user.name=user', '-c', 'user.email=user@example.com']
    const git = (...args: string[]) => execute('git', ['-C', this.#workspace, ...author, ...args])
    await git('init', '--quiet', '--initial-branch=main')
    await git('add', '--all')
    await git('commit', '--quiet', '--allow-empty', '--message=Evaluate')
    await git('remote', 'add', 'origin', 'https://github.com/octo-org/evaluators.git').catch(() => undefined)
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

/** The workflow, the steps with the root action in it with more inputs, and everything else as it was. */
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
