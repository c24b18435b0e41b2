/** The inputs of the root action: names, types and rules. action.yml has descriptions and defaults. */
import { z } from 'zod/mini'
import { isPathComponent, isTag, parseReference } from '../../docker/reference.js'
import { parseOutputs } from '../../image/build/outputs.js'
import { findingKinds, isFindingId } from '../../image/verify/findings.js'
import { parseRoleArn } from '../../platforms/aws/arn.js'
import { commentFields } from '../../platforms/github/fields.js'
import { sampleLimit, testSuite } from '../../platforms/kolena/fields.js'
import {
  address,
  boolean,
  line,
  list,
  name,
  number,
  oneOf,
  pairs,
  parsed,
  token,
  wholeNumber,
} from '../../runtime/fields.js'
import { hint } from '../../runtime/hint.js'
import { type Inputs, secret } from '../../runtime/inputs.js'
import { parseList } from '../../runtime/lists.js'
import { parseShard } from './evaluators-file/shards.js'
import { baseline } from './metrics/baseline-field.js'

const organization = line.check(
  z.refine(isPathComponent, {
    error:
      'is not a valid organization name; write it as in the address of the platform, app.kolena.io/<organization>, in lower case',
  }),
)

const registryHost = line.check(
  z.refine((text) => hasDomain(text), {
    error:
      'is not a registry; write its host, with a port if needed, like docker.kolena.io, without a path or https://',
  }),
)

const tags = list({ comma: true }).check(
  z.superRefine((items, context) => {
    const wrong = items.find((item) => !isTag(item) && !isTagged(item))
    if (wrong !== undefined)
      context.addIssue(
        `${JSON.stringify(wrong)} is not a valid tag; a tag has letters, digits, "_", "." and "-", does not begin with "." or "-", and has at most 128 characters. A full reference, such as registry.example.com/team/name:v1, also needs a valid tag`,
      )
  }),
)

const platforms = list({ comma: true }).check(
  z.superRefine((items, context) => {
    const wrong = items.find((item) => !/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(item))
    if (wrong !== undefined)
      context.addIssue(
        `${JSON.stringify(wrong)} is not a platform; write platforms like linux/amd64,linux/arm64`,
      )
  }),
)

const attestation = line.check(
  z.refine((text) => /^(true|false|[a-z-]+=.+)$/.test(text), {
    error: 'write true, false, or parameters of BuildKit like mode=max',
  }),
)

/** Splits attestations by type: `type=sbom,generator=image` is the SBOM with `generator=image`. */
const attestations = parsed((text) => {
  const found: { provenance?: string; sbom?: string } = {}
  for (const item of parseList(text)) {
    const parts = item.split(',').map((part) => part.trim())
    const type = parts.find((part) => part.startsWith('type='))?.slice('type='.length)
    if (type !== 'provenance' && type !== 'sbom')
      throw new Error(`${JSON.stringify(item)} has no known type; write type=provenance or type=sbom`)
    if (found[type] !== undefined)
      throw new Error(`contains type=${type} twice; write all its parameters in one item`)
    const disabled = parts.find((part) => part.startsWith('disabled='))?.slice('disabled='.length)
    const parameters = parts.filter((part) => !/^(type|disabled)=/.test(part)).join(',')
    found[type] = disabled !== undefined && disabled !== 'false' ? 'false' : parameters || 'true'
  }
  return found
}).check(z.meta({ shape: 'list' }))

/** Refuses `MyOrg/app`: by the grammar, a first segment with capitals is a host, but few people mean that. */
const image = parsed((text) => {
  const [first = '', ...rest] = text.split('/')
  if (rest.length > 0 && /[A-Z]/.test(first) && !/[.:]/.test(first))
    throw new Error(
      `${JSON.stringify(text)} is not a valid image reference: write it in lower case: "${text.toLowerCase()}"`,
    )
  return parseReference(text)
})

/** The lines of an unquoted multi-line value may look like items, so messages never show their text. */
const secretPairs = pairs('id=value').check(
  z.superRefine((items, context) => {
    const wrong = items.findIndex(
      ([id, value], index) => !isSecretId(id) || (index > 0 && isEndOfBase64(id, value)),
    )
    if (wrong !== -1)
      context.addIssue(
        `item ${wrong + 1} is not written as id=value, with an id of letters, digits, "_", "." and "-"; put quotes around the whole item when the value has several lines`,
      )
  }),
)

export function isSecretId(text: string): boolean {
  return /^[\w.-]+$/.test(text)
}

/**
 * Returns whether an item is the last line of base64, which ends in `=` or `==`, and so looks like an item with a valid
 * id and no value.
 */
function isEndOfBase64(id: string, value: string): boolean {
  if (value === '=') return true
  const mixed = /^[A-Za-z0-9]{15,}$/.test(id) && /[a-z]/.test(id) && /[A-Z]/.test(id)
  return value === '' && mixed && (id.length + 1) % 4 === 0
}

const findingIds = list({ comma: true }).check(
  z.superRefine((items, context) => {
    const ids = Object.keys(findingKinds)
    const wrong = items.find((item) => !isFindingId(item))
    if (wrong !== undefined)
      context.addIssue(
        `${JSON.stringify(wrong)} is not the id of a finding${hint(wrong, ids) || `; the ids are ${ids.join(', ')}`}`,
      )
  }),
)

