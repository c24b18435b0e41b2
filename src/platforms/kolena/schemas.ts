/** Shapes of the platform's replies, as the vendor's client reads them. Other fields are ignored. */
import { z } from 'zod/mini'

export const Login = z.object({
  tenant: z.string().check(z.minLength(1)),
  access_token: z.string().check(z.minLength(1)),
})

/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
export const AwsRoleConfig = z.object({
  job_role_arn: z.string(),
  external_id: z.string(),
  assume_role_arn: z.string(),
})

/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
export const Evaluator = z.object({
  name: z.string(),
  image: z.string(),
  created: z.string(),
  aws_role_config: z.pipe(
    z.nullish(AwsRoleConfig),
    z.transform((config) => config ?? null),
  ),
})

/**
 * An evaluator of a workflow in a list. The vendor's client accepts one without an image, which the platform cannot
 * run.
 */
export const ListedEvaluator = z.object({ name: z.string(), image: z.nullish(z.string()) })

export const Evaluators = z.object({ evaluators: z.array(ListedEvaluator) })

export type AwsRoleConfig = z.output<typeof AwsRoleConfig>
export type Evaluator = z.output<typeof Evaluator>
export type ListedEvaluator = z.output<typeof ListedEvaluator>

/** A model. The vendor's client reads all of these fields; metadata may contain any JSON. */
export const Model = z.object({
  id: z.int(),
  name: z.string(),
  metadata: z.record(z.string(), z.json()),
  tags: z.array(z.string()),
  workflow: z.string(),
})

export const Models = z.object({ models: z.array(Model) })

/** One version of a test suite. The id belongs to the version. */
export const TestSuite = z.object({
  id: z.int(),
  name: z.string(),
  version: z.int(),
  test_cases: z.array(z.object({ id: z.int(), name: z.string() })),
  workflow: z.string(),
})

export const TestRun = z.object({ test_run_id: z.int() })

/** One batch of a download. */
export const DownloadBatch = z.object({ uuid: z.string(), path: z.string().check(z.minLength(1)) })

export const UploadId = z.object({ uuid: z.string().check(z.minLength(1)) })

export const SignedUrl = z.object({ signed_url: z.url() })

export type Model = z.output<typeof Model>
export type TestSuite = z.output<typeof TestSuite>
