import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { builderDriver, isBuilder } from '../../docker/builder.js'
import { type BuildOptions, fitsEngine } from '../../image/build/arguments.js'
import type { BuildSecret } from '../../image/build/build.js'
import { isAnonymous, scopeCaches } from '../../image/build/cache.js'
import { type BuildOutput, outputOf } from '../../image/build/outputs.js'
import { findGitLogin } from '../../image/verify/git-config.js'
import type { KnownSecret } from '../../image/verify/secret-search.js'
import type { Event } from '../../runtime/event.js'
import { readVariable } from '../../runtime/inputs.js'
import { parsePairs } from '../../runtime/lists.js'
import * as log from '../../runtime/log.js'
import type { Mode } from '../../runtime/mode.js'
import { credentialsIn, maskSecret, maybeSecret, namesSecret, redact } from '../../runtime/secrets.js'
import { noSuchFile, problemOfDestination, relativePath } from '../../runtime/workspace.js'
import { givenSecret, isOfTheRunner, ofTheRunner } from './evaluator-inputs.js'
import { isSecretId, type PublishValues } from './fields.js'
import { ociLabels } from './oci-labels.js'

/** The build of the image, according to the inputs of the build group. */
export interface BuildInput {
  options: BuildOptions
  secrets: BuildSecret[]
  /** The build arguments with a logged warning, because they are named like a secret. */
  doubtfulArguments?: string[]
  /** Whether the context is a directory of the workspace. */
  local: boolean
  /** Where the image is kept until it is pushed. */
  store: 'engine' | 'builder'
}

/**
 * Reads the build group and records its problems. A dry run reads caches but writes none; a build of untrusted code
 * gets no secret, no SSH agent, no privileges of the builder and no cache that requires credentials.
 *
 * @param tag the first tag of the image
 */
export function loadBuildInput(
  inputs: PublishValues,
  { dryRun, untrusted }: Mode,
  event: Event,
  tag: string | undefined,
): BuildInput {
  const options: BuildOptions = { ...loadBuild(inputs, untrusted), builderId: event.runUrl }
  if (isLocal(options.context)) options.ociLabels = ociLabels(inputs.values, event, tag)
  const secrets = loadSecrets(inputs)
  refuseKnownSecrets(inputs)
  if (dryRun) options.cacheTo = []
  if (untrusted) refuseAgent(inputs)
  // The token of a fork's pull request is read-only; the token of other events may have write access.
  if (untrusted && event.eventName !== 'pull_request') refuseGitLogin(inputs)
  if (untrusted)
    Object.assign(options, {
      ...{ untrusted, ssh: [], allow: [] },
      cacheFrom: options.cacheFrom.filter(isAnonymous),
    })
  return {
    options,
    doubtfulArguments: checkBuildArguments(inputs),
    secrets: untrusted ? [] : secrets,
    local: isLocal(inputs.values.context),
    store: chooseStore(options, inputs, dryRun),
  }
}

/**
 * Refuses the token that actions/checkout leaves in the Git configuration: a Dockerfile could copy it. The directory of
 * the Dockerfile is searched too, because buildx offers all of it to the Dockerfile's frontend.
 */
