import { removePrivateDirectory, savedPrivateDirectory } from '../../runtime/private-directory.js'

/** The root action's post step: removes what a killed main step could not. Needs no input and no service. */
export function cleanUp(): void {
  const directory = savedPrivateDirectory()
  if (directory !== undefined) removePrivateDirectory(directory)
}
