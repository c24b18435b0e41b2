import { z } from 'zod/mini'

const OneOrMore = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
)

/** Values of a condition; IAM also takes bare booleans and numbers. */
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

/** What judging needs of a trust policy: lists where IAM takes one or many, and nothing that is not understood. */
const Document = z.strictObject({
  Version: z.optional(z.string()),
  Id: z.optional(z.string()),
  Statement: z.pipe(
    z.transform((value) => (Array.isArray(value) ? value : [value])),
    z.array(Statement),
  ),
})

export type Statement = z.output<typeof Statement>

/** The statements of a trust policy; undefined when there is anything in it that IAM's grammar does not have. */
export function readStatements(document: unknown): Statement[] | undefined {
  return Document.safeParse(document).data?.Statement
}
