import { z } from 'zod/mini'

const OneOrMore = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
)

/** Values of a condition. IAM also accepts bare booleans and numbers. */
const ConditionValues = z.pipe(
  z.union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))]),
  z.transform((value) => (Array.isArray(value) ? value : [value]).map(String)),
)

const Principal = z.union([
  z.pipe(
    z.literal('*'),
    z.transform(() => ({ AWS: ['*'] })),
  ),
  z.partialRecord(z.enum(['AWS', 'Service', 'Federated', 'CanonicalUser']), OneOrMore),
])

/** One statement of a trust policy. A trust policy has no `Resource`: the role that it is attached to is the resource. */
const Statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.optional(Principal),
  NotPrincipal: z.optional(z.unknown()),
  Action: z.optional(OneOrMore),
  NotAction: z.optional(OneOrMore),
  Condition: z.prefault(z.record(z.string(), z.record(z.string(), ConditionValues)), {}),
})

/**
 * A trust policy in the form that the check needs: lists where IAM accepts one or many values, and no unknown parts.
 */
const Document = z.strictObject({
  Version: z.optional(z.string()),
  Id: z.optional(z.string()),
  Statement: z.pipe(
    z.transform((value) => (Array.isArray(value) ? value : [value])),
    z.array(Statement),
  ),
})

export type Statement = z.output<typeof Statement>

/** Returns the statements of a trust policy; undefined if it contains anything that IAM's grammar does not have. */
export function readStatements(document: unknown): Statement[] | undefined {
  return Document.safeParse(document).data?.Statement
}
