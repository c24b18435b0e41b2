import { readFileSync } from 'node:fs'
import type { context } from '@actions/github'
import { z } from 'zod/mini'
import { ActionError } from './errors.js'

/** A part of the payload with an unexpected shape counts as absent: act and other tools send less than GitHub. */
function known<T extends z.ZodMiniType>(shape: T) {
  return z.optional(z.catch(z.optional(shape), undefined))
}

/** null if the fork was deleted. */
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
  /** For a push: the previous commit of the branch, or zeros if the branch is new. */
  before: Text,
  client_payload: z.optional(z.unknown()),
})

/**
 * Describes what started the workflow run, as a subset of `@actions/github`'s context. `ref` looks like
 * `refs/tags/v1.2.3` or is empty; `sha` is the commit, 40 hexadecimal digits.
 */
export interface Event extends Pick<typeof context, 'eventName' | 'ref' | 'sha' | 'actor'> {
  /** `owner/name`. */
  repository: string
  /** The address of the server: `https://github.com`. */
  serverUrl?: string | undefined
  /** The address of the run; undefined outside GitHub. */
  runUrl: string | undefined
  /** The workflow's file and its ref: `owner/name/.github/workflows/publish.yml@refs/heads/main`. */
  workflowRef?: string | undefined
  /** The commit that the workflow's file is from. */
  workflowSha?: string | undefined
  /** The repository of the action that runs, `owner/name`; undefined for an action of the workspace. */
  actionRepository?: string | undefined
  /** The id of the job in its workflow. */
  job?: string | undefined
  /** The address of GitHub's REST API. An Enterprise server has its own. */
  apiUrl?: string | undefined
  payload: z.output<typeof Payload>
  /** The ref that the image is named after, if the checkout contains more information than the event. */
  source?: Source
}

/** A Git ref such as `refs/tags/v1.2.3`, and its commit. */
export type Source = Pick<Event, 'ref' | 'sha'>

/**
 * Returns whether the process runs in a job of GitHub Actions. Codespaces set some of the same variables, but not this
 * one.
 */
export function startedByGitHub(): boolean {
  return process.env.GITHUB_ACTIONS === 'true'
}

/**
 * Reads the event from the runner's variables and its payload file. (`@actions/github` could read it too, but loads all
 * of Octokit, which takes 40 ms at each start.)
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
    workflowSha: env.GITHUB_WORKFLOW_SHA,
    actionRepository: env.GITHUB_ACTION_REPOSITORY || undefined,
    job: env.GITHUB_JOB,
    apiUrl: env.GITHUB_API_URL,
    payload: readPayload(env.GITHUB_EVENT_PATH),
  }
}

/**
 * Returns the ref and commit that the run is about, as far as the event shows: a `workflow_run` always runs on the
 * default branch, and a `release` may come without a ref.
 */
export function sourceOf({ eventName, ref, sha, payload, source }: Event): Source {
  const { workflow_run: run, release } = payload
  if (source) return source
  if (eventName === 'workflow_run' && run?.head_branch && run.head_sha)
    return { ref: `refs/${run.event === 'release' ? 'tags' : 'heads'}/${run.head_branch}`, sha: run.head_sha }
  if (eventName === 'release' && ref === '' && release) return { ref: `refs/tags/${release.tag_name}`, sha }
  // act sets this ref if the payload has no number.
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
