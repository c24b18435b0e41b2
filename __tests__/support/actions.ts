import {
  fields as agreementFields,
  variables as agreementVariables,
} from '../../src/actions/agreement/fields.js'
import { agreementOutputs } from '../../src/actions/agreement/outputs.js'
import { evaluate } from '../../src/actions/evaluate/action.js'
import {
  fields as evaluateFields,
  variables as evaluateVariables,
} from '../../src/actions/evaluate/inputs.js'
import { fields as lambdaFields, variables as lambdaVariables } from '../../src/actions/lambda/fields.js'
import { lambdaOutputs } from '../../src/actions/lambda/result.js'
import { model } from '../../src/actions/model/action.js'
import { fields as modelFields, variables as modelVariables } from '../../src/actions/model/inputs.js'
import { fields as publishFields, variables as publishVariables } from '../../src/actions/publish/fields.js'
import { publishOutputs } from '../../src/actions/publish/outputs.js'
import {
  fields as scenarioTestFields,
  variables as scenarioTestVariables,
} from '../../src/actions/scenario-test/fields.js'
import { scenarioTestOutputs } from '../../src/actions/scenario-test/outputs.js'
import type { Fields } from '../../src/runtime/inputs.js'

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
