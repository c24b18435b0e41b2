/** Bodies of requests as the vendor's client sends them; further fields, of other releases, are let through. */
import { z } from 'zod'

const id = z.number().int()
const Configuration = z.object({ display_name: z.string(), configuration: z.record(z.string(), z.unknown()) })

export const Login = z.object({ api_token: z.string(), version: z.string() })
export const ByName = z.object({ name: z.string() })
export const NewModel = z.object({ name: z.string(), workflow: z.string() })
// The client turns the text of the variable into a number; one that does not is let through as the service does.
export const SuiteByName = z.object({ name: z.string(), version: z.coerce.number().int().nullish() })
export const TestRun = z.object({
  model_id: id,
  test_suite_id: id,
  evaluator: z.string().nullish(),
  configurations: z.array(Configuration).nullish(),
})
export const OfTestRun = z.object({ test_run_id: id })
export const Remaining = OfTestRun.extend({ load_all: z.boolean().default(false) })
export const OfTestCase = z.object({ test_case_id: id })
export const OfSuite = z.object({ test_suite_id: id })
export const Uploaded = z.object({ uuid: z.string() })
export const UploadedInferences = Uploaded.extend({ reset: z.boolean().default(false) })
export const Anything = z.unknown()
