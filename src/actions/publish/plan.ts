import type { Evaluator } from '../../platforms/kolena/schemas.js'
import type { Mode } from '../../runtime/mode.js'
import type { ImageInput, PublishInputs } from './inputs.js'

/** The plan of a run, as far as it is known before the run changes anything. */
export interface Plan {
  mode: Mode
  /** Host and path of the repository, with a placeholder while the organization is unknown. */
  repository: { host: string; path: string }
  /** Whether the path is final, without a placeholder. */
  knowsOrganization: boolean
  /** One reference per tag, after one with the digest of the inputs, if there is one. The first is registered. */
  references: [string, ...string[]]
  /** The names that the image gets in the engine. */
  localReferences: string[]
  /** The name that a user may have given an existing image, without the registry and the organization. */
  shortReference: string
  /** Whether the registration names the image by its first tag or by its digest. */
  imageReference: ImageInput['reference']
  evaluator: PublishInputs['evaluator']
}

/** The placeholder for an unknown organization: before the login, and in a dry run without a token. */
const UNKNOWN_ORGANIZATION = '<organization>'

/**
 * Returns whether the plan is complete before the login. Otherwise, the token determines the organization of the
 * repository.
 */
export function knowsRepository({ image, platform }: PublishInputs): boolean {
  return image.host !== undefined || platform.organization !== undefined
}

/** @param organization the token's organization, once the run has logged in */
export function makePlan(
  { mode, image, evaluator, platform }: PublishInputs,
  organization = platform.organization,
): Plan {
  const repository = repositoryOf(image, organization)
  const name = `${repository.host}/${repository.path}`
  const { digest, tags } = image
  const tagged = tags.map((tag) => `:${tag}`)
  const [first = '', ...more] = digest === undefined ? tagged : [`@${digest}`, ...tagged]
  const known = image.host !== undefined || organization !== undefined
  return {
    mode,
    repository,
    knowsOrganization: known,
    references: [name + first, ...more.map((suffix) => name + suffix)],
    localReferences: tagged.map((suffix) => (known ? name : image.path) + suffix),
    shortReference: image.path + first,
    imageReference: image.reference,
    evaluator,
  }
}

function repositoryOf(image: ImageInput, organization = UNKNOWN_ORGANIZATION): Plan['repository'] {
  if (image.host !== undefined) return { host: image.host, path: image.path }
  // `acme/name` means `name` in the organization acme, which may not have been known before.
  const path = image.path.startsWith(`${organization}/`) ? image.path : `${organization}/${image.path}`
  return { host: image.platformRegistry, path }
}

/** Returns the reference to register; in a dry run the digest is not known yet. */
export function registeredImage(
  { imageReference, repository, references }: Plan,
  digest: string | undefined,
): string {
  if (imageReference === 'tag') return references[0]
  return `${repository.host}/${repository.path}@${digest ?? '<digest of the push>'}`
}

/** One difference between the current and the new registration; undefined for an absent value. */
export interface Change {
  field: 'image' | 'aws_assume_role' | 'secret'
  from: string | undefined
  to: string | undefined
}

/**
 * Returns what a registration would change; empty if it is up to date. The registered secret is never requested, so a
 * run with a `secret` always registers: an old secret must not stay.
 */
export function changesTo(
  current: Evaluator | undefined,
  image: string,
  evaluator: NonNullable<Plan['evaluator']>,
): Change[] {
  const role = current?.aws_role_config?.assume_role_arn
  const changes: Change[] = []
  if (current?.image !== image) changes.push({ field: 'image', from: current?.image, to: image })
  if (role !== evaluator.awsAssumeRole)
    changes.push({ field: 'aws_assume_role', from: role, to: evaluator.awsAssumeRole })
  if (evaluator.secret !== undefined) changes.push({ field: 'secret', from: undefined, to: '(as given)' })
  return changes
}
