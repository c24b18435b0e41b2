import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Event } from '../../src/runtime/event.js'

/** The workflow that runs the step; see `GITHUB_WORKFLOW_REF` in the event. */
export const workflowFile = '.github/workflows/publish.yml'

/** A repository as a job sees it: a base commit, a pull request with changes, and the merge of both. */
export class PullRequestCheckout {
  readonly directory: string
  base = ''
  head = ''
  merge = ''

  constructor(directory = mkdtempSync(join(tmpdir(), 'checkout-'))) {
    this.directory = directory
    this.git('init', '-q', '-b', 'main')
  }

  git(...args: string[]): string {
    const author = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com']
    const options = { encoding: 'utf8', stdio: 'pipe' } as const
    return execFileSync('git', ['-C', this.directory, ...author, ...args], options).trim()
  }

  write(path: string, content: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.directory, path)), { recursive: true })
    writeFileSync(join(this.directory, path), content, { mode })
  }

  /** Removes a file or directory, if it exists. */
  delete(path: string): void {
    rmSync(join(this.directory, path), { recursive: true, force: true })
  }

  /** Writes the step into the workflow file. */
  writeWorkflow(inputs: Record<string, string>, path = workflowFile): void {
    const step = { uses: 'octo-org/evaluator-action@v1', with: inputs }
    this.write(path, JSON.stringify({ on: 'pull_request', jobs: { publish: { steps: [step] } } }))
  }

  commit(message = 'change'): string {
    this.git('add', '--all')
    this.git('commit', '-q', '--allow-empty', '-m', message)
    return this.git('rev-parse', 'HEAD')
  }

  /** Commits the files as the base. */
  commitBase(): void {
    this.base = this.commit('base')
  }

  /** Commits the files as the pull request, and checks out its merge with the base, as actions/checkout does. */
  commitHead(): void {
    this.git('checkout', '-q', '-b', 'topic')
    this.head = this.commit('head')
    this.git('checkout', '-q', '--detach', this.base)
    this.git('merge', '-q', '--no-ff', '-m', 'merge', this.head)
    this.merge = this.git('rev-parse', 'HEAD')
  }

  /** Returns the event of the pull request. */
  event(changes: Partial<Event> = {}): Event {
    const repository = 'octo-org/evaluators'
    const repo = { full_name: repository }
    return {
      eventName: 'pull_request',
      ref: 'refs/pull/7/merge',
      sha: this.merge,
      actor: 'octocat',
      repository,
      serverUrl: 'http://127.0.0.1:9',
      runUrl: undefined,
      workflowRef: `${repository}/${workflowFile}@refs/pull/7/merge`,
      workflowSha: this.merge,
      actionRepository: 'octo-org/evaluator-action',
      job: 'publish',
      payload: {
        pull_request: { number: 7, head: { repo, sha: this.head }, base: { repo, sha: this.base } },
      },
      ...changes,
    }
  }

  remove(): void {
    rmSync(this.directory, { recursive: true })
  }
}
