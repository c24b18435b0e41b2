import type { Event } from './event.js'

/** Whether a run publishes or only shows what it would do, and the reason in words. */
export interface Mode {
  dryRun: boolean
  reason: string
}

/** Decides by the `dry-run` input, and for `auto` by the event: a pull request never publishes. */
export function decideMode(dryRun: 'auto' | 'true' | 'false', event: Event): Mode {
  if (dryRun !== 'auto') return { dryRun: dryRun === 'true', reason: `dry-run is ${dryRun}` }
  const hidden = reasonToHold(event)
  return hidden ? { dryRun: true, reason: hidden } : { dryRun: false, reason: publishingReason(event) }
}

/** Why an event must not publish, undefined when it may. */
function reasonToHold(event: Event): string | undefined {
  const { eventName, actor, payload } = event
  const pull = payload.pull_request
  if (pull && eventName.startsWith('pull_request')) {
    const fork = pull.head.repo?.full_name !== pull.base.repo.full_name
    const from = fork ? `from the fork ${pull.head.repo?.full_name ?? '(deleted)'}` : 'of this repository'
    return `pull request #${pull.number} ${from} (${eventName})`
  }
  if (payload.workflow_run?.event.startsWith('pull_request')) {
    return `workflow_run started by a ${payload.workflow_run.event} of ${payload.workflow_run.head_repository?.full_name ?? 'a deleted fork'}`
  }
  if (eventName.startsWith('pull_request')) return `${eventName} event`
  if (eventName === 'merge_group') return 'merge queue: the commit is not merged yet'
  if (actor === 'dependabot[bot]') return 'started by Dependabot, whose runs get no secrets'
  return undefined
}

function publishingReason({ eventName, ref }: Event): string {
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  if (ref.startsWith('refs/tags/')) return `tag ${name} (${eventName})`
  if (ref.startsWith('refs/heads/')) return `branch ${name} (${eventName})`
  return eventName === '' ? 'no event: not started by GitHub' : `${eventName} event`
}
