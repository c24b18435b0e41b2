import { type RecordedRequest, startServer } from '../http.js'
import { githubRoutes } from './routes.js'
import { type GitHubOptions, GitHubState } from './state.js'

export interface GitHubSandbox {
  /** `http://127.0.0.1:PORT`, for `GITHUB_API_URL`. */
  url: string
  state: GitHubState
  requests: readonly RecordedRequest[]
  close(): Promise<void>
}

/** Starts the stand-in for GitHub's API: comments of the pull requests of one repository. */
export async function startGitHub(options: GitHubOptions): Promise<GitHubSandbox> {
  const state = new GitHubState(options)
  const { url, routes, requests, close } = await startServer({ port: 0, latency: 0 })
  routes.push(...githubRoutes(state, url))
  return { url, state, requests, close }
}
