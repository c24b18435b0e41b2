/** Shapes of Kili's answers: what the queries of client.ts ask for. */
import { z } from 'zod'

/** A job of the project's interface; other keys are left aside. */
const Job = z.object({
  mlTask: z.string(),
  isChild: z.boolean().optional(),
  content: z
    .object({
      /** `radio` and `singleDropdown` take one category, `checkbox` and `multipleDropdown` several. */
      input: z.string().nullish(),
      categories: z.record(z.string(), z.object({ name: z.string().nullish() })).nullish(),
    })
    .nullish(),
})
export const Interface = z.object({ jobs: z.record(z.string(), Job) })

/** JSON that Kili sends as text; some answers hold the value itself. */
export function jsonText<T>(schema: z.ZodType<T>) {
  return z.preprocess((value, context) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      context.addIssue('is not JSON')
      return z.NEVER
    }
  }, schema)
}

export const Project = z.object({ id: z.string(), inputType: z.string(), jsonInterface: jsonText(Interface) })

export const Asset = z.object({ id: z.string(), externalId: z.string() })

/** A response: the name of a job to the answer in it. */
export const Response = z.record(z.string(), z.unknown())

/** `createdAt` is ISO 8601. */
export const Inference = z.object({
  id: z.string(),
  modelName: z.string().nullish(),
  createdAt: z.string(),
  jsonResponse: jsonText(Response).optional(),
  labelOf: Asset,
})

/** A human label. `inferenceMark` is 0 to 1, and null while there is none. */
export const HumanLabel = z.object({
  id: z.string(),
  labelType: z.string(),
  inferenceMark: z.number().nullable(),
  isLatestLabelForUser: z.boolean(),
  jsonResponse: jsonText(Response).optional(),
  labelOf: Asset,
})

export const Rows = z.array(z.object({ id: z.string() }))

export type Job = z.output<typeof Job>
export type Project = z.output<typeof Project>
export type Asset = z.output<typeof Asset>
export type Response = z.output<typeof Response>
export type Inference = z.output<typeof Inference>
export type HumanLabel = z.output<typeof HumanLabel>
