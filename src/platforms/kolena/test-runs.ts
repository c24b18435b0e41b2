import type { Calls } from './calls.js'
import { TestRun, TestSuite } from './schemas.js'

/** Calls about test suites and the test runs of models on them. The platform has none that tells how a run is doing. */
export function testRunCalls(call: Calls) {
  const path = (name: string) => ['generic', 'test-run', name]
  return {
    /** @param version null for the latest */
    findTestSuite: (name: string, version: number | null): Promise<TestSuite | undefined> =>
      call.find('PUT', ['generic', 'test-suite', 'load'], TestSuite, { body: { name, version } }),
    /** The test run of a model on a test suite whose metrics the registered evaluator computes, new or as it is. */
    openTestRun: async (modelId: number, testSuiteId: number): Promise<number> => {
      const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] }
      return (await call('PUT', path('create-or-retrieve'), TestRun, { body })).test_run_id
    },
    /** Starts the registered evaluator on a test run. Once more, it computes the metrics anew. */
    evaluate: async (testRunId: number): Promise<void> => {
      // The status is the whole answer: the vendor's client reads no body either.
      await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } })
    },
  }
}
