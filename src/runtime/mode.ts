import { type Event, sourceOf } from './event.js'

/**
 * What a run may do, depending on its event. `publish`: the code belongs to this repository. `dry-run`: the code is not
 * merged yet, and the run gets only the secrets that GitHub provides for it. `untrusted`: anyone may have written the
 * code, and the run may also have this repository's secrets.
 */
export type EventClass = 'publish' | 'dry-run' | 'untrusted'

/** Whether a run publishes or only shows what it would do, and the reason. */
export interface Mode {
  dryRun: boolean
  reason: string
  /** Anyone may have written the code, so no credential reaches the build. */
  untrusted?: true
}

interface Rule {
  /** The events that the rule covers, as the documentation lists them. */
  events: string
  class: EventClass
  applies(event: Event): boolean
  reason(event: Event): string
  /** Returns the reason why the code is not built at all. Absent if it is built. */
  refusal?(event: Event): string
}

const DEPENDABOT = 'dependabot[bot]'
const DELETED = 'a fork that was deleted'
const PUBLISHING = ['push', 'release', 'schedule', 'workflow_dispatch']

/** The first matching rule applies. The table in docs/pull-requests.md is generated from these rules. */
export const rules: readonly Rule[] = [
  {
    events: '`push` by Dependabot',
    class: 'dry-run',
    // Other runs get the same secrets from GitHub, whoever started them.
    applies: ({ eventName, actor }) => eventName === 'push' && actor === DEPENDABOT,
    reason: () => 'started by Dependabot, whose runs get no secrets',
  },
  {
    events: `${PUBLISHING.map((name) => `\`${name}\``).join(', ')}; a called workflow has the event of its caller`,
    class: 'publish',
    applies: ({ eventName }) => PUBLISHING.includes(eventName) || eventName === '',
    reason: publishingReason,
  },
  {
    events: '`repository_dispatch` whose `client_payload` names no pull request',
    class: 'publish',
    applies: ({ eventName, payload }) =>
      eventName === 'repository_dispatch' && !namesPullRequest(payload.client_payload),
    reason: publishingReason,
  },
  {
    events: `\`workflow_run\` after one of ${PUBLISHING.map((name) => `\`${name}\``).join(', ')} in this repository, but not after a push by Dependabot`,
    class: 'publish',
    applies: (event) =>
      event.eventName === 'workflow_run' &&
      originOf(event) === 'own' &&
      PUBLISHING.includes(event.payload.workflow_run?.event ?? '') &&
      !isPushByDependabot(event),
    reason: publishingReason,
  },
  {
    events: '`pull_request` from this repository',
    class: 'dry-run',
    applies: (event) => event.eventName === 'pull_request' && originOf(event) === 'own',
    reason: pullRequestReason,
  },
  {
    events: '`merge_group`',
    class: 'dry-run',
    applies: ({ eventName }) => eventName === 'merge_group',
    reason: () => 'merge queue: the commit is not merged yet',
  },
  {
    events:
      '`pull_request_target` and `workflow_run` of a fork, or without a payload that says whose code it is',
    class: 'untrusted',
    applies: (event) =>
      ['pull_request_target', 'workflow_run'].includes(event.eventName) && originOf(event) !== 'own',
    reason: (event) => (event.eventName === 'workflow_run' ? runReason(event) : pullRequestReason(event)),
    refusal: (event) => {
      const { eventName, repository } = event
      const from = originOf(event) === 'unknown' ? undefined : (headOf(event)?.full_name ?? DELETED)
      return from === undefined
        ? `the payload of this ${eventName} event does not say whose code it brings, and the event can see the secrets of ${repository}. Check the file that GITHUB_EVENT_PATH names`
        : `this ${eventName} event comes from ${from} and can see the secrets of ${repository}; building a fork's code here could give them away. Use the pull_request event, whose dry run needs no secret`
    },
  },
  {
    events: '`workflow_run` after any other event',
    class: 'untrusted',
    applies: ({ eventName }) => eventName === 'workflow_run',
    reason: runReason,
  },
  {
    events: '`pull_request` from a fork, `pull_request_target`, `pull_request_review` and the like',
    class: 'untrusted',
    applies: ({ eventName }) => eventName.startsWith('pull_request'),
    reason: pullRequestReason,
  },
  {
    events:
      'every other event, such as `issue_comment`, `deployment_status` or `repository_dispatch` for a pull request',
    class: 'untrusted',
    applies: () => true,
    reason: ({ eventName }) => `${eventName} event: it is unknown whose code is checked out`,
  },
]

