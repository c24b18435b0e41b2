import { z } from 'zod'

/**
 * Bodies of the Nucleus API as the vendor's Python client sends them (scale-nucleus 0.22). A missing or unknown key
 * differs from the client and is refused.
 */

const id = (prefix: string) => z.string().startsWith(`${prefix}_`)

export const createFunction = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^ ]*$/, 'must not have spaces'),
  is_external_function: z.literal(true),
  serialized_fn: z.null(),
  raw_source: z.null(),
  level: z.enum(['item', 'scene', 'track']),
})

export const createTest = z.strictObject({
  name: z.string().min(1),
  slice_id: id('slc'),
  evaluation_functions: z
    .array(z.strictObject({ id: id('ef'), eval_func_arguments: z.strictObject({}) }))
    .min(1),
})

export const addFunction = z.strictObject({ scenario_test_name: z.string(), eval_function_id: id('ef') })

export const setThreshold = z.strictObject({ threshold: z.number().nullable() })

export const nothing = z.strictObject({}).optional()

export const page = z.strictObject({
  pageToken: z.string().nullable(),
  pageSize: z.int().min(1).max(100_000),
})

export const addModel = z.strictObject({
  name: z.string().min(1),
  reference_id: z.string().min(1),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

/** The routes check the two maps: zod would copy a million entries, and drop the key `__proto__`. */
const map = z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null)

export const upload = z.strictObject({
  unit_test_id: z.string(),
  eval_function_id: id('ef'),
  result_per_ref_id: map,
  weight_per_ref_id: map,
  overall_metric: z.number(),
  model_id: id('prj'),
  slice_id: id('slc'),
  level: z.literal('item'),
})
