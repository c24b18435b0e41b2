import type { Credentials } from '../../docker/credentials.js'
import {
  formatReference,
  isTag,
  parseReference,
  type Reference,
  registryHost,
  repositoryPath,
} from '../../docker/reference.js'
import { loadComment, type ReportComment } from '../../platforms/github/report-comment.js'
import { missingToken } from '../../platforms/kolena/fields.js'
import { type Event, sourceOf } from '../../runtime/event.js'
import { Inputs, type RawInputs } from '../../runtime/inputs.js'
import { classify, decideMode, type Mode } from '../../runtime/mode.js'
import { maskSecret } from '../../runtime/secrets.js'
import { type BuildInput, loadBuildInput } from './build-inputs.js'
import { type EvaluatorInput, loadEvaluator } from './evaluator-inputs.js'
import { fields, type PublishValues, variables } from './fields.js'
import { deriveTags } from './tags.js'
import { loadVerify, type VerificationInput } from './verify-inputs.js'

/** `registry` defaults to the registry of this platform. */
const DEFAULT_PLATFORM = 'api.kolena.io'

/** The platform, and its token if there is one. */
export interface PlatformInput {
  apiUrl: URL
  apiToken: string | undefined
  organization: string | undefined
}

/** The destination of the image. */
export interface ImageInput {
  /** undefined for the organization's part of the platform's registry. */
  host: string | undefined
  path: string
  /** At least one tag, unless there is a digest. */
  tags: readonly string[]
  /** The digest to register, for an existing image. */
  digest?: string | undefined
  platformRegistry: string
  credentials: Credentials | undefined
  createRepository: boolean
  /** Whether the tags of a repository that is created on ECR are immutable. */
  immutableTags: boolean
  reference: 'tag' | 'digest'
}

/** The root action's inputs, checked individually and in combination. */
export interface PublishInputs {
  mode: Mode
  /** undefined if nothing is registered. */
  evaluator: EvaluatorInput | undefined
  platform: PlatformInput
  image: ImageInput
  /** undefined if the image already exists. */
  build: BuildInput | undefined
  /** undefined if the image is always built. */
  reuse: { maximumAge: number } | undefined
  /** undefined if the image is not verified. */
  verify: VerificationInput | undefined
  trustPolicy: 'off' | 'verify' | 'apply'
  /** undefined if there is no pull request, or comments are off. */
  comment: ReportComment | undefined
}

/** Reads all inputs. Throws one `InputError` with every problem before anything is started or sent. */
export function loadInputs(event: Event, texts?: RawInputs): PublishInputs {
  const inputs: PublishValues = new Inputs(fields, variables, texts)
  const loaded = readInputs(inputs, event)
  inputs.refuse()
  return loaded
}

/** Reads all inputs of one evaluator and records their problems. */
export function readInputs(inputs: PublishValues, event: Event): PublishInputs {
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event, values['allow-fork-code'])
  const evaluator = values.register ? loadEvaluator(inputs, mode.dryRun) : undefined
  const image = loadImage(inputs, event, mode.dryRun)
  const loaded = {
    mode,
    evaluator,
    platform: {
      apiUrl: values['api-url'],
      apiToken: values['api-token'],
      organization: values.organization ?? organizationIn(values),
    },
    image,
    build: values.build ? loadBuildInput(inputs, mode, event, image.tags[0]) : undefined,
    reuse: loadReuse(inputs),
    verify: values.verify === 'off' ? undefined : loadVerify(inputs, event, mode),
    trustPolicy: loadTrustPolicy(inputs),
    comment: loadComment(values, event, 'publish', commentSubject(values)),
  }
  if (values.shard && !inputs.isGiven('evaluators'))
    inputs.problem(
      'shard',
      `${values.shard.index}/${values.shard.count}`,
      'selects a part of an evaluators file; set evaluators, or leave shard out',
    )
  if (values.only === 'changed' && !values.evaluators)
    inputs.problem(
      'only',
      'changed',
      'selects entries of an evaluators file; set evaluators, or leave only out',
    )
  if (!mode.dryRun) requireToken(inputs, loaded)
  refuseOtherRegistry(inputs, loaded.image)
  refuseUntrusted(inputs, event, mode)
  return loaded
}

/** Returns what distinguishes the comment of an evaluator from others of the same job. */
function commentSubject(values: PublishValues['values']): (string | undefined)[] {
  const { workflow, 'evaluator-name': evaluator, image, 'api-url': apiUrl } = values
  return [workflow, evaluator, image?.domain, image?.path, apiUrl.href]
}

function loadReuse(inputs: PublishValues): PublishInputs['reuse'] {
  const { reuse, build, 'reuse-maximum-age': maximumAge } = inputs.values
  if (reuse && !build)
    inputs.problem(
      'reuse',
      'true',
      'applies to an image that is built, but build is false; leave one of them out',
    )
  return reuse ? { maximumAge } : undefined
}

function loadTrustPolicy(inputs: PublishValues): PublishInputs['trustPolicy'] {
  const { 'trust-policy': trustPolicy, register, evaluators } = inputs.values
  if (trustPolicy === 'off' || (register && inputs.isGiven('aws-assume-role'))) return trustPolicy
  // Only the step can set it for the evaluators of a file, and not all of them have a role.
  if (!evaluators)
    inputs.problem(
      'trust-policy',
      trustPolicy,
      'applies to the role that the evaluator is registered with; set aws-assume-role and leave register at true, or set trust-policy: off',
    )
  return 'off'
}

