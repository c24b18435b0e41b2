import type { GateMode } from '../../data/gate.js'
import { loadComment, type ReportComment } from '../../platforms/github/report-comment.js'
import type { NucleusKey } from '../../platforms/nucleus/client.js'
import { howToSet, Inputs } from '../../runtime/inputs.js'
import { decideMode } from '../../runtime/mode.js'
import type { ActionRequest } from '../../runtime/run-action.js'
import { noSuchFile } from '../../runtime/workspace.js'
import { fields, variables } from './fields.js'

/** The scenario-test action's inputs, checked. */
export interface ScenarioTestInputs {
  functionName: string
  testName: string
  sliceId: string
  modelId: string
  /** Path of the file of results. */
  results: string
  apiUrl: URL
  /** undefined only in a dry run that checks only the file. */
  key: NucleusKey | undefined
  /** The wanted threshold: a number, or the score of a baseline model. undefined keeps the current one. */
  threshold: number | undefined
  baselineModelId: string | undefined
  minimumCoverage: number
  gate: GateMode
  skipUnknownItems: boolean
  anyScore: boolean
  /** Seconds to wait for the evaluation. */
  timeout: number
  dryRun: boolean
  /** Why it is a dry run or not. */
  reason: string
  /** undefined if there is no pull request, or comments are off. */
  comment: ReportComment | undefined
}

/** Reads all inputs. Throws one `InputError` with every problem before the file is read or anything is sent. */
export function loadInputs({ event, rawInputs }: ActionRequest): ScenarioTestInputs {
  const inputs = new Inputs(fields, variables, rawInputs)
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event)
  const loaded = {
    functionName: required(inputs, 'evaluation-function'),
    testName: required(inputs, 'scenario-test'),
    sliceId: required(inputs, 'slice-id'),
    modelId: required(inputs, 'model-id'),
    results: loadResults(inputs),
    apiUrl: values['api-url'],
    key: loadKey(inputs, mode.dryRun),
    ...loadThreshold(inputs),
    minimumCoverage: values['minimum-coverage'],
    gate: values.gate,
    skipUnknownItems: values['unknown-items'] === 'skip',
    anyScore: values['score-range'] === 'any',
    timeout: values.timeout,
    dryRun: mode.dryRun,
    reason: mode.reason,
    comment: loadComment(values, event, 'scenario-test', commentSubject(values)),
  }
  inputs.refuse()
  return loaded
}

type ScenarioTestValues = Inputs<typeof fields>
/** Returns what distinguishes the comment of a scenario test from others of the same job. */
function commentSubject(values: ScenarioTestValues['values']): (string | undefined)[] {
  const { 'api-url': apiUrl, 'evaluation-function': functionName, 'scenario-test': testName } = values
  return [apiUrl.href, functionName, testName, values['slice-id'], values['model-id']]
}

type RequiredName = 'evaluation-function' | 'scenario-test' | 'slice-id' | 'model-id' | 'results'

const whereToFind: Record<RequiredName, string> = {
  'evaluation-function': 'write the name of an evaluation function; a new name creates one',
  'scenario-test': 'write the name of a scenario test; a new name creates one',
  'slice-id': 'copy the id, which begins with slc_, from the address of the slice on the dashboard',
  'model-id': 'copy the id, which begins with prj_, from the address of the model on the dashboard',
  results: 'write the path of a file of results',
}

function required(inputs: ScenarioTestValues, name: RequiredName): string {
  inputs.missing(name, `is required; ${whereToFind[name]}`)
  return inputs.values[name] ?? ''
}

function loadResults(inputs: ScenarioTestValues): string {
  const file = required(inputs, 'results')
  if (file !== '') inputs.checkPath('results', file, 'file', noSuchFile)
  return file
}

function loadKey(inputs: ScenarioTestValues, dryRun: boolean): NucleusKey | undefined {
  const { 'api-key': apiKey, 'limited-access-key': limitedAccessKey } = inputs.values
  if (apiKey && limitedAccessKey)
    inputs.problem(
      'limited-access-key',
      undefined,
      'is set together with api-key (or NUCLEUS_API_KEY); set only one of them',
    )
  if (limitedAccessKey) return { limitedAccessKey }
  if (apiKey) return { apiKey }
  if (!dryRun)
    inputs.missing(
      'api-key',
      `is required unless this is a dry run; ${howToSet('api-key', 'an API key of Scale', 'NUCLEUS_API_KEY')}. A pull request from a fork has no secrets: leave dry-run at auto`,
    )
  return undefined
}

function loadThreshold(inputs: ScenarioTestValues) {
  const { threshold, 'baseline-model-id': baselineModelId, 'model-id': modelId } = inputs.values
  if (baselineModelId !== undefined && threshold !== undefined)
    inputs.problem(
      'baseline-model-id',
      baselineModelId,
      "is set together with threshold, but a baseline's score becomes the threshold; set only one of them",
    )
  if (baselineModelId !== undefined && baselineModelId === modelId)
    inputs.problem(
      'baseline-model-id',
      baselineModelId,
      'is the model under test; leave it out in the run that evaluates the baseline itself',
    )
  return { threshold, baselineModelId }
}
