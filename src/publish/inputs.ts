import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildOptions, BuildSecret } from '../docker/build.js'
import type { Credentials } from '../docker/login.js'
import { formatReference, type Reference } from '../docker/reference.js'
import { deriveTags } from '../docker/tags.js'
import type { Event } from '../lib/event.js'
import { Inputs, readVariable } from '../lib/inputs.js'
import { parsePairs } from '../lib/lists.js'
import { decideMode, type Mode, privilegedFork } from '../lib/mode.js'
import { maskSecret, namesSecret, SHORTEST_SECRET } from '../lib/secrets.js'
import { readFixture } from '../platforms/kolena/contract/fixture.js'
import type { VerifyInput } from '../verify/verify.js'
import { fields, variables } from './fields.js'

/** The evaluator as it is to be registered. */
export interface EvaluatorInput {
  workflow: string
  name: string
  secret: string | undefined
  awsAssumeRole: string | undefined
}

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
  tags: [string, ...string[]]
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
  build: { options: BuildOptions; secrets: BuildSecret[]; local: boolean } | undefined
  /** undefined: the image is not verified. */
  verify: Pick<VerifyInput, 'accepted' | 'timeLimit' | 'contract'> | undefined
  trustPolicy: 'off' | 'verify' | 'apply'
}

type PublishValues = Inputs<typeof fields>

/** Reads every input. Throws one `InputError` with all that is wrong, before anything is started or sent. */
export function loadInputs(event: Event): PublishInputs {
  const inputs: PublishValues = new Inputs(fields, variables)
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event)
  const loaded = {
    mode,
    evaluator: values.register ? loadEvaluator(inputs) : undefined,
    platform: { apiUrl: values['api-url'], apiToken: values['api-token'], organization: values.organization },
    image: loadImage(inputs, event),
    build: values.build
      ? { options: loadBuild(inputs), secrets: loadSecrets(inputs), local: isLocal(values.context) }
      : undefined,
    verify: values.verify === 'off' ? undefined : loadVerify(inputs),
    trustPolicy: loadTrustPolicy(inputs),
  }
  if (!mode.dryRun) requireToken(inputs, loaded)
  refuseForks(inputs, event)
  inputs.refuse()
  return loaded
}

