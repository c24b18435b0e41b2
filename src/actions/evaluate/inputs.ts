import { z } from 'zod/mini'
import {
  loadPlatform,
  type Platform,
  platformFields,
  platformVariables,
} from '../../platforms/kolena/fields.js'
import {
  formatSuiteReference,
  parseSuiteReference,
  type SuiteReference,
} from '../../platforms/kolena/suite-reference.js'
import { boolean, line, list, oneOf, pairs, parsed } from '../../runtime/fields.js'
import { Inputs } from '../../runtime/inputs.js'
import { parseList } from '../../runtime/lists.js'
import { decideMode, type Mode } from '../../runtime/mode.js'
import type { ActionRequest } from '../../runtime/run-action.js'
import { noSuchFile } from '../../runtime/workspace.js'
import type { InferencesInput } from './inference-file.js'
import { type Place, parsePlace, readCell } from './inference-row.js'

const suites = parsed((text) => parseList(text).map(parseSuiteReference))

const concurrency = parsed((text) => {
  if (/^([1-9]|1[0-6])$/.test(text)) return Number(text)
  throw new Error('write a number from 1 to 16')
})

/** The inputs of the evaluate action: name, type and rules. Their descriptions and defaults are in action.yml. */
export const fields = {
  workflow: line,
  models: list(),
  'model-tags': list({ comma: true }),
  'test-suites': suites,

  inferences: line,
  'inference-columns': pairs('column=path'),
  'inference-constants': pairs('path=value'),
  'unknown-samples': z.prefault(oneOf('fail', 'skip'), 'fail'),
  'missing-inferences': z.prefault(oneOf('fail', 'warn', 'allow'), 'fail'),
  'reset-inferences': z.prefault(boolean, 'false'),

  ...platformFields,
  concurrency: z.prefault(concurrency, '4'),
  'dry-run': z.prefault(oneOf('auto', 'true', 'false'), 'auto'),
}

export const variables = platformVariables

/** The evaluate action's inputs, checked alone and against each other. */
export interface EvaluateInputs {
  mode: Mode
  platform: Platform
  workflow: string
  /** Names of models, or the tags that all models to be evaluated have. */
  models: { names: readonly string[] } | { tags: readonly string[] }
  suites: readonly SuiteReference[]
  /** The file of inferences to upload, and how to read it. */
  inferences: InferencesInput | undefined
  /** What a test sample without an inference means. */
  missingInferences: 'fail' | 'warn' | 'allow'
  /** How many calls at a time. */
  concurrency: number
}

/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
export function loadInputs({ event, rawInputs }: ActionRequest): EvaluateInputs {
  const inputs = new Inputs(fields, variables, rawInputs)
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event)
  inputs.missing('workflow', "is required; write the name of the platform's workflow")
  inputs.missing('test-suites', 'is required; write name or name@version, one per line')
  const loaded = {
    mode,
    platform: loadPlatform(inputs, mode.dryRun ? undefined : 'to trigger evaluations'),
    workflow: values.workflow ?? '',
    models: chooseModels(inputs),
    suites: distinct(values['test-suites'] ?? [], formatSuiteReference),
    inferences: loadInferences(inputs),
    missingInferences: values['missing-inferences'],
    concurrency: values.concurrency,
  }
  inputs.refuse()
  return loaded
}

type EvaluateValues = Inputs<typeof fields>

function loadInferences(inputs: EvaluateValues): InferencesInput | undefined {
  const { inferences: file, models, 'reset-inferences': reset } = inputs.values
  const columns = loadColumns(inputs)
  const constants = loadConstants(inputs)
  if (file === undefined) {
    if (inputs.isGiven('inferences')) return undefined
    for (const name of ['inference-columns', 'inference-constants'] as const)
      if (inputs.values[name]?.length)
        inputs.problem(name, undefined, 'is set without inferences, the file that it applies to')
    if (reset) inputs.problem('reset-inferences', undefined, 'is true without inferences to replace them')
    return undefined
  }
  inputs.checkPath('inferences', file, 'file', noSuchFile)
  if (models && new Set(models).size > 1)
    inputs.problem(
      'models',
      undefined,
      'names several models, but the inferences are from one; evaluate each model in a run of its own',
    )
  return { file, columns, constants, skipUnknown: inputs.values['unknown-samples'] === 'skip', reset }
}

function loadColumns(inputs: EvaluateValues): ReadonlyMap<string, Place> {
  const name = 'inference-columns'
  const columns = new Map<string, Place>()
  for (const [column, path] of inputs.values[name] ?? []) {
    if (columns.has(column))
      inputs.problem(name, undefined, `names the column ${JSON.stringify(column)} twice`)
    const place = inputs.attempt(name, () => parsePlace(path))
    if (place) columns.set(column, place)
  }
  return columns
}

function loadConstants(inputs: EvaluateValues): InferencesInput['constants'] {
  const name = 'inference-constants'
  return (inputs.values[name] ?? []).flatMap(([text, value]) => {
    const constant = inputs.attempt(name, () => {
      const { root, path } = parsePlace(text)
      if (root !== 'inference' || path.length === 0)
        throw new Error(
          `${JSON.stringify(text)} is not in the inference; write a path like prediction.data_type`,
        )
      return [path, readCell(text, path, value) ?? null] as const
    })
    return constant ? [constant] : []
  })
}

function chooseModels(inputs: EvaluateValues): EvaluateInputs['models'] {
  const { models: names = [], 'model-tags': tags = [] } = inputs.values
  if (names.length > 0 && tags.length > 0)
    inputs.problem('model-tags', undefined, 'is set together with models; set only one of them')
  if (!inputs.isGiven('model-tags'))
    inputs.missing('models', 'is required, or model-tags; write names of models, one per line')
  return names.length > 0 ? { names: [...new Set(names)] } : { tags: [...new Set(tags)] }
}

/** The items without those that have the key of an earlier one. */
export function distinct<T>(items: readonly T[], key: (item: T) => unknown): T[] {
  const first = new Map<unknown, T>()
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item)
  return [...first.values()]
}
