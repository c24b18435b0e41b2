import type { Model, TestSuite } from '../../platforms/kolena/schemas.js'
import type { Mode } from '../../runtime/mode.js'

/** The evaluation of a model on a test suite. */
export interface TestRun {
  model: Model
  suite: TestSuite
  /** Address of the results page. */
  url: string
  /** undefined until the platform created or found the test run. */
  id?: number
  triggered: boolean
  /** How many test samples have no inference, and the names of the first. undefined if that was not checked. */
  missing?: number
  firstMissing?: readonly string[]
  /** How many inferences were uploaded for it. In a dry run, how many would be. */
  uploaded?: number
  /** Why it could not be triggered. */
  failure?: string
}

/** The result of the evaluate action: outputs and summary come from it, even if the run fails. */
export interface EvaluateResult {
  mode?: Mode
  workflow?: string
  /** Names of the evaluators that are registered for the workflow. */
  evaluators: readonly string[]
  runs: readonly TestRun[]
  /** What is missing, one sentence each. A dry run continues in spite of them. */
  problems: readonly string[]
  /** The file of inferences and how many it has. */
  inferences?: { file: string; count: number }
  /** How many inferences were uploaded. In a dry run, how many would be. undefined if the platform was not asked. */
  uploaded?: number
  /** How many inferences of the file belong to no test sample and were left out. */
  unknown?: number
  /** How many test samples have no inference, over all evaluations. undefined if that was not checked. */
  missing?: number
}
