import { isDeepStrictEqual } from 'node:util'
import type { NewModel, NewTestRun } from './testing-schemas.js'

export interface Model extends NewModel {
  organization: string
  id: number
  tags: string[]
}

/** One version of a test suite; each has an id of its own. */
export interface TestSuite {
  organization: string
  id: number
  name: string
  version: number
  description: string
  workflow: string
  testCases: { id: number; name: string; version: number; description: string; workflow: string }[]
  tags: string[]
}

export interface TestRun extends NewTestRun {
  organization: string
  id: number
  /** How often its evaluation was triggered. */
  evaluations: number
}

interface TestSuiteSeed {
  name: string
  workflow: string
  /** Names of test cases. */
  testCases?: readonly string[]
  tags?: string[]
}

/** Models, test suites and test runs that the platform remembers, of all organizations, oldest first. */
export class TestingState {
  readonly models: Model[] = []
  readonly testSuites: TestSuite[] = []
  readonly testRuns: TestRun[] = []
  #lastId = 0

  /** undefined when the organization has a model of this name. */
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

  /** Adds a test suite, or when there is one of this name its next version. Versions count from 1. */
  addTestSuite(organization: string, seed: TestSuiteSeed): TestSuite {
    const { name, workflow, testCases = ['all'], tags = [] } = seed
    const version = (this.findTestSuite(organization, name, null)?.version ?? 0) + 1
    const cases = testCases.map((name) => ({
      id: this.#nextId(),
      name,
      version: 1,
      description: '',
      workflow,
    }))
    const suite = { name, version, description: '', workflow, testCases: cases, tags }
    const added = { organization, id: this.#nextId(), ...suite }
    this.testSuites.push(added)
    return added
  }

  /** @param version null for the latest */
  findTestSuite(organization: string, name: string, version: number | null): TestSuite | undefined {
    return this.testSuites.findLast(
      (known) =>
        known.organization === organization &&
        known.name === name &&
        (version === null || known.version === version),
    )
  }

  /** The test run of a model on a test suite with an evaluator and its configurations, new where there is none. */
  openTestRun(organization: string, body: NewTestRun): TestRun {
    const known = this.testRuns.find(({ id: _, evaluations: __, ...run }) =>
      isDeepStrictEqual(run, { organization, ...body }),
    )
    if (known) return known
    const run = { organization, id: this.#nextId(), ...body, evaluations: 0 }
    this.testRuns.push(run)
    return run
  }

  /** One count for all kinds, so that an id of one is none of another. */
  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }
}
