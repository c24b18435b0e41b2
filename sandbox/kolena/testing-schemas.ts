import { z } from 'zod'

/** Bodies of the calls about models, test suites and test runs, as strict as those in schemas.ts. */

const text = z.string().regex(/\S/, 'must not be blank')
const id = z.number().int().positive()
const tags = z.array(text).nullable()

export const byName = z.strictObject({ name: text })

export const newModel = z.strictObject({
  name: text,
  metadata: z.record(z.string(), z.json()),
  workflow: text,
  tags,
})

export const byTags = z.strictObject({ workflow: text, tags })

export const byVersion = z.strictObject({ name: text, version: z.number().int().nonnegative().nullable() })

const configuration = z.strictObject({
  display_name: z.string(),
  configuration: z.record(z.string(), z.json()),
})

export const newTestRun = z.strictObject({
  model_id: id,
  test_suite_id: id,
  /** null: the registered evaluator computes the metrics, on the platform. */
  evaluator: text.nullable(),
  configurations: z.array(configuration).nullable(),
})

export const byTestRun = z.strictObject({ test_run_id: id })

export type NewModel = z.infer<typeof newModel>
export type NewTestRun = z.infer<typeof newTestRun>
