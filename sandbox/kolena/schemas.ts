import { z } from 'zod'

/**
 * Bodies of the Kolena API as the vendor's Python client sends them (kolena 1.69). Absent optional values are sent
 * as `null`, so a missing or unknown key differs from the client and is refused.
 */

const text = z.string().regex(/\S/, 'must not be blank')

export const login = z.strictObject({ api_token: text, version: text })

export const event = z.strictObject({
  event_name: text,
  additional_metadata: z.record(z.string(), z.unknown()).nullable(),
})

/** Path components as in the distribution specification: lowercase, with single separators. */
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'

export const repository = z.strictObject({
  repository: z
    .string()
    .max(256)
    .regex(new RegExp(`^${COMPONENT}(?:/${COMPONENT})+$`), 'must be <organization>/<name> in lower case'),
})

export const evaluator = z.strictObject({
  workflow: text,
  image: z.string().regex(/^\S+$/, 'must be an image reference without spaces'),
  name: text,
  secret: z.string().nullable(),
  aws_assume_role: text.nullable(),
})

export type EvaluatorBody = z.infer<typeof evaluator>

export const organizationName = z.string().regex(new RegExp(`^${COMPONENT}$`))
