import type { Sandbox } from '../../sandbox/index.js'

export interface Answer {
  status: number
  body: Record<string, unknown>
}

export type Send = (method: string, path: string, body?: unknown) => Promise<Answer>

/** Sends JSON to the sandbox API, with a bearer token if given. */
export function connect(sandbox: Sandbox, accessToken?: string): Send {
  return async (method, path, body) => {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (accessToken) headers.set('authorization', `Bearer ${accessToken}`)
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${sandbox.url}/v1${path}`, { method, headers, ...init })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
}

/** Logs in with an API token and returns a function that sends requests as that organization. */
export async function logIn(sandbox: Sandbox, apiToken: string): Promise<Send> {
  const { body } = await connect(sandbox)('PUT', '/token/login', { api_token: apiToken, version: '1.69.0' })
  return connect(sandbox, String(body.access_token))
}
