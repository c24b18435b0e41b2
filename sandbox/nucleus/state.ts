import { randomBytes } from 'node:crypto'

/** Items have their reference in `ref_id` or `reference_id`, depending on their age, as in the service. */
export interface Item {
  id: string
  ref_id?: string
  reference_id?: string
  original_image_url: string
  metadata: object
}

export interface Slice {
  id: string
  name: string
  dataset_id: string
  type: 'dataset_item' | 'object' | 'scene'
  pending_job_count: number
  created_at: string
  description: string
  tags: string[]
  items: Item[]
}

export interface Model {
  id: string
  name: string
  ref_id: string
  metadata: object
}

export interface EvaluationFunction {
  id: string
  name: string
  is_public: boolean
  is_external_function: boolean
  user_id: string
  serialized_fn: string | null
  raw_source: string | null
}

export type Comparison = 'greater_than' | 'greater_than_equal_to' | 'less_than' | 'less_than_equal_to'

export interface Criterion {
  scenario_test_id: string
  eval_function_id: string
  threshold: number | null
  threshold_comparison: Comparison
  eval_func_arguments: object
}

export interface ScenarioTest {
  id: string
  name: string
  slice_id: string
  baseline_model_id: string | null
  criteria: Criterion[]
}

export interface Evaluation {
  id: string
  scenario_test_id: string
  eval_function_id: string
  model_id: string
  status: 'pending' | 'started' | 'completed' | 'errored'
  result: number | string | null
  pass: boolean | null
}

/** One score and weight per item, by reference. */
export type Scores = Map<string, { score: number; weight: number }>

/** The content of one Nucleus account. Tests and examples can add to it directly. */
export class NucleusState {
  readonly apiKeys: string[]
  readonly limitedAccessKeys: string[]
  readonly slices: Slice[] = []
  readonly models: Model[] = []
  readonly functions: EvaluationFunction[] = []
  readonly tests: ScenarioTest[] = []
  readonly evaluations: Evaluation[] = []
  /** The inputs of an evaluation. */
  readonly scores = new Map<string, Scores>()
  /** The status at which uploads end, and the number of history reads until then. */
  outcome: 'completed' | 'errored' = 'completed'
  readsToEnd = 2
  readonly #reads = new Map<string, number>()

  constructor(apiKeys: readonly string[], limitedAccessKeys: readonly string[] = []) {
    this.apiKeys = [...apiKeys]
    this.limitedAccessKeys = [...limitedAccessKeys]
  }

  addSlice(slice: { id: string; name: string; references: readonly string[] } & Partial<Slice>): Slice {
    const { references, ...rest } = slice
    const items = references.map((reference, index) => {
      const id = newId('di')
      const image = { id, original_image_url: `https://images.example.com/${id}`, metadata: {} }
      return { ...image, ...(index % 2 === 0 ? { ref_id: reference } : { reference_id: reference }) }
    })
    const added: Slice = {
      dataset_id: newId('ds'),
      type: 'dataset_item',
      pending_job_count: 0,
      created_at: '2026-01-01T00:00:00.000Z',
      description: '',
      tags: [],
      items,
      ...rest,
    }
    this.slices.push(added)
    return added
  }

  addModel(id: string, name: string): Model {
    const model = { id, name, ref_id: name, metadata: {} }
    this.models.push(model)
    return model
  }

  addFunction(name: string, fields: Partial<EvaluationFunction> = {}): EvaluationFunction {
    const added: EvaluationFunction = {
      id: newId('ef'),
      name,
      is_public: false,
      is_external_function: true,
      user_id: 'user',
      serialized_fn: null,
      raw_source: null,
      ...fields,
    }
    this.functions.push(added)
    return added
  }

  addTest(name: string, sliceId: string, functionIds: readonly string[]): ScenarioTest {
    const test: ScenarioTest = {
      id: newId('ut'),
      name,
      slice_id: sliceId,
      baseline_model_id: null,
      criteria: [],
    }
    this.tests.push(test)
    for (const id of functionIds) this.addCriterion(test, id)
    return test
  }

  addCriterion(test: ScenarioTest, functionId: string): Criterion {
    const criterion: Criterion = {
      scenario_test_id: test.id,
      eval_function_id: functionId,
      threshold: null,
      threshold_comparison: 'greater_than_equal_to',
      eval_func_arguments: {},
    }
    test.criteria.push(criterion)
    return criterion
  }

  addEvaluation(criterion: Criterion, modelId: string, metric: number, scores: Scores): Evaluation {
    const evaluation: Evaluation = {
      id: newId('ute'),
      scenario_test_id: criterion.scenario_test_id,
      eval_function_id: criterion.eval_function_id,
      model_id: modelId,
      status: 'pending',
      result: metric,
      pass: null,
    }
    this.evaluations.push(evaluation)
    this.scores.set(evaluation.id, scores)
    return evaluation
  }

  /** Returns the evaluations of a test. Each read advances the unfinished ones by one step. */
  history(test: ScenarioTest): Evaluation[] {
    const history = this.evaluations.filter(({ scenario_test_id: id }) => id === test.id)
    for (const evaluation of history) this.#advance(evaluation, test)
    return history.map((evaluation) => ({ ...evaluation, ...(!isOver(evaluation) && { result: null }) }))
  }

  #advance(evaluation: Evaluation, test: ScenarioTest): void {
    if (isOver(evaluation)) return
    const reads = (this.#reads.get(evaluation.id) ?? 0) + 1
    this.#reads.set(evaluation.id, reads)
    evaluation.status = reads > this.readsToEnd ? this.outcome : reads === 1 ? 'pending' : 'started'
    const criterion = test.criteria.find(({ eval_function_id: id }) => id === evaluation.eval_function_id)
    if (evaluation.status === 'completed') evaluation.pass = passes(Number(evaluation.result), criterion)
  }
}

/** Returns whether a figure passes a criterion, or null without a threshold. */
export function passes(value: number, criterion: Criterion | undefined): boolean | null {
  if (!criterion || criterion.threshold === null) return null
  const { threshold, threshold_comparison: comparison } = criterion
  return {
    greater_than: value > threshold,
    greater_than_equal_to: value >= threshold,
    less_than: value < threshold,
    less_than_equal_to: value <= threshold,
  }[comparison]
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(10).toString('hex')}`
}

function isOver({ status }: Evaluation): boolean {
  return status === 'completed' || status === 'errored'
}
