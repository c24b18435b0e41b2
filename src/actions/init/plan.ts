import { posix } from 'node:path'
import { isPathComponent } from '../../docker/reference.js'
import { isIgnored, parseIgnoreFile } from '../../image/reuse/ignore.js'
import { clip } from '../../runtime/clip.js'
import { contextOf, copiedPaths, type Dockerfile } from './context.js'
import { type Candidate, type Evidence, onlyValue } from './evidence.js'
import { type InitInputs, isImage, MAX_VALUE, problemOfName, problemOfPath } from './inputs.js'
import type { Repository } from './look.js'
import { FIXTURE, fixtureText, ignoreText, WORKFLOW, workflowText } from './templates.js'
import type { Name, Value, Values } from './values.js'
import type { NewFile } from './write.js'

/** What to write, and with which values. */
export interface Plan {
  values: Values
  files: readonly NewFile[]
  /** Why some files are not written. */
  omitted: readonly string[]
}

/**
 * Decides what to write. A value that the command line sets comes before one of the repository. Nothing is chosen among
 * several values: the wrong one would publish something else than what was meant.
 *
 * @param read reads a Dockerfile of the repository
 */
export function planFiles(
  repository: Repository,
  inputs: InitInputs,
  read: (path: string) => Dockerfile,
): Plan {
  const file = chooseDockerfile(repository, inputs)
  const dockerfile = file.value === undefined ? undefined : read(file.value)
  const context =
    inputs.context ??
    (file.value && dockerfile ? contextOf(file.value, dockerfile.text, repository.paths) : '.')
  const workflow = choose('workflow', inputs.workflow, repository.names.workflow, repository)
  const evaluator = choose(
    'evaluator-name',
    inputs['evaluator-name'],
    repository.names['evaluator-name'],
    repository,
  )
  const image = chooseImage(repository, inputs, evaluator)
  const values = { workflow, 'evaluator-name': evaluator, image, file, context }
  const omitted: string[] = []
  const files: NewFile[] = []
  const { host } = repository
  if (host.kind === 'other')
    omitted.push(`${WORKFLOW}: ${host.name} does not run the workflows of GitHub Actions`)
  else if (repository.workflow !== undefined && repository.workflow !== WORKFLOW)
    omitted.push(`${WORKFLOW}: ${repository.workflow} uses this action already`)
  else files.push({ path: WORKFLOW, text: workflowText(values, repository.hasSamples) })
  const ignore = posix.join(context, '.dockerignore')
  if (!dockerfile) omitted.push('.dockerignore: it depends on the Dockerfile')
  else if (dockerfile.ignored) omitted.push(`${ignore}: ${file.value}.dockerignore applies instead`)
  else files.push({ path: ignore, text: ignoreText(keptPaths(dockerfile.text)) })
  files.push({ path: FIXTURE, text: fixtureText() })
  return { values, files, omitted }
}

function chooseDockerfile({ dockerfiles }: Repository, { file }: InitInputs): Value {
  if (file !== undefined) return { value: file, source: 'from --file' }
  const [only, ...others] = dockerfiles
  if (only === undefined) return { value: undefined, source: 'no Dockerfile was found' }
  if (others.length > 0)
    return { value: undefined, source: `several were found: ${list(dockerfiles.map(quoted))}` }
  const problem = problemOfPath(only)
  return problem === undefined
    ? { value: only, source: 'the only Dockerfile' }
    : { value: undefined, source: `${quoted(only)} ${problem}` }
}

function choose(
  name: Name,
  given: string | undefined,
  evidence: Evidence,
  { unread }: Pick<Repository, 'unread'>,
): Value {
  if (given !== undefined) return { value: given, source: `from --${name}` }
  const { candidates, unclear } = evidence
  const only = onlyValue(evidence)
  const problem = only && problemOfName(only.value)
  if (only && problem === undefined && unread === undefined) return { value: only.value, source: only.place }
  if (only && problem !== undefined)
    return { value: undefined, source: `${quoted(only.value)} in ${only.place} ${problem}` }
  const notes = [
    ...(candidates.length > 0 ? [`candidates are ${list(candidates.map(describe))}`] : []),
    ...(unclear.length > 0 ? [`only Python can compute the name in ${list(unclear)}`] : []),
    ...(unread === undefined ? [] : [`${unread} sources could not be read`]),
  ]
  return { value: undefined, source: notes.join('; ') || 'the sources do not name it' }
}

function chooseImage(repository: Repository, inputs: InitInputs, evaluator: Value): Value {
  const { image } = repository.names
  const found = choose('image', inputs.image, image, { unread: undefined })
  if (found.value !== undefined)
    return isImage(found.value)
      ? found
      : {
          value: undefined,
          source: `${JSON.stringify(found.value)} in ${found.source} is not the name of an image`,
        }
  if (image.candidates.length > 0) return found
  // The image is new, so any name is right.
  const name =
    evaluator.value
      ?.toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_|_$/g, '') ?? ''
  return isPathComponent(name)
    ? { value: name, source: 'named after the evaluator' }
    : { value: undefined, source: 'the sources do not name it' }
}

/** Returns the paths that a Dockerfile copies although the ignore file excludes them. */
function keptPaths(dockerfile: string): string[] {
  const ignore = parseIgnoreFile(ignoreText([]))
  return copiedPaths(dockerfile).filter((path) => path !== '.' && isIgnored(ignore, path))
}

function describe({ value, place }: Candidate): string {
  return `${quoted(value)} (${place})`
}

/** Returns untrusted text on one line, and not too much of it. */
function quoted(text: string): string {
  return JSON.stringify(clip(text, MAX_VALUE))
}

/** Maximum items that a message lists. */
const MAX_LISTED = 10

function list(items: readonly string[]): string {
  const more = items.length - MAX_LISTED
  return items.slice(0, MAX_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
