import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import { ActionError, describeFailure } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { readJson, send } from '../../util/http.js'
import { type AwsOptions, callAws, clientConfig } from './client.js'

const IMAGES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]
const INDEXES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]

/** An image in ECR, named by its digest. */
export interface EcrImageName {
  uri: string
  account: string
  region: string
  path: string
  digest: string
}

const Manifest = z.object({
  mediaType: z.optional(z.string()),
  manifests: z.optional(z.unknown()),
  config: z.optional(z.object({ digest: z.string() })),
})
const Configuration = z.object({ architecture: z.string() })

/**
 * Checks that the image exists and that Lambda can run it. Lambda accepts only a single image and refuses an index,
 * which builds with attestations create, with a message that mentions neither.
 *
 * @returns the architecture of the image in Docker's terms (`amd64`, `arm64`); undefined if it is unknown
 */
export async function checkLambdaImage(
  image: EcrImageName,
  aws: AwsOptions,
  signal: AbortSignal,
): Promise<string | undefined> {
  const ecr = await import('@aws-sdk/client-ecr')
  const { uri, region } = image
  const client = new ecr.ECRClient(clientConfig({ ...aws, region }))
  const names = { registryId: image.account, repositoryName: image.path }
  const remedies = {
    RepositoryNotFoundException: 'Check image: there is no such repository in that account and region.',
  }
  const call = <T>(what: string, action: string, request: () => Promise<T>) =>
    callAws({ what: `${what} the image ${uri}`, permission: `ecr:${action}`, signal, remedies }, request)

  const command = new ecr.BatchGetImageCommand({
    ...names,
    imageIds: [{ imageDigest: image.digest }],
    acceptedMediaTypes: [...IMAGES, ...INDEXES],
  })
  const { images } = await call('look at', 'BatchGetImage', () =>
    client.send(command, { abortSignal: signal }),
  )
  if (!images?.[0])
    throw new ActionError(`image "${uri}": ECR has no such image. Push it first, and write its digest.`)
  const manifest = Manifest.parse(JSON.parse(images[0].imageManifest ?? '{}'))
  refuseIndex(uri, images[0].imageManifestMediaType ?? mediaTypeOf(manifest))

  const layerDigest = manifest.config?.digest
  if (layerDigest === undefined) return undefined
  const addressOf = new ecr.GetDownloadUrlForLayerCommand({ ...names, layerDigest })
  const read = async () => {
    const { downloadUrl = '' } = await call('read', 'GetDownloadUrlForLayer', () =>
      client.send(addressOf, { abortSignal: signal }),
    )
    return await readArchitecture(new URL(downloadUrl), layerDigest, signal)
  }
  return await read().catch((error: unknown) => {
    signal.throwIfAborted()
    // The architecture is optional here: Lambda compares it too, but later.
    log.info(`The architecture of the image is unknown. ${describeFailure(error)}`)
    return undefined
  })
}

function refuseIndex(uri: string, type: string): void {
  if (!INDEXES.includes(type)) return
  throw new ActionError(
    `image "${uri}" is an index (${type}), but Lambda runs only single images. Build it with provenance: false, sbom: false and one platform (docker build --provenance=false --sbom=false --platform linux/amd64), push it, and write the new digest.`,
  )
}

/** Returns the media type in the manifest. The media type that ECR sends separately is optional. */
function mediaTypeOf({ mediaType = '', manifests }: z.output<typeof Manifest>): string {
  return mediaType === '' && manifests ? (INDEXES[0] ?? '') : mediaType
}

/** The image's configuration is stored on S3 like its layers (aws/containers-roadmap#178), at a signed address. */
async function readArchitecture(url: URL, digest: string, signal: AbortSignal): Promise<string> {
  const answer = await send({ method: 'GET', url, signal })
  const found = `sha256:${createHash('sha256').update(answer.body).digest('hex')}`
  if (found !== digest)
    throw new ActionError(`${url.host} sent ${found} when asked for the configuration ${digest}.`)
  return readJson(Configuration, answer, url).architecture
}
