import type { Credentials } from '../../docker/credentials.js'
import { formatReference, type Reference, registryHost } from '../../docker/reference.js'
import { missingToken } from '../../platforms/kolena/fields.js'
import { type Event, sourceOf } from '../../runtime/event.js'
import { Inputs, type RawInputs } from '../../runtime/inputs.js'
import { classify, decideMode, type Mode } from '../../runtime/mode.js'
import { maskSecret } from '../../runtime/secrets.js'
import { type BuildInput, loadBuildInput } from './build-inputs.js'
import { type CommentInput, loadComment } from './comment.js'
import { type EvaluatorInput, loadEvaluator } from './evaluator-inputs.js'
import { fields, type PublishValues, variables } from './fields.js'
import { deriveTags } from './tags.js'
import { loadVerify, type VerificationInput } from './verify-inputs.js'

/** `registry` defaults to the registry of this platform. */
const DEFAULT_PLATFORM = 'api.kolena.io'

/** The platform, and the token for it where there is one. */
export interface PlatformInput {
  apiUrl: URL
  apiToken: string | undefined
  organization: string | undefined
}

/** Where the image goes. */
export interface ImageInput {
  /** undefined: the platform's registry, below the organization. */
  host: string | undefined
  path: string
  /** At least one, unless there is a digest. */
  tags: readonly string[]
  /** What is registered, for an image that exists already. */
  digest?: string | undefined
  platformRegistry: string
  credentials: Credentials | undefined
  createRepository: boolean
  /** Of a repository that is created on ECR. */
  immutableTags: boolean
  reference: 'tag' | 'digest'
}

/** The root action's inputs, checked alone and against each other. */
export interface PublishInputs {
  mode: Mode
  /** undefined: nothing is registered. */
  evaluator: EvaluatorInput | undefined
  platform: PlatformInput
  image: ImageInput
  /** undefined: the image exists already. */
  build: BuildInput | undefined
  /** undefined: the image is built, whatever was published before. */
  reuse: { maximumAge: number } | undefined
  /** undefined: the image is not verified. */
  verify: VerificationInput | undefined
  trustPolicy: 'off' | 'verify' | 'apply'
  /** undefined: there is no pull request, or it gets no comment. */
  comment: CommentInput | undefined
}

/** Reads every input. Throws one `InputError` with all that is wrong, before anything is started or sent. */
export function loadInputs(event: Event, texts?: RawInputs): PublishInputs {
  const inputs: PublishValues = new Inputs(fields, variables, texts)
  const loaded = readInputs(inputs, event)
  inputs.refuse()
  return loaded
}

/** Reads every input of one evaluator, and notes what is wrong. */
export function readInputs(inputs: PublishValues, event: Event): PublishInputs {
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event, values['allow-fork-code'])
  const loaded = {
    mode,
    evaluator: values.register ? loadEvaluator(inputs, mode.dryRun) : undefined,
    platform: {
      apiUrl: values['api-url'],
      apiToken: values['api-token'],
      organization: values.organization ?? organizationIn(values),
    },
    image: loadImage(inputs, event, mode.dryRun),
    build: values.build ? loadBuildInput(inputs, mode) : undefined,
    reuse: loadReuse(inputs),
    verify: values.verify === 'off' ? undefined : loadVerify(inputs, event),
    trustPolicy: loadTrustPolicy(inputs),
    comment: loadComment(inputs, event),
  }
  if (values.shard && !values.evaluators)
    inputs.problem(
      'shard',
      `${values.shard.index}/${values.shard.count}`,
      'selects a part of an evaluators file; set evaluators, or leave shard out',
    )
  if (!mode.dryRun) requireToken(inputs, loaded)
  refuseOtherRegistry(inputs, loaded.image)
  refuseUntrusted(inputs, event, mode)
  return loaded
}

function loadReuse(inputs: PublishValues): PublishInputs['reuse'] {
  const { reuse, build, 'reuse-maximum-age': maximumAge } = inputs.values
  if (reuse && !build)
    inputs.problem(
      'reuse',
      'true',
      'is about what a build would make, and build is false; leave one of them out',
    )
  return reuse ? { maximumAge } : undefined
}

function loadTrustPolicy(inputs: PublishValues): PublishInputs['trustPolicy'] {
  const { 'trust-policy': trustPolicy, 'aws-assume-role': role, register } = inputs.values
  if (trustPolicy !== 'off' && !(role && register))
    inputs.problem(
      'trust-policy',
      trustPolicy,
      'is about the role that the evaluator is registered with; set aws-assume-role and leave register at true, or set trust-policy: off',
    )
  return trustPolicy
}

function loadImage(inputs: PublishValues, event: Event, dryRun: boolean): ImageInput {
  const { values } = inputs
  const { image, registry, organization } = values
  if (!image)
    inputs.missing(
      'image',
      'is required; write a name such as keypoint_detection_evaluator, or registry.example.com/team/name for another registry',
    )
  if (image && values.build) refuseTagOrDigest(inputs, image)
  const onPlatform = image !== undefined && (image.domain === undefined || image.domain === registry)
  const path = onPlatform ? pathOnPlatform(inputs, image, organization) : (image?.path ?? '')
  return {
    host: onPlatform || !image ? undefined : registryHost(image),
    path,
    tags: loadTags(inputs, event),
    platformRegistry: registry,
    credentials: loadCredentials(inputs, dryRun),
    createRepository: values['create-repository'],
    immutableTags: values['tag-immutability'],
    ...(image?.digest !== undefined && { digest: image.digest }),
    reference: image?.digest === undefined ? values['image-reference'] : 'digest',
  }
}

