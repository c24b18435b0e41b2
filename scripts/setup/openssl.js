import { installPackages } from './apt.js'
import { canInstall, findProgram } from './machine.js'

/** @type {import('./requirement.js').Requirement} */
export const openssl = {
  name: 'openssl',
  find: () => findProgram('openssl'),
  obstacle: () => (canInstall() ? undefined : 'as root, apt-get install openssl'),
  provide: () => installPackages(['openssl']),
}
