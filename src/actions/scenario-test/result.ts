import type { Comparison } from '../../data/gate.js'
import type { Evaluation } from '../../platforms/nucleus/schemas.js'
import type { Coverage } from './coverage.js'
import type { ScenarioTestInputs } from './inputs.js'

/** An object on the platform, and whether this run created it. */
export interface Found {
  id: string
  created: boolean
}

/** What the platform compares the overall metric with. */
export interface Criterion {
  threshold: number | undefined
  comparison: Comparison
}

/** The result of the scenario-test action: outputs and summary come from it, even if the run fails. */
export interface ScenarioTestResult {
  inputs?: ScenarioTestInputs
  /** Number of results in the file without skipped ones. */
  count?: number
  overallMetric?: number | undefined
  /** undefined in a dry run without a key. */
  coverage?: Coverage
  /** undefined if it does not exist: in a dry run, it would be created. */
  evaluationFunction?: Found
  scenarioTest?: Found
  criterion?: Criterion
  uploaded?: number
  evaluation?: Evaluation
}
