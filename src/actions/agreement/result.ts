import type { Gate, GateMode } from '../../data/gate.js'
import type { ReportComment } from '../../platforms/github/report-comment.js'
import type { ClassificationJob } from '../../platforms/kili/jobs.js'
import type { Mode } from '../../runtime/mode.js'
import type { Confusion } from './confusion.js'
import type { Agreement } from './measure.js'

/** A prediction whose asset is known. Its answer is only in the file. */
export interface Target {
  externalId: string
  assetId: string
  /** The model's choice in the job that is compared; undefined if it chose nothing there. */
  predicted: readonly string[] | undefined
  /** Whether the asset has to be created with this id. */
  isNew?: boolean
}

/** Predictions by what happened to them, or would happen in a dry run. */
export interface Pushed {
  /** Sent by this run. */
  sent: number
  /** Kili had them before: the model's latest inference on the asset is the same. */
  already: number
}

/** The result of the agreement action: outputs and summary come from it, even if the run fails. */
export interface AgreementResult {
  mode?: Mode
  modelName?: string
  projectId?: string
  /** Address of the assets in Kili's interface. */
  linkTo?: (assetId: string) => string
  job?: ClassificationJob | undefined
  predictions?: number
  pushed?: Pushed
  /** Assets that also have inferences of other models, whose marks they may have. */
  shared?: number
  /** Assets that this run created, or would create in a dry run. */
  created?: number
  /** Human labels without an answer. */
  unanswered?: number
  /** Labels whose mark was missing or belonged to another prediction at the end of the wait. */
  unmarked?: number
  agreement?: Agreement
  confusion?: Confusion
  gates: Gate[]
  gateMode: GateMode
  /** The comment that contains the report; undefined if there is none. */
  comment?: ReportComment | undefined
}
