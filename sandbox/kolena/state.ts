import { randomBytes, randomUUID } from 'node:crypto'
import { type EvaluatorBody, organizationName } from './schemas.js'
import { TestingState } from './testing-state.js'

/** A tenant of the platform and its API tokens. */
export interface Organization {
  name: string
  tokens: readonly string[]
}

export interface Registration extends EvaluatorBody {
  organization: string
  /** For example `2023-04-03 16:18:10.703 -0700`. The sandbox uses UTC. */
  created: string
}

/** Everything stored for all organizations, oldest first. Secrets are stored unchanged. */
export class KolenaState {
  readonly organizations: readonly Organization[]
  readonly logins: { organization: string; version: string }[] = []
  readonly repositories: { organization: string; name: string }[] = []
  readonly registrations: Registration[] = []
  readonly testing = new TestingState()
  readonly #organizationByAccessToken = new Map<string, string>()
  readonly #externalIds: ReadonlyMap<string, string>

  /** Throws if a name is not a path component, or a name or token is not unique. */
  constructor(organizations: readonly Organization[]) {
    const names = organizations.map(({ name }) => name)
    const tokens = organizations.flatMap((organization) => organization.tokens)
    for (const name of names) {
      if (!organizationName.safeParse(name).success) {
        throw new Error(
          `organization "${name}" cannot prefix a repository: use lower case letters and digits`,
        )
      }
    }
    if (new Set(names).size < names.length) throw new Error(`an organization is there twice: ${names}`)
    if (new Set(tokens).size < tokens.length)
      throw new Error('two organizations share a token: make it unique')
    this.organizations = organizations
    this.#externalIds = new Map(names.map((name) => [name, randomUUID()]))
  }

  /** Returns the organization's name and a new access token, or `undefined` for an unknown API token. */
  login(apiToken: string, version: string): { organization: string; accessToken: string } | undefined {
    const organization = this.organizations.find(({ tokens }) => tokens.includes(apiToken))?.name
    if (organization === undefined) return undefined
    const accessToken = randomBytes(24).toString('base64url')
    this.logins.push({ organization, version })
    this.#organizationByAccessToken.set(accessToken, organization)
    return { organization, accessToken }
  }

  organizationOf(accessToken: string): string | undefined {
    return this.#organizationByAccessToken.get(accessToken)
  }

  hasToken(organization: string, apiToken: string): boolean {
    return this.organizations.some(({ name, tokens }) => name === organization && tokens.includes(apiToken))
  }

  hasRepository(organization: string, name: string): boolean {
    return this.repositories.some((known) => known.organization === organization && known.name === name)
  }

  register(organization: string, body: EvaluatorBody): Registration {
    const registration = { organization, ...body, created: timestamp(new Date()) }
    this.registrations.push(registration)
    return registration
  }

  /** Returns all registrations of a workflow, newest first, including earlier ones of the same evaluator. */
  registrationsOf(organization: string, workflow: string): Registration[] {
    return this.registrations
      .filter((known) => known.organization === organization && known.workflow === workflow)
      .reverse()
  }

  /** Generated once per organization, and the same for all its evaluators. */
  externalId(organization: string): string {
    const id = this.#externalIds.get(organization)
    if (id === undefined) throw new Error(`no organization "${organization}"`)
    return id
  }
}

function timestamp(date: Date): string {
  return date.toISOString().replace('T', ' ').replace('Z', ' +0000')
}
