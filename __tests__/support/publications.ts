import type { PublishInputs } from '../../src/actions/publish/inputs.js'
import { makePlan, type Plan } from '../../src/actions/publish/plan.js'
import type { PublishResult } from '../../src/actions/publish/result.js'
import type { BuildOptions } from '../../src/image/build/arguments.js'
import type { Evaluator } from '../../src/platforms/kolena/schemas.js'

/** Default values for tests of the pipeline's pure functions. */
export const digest = `sha256:${'ab'.repeat(32)}`
export const evaluator = {
  workflow: 'Keypoint Detection',
  name: 'evaluate_keypoint_detection',
  secret: undefined,
  awsAssumeRole: undefined,
}
/** The default values of the build inputs. */
export const buildOptions: BuildOptions = {
  context: '.',
  file: undefined,
  target: undefined,
  platforms: ['linux/amd64'],
  buildArgs: [],
  buildContexts: [],
  labels: [],
  ociLabels: [],
  annotations: [],
  outputs: [],
  cacheFrom: [],
  cacheTo: [],
  noCache: false,
  noCacheFilters: [],
  pull: false,
  network: undefined,
  addHosts: [],
  allow: [],
  cgroupParent: undefined,
  shmSize: undefined,
  ulimit: [],
  ssh: [],
  builder: undefined,
  provenance: 'false',
  sbom: 'false',
}
export const inputs: PublishInputs = {
  mode: { dryRun: false, reason: 'tag v1 (push)' },
  evaluator,
  reuse: undefined,
  verify: undefined,
  trustPolicy: 'off',
  platform: {
    apiUrl: new URL('https://api.example.com'),
    apiToken: 'token-of-acme',
    organization: undefined,
  },
  image: {
    host: undefined,
    path: 'evaluator',
    tags: ['v1'],
    platformRegistry: 'docker.kolena.io',
    credentials: undefined,
    createRepository: true,
    reference: 'tag',
    immutableTags: false,
  },
  build: undefined,
  comment: undefined,
}
export const image = 'docker.kolena.io/acme/evaluator:v1'
export const builtImage = {
  id: `sha256:${'cd'.repeat(32)}`,
  engineId: digest,
  manifestDigest: digest,
  digests: [digest],
  metadata: { a: 1 },
}
export const role = {
  job_role_arn: 'arn:aws:iam::123456789012:role/evaluator-acme',
  external_id: '9dbd6a04-0000-4000-8000-000000000000',
  assume_role_arn: 'arn:aws:iam::210987654321:role/images',
}
export const registered: Evaluator = {
  name: evaluator.name,
  image,
  created: '2023-04-03 16:18:10.703 -0700',
  aws_role_config: null,
}

export function planOf(
  changes: Partial<PublishInputs> = {},
  organization: string | undefined = 'acme',
): Plan {
  return makePlan({ ...inputs, ...changes }, organization)
}

export function publicationOf(changes: Partial<PublishResult> = {}): PublishResult {
  const manifest = {
    digest,
    mediaType: '',
    body: Buffer.from(''),
    configDigest: undefined,
    content: {},
  }
  return {
    plan: planOf(),
    image: { ...builtImage, facts: undefined },
    manifest,
    previous: { ...registered, image: 'docker.kolena.io/acme/evaluator:v0' },
    changes: [{ field: 'image', from: 'docker.kolena.io/acme/evaluator:v0', to: image }],
    registeredImage: image,
    registration: registered,
    changed: true,
    ...changes,
  }
}
