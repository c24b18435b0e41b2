/** Shapes of Nucleus's replies, as the vendor's Python client reads them. Other fields are ignored. */
import { z } from 'zod/mini'

export const EvaluationFunction = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  is_external_function: z.pipe(
    z.nullish(z.boolean()),
    z.transform((flag) => flag ?? false),
  ),
})
export const EvaluationFunctions = z.object({ eval_functions: z.array(EvaluationFunction) })
export const CreatedFunction = z.object({ eval_fn: EvaluationFunction })

export const ScenarioTest = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  slice_id: z.string(),
  baseline_model_id: z.nullish(z.string()),
})
export const ScenarioTests = z.array(ScenarioTest)
export const CreatedTest = z.object({ scenario_test_id: z.string().check(z.minLength(1)) })

const Comparison = z.enum(['greater_than', 'greater_than_equal_to', 'less_than', 'less_than_equal_to'])

/** The criterion of a scenario test for the result of one evaluation function. */
export const Criterion = z.object({
  eval_function_id: z.string(),
  threshold: z.nullish(z.number()),
  threshold_comparison: z.nullish(Comparison),
})
export const Criteria = z.object({ scenario_test_metrics: z.array(Criterion) })
export const Threshold = z.object({ threshold: z.nullish(z.number()) })
export const Baseline = z.object({ baseline_model_id: z.nullish(z.string()) })

/** One evaluation of a model on a scenario test. `result` may be text; `pass` is null without a threshold. */
export const Evaluation = z.object({
  id: z.string().check(z.minLength(1)),
  eval_function_id: z.string(),
  model_id: z.string(),
  status: z.enum(['pending', 'started', 'completed', 'errored']),
  result: z.pipe(z.optional(z.union([z.number(), z.string(), z.null()])), z.transform(toNumber)),
  pass: z.nullish(z.boolean()),
})
export const Evaluations = z.array(Evaluation)

export const Slice = z.object({
  name: z.string(),
  type: z.nullish(z.string()),
  pending_job_count: z.nullish(z.number()),
})

/** An item has its reference under either key. The first key wins, as in the vendor's client. */
export const ItemPage = z.object({
  items: z.array(
    z.pipe(
      z.object({ id: z.string(), ref_id: z.nullish(z.string()), reference_id: z.nullish(z.string()) }),
      z.transform(({ id, ref_id, reference_id }) => ref_id ?? reference_id ?? id),
    ),
  ),
  nextPageToken: z.nullish(z.union([z.string(), z.number()])),
})

export const Model = z.object({ id: z.string(), name: z.string() })

export type EvaluationFunction = z.output<typeof EvaluationFunction>
export type ScenarioTest = z.output<typeof ScenarioTest>
export type Criterion = z.output<typeof Criterion>
export type Evaluation = z.output<typeof Evaluation>
export type Slice = z.output<typeof Slice>
export type Model = z.output<typeof Model>

function toNumber(value: number | string | null | undefined): number | undefined {
  const number = value === null || value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : undefined
}
