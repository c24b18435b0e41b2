/** A workflow event: its context and its payload. */

export interface RunnerEvent {
  /** `GITHUB_EVENT_NAME`. */
  name: string
  /** `GITHUB_REF`, for example `refs/tags/v1.2.3`. */
  ref: string
  /** `GITHUB_SHA`, 40 hex digits. */
  sha: string
  /** `owner/name` of the repository whose workflow runs. */
  repository: string
  actor: string
  /** `GITHUB_HEAD_REF` and `GITHUB_BASE_REF`: branch names, only for pull requests. */
  headRef?: string
  baseRef?: string
  payload: Record<string, unknown>
}

export const defaults = {
  repository: 'octo-org/evaluators',
  fork: 'octocat/evaluators',
  actor: 'octocat',
  branch: 'main',
  sha: '8f3c1d5e7a9b2c4d6e8f0a1b3c5d7e9f1a2b4c6d',
  headSha: '1b2c3d4e5f60718293a4b5c6d7e8f90123456789',
  baseSha: 'f00dfeed0123456789abcdef0123456789abcdef',
} as const

export type EventChanges = Partial<RunnerEvent>

/** Returns an event with the payload fields that all events share. */
export function createEvent(
  name: string,
  ref: string,
  payload: Record<string, unknown>,
  changes: EventChanges,
): RunnerEvent {
  const event = {
    name,
    ref,
    sha: defaults.sha,
    repository: defaults.repository,
    actor: defaults.actor,
    ...changes,
  }
  const common = { repository: describeRepository(event.repository), sender: describeAccount(event.actor) }
  return { ...event, payload: changes.payload ?? { ...payload, ...common } }
}

export function describeRepository(fullName: string, fork = false): Record<string, unknown> {
  const owner = describeAccount(ownerOf(fullName))
  return {
    id: idOf(fullName),
    name: fullName.split('/')[1],
    full_name: fullName,
    private: false,
    fork,
    owner,
    html_url: `https://github.com/${fullName}`,
    default_branch: defaults.branch,
  }
}

export function describeAccount(
  login: string,
  type = login.endsWith('[bot]') ? 'Bot' : 'User',
): Record<string, unknown> {
  return { id: idOf(login), login, type: login.endsWith('-org') ? 'Organization' : type }
}

export function ownerOf(repository: string): string {
  return repository.split('/')[0] ?? ''
}

/** Returns a stable number for a name, instead of one that GitHub assigns. */
export function idOf(name: string): number {
  return [...name].reduce((id, character) => (id * 31 + character.charCodeAt(0)) % 100_000_000, 7)
}