function loadImage(inputs: PublishValues, event: Event, dryRun: boolean): ImageInput {
  const { values } = inputs
  const { image, registry, organization } = values
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

/** Refuses a tag or digest of an image that is built: its tags come from `tags`, and its digest from the push. */
function refuseTagOrDigest(inputs: PublishValues, image: Reference): void {
  const { tag, digest } = image
  const text = `"${formatReference(image)}"`
  if (tag !== undefined)
    inputs.problem('image', undefined, `${text} has a tag; leave ":${tag}" out here and write tags: ${tag}`)
  else if (digest !== undefined)
    inputs.problem(
      'image',
      undefined,
      `${text} has a digest; leave it out: the push decides the digest, and image-reference: digest registers it`,
    )
}

/** Returns the organization in a reference of the platform's registry, such as `docker.kolena.io/acme/name`. */
function organizationIn({ image, tags = [], registry }: PublishValues['values']): string | undefined {
  const references = [image, ...tags.filter((item) => !isTag(item)).map(parseReference)]
  return references.find((one) => one?.domain === registry)?.path.split('/')[0]
}

/** Returns the name below the organization. `name`, `organization/name` and `registry/organization/name` are equal. */
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
  const { image, build } = inputs.values
  const given = readTags(inputs)
  const written = build ? undefined : image?.tag
  if (written !== undefined && given.length > 0 && given[0] !== written)
    inputs.problem(
      'tags',
      given.join(','),
      `image already has the tag ${written}; write it in only one of the two`,
    )
  if (given.length > 0) return [...new Set(given)]
  if (written !== undefined) return [written]
  // A digest identifies the image, so no tag is derived from the run.
  const isIdentified = !build && image?.digest !== undefined
  return isIdentified || inputs.isGiven('tags') ? [] : (inputs.attempt('tags', derive) ?? [])
}

/**
 * Returns the given tags, each written alone or as a full reference of this image, like the output of
 * docker/metadata-action.
 */
function readTags(inputs: PublishValues): string[] {
  const { tags = [], image } = inputs.values
  return tags.map((item) => {
    if (isTag(item)) return item
    const { tag = '', ...name } = parseReference(item)
    if (image && !isSameRepository(name, image, inputs.values)) {
      const { domain, path } = image
      const own = formatReference({ ...(domain !== undefined && { domain }), path })
      inputs.problem(
        'tags',
        item,
        `is a reference to a different image than ${own}, which this run publishes; write the tag alone, or a reference of this image`,
      )
    }
    return tag
  })
}

/**
 * Returns whether two references name the same repository. On the platform's registry, `name`, `organization/name` and
 * `registry/organization/name` are equal.
 */
function isSameRepository(one: Reference, image: Reference, values: PublishValues['values']): boolean {
  const { registry } = values
  const onPlatform = image.domain === undefined || image.domain === registry
  const organization = values.organization ?? organizationIn(values)
  const fullName = ({ domain, path }: Reference) => {
    if (!onPlatform) {
      const host = registryHost({ ...(domain !== undefined && { domain }) })
      return `${host}/${repositoryPath(host, path)}`
    }
    const isShort = domain === undefined && organization !== undefined && !path.startsWith(`${organization}/`)
    return `${domain ?? registry}/${isShort ? `${organization}/` : ''}${path}`
  }
  return fullName(one) === fullName(image)
}

function loadCredentials(inputs: PublishValues, dryRun: boolean): Credentials | undefined {
  const { 'registry-username': username, 'registry-password': password } = inputs.values
  if (username && password) {
    maskSecret(password, username)
    return { username, password }
  }
  // A dry run needs no login, and in a fork's pull request the secret is empty.
  if (dryRun) return undefined
  if (username)
    inputs.missing('registry-password', 'is missing although registry-username is set; set both or neither')
  if (password)
    inputs.missing('registry-username', 'is missing although registry-password is set; set both or neither')
  return undefined
}

function requireToken(
  inputs: PublishValues,
  { evaluator, image, verify }: Pick<PublishInputs, 'evaluator' | 'image' | 'verify'>,
): void {
  const platformLogin =
    image.host === undefined && (image.credentials === undefined || inputs.values.organization === undefined)
  if (inputs.values['api-token'] || !(evaluator || platformLogin || verify?.recording)) return
  const why = evaluator
    ? 'to register the evaluator'
    : platformLogin
      ? "to push to the platform's registry"
      : 'to read the samples of fixture-model'
  inputs.missing('api-token', missingToken(why))
}

/**
 * Refuses to send the API token, which is the login at the platform's registry, to the registry of another platform.
 */
function refuseOtherRegistry(inputs: PublishValues, { host, credentials }: ImageInput): void {
  const { 'api-url': apiUrl, 'api-token': token, registry } = inputs.values
  if (apiUrl.host === DEFAULT_PLATFORM || inputs.text('registry') !== '') return
  if (token && inputs.values.image && host === undefined && credentials === undefined)
    inputs.problem(
      'registry',
      undefined,
      `is the registry of another platform, ${registry}, than api-url ${apiUrl.origin}, and would receive its API token; write the host of that platform's registry, or set the environment variable KOLENA_REGISTRY`,
    )
}

/** Refuses to build unreviewed code with access to secrets, and to publish its image. */
function refuseUntrusted(inputs: PublishValues, event: Event, { dryRun, untrusted }: Mode): void {
  if (!untrusted) return
  const { reason, refusal } = classify(event)
  const unless = 'or set allow-fork-code: true if the workflow checks out no code of the fork'
  if (refusal !== undefined) inputs.problem('allow-fork-code', undefined, `${refusal}, ${unless}`)
  else if (!dryRun)
    inputs.problem(
      'dry-run',
      'false',
      `the code may be unreviewed (${reason}), and must not be published; leave dry-run at auto, or also set allow-fork-code: true if the workflow checks out reviewed code only`,
    )
}
