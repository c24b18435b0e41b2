/**
 * The common options and error messages of all AWS clients. Each client is imported where it is used and only when
 * needed, so that other runs start faster.
 */
import { proxyAgents, readAwsEnvironment } from '../../runtime/aws-environment.js'
import { ActionError } from '../../runtime/errors.js'

export interface AwsOptions {
  /** undefined: the region of the environment or of the profile. */
  region?: string | undefined
  /** undefined: AWS, or the address in `AWS_ENDPOINT_URL`. */
  endpoint?: URL | undefined
  /** Milliseconds for one attempt; a minute by default. */
  timeout?: number
  /** The number of attempts; 1 for a request that must not be sent twice. */
  attempts?: number
}

/** Returns the options for the constructor of any AWS client. Credentials come from AWS's default chain. */
export function clientConfig({ region, endpoint, timeout = 60_000, attempts = 4 }: AwsOptions) {
  const environment = readAwsEnvironment()
  const chosen = region ?? environment.region
  return {
    ...(chosen !== undefined && { region: chosen }),
    ...(endpoint && { endpoint: endpoint.href }),
    maxAttempts: attempts,
    requestHandler: {
      ...proxyAgents(),
      connectionTimeout: 10_000,
      requestTimeout: timeout,
      throwOnRequestTimeout: true,
    },
  }
}

/** The purpose of a call to AWS and what it requires, for the message if it fails. */
export interface AwsCall {
  /** `read the role evaluator-data`; follows "could not". */
  what: string
  /** The IAM action: `iam:GetRole`. */
  permission: string
  signal: AbortSignal
  /** What to do about a refusal of this call, by the name of AWS's error. */
  remedies?: Record<string, string>
}

/**
 * Sends a request to AWS. AWS's clients retry transient failures themselves. Throws `ActionError` that says what to do.
 */
export async function callAws<T>({ signal, ...call }: AwsCall, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (cause) {
    signal.throwIfAborted()
    throw await explainAws(cause, call)
  }
}

async function explainAws(
  cause: unknown,
  { what, permission, remedies = {} }: Omit<AwsCall, 'signal'>,
): Promise<Error> {
  if (!(cause instanceof Error)) return new Error(String(cause))
  const { name, message } = cause
  const isNoRegion = /region is missing/i.test(message)
  const remedy = isNoRegion ? await remedyForRegion() : (remedies[name] ?? generalRemedy(cause, permission))
  const reason = isNoRegion
    ? message
    : message === '' || message === 'UnknownError'
      ? name
      : `${name}: ${message}`
  return new ActionError(`AWS: could not ${what} (${reason}). ${remedy}`, { cause })
}

/** AWS's clients look for a region before they look for credentials. Reports both at once if both are missing. */
async function remedyForRegion(): Promise<string> {
  if (await hasCredentials())
    return 'No variable and no profile names a region. Set AWS_REGION; in a workflow, set aws-region of aws-actions/configure-aws-credentials.'
  return `There are no AWS credentials, and no variable names a region. ${CONFIGURE}.`
}

/** Returns whether AWS's default chain finds credentials: in variables, in a profile, or from the machine. */
async function hasCredentials(): Promise<boolean> {
  const { STSClient } = await import('@aws-sdk/client-sts')
  const { credentials } = new STSClient(clientConfig({ region: 'us-east-1' })).config
  return await credentials().then(
    () => true,
    () => false,
  )
}

const CONFIGURE =
  'In a workflow, add aws-actions/configure-aws-credentials before this step, with role-to-assume and aws-region, and give the job permissions: id-token: write. Elsewhere, set AWS_PROFILE, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION'

/** AWS's services use several names for the same refusal. */
const remedies: [names: RegExp, remedy: string][] = [
  [/^(CredentialsProviderError|ProviderError)$/, `There are no AWS credentials. ${CONFIGURE}.`],
  [
    /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
    'The AWS credentials have expired. Renew them; in a workflow, configure them right before this step, or for a longer time (role-duration-seconds).',
  ],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure)$/,
    `AWS does not know the credentials. ${CONFIGURE}.`,
  ],
  [
    /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|ServiceUnavailable\w*|InternalFailure|ServiceException|ServerException)$/,
    'AWS is busy or has an outage. Try again.',
  ],
]

function generalRemedy(cause: Error, permission: string): string {
  const known = remedies.find(([names]) => names.test(cause.name))
  if (known) return known[1]
  if (/AccessDenied|Unauthorized|Forbidden|^403$/.test(cause.name) || statusOf(cause) === 403)
    return `Allow ${permission} in the policy of the AWS role or user.`
  if (statusOf(cause) === undefined)
    return 'AWS could not be reached. Check the network, the proxy and AWS_ENDPOINT_URL, and try again.'
  return 'Check the name, the account and the region that it is in.'
}

function statusOf(cause: Error & { $metadata?: { httpStatusCode?: number } }): number | undefined {
  return cause.$metadata?.httpStatusCode
}
