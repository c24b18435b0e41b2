import { createHash } from 'node:crypto'

/** The code of a function. */
export type Handler = (event: unknown, objects: LambdaState) => Reply | Promise<Reply>

/** The result from Lambda. `error` is set if the code threw or timed out. */
export interface Reply {
  payload: unknown
  error?: 'Handled' | 'Unhandled'
  log?: string
}

export interface SandboxFunction {
  name: string
  image: string
  packageType: 'Image' | 'Zip'
  architecture: 'x86_64' | 'arm64'
  /** In seconds. */
  timeout: number
  handler: Handler
  /** The number of times that `GetFunction` returns `InProgress` after an update. */
  updatePolls: number
  /** The reason why updates fail; undefined if they succeed. */
  updateFailure: { code: string; reason: string } | undefined
  /** Images of the published versions, in order. */
  versions: string[]
  /** An inactive function refuses the invocation that wakes it, and is then pending like an updated one. */
  state: 'Active' | 'Inactive' | 'Pending'
  /** The remaining polls, and what the function runs afterwards. */
  pending: { polls: number; image: string } | undefined
  failed: { code: string; reason: string } | undefined
}

export interface StoredObject {
  content: string
  modified: Date
  metadata: Record<string, string>
}

/** The manifest of an image and its media type. */
export interface StoredImage {
  mediaType: string
  manifest: string
}

const IMAGE = 'application/vnd.oci.image.manifest.v1+json'

export const account = '123456789012'
export const region = 'eu-west-1'

/** The state of AWS: functions, ECR images by digest with their media types, and S3 objects. */
export class LambdaState {
  readonly functions = new Map<string, SandboxFunction>()
  readonly images = new Map<string, StoredImage>()
  /** Configurations of images, by digest. */
  readonly layers = new Map<string, string>()
  readonly #objects = new Map<string, StoredObject>()
  /** Payloads of all invocations. */
  readonly invocations: unknown[] = []

  createFunction(name: string, handler: Handler, changes: Partial<SandboxFunction> = {}): SandboxFunction {
    const created: SandboxFunction = {
      name,
      handler,
      image: this.addImage('before'),
      packageType: 'Image',
      architecture: 'x86_64',
      timeout: 30,
      updatePolls: 1,
      updateFailure: undefined,
      versions: [],
      state: 'Active',
      pending: undefined,
      failed: undefined,
      ...changes,
    }
    this.functions.set(name, created)
    return created
  }

  /** Pushes an image and returns its reference by digest. */
  addImage(name: string, { mediaType = IMAGE, architecture = 'amd64' } = {}): string {
    const config = JSON.stringify({ architecture, os: 'linux', config: { Labels: { name } } })
    this.layers.set(sha256(config), config)
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType, config: { digest: sha256(config) } })
    this.images.set(sha256(manifest), { mediaType, manifest })
    return `${account}.dkr.ecr.${region}.amazonaws.com/evaluators/churn@${sha256(manifest)}`
  }

  /** S3 stores times in whole seconds. */
  putObject(bucket: string, key: string, content: string, more: Partial<StoredObject> = {}): void {
    this.#objects.set(`${bucket}/${key}`, { content, modified: new Date(), metadata: {}, ...more })
  }

  object(bucketAndKey: string): StoredObject | undefined {
    return this.#objects.get(bucketAndKey)
  }

  /** Advances time by one poll. */
  poll(target: SandboxFunction): void {
    if (!target.pending) return
    target.pending.polls -= 1
    if (target.pending.polls >= 0) return
    target.state = 'Active'
    target.failed = target.updateFailure
    if (!target.failed) target.image = target.pending.image
    target.pending = undefined
  }
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
