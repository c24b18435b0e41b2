import { readFileSync } from 'node:fs'
import type { context } from '@actions/github'
import { z } from 'zod/mini'
import { ActionError } from './errors.js'

const Repository = z.object({ full_name: z.string() })
const Head = z.object({ repo: z.nullable(Repository), sha: z.string() })

/** The fields of GitHub's event payloads that decisions depend on. */
const Payload = z.object({
  pull_request: z.optional(
    z.object({ number: z.number(), head: Head, base: z.object({ repo: Repository }) }),
  ),
  workflow_run: z.optional(z.object({ event: z.string(), head_repository: z.nullable(Repository) })),
  repository: z.optional(Repository),
})

/**
 * What started the workflow run: a part of `@actions/github`'s context. `ref` is like `refs/tags/v1.2.3`, or empty;
 * `sha` is the commit, 40 hexadecimal digits.
 */
export interface Event extends Pick<typeof context, 'eventName' | 'ref' | 'sha' | 'actor'> {
  /** `owner/name`. */
  repository: string
  /** Where the run can be looked at, undefined outside GitHub. */
  runUrl: string | undefined
  /** The workflow's file and where it was taken from: `owner/name/.github/workflows/publish.yml@refs/heads/main`. */
  workflowRef?: string | undefined
  /** Id of the job in its workflow. */
  job?: string | undefined
  /** Of GitHub's REST API, as an Enterprise server has its own. */
  apiUrl?: string | undefined
  payload: z.output<typeof Payload>
}

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
    runUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
    workflowRef: env.GITHUB_WORKFLOW_REF,
    job: env.GITHUB_JOB,
    apiUrl: env.GITHUB_API_URL,
    payload: readPayload(env.GITHUB_EVENT_PATH),
  }
}

function readPayload(path: string | undefined): Event['payload'] {
  if (!path) return {}
  try {
    return Payload.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new ActionError(
      `The event payload (GITHUB_EVENT_PATH) ${path} cannot be read, so it is not known whether this run may see secrets. Check what wrote it.`,
      { cause },
    )
  }
}
