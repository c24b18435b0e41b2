/** A comment of a pull request, as GitHub's REST API shows it. */
export interface Comment {
  id: number
  body: string
  user: { login: string; type: 'User' | 'Bot' }
  created_at: string
  updated_at: string
}

/** Whose a token is, and what it may do in each repository of the stand-in. */
export interface Access {
  login: string
  permission: 'write' | 'read'
}

export interface GitHubOptions {
  /** Token to its access. */
  tokens: ReadonlyMap<string, Access>
  /** `owner/name`. */
  repository: string
  /** Numbers of the pull requests that there are. */
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

  /** The oldest first; undefined where there is no such pull request. */
  commentsOf(pullRequest: number): Comment[] | undefined {
    return this.#comments.get(pullRequest)
  }

  /** undefined where there is no such comment. */
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
