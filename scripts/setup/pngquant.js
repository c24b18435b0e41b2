import { installPackages } from './apt.js'
import { canInstall, findProgram } from './machine.js'

/** Makes pictures of pages a third as large, with the 256 colours that they hardly need. */
/** @type {import('./requirement.js').Requirement} */
export const pngquant = {
  name: 'pngquant',
  find: () => findProgram('pngquant'),
  obstacle: () => (canInstall() ? undefined : 'as root: apt-get install pngquant'),
  provide: () => installPackages(['pngquant']),
}
