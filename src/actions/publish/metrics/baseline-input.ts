import type { Event } from '../../../runtime/event.js'
import type { PublishValues } from '../fields.js'

/** What metrics are compared with: an image by its reference, what is registered now, or a commit. */
export interface BaselineInput {
  image: string | undefined
  /** Where nothing is known of the registration, the base commit takes its place. */
  registered: boolean
  base: BaseCommit
  /** For reading the repository. */
  token: string | undefined
}

/** The commit before the change, or why it is not known. */
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

/** Of a pull request what it is to be merged into, of a push what was there before. */
export function baseCommit({ serverUrl, repository, payload }: Event): BaseCommit {
  const { pull_request: pull, before } = payload
  const sha = pull?.base?.sha ?? before
  if (!serverUrl || !repository) return { reason: 'this run is not a job of GitHub' }
  if (!sha) return { reason: 'the event is neither a pull request nor a push' }
  if (/^0+$/.test(sha)) return { reason: 'the branch is new' }
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return { reason: 'the event names no commit' }
  return { repository: `${serverUrl}/${repository}.git`, sha }
}
