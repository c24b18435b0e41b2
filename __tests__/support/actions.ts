import { commands } from '../../src/cli/commands.js'
import type { Fields } from '../../src/runtime/inputs.js'

/** The declarations of an action in the code, to compare with its action.yml. */
export interface ActionContract {
  /** The folder of its action.yml, and the name of its entry and bin file. `publish` is the root action. */
  name: string
  fields: Fields
  /** Environment variables that inputs default to. */
  variables: Record<string, string>
  /** The outputs of a run that has not started. */
  outputs: Record<string, string>
}

export const actions: ActionContract[] = []

// Sequential, because Jest cannot import modules in parallel that import the same ones.
for (const { word, folder, load } of commands) {
  if (folder === undefined) continue
  const action = await load()
  const { fields, variables } = action
  actions.push({ name: word, fields, variables, outputs: action.outputs(action.begin()) })
}
