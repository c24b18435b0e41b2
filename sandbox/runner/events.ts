/** Workflow events with the payload fields that an action may use for decisions, nested as in GitHub's payloads. */

import {
  createEvent,
  defaults,
  describeAccount,
  describeRepository,
  type EventChanges,
  ownerOf,
  type RunnerEvent,
} from './event.js'

export function pushTag(tag: string, changes: EventChanges = {}): RunnerEvent {
  return pushRef(`refs/tags/${tag}`, changes)
}

export function pushBranch(branch: string, changes: EventChanges = {}): RunnerEvent {
  return pushRef(`refs/heads/${branch}`, changes)
}

function pushRef(ref: string, changes: EventChanges): RunnerEvent {
  const sha = changes.sha ?? defaults.sha
  const created = ref.startsWith('refs/tags/')
  const before = created ? '0'.repeat(40) : defaults.baseSha
  const head_commit = { id: sha, message: 'Improve the evaluator', timestamp: '2026-01-05T10:00:00Z' }
  const payload = {
    ref,
    before,
    after: sha,
    base_ref: null,
    created,
    deleted: false,
    forced: false,
    head_commit,
  }
  return createEvent('push', ref, payload, changes)
}

export interface PullRequest {
  number?: number
  branch?: string
  /** `owner/name` of the fork. Without it, the pull request comes from the same repository. */
  fork?: string
  /** Whether the fork was deleted, in which case GitHub sends `head.repo: null`. */
  forkDeleted?: boolean
  title?: string
  action?: string
}

export function pullRequest(about: PullRequest = {}, changes: EventChanges = {}): RunnerEvent {
  return pullRequestEvent('pull_request', `refs/pull/${about.number ?? 7}/merge`, about, changes)
}

/** Runs on the base branch with secrets, for pull requests from anyone. */
export function pullRequestTarget(about: PullRequest = {}, changes: EventChanges = {}): RunnerEvent {
  return pullRequestEvent('pull_request_target', `refs/heads/${defaults.branch}`, about, changes)
}

function pullRequestEvent(name: string, ref: string, about: PullRequest, changes: EventChanges): RunnerEvent {
  const repository = changes.repository ?? defaults.repository
  const {
    number = 7,
    branch = 'keypoint-visibility',
    fork = repository,
    title = 'Count hidden keypoints',
  } = about
  const head = {
    label: `${ownerOf(fork)}:${branch}`,
    ref: branch,
    sha: defaults.headSha,
    repo: about.forkDeleted ? null : describeRepository(fork, fork !== repository),
  }
  const base = {
    label: `${ownerOf(repository)}:${defaults.branch}`,
    ref: defaults.branch,
    sha: defaults.baseSha,
    repo: describeRepository(repository),
  }
  const pull_request = {
    number,
    state: 'open',
    title,
    body: null,
    draft: false,
    merged: false,
    user: describeAccount(ownerOf(fork)),
    author_association: fork === repository ? 'MEMBER' : 'FIRST_TIME_CONTRIBUTOR',
    head,
    base,
    labels: [],
    html_url: `https://github.com/${repository}/pull/${number}`,
  }
  const payload = { action: about.action ?? 'synchronize', number, pull_request }
  return createEvent(name, ref, payload, { headRef: branch, baseRef: defaults.branch, ...changes })
}

/** A workflow that follows another one, with secrets. The other one may have run a fork's pull request. */
export function workflowRun(
  about: { event?: string; fork?: string } = {},
  changes: EventChanges = {},
): RunnerEvent {
  const repository = changes.repository ?? defaults.repository
  const { event = 'pull_request', fork = repository } = about
  const workflow_run = {
    id: 1658821493,
    name: 'Test',
    path: '.github/workflows/test.yml',
    event,
    status: 'completed',
    conclusion: 'success',
    head_branch: event === 'push' ? defaults.branch : 'keypoint-visibility',
    head_sha: defaults.headSha,
    head_repository: describeRepository(fork, fork !== repository),
    repository: describeRepository(repository),
    // GitHub leaves this empty for forks, so it does not reliably name the pull request.
    pull_requests: event === 'pull_request' && fork === repository ? [{ number: 7 }] : [],
  }
  return createEvent(
    'workflow_run',
    `refs/heads/${defaults.branch}`,
    { action: 'completed', workflow_run },
    changes,
  )
}

export function schedule(cron = '30 5 * * 1', changes: EventChanges = {}): RunnerEvent {
  return createEvent('schedule', `refs/heads/${defaults.branch}`, { schedule: cron }, changes)
}

export function workflowDispatch(
  inputs: Record<string, string> = {},
  changes: EventChanges = {},
): RunnerEvent {
  const ref = changes.ref ?? `refs/heads/${defaults.branch}`
  return createEvent(
    'workflow_dispatch',
    ref,
    { inputs, ref, workflow: '.github/workflows/publish.yml' },
    changes,
  )
}

export function mergeGroup(changes: EventChanges = {}): RunnerEvent {
  const head_ref = `refs/heads/gh-readonly-queue/${defaults.branch}/pr-7-${defaults.baseSha}`
  const merge_group = {
    head_sha: defaults.headSha,
    head_ref,
    base_sha: defaults.baseSha,
    base_ref: `refs/heads/${defaults.branch}`,
  }
  const payload = { action: 'checks_requested', merge_group }
  return createEvent('merge_group', head_ref, payload, { sha: defaults.headSha, ...changes })
}

export function release(tag = 'v1.2.3', changes: EventChanges = {}): RunnerEvent {
  const details = {
    id: 1,
    tag_name: tag,
    target_commitish: defaults.branch,
    name: tag,
    draft: false,
    prerelease: false,
  }
  return createEvent('release', `refs/tags/${tag}`, { action: 'published', release: details }, changes)
}

/** Dependabot's pull request comes from a branch of the repository itself, but like a fork's gets no secrets. */
export function dependabot(changes: EventChanges = {}): RunnerEvent {
  const about = { branch: 'dependabot/docker/python-3.13', title: 'Bump python from 3.12 to 3.13' }
  const event = pullRequest(about, { actor: 'dependabot[bot]', ...changes })
  const pull_request = {
    ...(event.payload.pull_request as object),
    user: describeAccount('dependabot[bot]', 'Bot'),
  }
  return { ...event, payload: { ...event.payload, pull_request } }
}

/** Completes an event with only a name and a ref. A push gets the payload of a push. */
export function completeEvent(event: EventChanges & Pick<RunnerEvent, 'name' | 'ref'>): RunnerEvent {
  return event.name === 'push' ? pushRef(event.ref, event) : createEvent(event.name, event.ref, {}, event)
}
