import { z } from 'zod/mini'
import {
  loadPlatform,
  type Platform,
  platformFields,
  platformVariables,
} from '../../platforms/kolena/fields.js'
import type { NewModel } from '../../platforms/kolena/models.js'
import { boolean, line, list, oneOf } from '../../runtime/fields.js'
import { Inputs } from '../../runtime/inputs.js'
import { type JsonMapping, mapping } from '../../runtime/mapping.js'
import { decideMode, type Mode } from '../../runtime/mode.js'
import type { ActionRequest } from '../../runtime/run-action.js'
import { ciKeys, ciMetadata } from './ci-metadata.js'

/** The inputs of the model action: names, types and rules. action.yml has descriptions and defaults. */
export const fields = {
  workflow: line,
  name: line,
  metadata: mapping,
  'ci-metadata': z.prefault(boolean, 'true'),
  tags: list({ comma: true }),
  ...platformFields,
  'on-mismatch': z.prefault(oneOf('fail', 'warn'), 'fail'),
  'dry-run': z.prefault(oneOf('auto', 'true', 'false'), 'auto'),
}

export const variables = platformVariables

/** The model action's inputs, checked. */
export interface ModelInputs {
  mode: Mode
  platform: Platform
  /** The model to register. */
  model: NewModel
  onMismatch: 'fail' | 'warn'
}

/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
export function loadInputs({ event, rawInputs }: ActionRequest): ModelInputs {
  const inputs = new Inputs(fields, variables, rawInputs)
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event)
  for (const name of ['workflow', 'name'] as const)
    inputs.missing(name, `is required; write the name of the ${nouns[name]}`)
  const metadata = values.metadata ?? {}
  if (values['ci-metadata']) refuseReserved(inputs, metadata)
  const token = values['api-token']
  if (token !== undefined && JSON.stringify(metadata).includes(token))
    inputs.problem('metadata', undefined, 'contains the API token, which everyone could read; remove it')
  const tags = [...new Set(values.tags)]
  const loaded = {
    mode,
    platform: loadPlatform(inputs, mode.dryRun ? undefined : 'to register the model'),
    model: {
      name: values.name ?? '',
      workflow: values.workflow ?? '',
      metadata: { ...metadata, ...(values['ci-metadata'] && ciMetadata(event)) },
      tags: tags.length > 0 ? tags : null,
    },
    onMismatch: values['on-mismatch'],
  }
  inputs.refuse()
  return loaded
}

const nouns = { workflow: "platform's workflow", name: 'model' }

/** People trust the metadata that CI sets, so a workflow cannot set these keys itself. */
function refuseReserved(inputs: Pick<Inputs<typeof fields>, 'problem'>, metadata: JsonMapping): void {
  for (const key of ciKeys.filter((key) => Object.hasOwn(metadata, key)))
    inputs.problem('metadata', key, 'is a key that ci-metadata sets; rename it, or set ci-metadata: false')
}
