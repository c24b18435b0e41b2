import type { GateMode } from '../../data/gate.js'
import { loadComment, type ReportComment } from '../../platforms/github/report-comment.js'
import { howToSet, Inputs } from '../../runtime/inputs.js'
import { decideMode, type Mode } from '../../runtime/mode.js'
import type { ActionRequest } from '../../runtime/run-action.js'
import { noSuchFile } from '../../runtime/workspace.js'
import { fields, variables } from './fields.js'
import type { Aggregation } from './measure.js'

/** The agreement action's inputs, checked. */
export interface AgreementInputs {
  mode: Mode
  /** undefined in a dry run that checks only the file. */
  access: { endpoint: URL; apiKey: string; projectId: string } | undefined
  predictions: string
  modelName: string
  job: string | undefined
  /** Whether to create the assets that the project does not have. */
  createAssets: boolean
  labelTypes: readonly string[]
  aggregation: Aggregation
  /** Milliseconds. */
  wait: number
  minimumAgreement: number | undefined
  minimumCoverage: number | undefined
  worst: number
  gate: GateMode
  /** undefined if there is no pull request, or comments are off. */
  comment: ReportComment | undefined
}

/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
export function loadInputs({ event, rawInputs }: ActionRequest): AgreementInputs {
  const inputs = new Inputs(fields, variables, rawInputs)
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event)
  const required = {
    'api-key': howToSet('api-key', 'an API key of Kili', 'KILI_API_KEY'),
    'project-id': "copy it from the project's address in Kili",
    predictions: 'write the path of a file with predictions',
    'model-name': 'write the name that the model goes by in Kili, such as car-color-v3',
  } as const
  const optional = mode.dryRun ? ['api-key', 'project-id'] : []
  for (const name of Object.keys(required) as (keyof typeof required)[])
    if (!optional.includes(name)) inputs.missing(name, `is required; ${required[name]}`)
  checkFile(inputs, values.predictions)
  inputs.refuse()
  const { 'api-key': apiKey, 'project-id': projectId } = values
  return {
    mode,
    access: apiKey && projectId ? { endpoint: values['api-url'], apiKey, projectId } : undefined,
    predictions: values.predictions ?? '',
    modelName: values['model-name'] ?? '',
    job: values.job,
    createAssets: values['create-assets'],
    labelTypes: [...new Set(values['label-types'])],
    aggregation: values.aggregation,
    wait: values.timeout * 1000,
    minimumAgreement: values['minimum-agreement'],
    minimumCoverage: values['minimum-coverage'],
    worst: values.worst,
    gate: values.gate,
    comment: loadComment(values, event, 'agreement', commentSubject(values)),
  }
}

/** Returns what distinguishes the comment of a model from others of the same job. */
function commentSubject(values: Inputs<typeof fields>['values']): (string | undefined)[] {
  return [values['api-url'].href, values['project-id'], values.job, values['model-name']]
}

function checkFile(inputs: Inputs<typeof fields>, path: string | undefined): void {
  if (path === undefined) return
  inputs.checkPath('predictions', path, 'file', noSuchFile)
}
