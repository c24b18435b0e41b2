import type { Event } from '../../../runtime/event.js'
import type { PublishValues } from '../fields.js'

/** The baseline that metrics are compared with: an image by its reference, the registered evaluator, or a commit. */
export interface BaselineInput {
  image: string | undefined
  /** If the registration is unknown, the base commit is used instead. */
  registered: boolean
  base: BaseCommit
  /** The token for reading the repository. */
  token: string | undefined
}

/** The commit before the change, or the reason why it is unknown. */
export type BaseCommit = { repository: string; sha: string } | { reason: string }

export function loadBaseline({ values }: PublishValues, event: Event): BaselineInput | undefined {
  const { 'metrics-baseline': baseline, 'github-token': token } = values
  if (baseline === undefined) return undefined
  return {
    image: baseline === 'registered' || baseline === 'base' ? undefined : baseline,
    registered: baseline === 'registered',
    base: baseCommit(event),
    token,
  }
}

/** Returns the base of a pull request, or the commit before a push. */
export function baseCommit({ serverUrl, repository, payload }: Event): BaseCommit {
  const { pull_request: pull, before } = payload
  const sha = pull?.base?.sha ?? before
  if (!serverUrl || !repository) return { reason: 'this run is not a job of GitHub' }
  if (!sha) return { reason: 'the event is neither a pull request nor a push' }
  if (/^0+$/.test(sha)) return { reason: 'the branch is new' }
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return { reason: 'the event names no commit' }
  return { repository: `${serverUrl}/${repository}.git`, sha }
}
