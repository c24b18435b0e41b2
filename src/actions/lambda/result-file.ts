import { type AwsOptions, callAws, clientConfig } from '../../platforms/aws/client.js'
import { readAwsEnvironment } from '../../runtime/aws-environment.js'
import { ActionError } from '../../runtime/errors.js'

/** Maximum size in bytes. A confusion matrix has a few hundred. */
const MAX_BYTES = 1024 * 1024

/** Distinguishes two versions of a file, even with the same content. */
export interface FileState {
  /** Milliseconds since 1970; S3 keeps whole seconds. */
  modified: number
  etag: string
  version: string | undefined
}

/** The files that evaluators write to a bucket. */
export interface ResultFiles {
  bucket: string
  /** Returns undefined if there is no such file. */
  stateOf(key: string): Promise<FileState | undefined>
  read(key: string): Promise<ResultFile>
}

export interface ResultFile {
  text: string
  /** The message that the evaluator processed, if the file names it. */
  messageId: string | undefined
}

export async function openResultFiles(
  bucket: string,
  aws: AwsOptions,
  signal: AbortSignal,
): Promise<ResultFiles> {
  const s3 = await import('@aws-sdk/client-s3')
  // Only AWS has a host name for each bucket.
  const forcePathStyle = aws.endpoint !== undefined || readAwsEnvironment().otherEndpoint
  const client = new s3.S3Client({ ...clientConfig(aws), forcePathStyle, followRegionRedirects: true })
  const options = { abortSignal: signal }
  const call = (key: string) => ({
    what: `read s3://${bucket}/${key}`,
    permission: `s3:GetObject on arn:aws:s3:::${bucket}/* and s3:ListBucket on arn:aws:s3:::${bucket} (without it, a missing file looks forbidden), and kms:Decrypt where the bucket has a key,`,
    signal,
    remedies: { NoSuchBucket: 'Check results-bucket: the bucket does not exist.' },
  })
  return {
    bucket,
    stateOf: async (key) => {
      const command = new s3.HeadObjectCommand({ Bucket: bucket, Key: key })
      try {
        const head = await callAws(call(key), () => client.send(command, options))
        return { modified: head.LastModified?.getTime() ?? 0, etag: head.ETag ?? '', version: head.VersionId }
      } catch (error) {
        if (error instanceof ActionError && error.cause instanceof s3.NotFound) return undefined
        throw error
      }
    },
    read: async (key) => {
      const command = new s3.GetObjectCommand({ Bucket: bucket, Key: key })
      const {
        Body,
        ContentLength = 0,
        Metadata = {},
      } = await callAws(call(key), () => client.send(command, options))
      if (ContentLength > MAX_BYTES)
        throw new ActionError(
          `s3://${bucket}/${key} has ${ContentLength} bytes, but a confusion matrix has a few hundred: something else wrote it. Check results-bucket and endpoint-name.`,
        )
      return { text: (await Body?.transformToString()) ?? '', messageId: Metadata['message-id'] }
    },
  }
}
