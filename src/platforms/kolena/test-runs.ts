import type { Calls } from './calls.js'
import { TestRun, TestSuite } from './schemas.js'

/**
 * Calls for test suites and the test runs of models on them. The platform has no call that reports a run's progress.
 */
export function testRunCalls(call: Calls) {
  const path = (name: string) => ['generic', 'test-run', name]
  return {
    /** @param version null for the latest */
    findTestSuite: (name: string, version: number | null): Promise<TestSuite | undefined> =>
      call.find('PUT', ['generic', 'test-suite', 'load'], TestSuite, { body: { name, version } }),
    /**
     * Returns the test run of a model on a test suite whose metrics the registered evaluator computes. Creates it if it
     * does not exist.
     */
    openTestRun: async (modelId: number, testSuiteId: number): Promise<number> => {
      const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] }
      return (await call('PUT', path('create-or-retrieve'), TestRun, { body })).test_run_id
    },
    /** Starts the registered evaluator on a test run. A second start computes the metrics again. */
    evaluate: async (testRunId: number): Promise<void> => {
      // The status is the whole answer: the vendor's client reads no body either.
      await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } })
    },
  }
}
