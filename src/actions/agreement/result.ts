import type { Gate, GateMode } from '../../data/gate.js'
import type { ClassificationJob } from '../../platforms/kili/jobs.js'
import type { Mode } from '../../runtime/mode.js'
import type { Confusion } from './confusion.js'
import type { Agreement } from './measure.js'

/** A prediction whose asset is known; answers stay in the file. */
export interface Target {
  externalId: string
  assetId: string
  /** What the model chose in the job that is compared; undefined where it chose nothing there. */
  predicted: readonly string[] | undefined
  /** Whether the asset is still to be created, under this id. */
  isNew?: boolean
}

/** Predictions by what happened to them, or in a dry run would. */
export interface Pushed {
  /** Sent by this run. */
  sent: number
  /** In Kili before: the model's latest inference on the asset says the same. */
  already: number
}

/** What is known of a run at its end, whether it went well or not: outputs and the summary are made of this alone. */
export interface AgreementResult {
  mode?: Mode
  modelName?: string
  projectId?: string
  /** Where assets can be looked at in Kili. */
  linkTo?: (assetId: string) => string
  job?: ClassificationJob | undefined
  predictions?: number
  pushed?: Pushed
  /** Assets that have inferences of other models too, so that their marks may be of those. */
  shared?: number
  /** Assets that this run created, or in a dry run would create. */
  created?: number
  /** Human labels that have no answers in them. */
  unanswered?: number
  /** Labels whose mark was missing, or was of another prediction, when the wait was over. */
  unmarked?: number
  agreement?: Agreement
  confusion?: Confusion
  gates: Gate[]
  gateMode: GateMode
}
