/** A comment of a pull request, as GitHub's REST API shows it. */
export interface Comment {
  id: number
  body: string
  user: { login: string; type: 'User' | 'Bot' }
  created_at: string
  updated_at: string
}

/** The owner of a token, and its permissions in each repository of the stand-in. */
export interface Access {
  login: string
  permission: 'write' | 'read'
}

export interface GitHubOptions {
  /** Maps a token to its access. */
  tokens: ReadonlyMap<string, Access>
  /** `owner/name`. */
  repository: string
  /** Numbers of the existing pull requests. */
  pullRequests: readonly number[]
}

/** The pull requests of one repository, with their comments. */
export class GitHubState {
  readonly options: GitHubOptions
  readonly #comments = new Map<number, Comment[]>()
  #lastId = 1_000_000

  constructor(options: GitHubOptions) {
    this.options = options
    for (const number of options.pullRequests) this.#comments.set(number, [])
  }

  /** Returns comments, oldest first, or undefined if the pull request does not exist. */
  commentsOf(pullRequest: number): Comment[] | undefined {
    return this.#comments.get(pullRequest)
  }

  /** Returns undefined if the comment does not exist. */
  find(id: number): Comment | undefined {
    return [...this.#comments.values()].flat().find((comment) => comment.id === id)
  }

  remove(id: number): void {
    for (const [pullRequest, comments] of this.#comments)
      this.#comments.set(
        pullRequest,
        comments.filter((comment) => comment.id !== id),
      )
  }

  add(pullRequest: number, login: string, body: string): Comment {
    const now = new Date().toISOString()
    this.#lastId++
    const user = { login, type: login.endsWith('[bot]') ? ('Bot' as const) : ('User' as const) }
    const comment = { id: this.#lastId, body, user, created_at: now, updated_at: now }
    this.#comments.get(pullRequest)?.push(comment)
    return comment
  }
}
