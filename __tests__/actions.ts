import { evaluate } from '../src/actions/evaluate.js'
import { model } from '../src/actions/model.js'
import { fields as agreementFields, variables as agreementVariables } from '../src/agreement/fields.js'
import { agreementOutputs } from '../src/agreement/outputs.js'
import { fields as evaluateFields, variables as evaluateVariables } from '../src/evaluate/inputs.js'
import { fields as lambdaFields, variables as lambdaVariables } from '../src/lambda/fields.js'
import { lambdaOutputs } from '../src/lambda/run-result.js'
import type { Fields } from '../src/lib/inputs.js'
import { fields as modelFields, variables as modelVariables } from '../src/model/inputs.js'
import { fields as publishFields, variables as publishVariables } from '../src/publish/fields.js'
import { publishOutputs } from '../src/publish/outputs.js'
import {
  fields as scenarioTestFields,
  variables as scenarioTestVariables,
} from '../src/scenario-test/fields.js'
import { scenarioTestOutputs } from '../src/scenario-test/outputs.js'

/** What the code knows of an action, to be compared with what its action.yml says. */
export interface ActionContract {
  /** The folder of its action.yml, and the name of its entries and of its bin file; `.` is the root action. */
  name: string
  fields: Fields
  /** Variables of the environment that stand in for inputs. */
  variables: Record<string, string>
  outputs: Record<string, string>
}

export const actions: ActionContract[] = [
  {
    name: 'publish',
    fields: publishFields,
    variables: publishVariables,
    outputs: publishOutputs({ changed: false }),
  },
  {
    name: 'scenario-test',
    fields: scenarioTestFields,
    variables: scenarioTestVariables,
    outputs: scenarioTestOutputs({}),
  },
  {
    name: 'model',
    fields: modelFields,
    variables: modelVariables,
    outputs: model.outputs(model.begin()),
  },
  {
    name: 'evaluate',
    fields: evaluateFields,
    variables: evaluateVariables,
    outputs: evaluate.outputs(evaluate.begin()),
  },
  {
    name: 'agreement',
    fields: agreementFields,
    variables: agreementVariables,
    outputs: agreementOutputs({ gates: [], gateMode: 'fail' }),
  },
  { name: 'lambda', fields: lambdaFields, variables: lambdaVariables, outputs: lambdaOutputs({ gates: [] }) },
]
