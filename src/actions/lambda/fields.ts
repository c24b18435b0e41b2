/** The inputs of the lambda action: names, types and rules. action.yml has descriptions and defaults. */
import { z } from 'zod/mini'
import { parseReference } from '../../docker/reference.js'
import { parseEcrHost } from '../../platforms/aws/ecr-host.js'
import { commentFields } from '../../platforms/github/fields.js'
import { address, boolean, fraction, line, oneOf, parsed } from '../../runtime/fields.js'

/** A function by its name, or by its ARN, which includes the region. */
export interface FunctionName {
  name: string
  region: string | undefined
}

/** An image on ECR with its digest. */
export interface EcrImage {
  /** `host/path@sha256:…` without a tag, because Lambda would resolve it again. */
  uri: string
  account: string
  region: string
  path: string
  digest: string
}

const functionName = parsed((text): FunctionName => {
  const arn = /^arn:aws[a-z-]*:lambda:([a-z0-9-]+):\d{12}:function:([A-Za-z0-9_-]{1,64})$/.exec(text)
  if (arn) return { name: text, region: arn[1] }
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return { name: text, region: undefined }
  throw new Error('is not a function; write its name, or its ARN without a version or alias')
})

const image = parsed((text): EcrImage => {
  const { domain = '', path, digest } = parseReference(text)
  const host = parseEcrHost(domain)
  if (host?.kind !== 'private')
    throw new Error(
      `"${text}" is not in a private repository of Amazon ECR, and Lambda runs no other images; write 123456789012.dkr.ecr.<region>.amazonaws.com/name@sha256:…`,
    )
  if (digest === undefined)
    throw new Error(
      `"${text}" has no digest; add the one that was pushed (the output digest of publishing): ${text}@sha256:…`,
    )
  return { uri: `${domain}/${path}@${digest}`, account: host.account, region: host.region, path, digest }
})

const s3Object = parsed((text) => {
  const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/.exec(text) ?? []
  if (bucket && key) return { bucket, key }
  throw new Error('is not an S3 object; write it as s3://bucket/path/to/test-data.csv')
})

export const fields = {
  'function-name': functionName,
  image,
  region: line.check(
    z.refine((text) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(text), {
      error: 'is not a region; write one such as eu-west-1',
    }),
  ),
  'publish-version': z.prefault(boolean, 'false'),
  'endpoint-name': line.check(
    z.refine((text) => /^[A-Za-z0-9](-*[A-Za-z0-9]){0,62}$/.test(text), {
      error: 'is not a valid endpoint name; it has letters, digits and "-", and at most 63 characters',
    }),
  ),
  'test-data': s3Object,
  'results-bucket': line.check(
    z.refine((text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text), {
      error: 'is not a bucket name; write the name alone, without s3://',
    }),
  ),
  'positive-class': z.prefault(line, '1'),
  'minimum-accuracy': fraction,
  'minimum-precision': fraction,
  'minimum-recall': fraction,
  'minimum-f1': fraction,
  gate: z.prefault(oneOf('fail', 'warn', 'off'), 'fail'),
  'api-url': address,
  'dry-run': z.prefault(oneOf('auto', 'true', 'false'), 'auto'),
  ...commentFields,
}

/** AWS's clients read AWS's own variables. */
export const variables = {}
