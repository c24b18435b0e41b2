import { z } from 'zod/mini'
import {
  loadPlatform,
  type Platform,
  platformFields,
  platformVariables,
} from '../../platforms/kolena/fields.js'
import type { Event } from '../../runtime/event.js'
import { line, list, oneOf, parsed } from '../../runtime/fields.js'
import { Inputs } from '../../runtime/inputs.js'
import { parseList } from '../../runtime/lists.js'
import { decideMode, type Mode } from '../../runtime/mode.js'
import { formatSuiteReference, parseSuiteReference, type SuiteReference } from './suite-reference.js'

const suites = parsed((text) => parseList(text).map(parseSuiteReference))

const concurrency = parsed((text) => {
  if (/^([1-9]|1[0-6])$/.test(text)) return Number(text)
  throw new Error('write a number from 1 to 16')
})

/** The inputs of the evaluate action: name, type and rules. What each means, and its default, stands in action.yml. */
export const fields = {
  workflow: line,
  models: list(),
  'model-tags': list({ comma: true }),
  'test-suites': suites,
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
  /** How many calls at a time. */
  concurrency: number
}

/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
export function loadInputs(event: Event): EvaluateInputs {
  const inputs = new Inputs(fields, variables)
  const { values } = inputs
  const mode = decideMode(values['dry-run'], event)
  if (!values.workflow)
    inputs.problem('workflow', undefined, "is required; write the name of the platform's workflow")
  if (!values['test-suites']?.length)
    inputs.problem('test-suites', undefined, 'is required; write name or name@version, one a line')
  const loaded = {
    mode,
    platform: loadPlatform(inputs, mode.dryRun ? undefined : 'to trigger evaluations'),
    workflow: values.workflow ?? '',
    models: chooseModels(inputs),
    suites: distinct(values['test-suites'] ?? [], formatSuiteReference),
    concurrency: values.concurrency,
  }
  inputs.refuse()
  return loaded
}

function chooseModels(inputs: Pick<Inputs<typeof fields>, 'values' | 'problem'>): EvaluateInputs['models'] {
  const { models: names = [], 'model-tags': tags = [] } = inputs.values
  if (names.length > 0 && tags.length > 0)
    inputs.problem('model-tags', undefined, 'is given beside models; use one of them')
  if (names.length === 0 && tags.length === 0)
    inputs.problem('models', undefined, 'is required, or model-tags; write names of models, one a line')
  return names.length > 0 ? { names: [...new Set(names)] } : { tags: [...new Set(tags)] }
}

/** The items without those that have the key of an earlier one. */
export function distinct<T>(items: readonly T[], key: (item: T) => unknown): T[] {
  const first = new Map<unknown, T>()
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item)
  return [...first.values()]
}
