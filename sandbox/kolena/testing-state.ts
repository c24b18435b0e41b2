import { isDeepStrictEqual } from 'node:util'
import { canonicalJson, parsePythonJson } from '../../src/data/python-json.js'
import { Refusal } from '../http.js'
import type { NewModel, NewTestRun } from './testing-schemas.js'

export interface Model extends NewModel {
  organization: string
  id: number
  tags: string[]
}

/** One version of a test suite. Each has its own id. */
export interface TestSuite {
  organization: string
  id: number
  name: string
  version: number
  description: string
  workflow: string
  testCases: TestCase[]
  tags: string[]
}

export interface TestCase {
  id: number
  name: string
  version: number
  description: string
  workflow: string
  samples: readonly Sample[]
}

/** A test sample with its metadata and ground truth, each as JSON text. */
export interface Sample {
  sample: string
  /** A key that does not depend on the formatting of the sample. */
  key: string
  metadata: string
  groundTruth: string
}

export interface TestRun extends NewTestRun {
  organization: string
  id: number
  /** The number of times that its evaluation was triggered. */
  evaluations: number
  crashed: boolean
  /** Metrics that an evaluator uploaded: their kind and number of rows. */
  metrics: { kind: string; rows: number }[]
}

/** A test sample from a test. Each part can be JSON text, which keeps its formatting. */
export interface SampleSeed {
  test_sample: object | string
  metadata?: object | string
  ground_truth?: object | string
}

interface TestSuiteSeed {
  name: string
  workflow: string
  /** Names of test cases, optionally with their test samples. */
  testCases?: readonly (string | { name: string; samples: readonly SampleSeed[] })[]
  tags?: string[]
}

/** Stored models, test suites and test runs of all organizations, oldest first. */
export class TestingState {
  readonly models: Model[] = []
  readonly testSuites: TestSuite[] = []
  readonly testRuns: TestRun[] = []
  /** Inference uploads that had an effect. */
  readonly uploads: { test_run_id: number; reset: boolean; rows: number }[] = []
  /** Whether the API redirects batch downloads to the storage. */
  redirectsDownloads = false
  readonly #inferences = new Map<number, Map<string, string>>()
  #lastId = 0

  /** Returns undefined if the organization already has a model with this name. */
  addModel(
    organization: string,
    { name, workflow, metadata = {}, tags }: Pick<NewModel, 'name' | 'workflow'> & Partial<NewModel>,
  ): Model | undefined {
    if (this.findModel(organization, name)) return undefined
    const model = { organization, id: this.#nextId(), name, metadata, tags: [...new Set(tags)], workflow }
    this.models.push(model)
    return model
  }

  findModel(organization: string, name: string): Model | undefined {
    return this.models.find((known) => known.organization === organization && known.name === name)
  }

  /** Adds a test suite, or the next version if the name exists. Versions start at 1. */
  addTestSuite(organization: string, seed: TestSuiteSeed): TestSuite {
    const { name, workflow, testCases = ['all'], tags = [] } = seed
    const version = (this.findTestSuite(organization, name, null)?.version ?? 0) + 1
    const cases = testCases.map((testCase) => {
      const { name, samples } = typeof testCase === 'string' ? { name: testCase, samples: [] } : testCase
      const facts = { id: this.#nextId(), name, version: 1, description: '', workflow }
      return { ...facts, samples: samples.map(keepSample) }
    })
    const suite = { name, version, description: '', workflow, testCases: cases, tags }
    const added = { organization, id: this.#nextId(), ...suite }
    this.testSuites.push(added)
    return added
  }

  /** @param version null for the latest one */
  findTestSuite(organization: string, name: string, version: number | null): TestSuite | undefined {
    return this.testSuites.findLast(
      (known) =>
        known.organization === organization &&
        known.name === name &&
        (version === null || known.version === version),
    )
  }

  /** Returns the test run of a model on a test suite with an evaluator and its configurations. Creates it if needed. */
  openTestRun(organization: string, body: NewTestRun): TestRun {
    const known = this.testRuns.find(({ model_id, test_suite_id, evaluator, configurations, ...run }) =>
      isDeepStrictEqual(
        { organization: run.organization, model_id, test_suite_id, evaluator, configurations },
        { organization, ...body },
      ),
    )
    if (known) return known
    const run = { organization, id: this.#nextId(), ...body, evaluations: 0, crashed: false, metrics: [] }
    this.testRuns.push(run)
    return run
  }

  /** Throws a refusal if the organization has no such test run. */
  findTestRun(organization: string, testRunId: number): TestRun {
    const run = this.testRuns.find((known) => known.organization === organization && known.id === testRunId)
    if (!run) throw new Refusal(404, `no test run with the id ${testRunId}`)
    return run
  }

  /** Returns the distinct samples of a test suite. */
  samplesOf(testSuiteId: number): Sample[] {
    const cases = this.testSuites.find(({ id }) => id === testSuiteId)?.testCases ?? []
    return [...new Map(cases.flatMap(({ samples }) => samples).map((one) => [one.key, one])).values()]
  }

  /** Returns the inference of a model on a test sample as JSON text. It is independent of test runs and suites. */
  inferenceOf(modelId: number, sample: string): string | undefined {
    return this.inferencesOf(modelId).get(canonical(sample))
  }

  /** Returns all inferences of a model by test sample key. */
  inferencesOf(modelId: number): Map<string, string> {
    const known = this.#inferences.get(modelId) ?? new Map<string, string>()
    this.#inferences.set(modelId, known)
    return known
  }

  clear(): void {
    for (const list of [this.models, this.testSuites, this.testRuns, this.uploads]) list.length = 0
    this.#inferences.clear()
    this.redirectsDownloads = false
    this.#lastId = 0
  }

  /** Stores an inference. Replaces an existing one only with `reset`. */
  addInference(modelId: number, sample: string, inference: string, reset = false): void {
    const known = this.inferencesOf(modelId)
    const key = canonical(sample)
    if (reset || !known.has(key)) known.set(key, inference)
  }

  /** All kinds share one counter, so that their ids never collide. */
  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }
}

function keepSample({ test_sample, metadata = {}, ground_truth = {} }: SampleSeed): Sample {
  const text = (part: object | string) => (typeof part === 'string' ? part : JSON.stringify(part))
  const sample = text(test_sample)
  return { sample, key: canonical(sample), metadata: text(metadata), groundTruth: text(ground_truth) }
}

/** Returns the same text for equal values, independent of key order. */
export function canonical(json: string): string {
  return canonicalJson(parsePythonJson(json))
}
