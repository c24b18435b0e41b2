import { fields } from '../fields.js'

const ofTheStep =
  "belongs to the step as a whole, and is the same for every evaluator; write it into the step's with, or give this evaluator a step of its own"
const stepSecret = "is a secret of the step; write it into the step's with, and not into a file"

/** Inputs that an entry of the evaluators file cannot have, and what to do instead. */
export const notInFile: Readonly<Record<string, string>> = {
  secret:
    "is a value that cannot stand in a file; put it into a variable in the step's env, and write secret-env: NAME_OF_THE_VARIABLE",
  secrets:
    "are values that cannot stand in a file; put them into variables in the step's env, and write secret-envs: id=NAME_OF_THE_VARIABLE",
  'api-token': stepSecret,
  'registry-password': stepSecret,
  'github-token': stepSecret,
  ...Object.fromEntries(
    [
      'api-url',
      'organization',
      'registry',
      'registry-username',
      'dry-run',
      'allow-fork-code',
      'evaluators',
      'concurrency',
      'shard',
      'comment',
      // The runner's agent, and rights of the builder, are not for a file of the checkout to give away.
      'ssh',
      'allow',
      'cgroup-parent',
    ].map((name) => [name, ofTheStep]),
  ),
}

/** What an entry of the evaluators file can say. */
export const entryKeys = Object.keys(fields).filter((name) => !(name in notInFile))
