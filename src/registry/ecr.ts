import { type Credentials, findLogin, loginOf } from '../docker/credentials.js'
import { callAws, clientConfig } from '../platforms/aws/client.js'
import { type EcrHost, parseEcrHost } from '../platforms/aws/ecr-host.js'
import { ActionError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'
import { maskSecret } from '../runtime/secrets.js'
import { type MemoizeByKey, memoizeByKey } from '../util/memoize.js'
import type { Registry } from './destination.js'
import { ociRegistry } from './oci.js'

/** A repository of AWS's registry, and how to create it. */
export interface EcrRepository {
  host: string
  path: string
  /** Whether to create it if it is missing. */
  create: boolean
  /** For a new repository: whether its tags can never be moved. */
  immutable: boolean
}

/** The three calls that both kinds of ECR support. Each throws `ActionError`, whose cause is AWS's error. */
interface Ecr {
  /** Returns the login, which is valid for twelve hours: `AWS:password` in base64. */
  token(): Promise<string | undefined>
  /** Returns the host and path of the repository, as AWS reports them. */
  find(): Promise<string | undefined>
  create(): Promise<string | undefined>
}

/**
 * Opens a repository of Amazon ECR with the job's AWS credentials. Without credentials, uses the login that the job has
 * for the host, which must then be sufficient. The host determines region and account.
 *
 * @param login shares AWS's login among the repositories of a host
 */
export async function ecrRegistry(
  repository: EcrRepository,
  signal: AbortSignal,
  login: MemoizeByKey<Credentials> = memoizeByKey(signal),
): Promise<Registry> {
  const { host, path, create } = repository
  const kind = parseEcrHost(host)
  const open = (signal: AbortSignal) =>
    kind?.kind === 'private' ? openPrivate(repository, kind, signal) : openPublic(repository, signal)
  const ecr = await open(signal)
  try {
    const fetchLogin = async (signal: AbortSignal) => decodeToken(await (await open(signal)).token(), host)
    const credentials = await login(host, signal, fetchLogin)
    return {
      host,
      path,
      login: loginOf(credentials, () => fetchLogin(signal)),
      prepare: async () => (create ? await ensure(ecr, host, path) : 'not needed'),
    }
  } catch (error) {
    if (awsName(error) !== 'CredentialsProviderError') throw error
    if (!(await findLogin(host, path, 'pull,push', signal)).credentials) throw error
    log.info(`No AWS credentials; using the login that exists for ${host}`)
    return ociRegistry(host, path, undefined)
  }
}

async function openPrivate(
  { host, path, immutable }: EcrRepository,
  { account, region }: Extract<EcrHost, { kind: 'private' }>,
  signal: AbortSignal,
): Promise<Ecr> {
  const aws = await import('@aws-sdk/client-ecr')
  const client = new aws.ECRClient(clientConfig({ region }))
  const call = caller('ecr', host, path, signal)
  const name = { registryId: account, repositoryName: path }
  const imageTagMutability = immutable ? 'IMMUTABLE' : 'MUTABLE'
  return {
    token: async () => {
      const answer = await call('log in', 'GetAuthorizationToken', (options) =>
        client.send(new aws.GetAuthorizationTokenCommand({}), options),
      )
      return answer.authorizationData?.[0]?.authorizationToken
    },
    find: async () => {
      const command = new aws.DescribeRepositoriesCommand({ registryId: account, repositoryNames: [path] })
      const answer = await call('find', 'DescribeRepositories', (options) => client.send(command, options))
      return answer.repositories?.[0]?.repositoryUri
    },
    create: async () => {
      const command = new aws.CreateRepositoryCommand({ ...name, imageTagMutability })
      const answer = await call('create', 'CreateRepository', (options) => client.send(command, options))
      return answer.repository?.repositoryUri
    },
  }
}

/**
 * Opens a repository of AWS's public gallery, `public.ecr.aws/ALIAS/NAME`. The gallery has one service, in us-east-1;
 * the alias belongs to the account.
 */
async function openPublic({ host, path }: EcrRepository, signal: AbortSignal): Promise<Ecr> {
  const aws = await import('@aws-sdk/client-ecr-public')
  const client = new aws.ECRPUBLICClient(clientConfig({ region: 'us-east-1' }))
  const call = caller('ecr-public', host, path, signal)
  const repositoryName = path.slice(path.indexOf('/') + 1)
  return {
    token: async () => {
      const answer = await call('log in', 'GetAuthorizationToken', (options) =>
        client.send(new aws.GetAuthorizationTokenCommand({}), options),
      )
      return answer.authorizationData?.authorizationToken
    },
    find: async () => {
      const command = new aws.DescribeRepositoriesCommand({ repositoryNames: [repositoryName] })
      const answer = await call('find', 'DescribeRepositories', (options) => client.send(command, options))
      return answer.repositories?.[0]?.repositoryUri
    },
    create: async () => {
      const command = new aws.CreateRepositoryCommand({ repositoryName })
      const answer = await call('create', 'CreateRepository', (options) => client.send(command, options))
      return answer.repository?.repositoryUri
    },
  }
}

const remedies = {
  RepositoryNotFoundException: 'Create the repository, or leave create-repository at true.',
  InvalidParameterException:
    'ECR accepts names of 2 to 256 lower-case letters and digits, with . _ - / between them; change image accordingly.',
  LimitExceededException: 'Delete repositories that are not needed, or request a higher quota.',
}

function caller(service: 'ecr' | 'ecr-public', host: string, path: string, abortSignal: AbortSignal) {
  return <T>(verb: string, action: string, send: (options: { abortSignal: AbortSignal }) => Promise<T>) => {
    const what = verb === 'log in' ? `log in to ${host}` : `${verb} the repository ${path}`
    const bearer = service === 'ecr-public' && verb === 'log in' ? ' and sts:GetServiceBearerToken' : ''
    const call = { what, permission: `${service}:${action}${bearer}`, signal: abortSignal, remedies }
    return callAws(call, () => send({ abortSignal }))
  }
}

/**
 * Makes sure that the repository exists. Another job may create it at the same moment, which is fine. A role that may
 * not look for it may still push; if it may neither look nor create, the push shows whether the repository exists.
 */
async function ensure(ecr: Ecr, host: string, path: string): ReturnType<Registry['prepare']> {
  let denied: string | undefined
  const existing = await ecr.find().catch((error) => {
    if (isDenied(error)) denied = error.message
    else unless('RepositoryNotFoundException')(error)
    return undefined
  })
  if (denied !== undefined) log.info(`${denied} The run goes on: the push will show whether it exists.`)
  const created =
    existing ??
    (await ecr.create().catch((error) => {
      if (denied === undefined || !isDenied(error)) unless('RepositoryAlreadyExistsException')(error)
    }))
  const uri = existing ?? created
  // A private host has several names, and the public gallery several owners. Only the path must match.
  if (uri !== undefined && uri.slice(uri.indexOf('/') + 1) !== path) {
    throw new ActionError(
      `image "${host}/${path}": the repository of that name in the AWS account of the credentials is ${uri}. Write image: ${uri}`,
    )
  }
  return existing === undefined && created !== undefined ? 'created' : 'exists'
}

/** Returns a handler that turns one of AWS's errors into undefined. */
function unless(name: string) {
  return (error: unknown): undefined => {
    if (awsName(error) !== name) throw error
  }
}

/** Returns whether the job's role lacks the permission for a call. */
function isDenied(error: unknown): error is ActionError {
  return /^AccessDenied(Exception)?$|^UnauthorizedOperation$/.test(awsName(error) ?? '')
}

/** Returns AWS's name for the cause of an error. */
function awsName(error: unknown): string | undefined {
  return error instanceof ActionError && error.cause instanceof Error ? error.cause.name : undefined
}

function decodeToken(token: string | undefined, host: string): Credentials {
  const [username = '', ...rest] = Buffer.from(token ?? '', 'base64')
    .toString('utf8')
    .split(':')
  const password = rest.join(':')
  if (username === '' || password === '')
    throw new ActionError(`AWS returned no login for ${host}. Try again; if that does not help, contact AWS.`)
  maskSecret(password, username)
  return { username, password }
}
