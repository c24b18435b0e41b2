import type { Event } from './event.js'

/** Whether a run publishes or only shows what it would do, and the reason in words. */
export interface Mode {
  dryRun: boolean
  reason: string
}

/** Decides by the `dry-run` input, and for `auto` by the event: whatever may carry unreviewed code never publishes. */
export function decideMode(dryRun: 'auto' | 'true' | 'false', event: Event): Mode {
  if (dryRun !== 'auto') return { dryRun: dryRun === 'true', reason: `dry-run is ${dryRun}` }
  const hold = reasonToHold(event)
  return hold ? { dryRun: true, reason: hold } : { dryRun: false, reason: publishingReason(event) }
}

/**
 * Whose code from a fork an event brings together with the secrets of this repository: `owner/name` of the fork.
 * Such an event runs in the context of the base repository, so building the fork's code would hand it the secrets.
 * What a workflow checks out cannot be known, so the event alone decides.
 */
export function privilegedFork({ eventName, repository, payload }: Event): string | undefined {
  const { pull_request: pull, workflow_run: run } = payload
  if (eventName === 'pull_request_target' && pull && pull.head.repo?.full_name !== pull.base.repo.full_name) {
    return pull.head.repo?.full_name ?? 'a fork that was deleted'
  }
  if (eventName === 'workflow_run' && run && run.head_repository?.full_name !== repository) {
    return run.head_repository?.full_name ?? 'a fork that was deleted'
  }
  return undefined
}

/** Why an event must not publish, undefined when it may. */
function reasonToHold(event: Event): string | undefined {
  const { eventName, actor, payload, repository } = event
  const { pull_request: pull, workflow_run: run } = payload
  const of = (name: string | undefined) =>
    name === repository ? 'of this repository' : `from the fork ${name ?? '(deleted)'}`
  if (eventName.startsWith('pull_request')) {
    return pull
      ? `pull request #${pull.number} ${of(pull.head.repo?.full_name)} (${eventName})`
      : `${eventName} event`
  }
  if (eventName === 'workflow_run' && run) {
    const head = run.head_repository?.full_name
    if (run.event.startsWith('pull_request') || head !== repository)
      return `workflow_run after a ${run.event} ${of(head)}`
  }
  if (eventName === 'issue_comment') return 'issue_comment event: whose code is checked out cannot be told'
  if (eventName === 'merge_group') return 'merge queue: the commit is not merged yet'
  if (actor === 'dependabot[bot]') return 'started by Dependabot, whose runs get no secrets'
  return undefined
}

function publishingReason({ eventName, ref }: Event): string {
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  const how = eventName === '' ? 'not started by GitHub' : eventName
  if (ref.startsWith('refs/tags/')) return `tag ${name} (${how})`
  if (ref.startsWith('refs/heads/')) return `branch ${name} (${how})`
  return eventName === '' ? 'no event: not started by GitHub' : `${eventName} event`
}
