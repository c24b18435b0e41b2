/**
 * What every AWS client of ours has in common. The clients themselves are imported where they are used, and only when
 * they are, so that nobody else pays for them at start-up.
 */
import { proxyAgents, readAwsEnvironment } from '../../runtime/aws-environment.js'
import { ActionError } from '../../runtime/errors.js'

export interface AwsOptions {
  /** undefined: that of the environment, or of the profile. */
  region?: string | undefined
  /** undefined: AWS, or what `AWS_ENDPOINT_URL` says. */
  endpoint?: URL | undefined
  /** Milliseconds that one attempt may take; a minute unless said. */
  timeout?: number
  /** How often in all; 1 for what must not be done twice. */
  attempts?: number
}

/** Options for the constructor of any AWS client. Credentials come from AWS's default chain, untouched. */
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

/** What a call to AWS is for, and what it takes: for the message when it fails. */
export interface AwsCall {
  /** `read the role evaluator-data`, to follow "could not". */
  what: string
  /** The IAM action: `iam:GetRole`. */
  permission: string
  signal: AbortSignal
  /** What a refusal of this very call means, by the name of AWS's error. */
  remedies?: Record<string, string>
}

/** Sends a request to AWS; AWS's clients retry what is transient themselves. Throws `ActionError` with what to do. */
export async function callAws<T>({ signal, ...call }: AwsCall, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (cause) {
    signal.throwIfAborted()
    throw explainAws(cause, call)
  }
}

function explainAws(cause: unknown, { what, permission, remedies = {} }: Omit<AwsCall, 'signal'>): Error {
  if (!(cause instanceof Error)) return new Error(String(cause))
  const remedy = remedies[cause.name] ?? generalRemedy(cause, permission)
  const reason = cause.message === '' || cause.message === 'UnknownError' ? '' : `: ${cause.message}`
  return new ActionError(`AWS: could not ${what} (${cause.name}${reason}). ${remedy}`, { cause })
}

const CONFIGURE =
  'Add aws-actions/configure-aws-credentials before this step, with role-to-assume and permissions: id-token: write on the job'

/** AWS's services have several names for the same refusal. */
const remedies: [names: RegExp, remedy: string][] = [
  [/^(CredentialsProviderError|ProviderError)$/, `There are no AWS credentials. ${CONFIGURE}.`],
  [
    /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
    'The AWS credentials have expired. Configure them shortly before this step, or for longer (role-duration-seconds).',
  ],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure)$/,
    `AWS does not know the credentials. ${CONFIGURE}.`,
  ],
  [
    /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|ServiceUnavailable\w*|InternalFailure|ServiceException|ServerException)$/,
    'AWS is busy or has a failure. Run the job again.',
  ],
]

function generalRemedy(cause: Error, permission: string): string {
  const known = remedies.find(([names]) => names.test(cause.name))
  if (known) return known[1]
  if (/AccessDenied|Unauthorized|Forbidden|^403$/.test(cause.name) || statusOf(cause) === 403)
    return `Allow ${permission} in the policy of the AWS role that the job uses.`
  if (/region is missing/i.test(cause.message))
    return 'Set the region: aws-region of aws-actions/configure-aws-credentials, or AWS_REGION.'
  if (statusOf(cause) === undefined)
    return 'AWS was not reached. Check the network, the proxy and AWS_ENDPOINT_URL, and run the job again.'
  return 'Check the name, the account and the region that it is in.'
}

function statusOf(cause: Error & { $metadata?: { httpStatusCode?: number } }): number | undefined {
  return cause.$metadata?.httpStatusCode
}
