import { ActionError } from '../lib/errors.js'
import { type AwsOptions, callAws, clientConfig } from './client.js'

const IMAGES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]
const INDEXES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]

/** An image of ECR, named by its digest. */
export interface EcrImageName {
  uri: string
  account: string
  region: string
  path: string
  digest: string
}

/**
 * Sees that the image is there, and is one that Lambda runs: Lambda takes a single image, and refuses an index, which is
 * what builds with attestations make, in words that name neither.
 */
export async function checkLambdaImage(
  { uri, account, region, path, digest }: EcrImageName,
  aws: AwsOptions,
  signal: AbortSignal,
): Promise<void> {
  const { ECRClient, BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
  const client = new ECRClient(clientConfig({ ...aws, region }))
  const command = new BatchGetImageCommand({
    registryId: account,
    repositoryName: path,
    imageIds: [{ imageDigest: digest }],
    acceptedMediaTypes: [...IMAGES, ...INDEXES],
  })
  const remedies = {
    RepositoryNotFoundException: 'Check image: there is no such repository in that account and region.',
  }
  const call = { what: `look at the image ${uri}`, permission: 'ecr:BatchGetImage', signal, remedies }
  const { images } = await callAws(call, () => client.send(command, { abortSignal: signal }))
  const image = images?.[0]
  if (!image)
    throw new ActionError(`image "${uri}": ECR has no such image. Push it first, and write its digest.`)
  const type = image.imageManifestMediaType ?? mediaTypeIn(image.imageManifest)
  if (INDEXES.includes(type)) {
    throw new ActionError(
      `image "${uri}" is an index (${type}), and Lambda runs single images only. Build it with provenance: false, sbom: false and one platform (docker build --provenance=false --sbom=false --platform linux/amd64), push it, and write the new digest.`,
    )
  }
}

/** The media type inside the manifest: what ECR says beside it is optional. */
function mediaTypeIn(manifest = '{}'): string {
  const { mediaType = '', manifests } = JSON.parse(manifest)
  return mediaType === '' && manifests ? (INDEXES[0] ?? '') : mediaType
}
