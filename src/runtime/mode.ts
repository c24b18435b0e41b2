import { type Event, sourceOf } from './event.js'

/**
 * What a run may do, by its event. `publish`: the code is that of this repository. `dry-run`: it is not merged yet, and
 * GitHub gives the run only secrets that are meant for it. `untrusted`: the code may be anyone's, and the run may have
 * this repository's secrets beside it.
 */
export type EventClass = 'publish' | 'dry-run' | 'untrusted'

/** Whether a run publishes or only shows what it would do, and the reason in words. */
export interface Mode {
  dryRun: boolean
  reason: string
  /** The code may be anyone's: no credential reaches the build. */
  untrusted?: true
}

interface Rule {
  /** The events that it is for, as the documentation lists them. */
  events: string
  class: EventClass
  applies(event: Event): boolean
  reason(event: Event): string
  /** Why the code is not even built; undefined when it is. */
  refusal?(event: Event): string
}

const DEPENDABOT = 'dependabot[bot]'
const DELETED = 'a fork that was deleted'
const PUBLISHING = ['push', 'release', 'schedule', 'workflow_dispatch']

/** The first rule that applies decides. docs/pull-requests.md has them as a table, which is made from here. */
export const rules: readonly Rule[] = [
  {
    events: '`push` by Dependabot',
    class: 'dry-run',
    // GitHub gives other runs the same secrets, whoever started them.
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
        ? `the payload of this ${eventName} event does not tell whose code it brings, and the event can see the secrets of ${repository}. Check the file that GITHUB_EVENT_PATH names`
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
    reason: ({ eventName }) => `${eventName} event: whose code is checked out cannot be told`,
  },
]

/** What the documentation says of a rule. */
export function describeRule({ class: kind, refusal }: Rule): string {
  if (refusal) return 'refused'
  return {
    publish: 'publishes',
    'dry-run': 'dry run, with the secrets that the run has',
    untrusted: 'dry run, and nothing secret reaches the build',
  }[kind]
}

/** What the event lets a run do, why, and why its code is not even built; the latter undefined when it is. */
export function classify(event: Event): { class: EventClass; reason: string; refusal: string | undefined } {
  const rule = rules.find(({ applies }) => applies(event))
  if (!rule) throw new Error('the last rule applies to every event')
  return { class: rule.class, reason: rule.reason(event), refusal: rule.refusal?.(event) }
}

/**
 * Decides by the `dry-run` input, and for `auto` by the event.
 * @param allowForkCode the word of the user that the workflow checks out no unreviewed code
 */
export function decideMode(dryRun: 'auto' | 'true' | 'false', event: Event, allowForkCode = false): Mode {
  const { class: kind, reason } = classify(event)
  const mode =
    dryRun === 'auto'
      ? { dryRun: kind !== 'publish', reason }
      : { dryRun: dryRun === 'true', reason: `dry-run is ${dryRun}` }
  return kind === 'untrusted' && !allowForkCode ? { ...mode, untrusted: true } : mode
}

/** The repository that the code of the event is from; null for a fork that was deleted, undefined for not known. */
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

/** A run after another has secrets, whoever started that one. */
function isPushByDependabot({ payload: { workflow_run: run } }: Event): boolean {
  return (
    run?.event === 'push' &&
    (run.actor?.login === DEPENDABOT || run.head_branch?.startsWith('dependabot/') === true)
  )
}

/** Keys such as `pull_request`, `prNumber` and `issue`, and texts such as `refs/pull/7/merge`, at any depth. */
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
  const how = eventName === '' ? 'not started by GitHub' : eventName
  if (ref.startsWith('refs/tags/')) return `tag ${name} (${how})`
  if (ref.startsWith('refs/heads/')) return `branch ${name} (${how})`
  return eventName === '' ? 'no event: not started by GitHub' : `${eventName} event`
}
