/** Shapes of the platform's replies, as the vendor's client reads them; other fields are ignored. */
import { z } from 'zod'

export const Login = z.object({ tenant: z.string().min(1), access_token: z.string().min(1) })

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
  aws_role_config: AwsRoleConfig.nullish().transform((config) => config ?? null),
})

export const Evaluators = z.object({ evaluators: z.array(Evaluator) })

export type AwsRoleConfig = z.output<typeof AwsRoleConfig>
export type Evaluator = z.output<typeof Evaluator>
