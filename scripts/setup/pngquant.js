import { installPackages } from './apt.js'
import { canInstall, findProgram } from './machine.js'

/** Reduces pictures of pages to a third of their size by limiting them to 256 colors. */
/** @type {import('./requirement.js').Requirement} */
export const pngquant = {
  name: 'pngquant',
  find: () => findProgram('pngquant'),
  obstacle: () => (canInstall() ? undefined : 'as root: apt-get install pngquant'),
  provide: () => installPackages(['pngquant']),
}