function loadEvaluator(inputs: PublishValues): EvaluatorInput {
  const { values } = inputs
  for (const name of ['workflow', 'evaluator-name'] as const) {
    if (!values[name])
      inputs.missing(name, 'is required to register the evaluator; set it, or register: false')
  }
  return {
    workflow: values.workflow ?? '',
    name: values['evaluator-name'] ?? '',
    secret: values.secret,
    awsAssumeRole: values['aws-assume-role'],
  }
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

function loadVerify(inputs: PublishValues): NonNullable<PublishInputs['verify']> {
  const { values } = inputs
  const accepted = values['accept-findings'] ?? []
  const timeLimit = values['verify-timeout']
  const path = values['contract-fixture']
  if (values.verify !== 'contract') {
    if (path !== undefined)
      inputs.problem(
        'contract-fixture',
        path,
        'is used by verify: contract only; set that, or leave this out',
      )
    return { accepted, timeLimit, contract: undefined }
  }
  const { workflow, 'evaluator-name': evaluatorName } = values
  if (!values.register && !(workflow && evaluatorName))
    inputs.problem(
      'verify',
      'contract',
      'needs workflow and evaluator-name, which the evaluator has to report',
    )
  const fixture = path === undefined ? undefined : inputs.attempt('contract-fixture', () => readFixture(path))
  return {
    accepted,
    timeLimit,
    contract: {
      workflow: workflow ?? '',
      evaluatorName: evaluatorName ?? '',
      secret: values.secret !== undefined,
      awsRole: values['aws-assume-role'],
      fixture,
      timeLimit,
    },
  }
}

function loadImage(inputs: PublishValues, event: Event): ImageInput {
  const { values } = inputs
  const { image, registry, organization } = values
  if (!image)
    inputs.missing(
      'image',
      'is required; write a name such as keypoint_detection_evaluator, or registry.example.com/team/name for another registry',
    )
  const onPlatform = image !== undefined && (image.domain === undefined || image.domain === registry)
  const path = onPlatform ? pathOnPlatform(inputs, image, organization) : (image?.path ?? '')
  return {
    host: onPlatform ? undefined : image?.domain,
    path,
    tags: loadTags(inputs, event),
    platformRegistry: registry,
    credentials: loadCredentials(inputs),
    createRepository: values['create-repository'],
    immutableTags: values['tag-immutability'],
    reference: values['image-reference'],
  }
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

function loadTags(inputs: PublishValues, { ref, sha, payload }: Event): [string, ...string[]] {
  const pullRequest = payload.pull_request?.number
  const derive = () => deriveTags({ ref, sha, ...(pullRequest !== undefined && { pullRequest }) })
  const given = inputs.values.tags
  const tags = given && given.length > 0 ? given : inputs.attempt('tags', derive)
  const [first = '', ...rest] = new Set(tags)
  return [first, ...rest]
}

function loadCredentials(inputs: PublishValues): Credentials | undefined {
  const { 'registry-username': username, 'registry-password': password } = inputs.values
  if (username && password) return { username, password }
  if (username)
    inputs.problem('registry-password', undefined, 'is missing beside registry-username; set both or none')
  if (password)
    inputs.problem('registry-username', undefined, 'is missing beside registry-password; set both or none')
  return undefined
}

function loadBuild(inputs: PublishValues): BuildOptions {
  const { values } = inputs
  const { context, file } = values
  const dockerfile = file ?? join(context, 'Dockerfile')
  if (isLocal(context)) {
    if (!existsSync(context))
      inputs.problem(
        'context',
        context,
        'there is no such directory in the workspace; check out the repository first (actions/checkout), and write the path relative to its root',
      )
    else if (!existsSync(dockerfile))
      inputs.problem(
        'file',
        dockerfile,
        'there is no such Dockerfile; write its path relative to the root of the repository',
      )
  }
  checkBuildArguments(inputs)
  return {
    context,
    file,
    target: values.target,
    platforms: values.platforms,
    buildArgs: joined(values['build-args']),
    buildContexts: joined(values['build-contexts']),
    labels: joined(values.labels),
    annotations: values.annotations ?? [],
    cacheFrom: values['cache-from'] ?? [],
    cacheTo: values['cache-to'] ?? [],
    noCache: values['no-cache'],
    pull: values.pull,
    network: values.network,
    ssh: values.ssh ?? [],
    builder: values.builder,
    provenance: values.provenance,
    sbom: values.sbom,
  }
}

/** BuildKit fetches other contexts itself; `-` would be standard input, which an action has not. */
function isLocal(context: string): boolean {
  return !/^(https?|git|ssh|docker-image|oci-layout|target):|^git@|^github\.com\//.test(context)
}

/** Build arguments stay readable in the image's history and in provenance: nothing secret may be one. */
function checkBuildArguments(inputs: PublishValues): void {
  const { values } = inputs
  const known = [values['api-token'], values['registry-password'], values.secret].filter(
    (text): text is string => text !== undefined && text.length >= SHORTEST_SECRET,
  )
  for (const [name, value] of values['build-args'] ?? []) {
    if (!namesSecret(name) && !known.some((text) => value.includes(text))) continue
    const fix =
      name === 'KOLENA_TOKEN'
        ? 'leave it out: the API token is there already as a secret; use it with RUN --mount=type=secret,id=KOLENA_TOKEN,env=KOLENA_TOKEN'
        : `pass it by secrets or secret-envs, and use it with RUN --mount=type=secret,id=${name}`
    inputs.problem(
      'build-args',
      name,
      `looks like a secret, and anyone who can pull the image can read build arguments; ${fix}`,
    )
  }
}

/** The build's secrets, later ones of the same id winning; the API token is always one of them. */
function loadSecrets(inputs: PublishValues): BuildSecret[] {
  const { values } = inputs
  const secrets: BuildSecret[] = values['api-token']
    ? [{ id: 'KOLENA_TOKEN', value: values['api-token'] }]
    : []
  for (const [id, value] of values.secrets ?? []) secrets.push({ id, value })
  for (const [id, name] of inputs.attempt('secret-envs', () =>
    parseVariableNames(values['secret-envs'] ?? []),
  ) ?? []) {
    const value = readVariable(name)
    if (value === undefined)
      inputs.problem(
        'secret-envs',
        name,
        'there is no such variable in the environment; set it in the env of the step',
      )
    else secrets.push({ id, value })
  }
  for (const [id, file] of values['secret-files'] ?? []) {
    if (!existsSync(file))
      inputs.problem(
        'secret-files',
        file,
        'there is no such file; write its path relative to the root of the repository',
      )
    secrets.push({ id, file })
  }
  for (const secret of secrets) {
    if ('value' in secret) maskSecret(secret.value)
    if (!/^[\w.-]+$/.test(secret.id))
      inputs.problem('secrets', secret.id, 'is no id of a secret; use letters, digits, "_", "." and "-"')
  }
  return [...new Map(secrets.map((secret) => [secret.id, secret])).values()]
}

/** `id=VARIABLE`, or `VARIABLE` alone for a secret of the same id. */
function parseVariableNames(items: readonly string[]): [id: string, name: string][] {
  return parsePairs(
    items.map((item) => (item.includes('=') ? item : `${item}=${item}`)),
    'id=VARIABLE',
  )
}

function requireToken(
  inputs: PublishValues,
  { evaluator, image }: Pick<PublishInputs, 'evaluator' | 'image'>,
): void {
  const platformLogin =
    image.host === undefined && (image.credentials === undefined || inputs.values.organization === undefined)
  if (inputs.values['api-token'] || !(evaluator || platformLogin)) return
  const why = evaluator ? 'to register the evaluator' : "to push to the platform's registry"
  inputs.missing(
    'api-token',
    `is required ${why}; store the platform's API token as a secret of the repository and write api-token: \${{ secrets.KOLENA_TOKEN }}`,
  )
}

function refuseForks(inputs: PublishValues, event: Event): void {
  const fork = privilegedFork(event)
  if (fork === undefined || inputs.values['allow-fork-code']) return
  inputs.problem(
    'allow-fork-code',
    undefined,
    `this ${event.eventName} event comes from ${fork} and can see the secrets of ${event.repository}; building a fork's code here could give them away. Use the pull_request event, whose dry run needs no secret, or set allow-fork-code: true if the workflow checks out no code of the fork`,
  )
}

function joined(entries: readonly [string, string][] | undefined): string[] {
  return (entries ?? []).map(([name, value]) => `${name}=${value}`)
}
