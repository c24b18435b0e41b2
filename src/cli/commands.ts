import type { Action } from '../runtime/run-action.js'

/** A command of the command line. */
export interface Command {
  /** The word after `evaluator-action`; empty for the root action. */
  word: string
  /** The folder of its action.yml, relative to the package; undefined if it is only a command. */
  folder?: string
  /** Returns the description of its inputs in the format of action.yml. Defaults to its action.yml. */
  loadDescription?(): Promise<string>
  load(): Promise<Action<unknown>>
  /**
   * Whether Git must not be asked what has changed: it compares files with the programs (filters) that the configuration
   * of the repository names.
   */
  ignoresChanges?: true
  /** The action for `--update-expected`. */
  loadUpdating?(): Promise<Action<unknown>>
}

/** All commands, with and without an action. Each command loads only the code that it uses. */
export const commands: readonly Command[] = [
  {
    word: 'publish',
    folder: '.',
    load: async () => (await import('../actions/publish/action.js')).publish as Action<unknown>,
    loadUpdating: async () =>
      (await import('../actions/publish/action.js')).updateExpected as Action<unknown>,
  },
  {
    word: 'model',
    folder: 'model',
    load: async () => (await import('../actions/model/action.js')).model as Action<unknown>,
  },
  {
    word: 'evaluate',
    folder: 'evaluate',
    load: async () => (await import('../actions/evaluate/action.js')).evaluate as Action<unknown>,
  },
  {
    word: 'scenario-test',
    folder: 'scenario-test',
    load: async () => (await import('../actions/scenario-test/action.js')).scenarioTest as Action<unknown>,
  },
  {
    word: 'agreement',
    folder: 'agreement',
    load: async () => (await import('../actions/agreement/action.js')).agreement as Action<unknown>,
  },
  {
    word: 'lambda',
    folder: 'lambda',
    load: async () => (await import('../actions/lambda/action.js')).lambda as Action<unknown>,
  },
  {
    word: 'record-fixture',
    loadDescription: async () => (await import('../actions/record-fixture/description.js')).description,
    load: async () => (await import('../actions/record-fixture/action.js')).recordFixture as Action<unknown>,
  },
  {
    word: 'init',
    ignoresChanges: true,
    loadDescription: async () => (await import('../actions/init/description.js')).description,
    load: async () => (await import('../actions/init/action.js')).init as Action<unknown>,
  },
]

/** The root action: runs when the command line names no command. */
export const publishCommand = commands[0] as Command

export function findCommand(word: string | undefined): Command | undefined {
  return commands.find((command) => command.word === word)
}