const seconds = wholeNumber(1, 99_999, 'write a number of seconds, such as 120')

/** Accepts at most 32: more would exhaust the engine's networks or the runner's memory. */
const concurrency = wholeNumber(1, 32, 'write a number from 1 to 32')

const variable = line.check(
  z.refine((text) => /^[A-Za-z_]\w*$/.test(text), {
    error:
      'is not a variable name; write the name alone, such as EVALUATOR_SECRET (build secrets, id=VARIABLE, belong in secret-envs)',
  }),
)

const tolerance = number.check(
  z.refine((value) => value >= 0, { error: 'is negative; write 0 or a small number such as 1e-6' }),
)

/** An age in milliseconds; Infinity for `off`. */
const age = parsed((text) => {
  const [, count, unit] = /^([1-9]\d{0,3})([hdw])$/.exec(text) ?? []
  if (text === 'off') return Number.POSITIVE_INFINITY
  if (count !== undefined) return Number(count) * { h: 1, d: 24, w: 168 }[unit as 'h' | 'd' | 'w'] * 3_600_000
  throw new Error('write a time such as 12h, 30d or 8w, or off')
})

const roleArn = parsed((text) => {
  parseRoleArn(text)
  return text
})

export const fields = {
  workflow: name,
  'evaluator-name': name,
  secret: secret(z.string()),
  'secret-env': variable,
  'aws-assume-role': roleArn,

  'api-token': secret(token),
  'api-url': z.prefault(address, 'https://api.kolena.io'),
  organization,

  image,
  tags,
  registry: z.prefault(registryHost, 'docker.kolena.io'),
  'registry-username': line,
  'registry-password': secret(z.string()),
  'create-repository': z.prefault(boolean, 'true'),
  'tag-immutability': z.prefault(boolean, 'false'),
  'image-reference': z.prefault(oneOf('tag', 'digest'), 'tag'),
  'oci-labels': z.prefault(oneOf('auto', 'off'), 'auto'),

  build: z.prefault(boolean, 'true'),
  context: z.prefault(line, '.'),
  file: line,
  target: line,
  platforms: z.prefault(platforms, 'linux/amd64'),
  'build-args': pairs('NAME=value'),
  'build-contexts': pairs('name=path'),
  secrets: secret(secretPairs),
  'secret-envs': list({ comma: true }),
  'secret-files': pairs('id=path'),
  labels: pairs('name=value'),
  annotations: list(),
  outputs: parsed(parseOutputs).check(z.meta({ shape: 'list' })),
  'cache-from': list(),
  'cache-to': list(),
  'no-cache': z.prefault(boolean, 'false'),
  'no-cache-filters': list({ comma: true }),
  pull: z.prefault(boolean, 'false'),
  network: line,
  'add-hosts': list({ comma: true }),
  allow: list({ comma: true }),
  'cgroup-parent': line,
  'shm-size': line,
  ulimit: list({ comma: true }),
  ssh: list({ comma: true }),
  builder: line,
  provenance: z.prefault(attestation, 'false'),
  sbom: z.prefault(attestation, 'false'),
  attests: attestations,

  register: z.prefault(boolean, 'true'),
  reuse: z.prefault(boolean, 'false'),
  'reuse-maximum-age': z.prefault(age, '30d'),
  'dry-run': z.prefault(oneOf('auto', 'true', 'false'), 'auto'),
  'allow-fork-code': z.prefault(boolean, 'false'),
  evaluators: line,
  concurrency: z.prefault(concurrency, '8'),
  shard: parsed(parseShard),
  only: z.prefault(oneOf('all', 'changed'), 'all'),
  'trust-policy': z.prefault(oneOf('off', 'verify', 'apply'), 'off'),
  ...commentFields,
  verify: z.prefault(oneOf('off', 'start', 'lambda', 'contract'), 'start'),
  'accept-findings': findingIds,
  'verify-timeout': z.prefault(seconds, '120'),
  'contract-fixture': line,
  'metrics-baseline': baseline,
  'metrics-gate': z.prefault(oneOf('off', 'warn', 'fail'), 'off'),
  'metrics-tolerance': z.prefault(tolerance, '1e-6'),
  'fixture-model': line,
  'fixture-test-suite': testSuite,
  'fixture-samples': z.prefault(sampleLimit, '10000'),
}

/** The parsed inputs. */
export type PublishValues = Inputs<typeof fields>

/** Environment variables that inputs default to; the first two are those of the platform's own client. */
export const variables = {
  'api-token': 'KOLENA_TOKEN',
  'api-url': 'KOLENA_API_URL',
  registry: 'KOLENA_REGISTRY',
}

/** Returns whether the text is a reference with a tag, as docker/metadata-action writes them. */
function isTagged(text: string): boolean {
  try {
    const { tag, digest } = parseReference(text)
    return tag !== undefined && digest === undefined
  } catch {
    return false
  }
}

function hasDomain(text: string): boolean {
  try {
    return parseReference(`${text}/image`).domain === text
  } catch {
    return false
  }
}
