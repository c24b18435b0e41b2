/** Bodies of requests as the vendor's client sends them. Further fields, from other releases, are accepted. */
import { z } from 'zod/mini'

const id = z.int()
const Configuration = z.object({ display_name: z.string(), configuration: z.record(z.string(), z.unknown()) })

export const Login = z.object({ api_token: z.string(), version: z.string() })
export const ByName = z.object({ name: z.string() })
export const NewModel = z.object({ name: z.string(), workflow: z.string() })
// The client converts the variable's text to a number. A text is accepted too, as in the service.
export const SuiteByName = z.object({
  name: z.string(),
  version: z.nullish(z.coerce.number().check(z.int())),
})
export const TestRun = z.object({
  model_id: id,
  test_suite_id: id,
  evaluator: z.nullish(z.string()),
  configurations: z.nullish(z.array(Configuration)),
})
export const OfTestRun = z.object({ test_run_id: id })
export const Remaining = z.extend(OfTestRun, { load_all: z._default(z.boolean(), false) })
export const OfTestCase = z.object({ test_case_id: id })
export const OfSuite = z.object({ test_suite_id: id })
export const Uploaded = z.object({ uuid: z.string() })
export const UploadedMetrics = z.extend(Uploaded, {
  test_case_id: z.nullish(id),
  configuration: z.nullish(Configuration),
})
export const UploadedInferences = z.extend(Uploaded, { reset: z._default(z.boolean(), false) })
export const Anything = z.unknown()