function refuseGitLogin(inputs: PublishValues): void {
  const { context, file = join(context, 'Dockerfile'), 'build-contexts': more = [] } = inputs.values
  const directories = isLocal(context)
    ? [['context', context] as const, ['file', dirname(file)] as const]
    : []
  const named = more.map(([, path]) => ['build-contexts', path.replace(/^oci-layout:\/\//i, '')] as const)
  for (const [name, directory] of [...directories, ...named.filter(([, path]) => isLocal(path))]) {
    const path = findGitLogin(directory)
    if (path === undefined) continue
    inputs.problem(
      name,
      path,
      'holds a login for Git, which the build of code that may be unreviewed could use; in a workflow, set persist-credentials: false for actions/checkout',
    )
    return
  }
}

/** Refuses contexts fetched by SSH: buildx gives their build the runner's SSH agent even if `ssh` is not set. */
function refuseAgent(inputs: PublishValues): void {
  const { context, 'build-contexts': more = [] } = inputs.values
  const named = [['context', context] as const, ...more.map(([, path]) => ['build-contexts', path] as const)]
  for (const [name, address] of named)
    if (/^(ssh:|git\+ssh:|[\w-]+@[\w.-]+:)/i.test(address))
      inputs.problem(
        name,
        address,
        "is fetched with the runner's SSH agent, which is not given to code that may be unreviewed; write an https address",
      )
}

/**
 * Returns where the image is kept. An image that is run or shown must be in the engine. A separate builder pushes any
 * other image directly to the registry, because a detour through the engine would move all of its data twice.
 */
function chooseStore(options: BuildOptions, { values }: PublishValues, dryRun: boolean): BuildInput['store'] {
  if (!fitsEngine(options)) return 'builder'
  const wanted = dryRun || values.verify !== 'off'
  return wanted || builderDriver(options.builder) === 'docker' ? 'engine' : 'builder'
}

function loadBuild(inputs: PublishValues, untrusted: true | undefined): BuildOptions {
  const { values } = inputs
  const { context, file } = values
  const scope = values.image?.path ?? ''
  const dockerfile = file ?? join(context, 'Dockerfile')
  refuseCredentials(inputs)
  if (context.includes('{{'))
    inputs.problem(
      'context',
      context,
      'is a template of docker/build-push-action; write . for what is checked out, or an address such as https://github.com/OWNER/NAME.git#REF:FOLDER',
    )
  else if (isLocal(context)) checkContext(inputs, context, dockerfile, untrusted)
  else checkFetched(inputs, 'context', context)
  if (!isLocal(context) && file !== undefined && isAbsolute(file))
    inputs.problem(
      'file',
      file,
      'is a path of this machine, whose directory the build of a fetched context would get; write a path relative to that context',
    )
  for (const [, address] of values['build-contexts'] ?? []) checkNamedContext(inputs, address, untrusted)
  if (values.builder !== undefined && !isBuilder(values.builder))
    inputs.problem(
      'builder',
      values.builder,
      'is neither a builder of buildx nor a Docker context on this machine; create it (docker buildx create; in a workflow, docker/setup-buildx-action before this step), or correct the name (docker buildx ls)',
    )
  return {
    context,
    file,
    target: values.target,
    platforms: values.platforms,
    buildArgs: joined(values['build-args']),
    buildContexts: joined(values['build-contexts']),
    labels: joined(values.labels),
    ociLabels: [],
    annotations: values.annotations ?? [],
    outputs: loadOutputs(inputs, untrusted),
    cacheFrom: scopeCaches(values['cache-from'] ?? [], scope),
    cacheTo: scopeCaches(values['cache-to'] ?? [], scope),
    noCache: values['no-cache'],
    noCacheFilters: values['no-cache-filters'] ?? [],
    pull: values.pull,
    network: values.network,
    addHosts: values['add-hosts'] ?? [],
    allow: values.allow ?? [],
    cgroupParent: values['cgroup-parent'],
    shmSize: values['shm-size'],
    ulimit: values.ulimit ?? [],
    ssh: values.ssh ?? [],
    builder: values.builder,
    ...attestationsOf(values),
  }
}

/** Returns the attestations. Like docker/build-push-action, prefers the inputs of one attestation to `attests`. */
function attestationsOf({ provenance, sbom, attests = {} }: PublishValues['values']) {
  return {
    provenance: provenance === 'false' ? (attests.provenance ?? 'false') : provenance,
    sbom: sbom === 'false' ? (attests.sbom ?? 'false') : sbom,
  }
}

function checkContext(
  inputs: PublishValues,
  context: string,
  dockerfile: string,
  untrusted: true | undefined,
): void {
  const missing = `there is no such directory; ${relativePath}, and in a workflow check out the repository first (actions/checkout)`
  if (!inputs.checkPath('context', context, 'directory', missing, untrusted)) return
  const noDockerfile = `there is no such Dockerfile; ${placeOfDockerfiles()}`
  if (inputs.values.file === undefined && inputs.isGiven('file')) return
  if (!inputs.checkPath('file', dockerfile, 'file', noDockerfile, untrusted)) return
  for (const path of [`${dockerfile}.dockerignore`, join(context, '.dockerignore')])
    if (existsSync(path)) inputs.checkPath('context', path, 'file', undefined, untrusted)
}

function checkNamedContext(inputs: PublishValues, address: string, untrusted: true | undefined): void {
  const [, layout] = /^oci-layout:\/\/(.*)$/is.exec(address) ?? []
  const isPath = isLocal(address) && !/^(oci-layout:\/\/|target:)/i.test(address)
  if (!isPath && !checkFetched(inputs, 'build-contexts', address)) return
  const missing = `there is no such directory; ${relativePath}`
  const isThere = (path: string) => inputs.checkPath('build-contexts', path, 'directory', missing, untrusted)
  if (layout !== undefined) {
    // A tag or a digest follows the path, which may have colons itself.
    const [path = '', ...longer] = [...layout.matchAll(/[:@]|$/g)].map(({ index }) => layout.slice(0, index))
    for (const one of [path, ...longer.filter((other) => existsSync(other))]) isThere(one)
  } else if (isPath) isThere(address)
}

/**
 * Returns whether an address can be used. buildx would use a directory of that name instead, which a checkout could
 * contain.
 */
function checkFetched(inputs: PublishValues, name: 'context' | 'build-contexts', address: string): boolean {
  const isTaken = existsSync(address)
  const isBarred = inputs.checkedOut.has(name) && !/^(https|docker-image):\/\//.test(address)
  if (isTaken)
    inputs.problem(
      name,
      address,
      'is an address, and the working directory has a file or directory of that name, which buildx would use in its place; remove it, or begin the path with ./',
    )
  else if (isBarred)
    inputs.problem(
      name,
      address,
      'is a context that a file of the repository cannot name; write a path, or an address that begins with https:// or docker-image://, or set it outside the file, beside evaluators',
    )
  return !isTaken && !isBarred
}

/**
 * Returns the additional outputs. Code that may be unreviewed and a file of the repository may write only into the
 * workspace, and not into the Git configuration, which may name programs.
 */
function loadOutputs(inputs: PublishValues, untrusted: true | undefined): BuildOutput[] {
  const { outputs = [] } = inputs.values
  const confined = untrusted ?? inputs.checkedOut.has('outputs')
  const written = new Set<string>()
  for (const { destination, isDirectory } of outputs) {
    const path = resolve(destination)
    const [first = ''] = relative('.', path).split('/')
    const problem =
      problemOfDestination(destination, isDirectory ? 'directory' : 'file', confined) ??
      (written.has(path) ? 'is written by two outputs; give each its own dest' : undefined) ??
      (confined && (first === '' || first === '.git')
        ? 'holds the configuration of Git, which this build must not change; write into another directory'
        : undefined)
    if (problem !== undefined) inputs.problem('outputs', destination, problem)
    written.add(path)
  }
  return outputs
}

/** Refuses credentials in addresses, because logs, provenance and the summary show addresses. */
function refuseCredentials(inputs: PublishValues): void {
  const { context, 'build-contexts': more = [] } = inputs.values
  const named = [['context', context] as const, ...more.map(([, path]) => ['build-contexts', path] as const)]
  for (const [name, address] of named) {
    const secret = credentialsIn(address)
    if (secret === undefined) continue
    maskSecret(secret)
    inputs.problem(
      name,
      undefined,
      'has credentials in its address, which logs and the image show; take them out, and pass the token as the build secret GIT_AUTH_TOKEN, with which BuildKit reads Git over https: secrets: GIT_AUTH_TOKEN=VALUE',
    )
  }
}

/** Suggests what to write instead, based on the files in the workspace. */
function placeOfDockerfiles(): string {
  const entries = readdirSync('.')
  if (entries.length === 0)
    return 'the working directory is empty; in a workflow, check out the repository before this step (actions/checkout)'
  const found = ['Dockerfile', ...entries.map((entry) => join(entry, 'Dockerfile'))].find((path) =>
    existsSync(path),
  )
  return `${relativePath}${found ? `, such as file: ${found}` : ''}`
}

/**
 * Returns whether buildx reads the context from a directory. Everything else begins with a scheme and `://`, or is one
 * of Git's short forms: `docker-image:` and `https:` can be names of directories.
 */
export function isLocal(context: string): boolean {
  return !/^(https?|git|ssh|docker-image):\/\/|^[\w-]+@[\w.-]+:|^github\.com\//i.test(context)
}

/** Returns whether a text contains, in any form, a secret that is already masked. */
function holdsSecret(text: string): boolean {
  return redact(text) !== text
}

/** Refuses secrets in other arguments of buildx, which every user of the machine or of the image can read. */
function refuseKnownSecrets(inputs: PublishValues): void {
  givenSecret(inputs)
  const { values } = inputs
  const shown = ['labels', 'annotations', 'build-contexts', 'context', 'file', 'target', 'add-hosts'] as const
  const outputs = values.outputs?.map(outputOf)
  for (const name of [...shown, 'outputs'] as const)
    if (holdsSecret((name === 'outputs' ? [outputs] : [values[name]]).flat(2).join('\n')))
      inputs.problem(
        name,
        undefined,
        'contains a secret, which others could read in the image or in the list of processes; leave it out, and pass it to RUN with secrets and --mount=type=secret',
      )
}

/**
 * Refuses secrets in build arguments, because these stay readable in the image's history and in provenance. An argument
 * that is named like a secret, but whose value clearly is not one, only causes a warning.
 *
 * @returns the names that a warning was logged for
 */
function checkBuildArguments(inputs: PublishValues): string[] {
  const { values } = inputs
  const doubtful: string[] = []
  for (const [name, value] of values['build-args'] ?? wellFormed(inputs.text('build-args'))) {
    const holdsKnown = holdsSecret(value)
    if (!holdsKnown && !namesSecret(name)) continue
    if (!holdsKnown && name !== 'KOLENA_TOKEN' && !maybeSecret(name, value)) {
      doubtful.push(name)
      continue
    }
    const fix =
      name === 'KOLENA_TOKEN'
        ? 'leave it out: the API token is already available as a secret; use it with RUN --mount=type=secret,id=KOLENA_TOKEN, which makes it the file /run/secrets/KOLENA_TOKEN'
        : `pass it with secrets or secret-envs, and use it with RUN --mount=type=secret,id=${name}`
    inputs.problem(
      'build-args',
      name,
      `looks like a secret, and anyone who can pull the image can read build arguments; ${fix}`,
    )
  }
  if (!values['accept-findings']?.includes('secret-like-variable'))
    for (const name of doubtful)
      log.warning(
        `The build argument ${name} is named like a secret, but its value does not look like one. If it is a secret, pass it with secrets; otherwise rename it, or list secret-like-variable in accept-findings.`,
        'secret-like-variable',
      )
  return doubtful
}

/** Returns the valid items of a list with a malformed item, so that all problems can be reported at once. */
function wellFormed(text: string): [name: string, value: string][] {
  return text.split(/\r\n|\r|\n/).flatMap((item) => {
    const [, name, value] = /^\s*([\w.-]+)=(.*)$/.exec(item) ?? []
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
}

/** Returns the build's secrets, which always include the API token. Of several with the same id, the last one wins. */
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
    // The text given as a name may be the secret itself.
    const shown = /^[A-Za-z_]\w*$/.test(name) ? name : undefined
    if (isOfTheRunner(name)) inputs.problem('secret-envs', name, ofTheRunner)
    else if (value === undefined)
      inputs.problem(
        'secret-envs',
        shown,
        'the environment has no such variable; set it (in a workflow, in the env of the step)',
      )
    else secrets.push({ id, value })
  }
  for (const [id, file] of values['secret-files'] ?? []) {
    const isThere = inputs.checkPath('secret-files', file, 'file', noSuchFile)
    const problem = isThere ? problemOfSecretFile(file) : undefined
    if (problem !== undefined) inputs.problem('secret-files', file, problem)
    else if (isThere) secrets.push({ id, file })
  }
  for (const secret of secrets) {
    // The text given as an id may be part of a secret.
    const what = isSecretId(secret.id) ? `The build secret ${secret.id}` : 'A build secret'
    maskSecret(knownSecret(secret).value, undefined, what)
    if (!isSecretId(secret.id))
      inputs.problem(
        'file' in secret ? 'secret-files' : 'secret-envs',
        undefined,
        'has an invalid id; an id has letters, digits, "_", "." and "-"',
      )
  }
  return [...new Map(secrets.map((secret) => [secret.id, secret])).values()]
}

/** Maximum bytes of a secret that BuildKit accepts. */
const MAX_SECRET_BYTES = 500 * 1024

/** Returns why a file cannot be a build secret; undefined if it can. */
function problemOfSecretFile(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return noSuchFile
  // Reading a pipe or a device might never end.
  if (!stats.isFile()) return 'is not a regular file; write the path of a file'
  if (stats.size > MAX_SECRET_BYTES)
    return `has more than ${MAX_SECRET_BYTES} bytes, the most that BuildKit takes as a secret`
  try {
    accessSync(file, constants.R_OK)
    return undefined
  } catch {
    return 'cannot be read; check its permissions'
  }
}

/** Returns a build secret for masking and for the search in the image. A binary file is masked as base64. */
export function knownSecret(secret: BuildSecret): KnownSecret {
  const label = `the build secret ${secret.id}`
  if ('value' in secret) return { label, value: secret.value }
  if (problemOfSecretFile(secret.file) !== undefined) return { label, value: '' }
  const bytes = readFileSync(secret.file)
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes)
    ? { label, value: text }
    : { label, value: bytes.toString('base64'), bytes }
}

/** Reads `id=VARIABLE`, or `VARIABLE` alone for a secret with the same id. */
function parseVariableNames(items: readonly string[]): [id: string, name: string][] {
  return parsePairs(
    items.map((item) => (item.includes('=') ? item : `${item}=${item}`)),
    'id=VARIABLE',
  )
}

function joined(entries: readonly [string, string][] | undefined): string[] {
  return (entries ?? []).map(([name, value]) => `${name}=${value}`)
}
