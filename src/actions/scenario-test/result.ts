import type { Comparison } from '../../data/gate.js'
import type { Evaluation } from '../../platforms/nucleus/schemas.js'
import type { Coverage } from './coverage.js'
import type { ScenarioTestInputs } from './inputs.js'

/** Something on the platform, and whether this run made it. */
export interface Found {
  id: string
  created: boolean
}

/** What the platform holds the overall metric against. */
export interface Criterion {
  threshold: number | undefined
  comparison: Comparison
}

/** What is known of a run at its end, whether it went well or not: outputs and the summary are made of this alone. */
export interface ScenarioTestResult {
  inputs?: ScenarioTestInputs
  /** Results that count: those of the file, without skipped ones. */
  count?: number
  overallMetric?: number | undefined
  /** undefined in a dry run without a key. */
  coverage?: Coverage
  /** Not there: in a dry run, what would be created. */
  evaluationFunction?: Found
  scenarioTest?: Found
  criterion?: Criterion
  uploaded?: number
  evaluation?: Evaluation
}
