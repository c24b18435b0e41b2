/** One entry an action. Each loads only what its action uses. */

export async function publish(): Promise<void> {
  const [{ runAction }, action] = await Promise.all([
    import('./runtime/run-action.js'),
    import('./actions/publish/action.js'),
  ])
  await runAction(action.publish)
}

export async function lambda(): Promise<void> {
  const [{ runAction }, action] = await Promise.all([
    import('./runtime/run-action.js'),
    import('./actions/lambda/action.js'),
  ])
  await runAction(action.lambda)
}

export async function publishPost(): Promise<void> {
  const { cleanUp } = await import('./actions/publish/post.js')
  cleanUp()
}

export async function scenarioTest(): Promise<void> {
  const [{ runAction }, action] = await Promise.all([
    import('./runtime/run-action.js'),
    import('./actions/scenario-test/action.js'),
  ])
  await runAction(action.scenarioTest)
}

export async function model(): Promise<void> {
  const [{ runAction }, action] = await Promise.all([
    import('./runtime/run-action.js'),
    import('./actions/model/action.js'),
  ])
  await runAction(action.model)
}

export async function evaluate(): Promise<void> {
  const [{ runAction }, action] = await Promise.all([
    import('./runtime/run-action.js'),
    import('./actions/evaluate/action.js'),
  ])
  await runAction(action.evaluate)
}

export async function agreement(): Promise<void> {
  const [{ runAction }, action] = await Promise.all([
    import('./runtime/run-action.js'),
    import('./actions/agreement/action.js'),
  ])
  await runAction(action.agreement)
}

/** The command line. @param root the package's directory */
export async function evaluatorAction(root: URL): Promise<void> {
  const command = await import('./cli/evaluator-action.js')
  await command.evaluatorAction(root, process.argv.slice(2))
}
