/** The shapes of Kili's answers to the queries in client.ts. */
import { z } from 'zod/mini'

/** A job of the project's interface. Other keys are ignored. */
const Job = z.object({
  mlTask: z.string(),
  isChild: z.optional(z.boolean()),
  content: z.nullish(
    z.object({
      /** `radio` and `singleDropdown` accept one category, `checkbox` and `multipleDropdown` several. */
      input: z.nullish(z.string()),
      categories: z.nullish(z.record(z.string(), z.object({ name: z.nullish(z.string()) }))),
    }),
  ),
})
export const Interface = z.object({ jobs: z.record(z.string(), Job) })

/** JSON that Kili sends as text. Some answers contain the value itself. */
export function jsonText<T>(schema: z.ZodMiniType<T>) {
  const json = z.transform((value, { issues }) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      issues.push({ code: 'custom', message: 'is not JSON', input: value })
      return z.NEVER
    }
  })
  return z.pipe(json, schema)
}

export const Project = z.object({ id: z.string(), inputType: z.string(), jsonInterface: jsonText(Interface) })

export const Asset = z.object({ id: z.string(), externalId: z.string() })

/** A response: maps the name of a job to its answer. */
export const Response = z.record(z.string(), z.unknown())

/** Returns a response that Kili sends as text or as an object; null if it is not a response. */
export function readResponse(value: unknown): z.output<typeof Response> | null {
  const { success, data } = jsonText(Response).safeParse(value)
  return success && Object.keys(data).length > 0 ? data : null
}

/** The response of a label: undefined if it was not requested, null if it is empty or not a response. */
const LabelResponse = z.optional(z.pipe(z.unknown(), z.transform(readResponse)))

/** `createdAt` is ISO 8601. `jsonResponseUrl` is the address of the response in projects that keep it in a file. */
export const Inference = z.object({
  id: z.string(),
  modelName: z.nullish(z.string()),
  createdAt: z.string(),
  jsonResponse: LabelResponse,
  jsonResponseUrl: z.nullish(z.string()),
  labelOf: Asset,
})

/** A human label. `inferenceMark` is between 0 and 1, or null if there is none yet. */
export const HumanLabel = z.object({
  id: z.string(),
  labelType: z.string(),
  inferenceMark: z.nullable(z.number()),
  isLatestLabelForUser: z.boolean(),
  jsonResponse: LabelResponse,
  labelOf: Asset,
})

export const Rows = z.array(z.object({ id: z.string() }))

export type Job = z.output<typeof Job>
export type Project = z.output<typeof Project>
export type Asset = z.output<typeof Asset>
export type Response = z.output<typeof Response>
export type Inference = z.output<typeof Inference>
export type HumanLabel = z.output<typeof HumanLabel>