/** What is built has its tag from `tags`, and its digest from the push. */
function refuseTagOrDigest(inputs: PublishValues, image: Reference): void {
  const { tag, digest } = image
  const text = `"${formatReference(image)}"`
  if (tag !== undefined)
    inputs.problem('image', undefined, `${text} has a tag; leave ":${tag}" out here and write tags: ${tag}`)
  else if (digest !== undefined)
    inputs.problem(
      'image',
      undefined,
      `${text} has a digest; leave it out: what is pushed decides it, and image-reference: digest registers it`,
    )
}

/** The organization that a reference of the platform's registry names, `docker.kolena.io/acme/name`. */
function organizationIn({ image, registry }: PublishValues['values']): string | undefined {
  return image?.domain === registry ? image.path.split('/')[0] : undefined
}

/** The name below the organization: `name`, `organization/name` and `registry/organization/name` mean the same. */
function pathOnPlatform(inputs: PublishValues, image: Reference, organization: string | undefined): string {
  const [first, ...rest] = image.path.split('/')
  if (image.domain === undefined)
    return first === organization && rest.length > 0 ? rest.join('/') : image.path
  if (rest.length === 0 || (organization !== undefined && first !== organization)) {
    const name = rest.at(-1) ?? first
    inputs.problem(
      'image',
      formatReference(image),
      `repositories of this registry begin with the organization; write image: ${name}`,
    )
  }
  return rest.join('/')
}

function loadTags(inputs: PublishValues, event: Event): string[] {
  const pullRequest = event.payload.pull_request?.number
  const derive = () => deriveTags({ ...sourceOf(event), ...(pullRequest !== undefined && { pullRequest }) })
  const { tags: given = [], image, build } = inputs.values
  const written = build ? undefined : image?.tag
  if (written !== undefined && given.length > 0 && given[0] !== written)
    inputs.problem(
      'tags',
      given.join(','),
      `image has the tag ${written} already; write it in one of the two`,
    )
  if (given.length > 0) return [...new Set(given)]
  if (written !== undefined) return [written]
  // A digest says which image it is; a tag derived from the run would be a new name for it.
  return !build && image?.digest !== undefined ? [] : (inputs.attempt('tags', derive) ?? [])
}

function loadCredentials(inputs: PublishValues, dryRun: boolean): Credentials | undefined {
  const { 'registry-username': username, 'registry-password': password } = inputs.values
  if (username && password) {
    maskSecret(password, username)
    return { username, password }
  }
  // A dry run needs none, and in a fork's pull request the secret is empty.
  if (dryRun) return undefined
  if (username)
    inputs.problem('registry-password', undefined, 'is missing beside registry-username; set both or none')
  if (password)
    inputs.problem('registry-username', undefined, 'is missing beside registry-password; set both or none')
  return undefined
}

function requireToken(
  inputs: PublishValues,
  { evaluator, image }: Pick<PublishInputs, 'evaluator' | 'image'>,
): void {
  const platformLogin =
    image.host === undefined && (image.credentials === undefined || inputs.values.organization === undefined)
  if (inputs.values['api-token'] || !(evaluator || platformLogin)) return
  const why = evaluator ? 'to register the evaluator' : "to push to the platform's registry"
  inputs.missing('api-token', missingToken(why))
}

/** The API token is the login at the platform's registry: it does not go to that of another platform. */
function refuseOtherRegistry(inputs: PublishValues, { host, credentials }: ImageInput): void {
  const { 'api-url': apiUrl, 'api-token': token, registry } = inputs.values
  if (apiUrl.host === DEFAULT_PLATFORM || inputs.text('registry') !== '') return
  if (token && inputs.values.image && host === undefined && credentials === undefined)
    inputs.problem(
      'registry',
      undefined,
      `is that of another platform, ${registry}, than api-url ${apiUrl.origin}, and would get its API token; write the host of that platform's registry, or set the variable KOLENA_REGISTRY of the environment`,
    )
}

/** Code that may be anyone's is not built beside the secrets, and what is built of it is not published. */
function refuseUntrusted(inputs: PublishValues, event: Event, { dryRun, untrusted }: Mode): void {
  if (!untrusted) return
  const { reason, refusal } = classify(event)
  const unless = 'or set allow-fork-code: true if the workflow checks out no code of the fork'
  if (refusal !== undefined) inputs.problem('allow-fork-code', undefined, `${refusal}, ${unless}`)
  else if (!dryRun)
    inputs.problem(
      'dry-run',
      'false',
      `the code may be unreviewed (${reason}), and publishing it is not allowed; leave dry-run at auto, or also set allow-fork-code: true if the workflow checks out reviewed code only`,
    )
}
