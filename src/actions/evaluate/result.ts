import type { Model, TestSuite } from '../../platforms/kolena/schemas.js'
import type { Mode } from '../../runtime/mode.js'

/** A model on a test suite: to be evaluated, or triggered, or failed to be. */
export interface TestRun {
  model: Model
  suite: TestSuite
  /** Where the results are, once they are computed. */
  url: string
  /** undefined until the platform has made or found the test run. */
  id?: number
  triggered: boolean
  /** Why it could not be triggered. */
  failure?: string
}

/** What is known of a run at its end, whether it went well or not: outputs and the summary are made of this alone. */
export interface EvaluateResult {
  mode?: Mode
  workflow?: string
  /** Names of the evaluators that are registered for the workflow. */
  evaluators: string[]
  runs: TestRun[]
  /** What is missing, as sentences; a dry run goes on with it. */
  problems: readonly string[]
}
