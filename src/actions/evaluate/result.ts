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
  /** Test samples without an inference, and the names of the first; undefined when nobody looked. */
  missing?: number
  firstMissing?: readonly string[]
  /** Inferences that were uploaded for it, or in a dry run would be. */
  uploaded?: number
  /** Why it could not be triggered. */
  failure?: string
}

/** What became of the file of inferences. */
export interface InferencesResult {
  file: string
  /** Inferences in the file. */
  count: number
  /** Those that were uploaded; in a dry run, that would be. undefined when the platform was not asked. */
  uploaded?: number
  /** Those that are of no test sample, and were left out. */
  unknown: number
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
  inferences?: InferencesResult
  /** Test samples that have no inference, over all evaluations; undefined when nobody looked. */
  missing?: number
}
