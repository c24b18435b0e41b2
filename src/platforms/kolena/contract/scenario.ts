import { randomBytes } from 'node:crypto'

/** The values that the stand-in sends, and that a good evaluator requests. They are not valid anywhere else. */
export interface Scenario {
  token: string
  workflow: string
  model: { id: number; name: string }
  /** `latest` differs from the version that the evaluator should load. */
  suite: { id: number; name: string; version: number; latest: number }
  testRunId: number
}

/** Invents what the platform runs an evaluator with: a model, a test suite and a token. */
export function inventScenario(workflow: string): Scenario {
  return {
    token: `contract-${randomBytes(24).toString('hex')}`,
    workflow,
    model: { id: 101, name: `contract model ${randomBytes(3).toString('hex')}` },
    suite: { id: 301, name: `contract suite ${randomBytes(3).toString('hex')}`, version: 3, latest: 7 },
    testRunId: 401,
  }
}

/** Variables that the platform sets for every evaluator. An evaluator cannot work without them. */
export const requiredVariables = [
  'KOLENA_TOKEN',
  'KOLENA_MODEL_NAME',
  'KOLENA_TEST_SUITE_NAME',
  'KOLENA_TEST_SUITE_VERSION',
] as const

/**
 * Returns the environment that the platform gives to an evaluator, as far as the evaluator's registration defines it.
 */
export function environmentOf(
  { token, workflow, model, suite }: Scenario,
  apiUrl: string,
  registered: { secret: boolean; awsRole: string | undefined },
): Record<string, string> {
  return {
    KOLENA_API_URL: apiUrl,
    KOLENA_TOKEN: token,
    KOLENA_MODEL_NAME: model.name,
    KOLENA_TEST_SUITE_NAME: suite.name,
    KOLENA_TEST_SUITE_VERSION: String(suite.version),
    KOLENA_WORKFLOW: workflow,
    ...(registered.secret && { KOLENA_EVALUATOR_SECRET: 'contract-secret' }),
    ...(registered.awsRole !== undefined && {
      KOLENA_EVALUATOR_ASSUME_ROLE_ARN: registered.awsRole,
      KOLENA_EVALUATOR_EXTERNAL_ID: 'contract-external-id',
    }),
  }
}
