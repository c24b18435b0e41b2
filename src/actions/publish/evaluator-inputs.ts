import { readVariable } from '../../runtime/inputs.js'
import { maskSecret } from '../../runtime/secrets.js'
import type { PublishValues } from './fields.js'

/** The evaluator as it is to be registered. */
export interface EvaluatorInput {
  workflow: string
  name: string
  secret: string | undefined
  awsAssumeRole: string | undefined
}

/** Reads what is registered beside the image, and notes what is wrong in it. */
export function loadEvaluator(inputs: PublishValues, dryRun: boolean): EvaluatorInput {
  const { values } = inputs
  for (const name of ['workflow', 'evaluator-name'] as const) {
    if (!values[name])
      inputs.missing(name, 'is required to register the evaluator; set it, or register: false')
  }
  checkSecret(inputs, dryRun)
  return {
    workflow: values.workflow ?? '',
    name: values['evaluator-name'] ?? '',
    secret: givenSecret(inputs),
    awsAssumeRole: values['aws-assume-role'],
  }
}

/** The evaluator's secret, itself or by its variable. A variable that is empty has none, as an input has. */
export function givenSecret({ values }: PublishValues): string | undefined {
  const variable = values['secret-env']
  const secret = values.secret ?? ((variable && readVariable(variable)) || undefined)
  if (secret !== undefined) maskSecret(secret, undefined, "The evaluator's secret")
  return secret
}

/** A token that a workflow passes on is one that it names itself, by its value. */
export function isOfTheRunner(variable: string): boolean {
  return /^(ACTIONS_\w+|GITHUB_TOKEN)$/.test(variable)
}

export const ofTheRunner =
  "is a credential of the runner, which is not passed on by name; to pass on the job's token, write the expression github.token into secrets"

function checkSecret(inputs: PublishValues, dryRun: boolean): void {
  const { secret, 'secret-env': variable } = inputs.values
  if (variable === undefined) return
  const value = readVariable(variable)
  if (isOfTheRunner(variable)) inputs.problem('secret-env', variable, ofTheRunner)
  else if (secret !== undefined)
    inputs.problem('secret-env', variable, 'stands beside secret; set one of the two')
  else if (value === undefined)
    inputs.problem(
      'secret-env',
      variable,
      'there is no such variable in the environment; set it in the env of the step',
    )
  // The variable of a secret is empty where the event must not see secrets: a dry run needs none.
  else if (value === '' && !dryRun)
    inputs.problem('secret-env', variable, 'the variable is empty; see that the secret behind it exists')
}
