import { z } from 'zod'

/** Bodies of calls for models, test suites and test runs, as strict as those in schemas.ts. */

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
  /** Null if the registered evaluator computes the metrics on the platform. */
  evaluator: text.nullable(),
  configurations: z.array(configuration).nullable(),
})

export const byTestRun = z.strictObject({ test_run_id: id })

const batchSize = z.number().int().positive()
const uuid = z.uuid()

export const remainingSamples = z.strictObject({
  batch_size: batchSize,
  test_run_id: id,
  load_all: z.boolean(),
})
export const batchesOfTestRun = z.strictObject({ batch_size: batchSize, test_run_id: id })
export const batchesOfSuite = z.strictObject({ batch_size: batchSize, test_suite_id: id })
export const batchesOfModel = z.strictObject({ batch_size: batchSize, model_id: id, test_case_id: id })
export const byUpload = z.strictObject({ uuid })
export const inferences = z.strictObject({ uuid, test_run_id: id, reset: z.boolean() })
/** Metrics of samples have a test case and a configuration. Aggregate metrics have the test suite. */
export const metrics = z.looseObject({ uuid, test_run_id: id })
export const progress = z.strictObject({ test_run_id: id, progress: z.number(), message: z.string() })

export type NewModel = z.infer<typeof newModel>
export type NewTestRun = z.infer<typeof newTestRun>
