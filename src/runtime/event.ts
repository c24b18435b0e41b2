import { readFileSync } from 'node:fs'
import type { context } from '@actions/github'
import { z } from 'zod/mini'
import { ActionError } from './errors.js'

/** A part of the payload whose shape is not the one that GitHub sends counts as absent: act and others send less. */
function known<T extends z.ZodMiniType>(shape: T) {
  return z.optional(z.catch(z.optional(shape), undefined))
}

/** null is a fork that was deleted. */
const Repository = known(z.nullable(z.object({ full_name: z.string() })))
const Text = known(z.string())
const Account = known(z.object({ login: z.string() }))

/** The fields of GitHub's event payloads that decisions depend on. */
const Payload = z.object({
  pull_request: known(
    z.object({
      number: known(z.int()),
      head: known(z.object({ repo: Repository, sha: Text })),
      base: known(z.object({ repo: Repository, sha: Text })),
    }),
  ),
  workflow_run: known(
    z.object({
      event: Text,
      head_branch: Text,
      head_sha: Text,
      head_repository: Repository,
      actor: Account,
    }),
  ),
  release: known(z.object({ tag_name: z.string() })),
  /** Of a push: the commit before it, or zeros for a new branch. */
  before: Text,
  client_payload: z.optional(z.unknown()),
})

/**
 * What started the workflow run: a part of `@actions/github`'s context. `ref` is like `refs/tags/v1.2.3`, or empty;
 * `sha` is the commit, 40 hexadecimal digits.
 */
export interface Event extends Pick<typeof context, 'eventName' | 'ref' | 'sha' | 'actor'> {
  /** `owner/name`. */
  repository: string
  /** Where the repository is: `https://github.com`. */
  serverUrl?: string | undefined
  /** Where the run can be looked at, undefined outside GitHub. */
  runUrl: string | undefined
  /** The workflow's file and where it was taken from: `owner/name/.github/workflows/publish.yml@refs/heads/main`. */
  workflowRef?: string | undefined
  /** Id of the job in its workflow. */
  job?: string | undefined
  /** Of GitHub's REST API, as an Enterprise server has its own. */
  apiUrl?: string | undefined
  payload: z.output<typeof Payload>
  /** What the image is named after, where a look at the checkout told more than the event. */
  source?: Source
}

/** A Git ref, `refs/tags/v1.2.3`, and its commit. */
export type Source = Pick<Event, 'ref' | 'sha'>

/** Whether the process runs in a job of GitHub Actions. Codespaces have some of the same variables, and not this one. */
export function startedByGitHub(): boolean {
  return process.env.GITHUB_ACTIONS === 'true'
}

/**
 * Reads the event from the runner's variables and its payload file.
 * (`@actions/github` would do it as well, but loads all of Octokit with it: 40 ms at each start.)
 */
export function readEvent(env: NodeJS.ProcessEnv = process.env): Event {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run } = env
  return {
    eventName: env.GITHUB_EVENT_NAME ?? '',
    ref: env.GITHUB_REF ?? '',
    sha: env.GITHUB_SHA ?? '',
    actor: env.GITHUB_ACTOR ?? '',
    repository,
    serverUrl: server,
    runUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
    workflowRef: env.GITHUB_WORKFLOW_REF,
    job: env.GITHUB_JOB,
    apiUrl: env.GITHUB_API_URL,
    payload: readPayload(env.GITHUB_EVENT_PATH),
  }
}

/**
 * What the run is about, as far as the event tells: a `workflow_run` runs on the default branch, whatever it follows,
 * and a `release` may come without a ref.
 */
export function sourceOf({ eventName, ref, sha, payload, source }: Event): Source {
  const { workflow_run: run, release } = payload
  if (source) return source
  if (eventName === 'workflow_run' && run?.head_branch && run.head_sha)
    return { ref: `refs/${run.event === 'release' ? 'tags' : 'heads'}/${run.head_branch}`, sha: run.head_sha }
  if (eventName === 'release' && ref === '' && release) return { ref: `refs/tags/${release.tag_name}`, sha }
  // Without a payload, act makes this of the number that it lacks.
  if (/^refs\/pull\/(?!\d+\/)/.test(ref)) return { ref: 'refs/heads/pr', sha }
  return { ref, sha }
}

function readPayload(path: string | undefined): Event['payload'] {
  if (!path) return {}
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
    return text.trim() === '' ? {} : Payload.parse(JSON.parse(text))
  } catch (cause) {
    throw new ActionError(
      `The event payload (GITHUB_EVENT_PATH) ${path} cannot be read, so it is not known whether this run may see secrets. Check what wrote it.`,
      { cause },
    )
  }
}
