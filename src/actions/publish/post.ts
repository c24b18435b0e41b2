import { existsSync } from 'node:fs'
import { removePrivateDirectory, savedPrivateDirectory } from '../../runtime/private-directory.js'

/** Maximum milliseconds to list and remove objects that a killed main step left in the engine. */
const MAX_MILLISECONDS = 20_000

/** Runs the root action's post step, which cleans up after a killed main step. It needs no inputs and no service. */
export async function cleanUp(): Promise<void> {
  const directory = savedPrivateDirectory()
  if (directory === undefined || !existsSync(directory)) return
  removePrivateDirectory(directory)
  // Only a killed main step leaves the directory behind, and it may have left more.
  const [{ removeLeftovers }, { findEngine }, { readClientConfig }] = await Promise.all([
    import('../../docker/leftovers.js'),
    import('../../docker/docker.js'),
    import('../../docker/client-config.js'),
  ])
  const { currentContext: context } = readClientConfig()
  const signal = AbortSignal.timeout(MAX_MILLISECONDS)
  const config = { directory: '', env: {}, passOn: [], context, pluginDirectories: [] }
  // If the engine does not answer, nothing can be removed now.
  await removeLeftovers({ engine: findEngine(config, signal), signal }).catch(() => 0)
}
