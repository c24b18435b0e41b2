import { ActionError } from '../../runtime/errors.js'
import type { KolenaSession } from './client.js'
import type { Model, TestSuite } from './schemas.js'
import type { SuiteReference } from './suite-reference.js'

/** @param input names the model, for messages */
export async function loadModel(
  session: Pick<KolenaSession, 'findModel'>,
  workflow: string,
  name: string,
  input: string,
): Promise<Model> {
  const model = await session.findModel(name)
  if (!model)
    throw new ActionError(
      `There is no model "${name}": check ${input}, or register it with the model action.`,
    )
  return ofWorkflow(workflow, model, `The model "${name}"`)
}

/** @param input names the test suite, for messages */
export async function loadSuite(
  session: Pick<KolenaSession, 'findTestSuite'>,
  workflow: string,
  { name, version }: SuiteReference,
  input: string,
): Promise<TestSuite> {
  const suite = await session.findTestSuite(name, version)
  if (suite) return ofWorkflow(workflow, suite, `The test suite "${name}"`)
  const what = version === null ? 'test suite' : `version ${version} of a test suite`
  throw new ActionError(`There is no ${what} "${name}": check ${input}.`)
}

function ofWorkflow<T extends { workflow: string }>(workflow: string, thing: T, what: string): T {
  if (thing.workflow === workflow) return thing
  throw new ActionError(`${what} belongs to the workflow "${thing.workflow}", not to "${workflow}".`)
}
