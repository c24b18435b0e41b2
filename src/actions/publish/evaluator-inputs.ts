import { readVariable } from '../../runtime/inputs.js'
import { maskSecret } from '../../runtime/secrets.js'
import type { PublishValues } from './fields.js'

/** The evaluator to register. */
export interface EvaluatorInput {
  workflow: string
  name: string
  secret: string | undefined
  awsAssumeRole: string | undefined
}

/** Reads the inputs of the registration and records their problems. */
export function loadEvaluator(inputs: PublishValues, dryRun: boolean): EvaluatorInput {
  const { values } = inputs
  for (const name of ['workflow', 'evaluator-name'] as const)
    inputs.missing(
      name,
      `is required to register the evaluator; ${whereToFind[name]}, or set register: false`,
    )
  checkSecret(inputs, dryRun)
  return {
    workflow: values.workflow ?? '',
    name: values['evaluator-name'] ?? '',
    secret: givenSecret(inputs),
    awsAssumeRole: values['aws-assume-role'],
  }
}

const whereToFind = {
  workflow: 'write the name that the code gives to define_workflow(…)',
  'evaluator-name': 'write the name that the code reports: that of its function, or its display_name()',
}

/** Reads the evaluator's secret from the input or its variable. An empty variable counts as no secret. */
export function givenSecret({ values }: PublishValues): string | undefined {
  const variable = values['secret-env']
  const secret = values.secret ?? ((variable && readVariable(variable)) || undefined)
  if (secret !== undefined) maskSecret(secret, undefined, "The evaluator's secret")
  return secret
}

/** Returns whether a variable is a token of the runner. A workflow must pass on a token explicitly, by its value. */
export function isOfTheRunner(variable: string): boolean {
  return /^(ACTIONS_\w+|GITHUB_TOKEN)$/.test(variable)
}

export const ofTheRunner =
  'is the name of a credential of GitHub, which cannot be passed on by name; in a workflow, write the expression github.token in secrets; elsewhere, give the variable another name'

function checkSecret(inputs: PublishValues, dryRun: boolean): void {
  const { secret, 'secret-env': variable } = inputs.values
  if (variable === undefined) return
  const value = readVariable(variable)
  if (isOfTheRunner(variable)) inputs.problem('secret-env', variable, ofTheRunner)
  else if (secret !== undefined)
    inputs.problem('secret-env', variable, 'is set together with secret; set only one of them')
  else if (value === undefined)
    inputs.problem(
      'secret-env',
      variable,
      'the environment has no such variable; set it (in a workflow, in the env of the step)',
    )
  // The variable is empty if the event has no access to secrets; a dry run does not need the secret.
  else if (value === '' && !dryRun)
    inputs.problem(
      'secret-env',
      variable,
      'the variable is empty; check that the secret it comes from exists',
    )
}
