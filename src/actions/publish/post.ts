import { existsSync } from 'node:fs'
import { removePrivateDirectory, savedPrivateDirectory } from '../../runtime/private-directory.js'

/** Milliseconds that the engine has to list and remove what a killed main step left in it. */
const LONGEST = 20_000

/** The root action's post step: removes what a killed main step could not. Needs no input and no service. */
export async function cleanUp(): Promise<void> {
  const directory = savedPrivateDirectory()
  if (directory === undefined || !existsSync(directory)) return
  removePrivateDirectory(directory)
  // Only a main step that was killed leaves the directory, and it may have left more.
  const [{ removeLeftovers }, { findEngine }, { readClientConfig }] = await Promise.all([
    import('../../docker/leftovers.js'),
    import('../../docker/docker.js'),
    import('../../docker/client-config.js'),
  ])
  const { currentContext: context } = readClientConfig()
  const signal = AbortSignal.timeout(LONGEST)
  const config = { directory: '', env: {}, passOn: [], context, pluginDirectories: [] }
  // An engine that does not answer has nothing that could be removed now.
  await removeLeftovers({ engine: findEngine(config, signal), signal }).catch(() => 0)
}
