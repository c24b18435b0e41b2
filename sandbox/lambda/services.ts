import { createHash } from 'node:crypto'
import { z } from 'zod'
import { account, type LambdaState, region, type SandboxFunction } from './state.js'

/** A raw request to an AWS service. */
export interface AwsRequest {
  method: string
  /** Percent-decoded. */
  path: string
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface AwsReply {
  status: number
  headers?: Record<string, string>
  body: string
}

/** Answers with the error names and statuses of AWS's services. */
export async function answer(state: LambdaState, request: AwsRequest): Promise<AwsReply> {
  const target = String(request.headers['x-amz-target'] ?? '')
  if (request.body.includes('Action=GetCallerIdentity')) return callerIdentity()
  if (target.endsWith('.BatchGetImage')) return batchGetImage(state, request.body)
  if (target.endsWith('.GetDownloadUrlForLayer')) return addressOfLayer(state, request)
  const layer = /^\/layers\/(.+)$/.exec(request.path)?.[1]
  if (layer !== undefined) return { status: 200, body: state.layers.get(layer) ?? '' }
  const [, name, rest = ''] = /^\/2015-03-31\/functions\/([\w-]+)(\/.*)?$/.exec(request.path) ?? []
  if (name === undefined && request.path.startsWith('/2015-03-31/'))
    return refuse(404, 'NotFound', request.path)
  if (name !== undefined) return await answerLambda(state, request, name, rest)
  return readObject(state, request)
}

function callerIdentity(): AwsReply {
  const arn = `arn:aws:sts::${account}:assumed-role/ci/GitHubActions`
  const result = `<Arn>${arn}</Arn><UserId>AROAEXAMPLE:GitHubActions</UserId><Account>${account}</Account>`
  const xmlns = 'https://sts.amazonaws.com/doc/2011-06-15/'
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<GetCallerIdentityResponse xmlns="${xmlns}"><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  }
}

const BatchGetImage = z.object({ imageIds: z.array(z.object({ imageDigest: z.string() })) })

function batchGetImage(state: LambdaState, body: string): AwsReply {
  const { imageIds } = BatchGetImage.parse(JSON.parse(body))
  const images = imageIds.flatMap(({ imageDigest }) => {
    const { mediaType: imageManifestMediaType, manifest: imageManifest } = state.images.get(imageDigest) ?? {}
    return imageManifest ? [{ imageId: { imageDigest }, imageManifestMediaType, imageManifest }] : []
  })
  return json(200, { images, failures: [] })
}

/** The address itself is signed: a client needs no other authorization, and must not send one. */
function addressOfLayer(state: LambdaState, { headers, body }: AwsRequest): AwsReply {
  const { layerDigest } = z.object({ layerDigest: z.string() }).parse(JSON.parse(body))
  if (!state.layers.has(layerDigest)) return refuse(400, 'LayersNotFoundException', layerDigest)
  return json(200, {
    layerDigest,
    downloadUrl: `http://${headers.host}/layers/${layerDigest}?X-Amz-Signature=1`,
  })
}

async function answerLambda(
  state: LambdaState,
  { method, query, headers, body }: AwsRequest,
  name: string,
  rest: string,
): Promise<AwsReply> {
  const target = state.functions.get(name)
  if (!target) return refuse(404, 'ResourceNotFoundException', `Function not found: ${arnOf(name)}`)
  switch (`${method} ${rest}`) {
    case 'GET ':
      state.poll(target)
      return json(200, {
        Configuration: describe(target),
        Code: { ImageUri: target.image, ResolvedImageUri: imageOf(target, query.get('Qualifier')) },
      })
    case 'PUT /code':
      return update(state, target, z.object({ ImageUri: z.string() }).parse(JSON.parse(body)).ImageUri)
    case 'POST /versions':
      if (target.pending) return busy(target)
      if (target.versions.at(-1) !== target.image) target.versions.push(target.image)
      return json(201, { ...describe(target), Version: String(target.versions.length) })
    case 'POST /invocations':
      return await invoke(state, target, headers['x-amz-invocation-type'], JSON.parse(body))
    default:
      return refuse(404, 'NotFound', `${method} ${rest}`)
  }
}

function describe({
  name,
  image,
  packageType,
  architecture,
  timeout,
  pending,
  failed,
  state,
}: SandboxFunction): object {
  return {
    FunctionName: name,
    FunctionArn: arnOf(name),
    PackageType: packageType,
    Timeout: timeout,
    Architectures: [architecture],
    State: state,
    CodeSha256: image.slice(image.indexOf('@sha256:') + 8),
    LastUpdateStatus: pending ? 'InProgress' : failed ? 'Failed' : 'Successful',
    ...(failed && { LastUpdateStatusReason: failed.reason, LastUpdateStatusReasonCode: failed.code }),
  }
}

function busy({ name, state }: SandboxFunction): AwsReply {
  const problem =
    state === 'Active'
      ? 'An update is in progress for resource'
      : `The function is currently in the state ${state}`
  return refuse(409, 'ResourceConflictException', `${problem}: ${arnOf(name)}`)
}

function update(state: LambdaState, target: SandboxFunction, image: string): AwsReply {
  if (target.pending) return busy(target)
  const type = state.images.get(image.slice(image.indexOf('@') + 1))?.mediaType
  if (type === undefined)
    return refuse(400, 'InvalidParameterValueException', `Source image ${image} does not exist.`)
  if (/index|list/.test(type))
    return refuse(
      400,
      'InvalidParameterValueException',
      `The image manifest, config or layer media type for the source image ${image} is not supported.`,
    )
  target.pending = { polls: target.updatePolls, image }
  return json(200, describe(target))
}

async function invoke(
  state: LambdaState,
  target: SandboxFunction,
  type: unknown,
  event: unknown,
): Promise<AwsReply> {
  if (type !== 'RequestResponse')
    return refuse(400, 'InvalidParameterValueException', `only RequestResponse, not ${type}`)
  if (target.state === 'Inactive') {
    target.state = 'Pending'
    target.pending = { polls: target.updatePolls, image: target.image }
  }
  if (target.state === 'Pending') return busy(target)
  state.invocations.push(event)
  const { payload, error, log = '' } = await target.handler(event, state)
  const headers = {
    'x-amz-log-result': Buffer.from(log).toString('base64'),
    ...(error && { 'x-amz-function-error': error }),
  }
  return { status: 200, headers, body: JSON.stringify(payload) }
}

function imageOf({ image, versions }: SandboxFunction, qualifier: string | null): string {
  return qualifier === null ? image : (versions[Number(qualifier) - 1] ?? image)
}

/** Returns the object at a path-style address, `/bucket/key`. */
function readObject(state: LambdaState, { method, path }: AwsRequest): AwsReply {
  const object = state.object(path.slice(1))
  if (!object) return { status: 404, body: method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>' }
  const { content, modified, metadata } = object
  const described = Object.entries(metadata).map(([name, value]): [string, string] => [
    `x-amz-meta-${name}`,
    value,
  ])
  const headers = {
    etag: `"${createHash('md5').update(content).digest('hex')}"`,
    'last-modified': modified.toUTCString(),
    'content-length': String(Buffer.byteLength(content)),
    ...Object.fromEntries(described),
  }
  return { status: 200, headers, body: content }
}

function arnOf(name: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`
}

function json(status: number, body: object): AwsReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function refuse(status: number, name: string, message: string): AwsReply {
  return {
    ...json(status, { Type: 'User', Message: message, message }),
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
  }
}
