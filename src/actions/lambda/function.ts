import { z } from 'zod/mini'
import { type AwsOptions, callAws, clientConfig } from '../../platforms/aws/client.js'

const Text = z._default(z.string(), '')

/** The relevant parts of the reply of `GetFunction`. */
const FunctionState = z.pipe(
  z.object({
    Configuration: z.object({
      FunctionArn: z.string(),
      PackageType: Text,
      State: z._default(z.string(), 'Active'),
      StateReason: Text,
      LastUpdateStatus: z._default(z.string(), 'Successful'),
      LastUpdateStatusReason: Text,
      LastUpdateStatusReasonCode: Text,
      CodeSha256: Text,
      /** Seconds. */
      Timeout: z._default(z.number(), 900),
      Architectures: z._default(z.array(z.string()), ['x86_64']),
    }),
    Code: z.prefault(z.object({ ImageUri: Text, ResolvedImageUri: Text }), {}),
  }),
  z.transform(({ Configuration, Code }) => ({ ...Configuration, ...Code })),
)

export type FunctionState = z.output<typeof FunctionState>

/** The reply to a synchronous invocation. AWS answers 200 even if the function failed. */
export interface Invocation {
  /** `Unhandled` or `Handled`; undefined if the function returned. */
  functionError: string | undefined
  /** The return value as JSON text. */
  payload: string
  /** The last 4 KB of its log. */
  log: string
}

/** A Lambda function. Each method throws an `ActionError` that says what to do. */
export interface LambdaFunction {
  name: string
  /** @param qualifier a version; undefined for the latest code */
  read(qualifier?: string): Promise<FunctionState>
  updateImage(uri: string): Promise<void>
  /** Publishes the latest code as a version. Returns its number, or that of the last version if nothing has changed. */
  publishVersion(codeSha256: string): Promise<string>
  /** Sends the request only once, because the function may have run without a reply. `timeout` is in milliseconds. */
  invoke(payload: string, options: { qualifier: string | undefined; timeout: number }): Promise<Invocation>
}

const remedies = {
  ResourceNotFoundException: 'Check function-name and region: the account has no such function.',
  InvalidParameterValueException:
    'If the image is the cause: Lambda needs it in its own region and for its own architecture, and the repository must let lambda.amazonaws.com pull.',
  CodeVerificationFailedException:
    'The function accepts only signed code; change its code signing configuration.',
}

export async function openFunction(
  name: string,
  aws: AwsOptions,
  signal: AbortSignal,
): Promise<LambdaFunction> {
  const lambda = await import('@aws-sdk/client-lambda')
  const client = new lambda.LambdaClient(clientConfig(aws))
  const options = { abortSignal: signal }
  const call = <T>(what: string, action: string, send: () => Promise<T>) =>
    callAws({ what: `${what} the function ${name}`, permission: `lambda:${action}`, signal, remedies }, send)
  return {
    name,
    read: async (Qualifier) => {
      const command = new lambda.GetFunctionCommand({ FunctionName: name, ...(Qualifier && { Qualifier }) })
      return FunctionState.parse(await call('read', 'GetFunction', () => client.send(command, options)))
    },
    updateImage: async (ImageUri) => {
      const command = new lambda.UpdateFunctionCodeCommand({ FunctionName: name, ImageUri })
      await call('update', 'UpdateFunctionCode', () => client.send(command, options))
    },
    publishVersion: async (CodeSha256) => {
      const command = new lambda.PublishVersionCommand({
        FunctionName: name,
        ...(CodeSha256 && { CodeSha256 }),
      })
      const { Version = '' } = await call('publish a version of', 'PublishVersion', () =>
        client.send(command, options),
      )
      return Version
    },
    invoke: async (Payload, { qualifier, timeout }) => {
      const once = new lambda.LambdaClient(clientConfig({ ...aws, timeout, attempts: 1 }))
      const command = new lambda.InvokeCommand({
        FunctionName: name,
        InvocationType: 'RequestResponse',
        LogType: 'Tail',
        Payload,
        ...(qualifier && { Qualifier: qualifier }),
      })
      const reply = await call('invoke', 'InvokeFunction', () => once.send(command, options))
      return {
        functionError: reply.FunctionError,
        payload: reply.Payload?.transformToString() ?? '',
        log: Buffer.from(reply.LogResult ?? '', 'base64').toString('utf8'),
      }
    },
  }
}
