/** The inputs of `lambda`: name, type and rules. What each means, and its default, stands in lambda/action.yml. */
import { z } from 'zod'
import { parseEcrHost } from '../aws/ecr-host.js'
import { parseReference } from '../docker/reference.js'
import { address, boolean, fraction, line, oneOf, throwing } from '../lib/fields.js'

/** A function by name, or by ARN, which also names the region. */
export interface FunctionName {
  name: string
  region: string | undefined
}

/** An image of ECR by its digest. */
export interface EcrImage {
  /** `host/path@sha256:…`: without a tag, which Lambda would resolve again. */
  uri: string
  account: string
  region: string
  path: string
  digest: string
}

const functionName = z.string().transform((text, context): FunctionName => {
  const arn = /^arn:aws[a-z-]*:lambda:([a-z0-9-]+):\d{12}:function:([A-Za-z0-9_-]{1,64})$/.exec(text)
  if (arn) return { name: text, region: arn[1] }
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return { name: text, region: undefined }
  context.addIssue('is no function; write its name, or its ARN without a version or alias')
  return z.NEVER
})

const image = z.string().transform(
  throwing((text): EcrImage => {
    const { domain = '', path, digest } = parseReference(text)
    const host = parseEcrHost(domain)
    if (host?.kind !== 'private')
      throw new Error(
        `"${text}" is not in a private repository of Amazon ECR, and Lambda runs no other images; write 123456789012.dkr.ecr.<region>.amazonaws.com/name@sha256:…`,
      )
    if (digest === undefined)
      throw new Error(
        `"${text}" has no digest; add the one that was pushed (output digest of the publishing step): ${text}@sha256:…`,
      )
    return { uri: `${domain}/${path}@${digest}`, account: host.account, region: host.region, path, digest }
  }),
)

const s3Object = z.string().transform((text, context) => {
  const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/.exec(text) ?? []
  if (bucket && key) return { bucket, key }
  context.addIssue('is no object of S3; write it as s3://bucket/path/to/test-data.csv')
  return z.NEVER
})

export const fields = {
  'function-name': functionName,
  image,
  region: line.refine((text) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(text), {
    error: 'is no region; write one such as eu-west-1',
  }),
  'publish-version': boolean.prefault('false'),
  'endpoint-name': line.refine((text) => /^[A-Za-z0-9](-*[A-Za-z0-9]){0,62}$/.test(text), {
    error: 'is no name of an endpoint; it has letters, digits and "-", and 63 characters at most',
  }),
  'test-data': s3Object,
  'results-bucket': line.refine((text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text), {
    error: 'is no bucket; write its name alone, without s3://',
  }),
  'positive-class': line.prefault('1'),
  'minimum-accuracy': fraction,
  'minimum-precision': fraction,
  'minimum-recall': fraction,
  'minimum-f1': fraction,
  gate: oneOf('fail', 'warn', 'off').prefault('fail'),
  'api-url': address,
  'dry-run': oneOf('auto', 'true', 'false').prefault('auto'),
}

/** AWS's own variables are read by AWS's clients themselves. */
export const variables = {}
