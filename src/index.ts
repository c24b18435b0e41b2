/** One entry per action, and one for the command line. Each loads only what it uses. */
import type { Action } from './runtime/run-action.js'

export const publish = () => run(async () => (await import('./actions/publish/action.js')).publish)
export const model = () => run(async () => (await import('./actions/model/action.js')).model)
export const evaluate = () => run(async () => (await import('./actions/evaluate/action.js')).evaluate)
export const scenarioTest = () =>
  run(async () => (await import('./actions/scenario-test/action.js')).scenarioTest)
export const agreement = () => run(async () => (await import('./actions/agreement/action.js')).agreement)
export const lambda = () => run(async () => (await import('./actions/lambda/action.js')).lambda)

/** The post step of the root action. */
export async function publishPost(): Promise<void> {
  const { cleanUp } = await import('./actions/publish/post.js')
  await cleanUp()
}

/** The command line. @param root the package's directory */
export async function evaluatorAction(root: URL): Promise<void> {
  const command = await import('./cli/command-line.js')
  await command.evaluatorAction(root, process.argv.slice(2))
}

async function run<Result>(load: () => Promise<Action<Result>>): Promise<void> {
  const [{ runAction }, action] = await Promise.all([import('./runtime/run-action.js'), load()])
  await runAction(action)
}
