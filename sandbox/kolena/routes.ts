import { type Call, Refusal, type Reply, type Route } from '../http.js'
import type { Registry } from '../registry/registry.js'
import { check, ok, requireLogin } from './answers.js'
import { batchedLoadRoutes } from './batched-load.js'
import * as schemas from './schemas.js'
import type { KolenaState, Registration } from './state.js'
import { testingRoutes } from './testing-routes.js'

const JOB_ROLE_ACCOUNT = '123456789012'

/** Returns the part of the Kolena API that publishing evaluators uses. */
export function kolenaRoutes(state: KolenaState, registry: Registry): Route[] {
  const signedIn = requireLogin(state)
  return [
    { method: 'PUT', path: '/v1/token/login', answer: ({ body }) => login(state, body) },
    { method: 'PUT', path: '/v1/event/profile', answer: signedIn(() => ok({})) },
    { method: 'POST', path: '/v1/event', answer: signedIn((_, { body }) => acceptEvent(body)) },
    {
      method: 'POST',
      path: '/v1/ecr/repository',
      answer: signedIn((organization, { body }) => createRepository(state, organization, body)),
    },
    {
      method: 'POST',
      path: '/v1/generic/workflow/evaluator',
      answer: signedIn((organization, { body }) => register(state, registry, organization, body)),
    },
    {
      method: 'GET',
      path: '/v1/generic/workflow/evaluator/:workflow',
      answer: signedIn((organization, call) => listEvaluators(state, organization, call)),
    },
    {
      method: 'GET',
      path: '/v1/generic/workflow/evaluator/:workflow/:name',
      answer: signedIn((organization, call) => readEvaluator(state, organization, call)),
    },
    ...testingRoutes(state, signedIn),
    ...batchedLoadRoutes(state, signedIn),
  ]
}

function login(state: KolenaState, body: unknown): Reply {
  const { api_token, version } = check(schemas.login, body)
  const session = state.login(api_token, version)
  if (!session) throw new Refusal(401, 'the API token is not valid')
  return ok({
    tenant: session.organization,
    access_token: session.accessToken,
    token_type: 'bearer',
    // Clients from 2023 refuse a reply without it.
    tenant_telemetry: false,
  })
}

function acceptEvent(body: unknown): Reply {
  check(schemas.event, body)
  return ok({})
}

function createRepository(state: KolenaState, organization: string, body: unknown): Reply {
  const { repository } = check(schemas.repository, body)
  if (!repository.startsWith(`${organization}/`)) {
    throw new Refusal(403, `the repository ${repository} must start with ${organization}/`)
  }
  if (state.hasRepository(organization, repository)) {
    throw new Refusal(409, `the repository ${repository} exists already`)
  }
  state.repositories.push({ organization, name: repository })
  return ok({ repository })
}

async function register(
  state: KolenaState,
  registry: Registry,
  organization: string,
  body: unknown,
): Promise<Reply> {
  const evaluator = check(schemas.evaluator, body)
  await checkImage(state, registry, organization, evaluator.image)
  const registration = state.register(organization, evaluator)
  return ok(present(state, registration, false))
}

/** Refuses an image that does not exist in the platform's registry. Accepts any image of another registry. */
async function checkImage(
  state: KolenaState,
  registry: Registry,
  organization: string,
  image: string,
): Promise<void> {
  if (!image.startsWith(`${registry.host}/`)) return
  const parts = /^([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(image.slice(registry.host.length + 1))
  const [, repository = '', tag = 'latest', digest] = parts ?? []
  const pushed =
    state.hasRepository(organization, repository) && (await registry.manifest(repository, digest ?? tag))
  if (!pushed) throw new Refusal(422, `image: ${image} is not in the registry: push it first`)
}

function listEvaluators(state: KolenaState, organization: string, call: Call): Reply {
  const registrations = state.registrationsOf(organization, call.parameter('workflow'))
  return ok({ evaluators: registrations.map((registration) => present(state, registration, false)) })
}

function readEvaluator(state: KolenaState, organization: string, call: Call): Reply {
  const [workflow, name] = [call.parameter('workflow'), call.parameter('name')]
  const latest = state.registrationsOf(organization, workflow).find((known) => known.name === name)
  if (!latest) throw new Refusal(404, `no evaluator "${name}" in the workflow "${workflow}"`)
  return ok(present(state, latest, /^(true|1)$/i.test(call.query.get('include_secret') ?? '')))
}

function present(state: KolenaState, registration: Registration, includeSecret: boolean): object {
  const { organization, name, image, created, secret, aws_assume_role } = registration
  const jobRole = `evaluator-${organization}`
  return {
    name,
    image,
    created,
    secret: includeSecret ? secret : null,
    aws_role_config: aws_assume_role && {
      job_role_name: jobRole,
      job_role_arn: `arn:aws:iam::${JOB_ROLE_ACCOUNT}:role/${jobRole}`,
      external_id: state.externalId(organization),
      assume_role_arn: aws_assume_role,
    },
  }
}
