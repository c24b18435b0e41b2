import { fields } from '../fields.js'

const ofTheStep = 'applies to all evaluators; set it outside the file, beside evaluators'
const stepSecret = 'is a secret, which does not belong in a file; set it outside the file'

/** Inputs that an entry of the evaluators file cannot set, and what to do instead. */
export const notInFile: Readonly<Record<string, string>> = {
  secret:
    'is a secret value, which does not belong in a file; put it into an environment variable (in a workflow, in the env of the step), and write secret-env: NAME_OF_THE_VARIABLE',
  secrets:
    'are secret values, which do not belong in a file; put them into environment variables (in a workflow, in the env of the step), and write secret-envs: id=NAME_OF_THE_VARIABLE',
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
      'only',
      'comment',
      // It changes a role in IAM, and a file of the checkout could name any role.
      'trust-policy',
      // A file of the checkout must not grant access to the runner's SSH agent or privileges of the builder.
      'ssh',
      'allow',
      'cgroup-parent',
    ].map((name) => [name, ofTheStep]),
  ),
}

/** Inputs that an entry of the evaluators file can set. */
export const entryKeys = Object.keys(fields).filter((name) => !(name in notInFile))