/** Describes a rule for the documentation. */
export function describeRule({ class: kind, refusal }: Rule): string {
  if (refusal) return 'refused'
  return {
    publish: 'publishes',
    'dry-run': 'dry run, with the secrets that the run has',
    untrusted: 'dry run, and nothing secret reaches the build',
  }[kind]
}

/** Returns what the event allows, why, and why its code is not built; the last is undefined if it is built. */
export function classify(event: Event): { class: EventClass; reason: string; refusal: string | undefined } {
  const rule = rules.find(({ applies }) => applies(event))
  if (!rule) throw new Error('the last rule applies to every event')
  return { class: rule.class, reason: rule.reason(event), refusal: rule.refusal?.(event) }
}

/**
 * Decides by the `dry-run` input, and for `auto` by the event.
 * @param allowForkCode whether the user guarantees that the workflow checks out no unreviewed code
 */
export function decideMode(dryRun: 'auto' | 'true' | 'false', event: Event, allowForkCode = false): Mode {
  const { class: kind, reason } = classify(event)
  const mode =
    dryRun === 'auto'
      ? { dryRun: kind !== 'publish', reason }
      : { dryRun: dryRun === 'true', reason: `set by dry-run: ${dryRun}` }
  return kind === 'untrusted' && !allowForkCode ? { ...mode, untrusted: true } : mode
}

/**
 * Returns the repository that the event's code comes from: null if the fork was deleted, undefined if it is unknown.
 */
function headOf({ eventName, payload: { pull_request: pull, workflow_run: run } }: Event) {
  return eventName === 'workflow_run' ? run?.head_repository : pull?.head?.repo
}

function originOf(event: Event): 'own' | 'fork' | 'unknown' {
  const { eventName, repository, payload } = event
  const head = headOf(event)
  if (head === undefined || (eventName === 'workflow_run' && !payload.workflow_run?.event)) return 'unknown'
  const own = payload.pull_request?.base?.repo?.full_name ?? repository
  if (!own) return 'unknown'
  return head?.full_name === own ? 'own' : 'fork'
}

/** Returns whether a workflow_run follows a push by Dependabot. It has secrets, whoever started the run before it. */
function isPushByDependabot({ payload: { workflow_run: run } }: Event): boolean {
  return (
    run?.event === 'push' &&
    (run.actor?.login === DEPENDABOT || run.head_branch?.startsWith('dependabot/') === true)
  )
}

/** Matches keys such as `pull_request`, `prNumber` and `issue`, and texts such as `refs/pull/7/merge`, at any depth. */
function namesPullRequest(value: unknown): boolean {
  if (typeof value === 'string') return /(^|\/)pulls?\/\d/.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, item]) => {
    const words = key
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .split(/[^a-z]+/)
    const named = words.some((word) =>
      ['pr', 'prs', 'pull', 'pulls', 'pullrequest', 'issue', 'fork'].includes(word),
    )
    return (named && Boolean(item)) || namesPullRequest(item)
  })
}

function pullRequestReason(event: Event): string {
  const { eventName, payload } = event
  const { pull_request: pull } = payload
  if (!pull || originOf(event) === 'unknown') return `${eventName} event`
  const number = pull.number === undefined ? '' : ` #${pull.number}`
  return `pull request${number} ${whose(event)} (${eventName})`
}

function runReason(event: Event): string {
  const { workflow_run: run } = event.payload
  if (originOf(event) === 'unknown') return 'workflow_run event'
  return `workflow_run after a ${run?.event} ${whose(event)}`
}

function whose(event: Event): string {
  return originOf(event) === 'own'
    ? 'of this repository'
    : `from the fork ${headOf(event)?.full_name ?? '(deleted)'}`
}

function publishingReason(event: Event): string {
  const { eventName } = event
  const { ref } = sourceOf(event)
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  const how = eventName === '' ? 'from this machine' : eventName
  if (ref.startsWith('refs/tags/')) return `tag ${name} (${how})`
  if (ref.startsWith('refs/heads/')) return `branch ${name} (${how})`
  return eventName === '' ? how : `${eventName} event`
}
