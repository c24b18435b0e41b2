import { existsSync } from 'node:fs'
import { installPackages } from './apt.js'
import { canInstall, findProgram } from './machine.js'
import { SetupError } from './say.js'

/** Without this font, the emoji in the reports are boxes. */
const emoji = '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'

/** @type {import('./requirement.js').Requirement} */
export const chromium = {
  name: 'chromium',
  find: () => (existsSync(emoji) ? findProgram('chromium') : undefined),
  obstacle: () =>
    canInstall() ? undefined : 'as root: apt-get install chromium fonts-noto-color-emoji fonts-dejavu-core',
  provide: () => installPackages(['chromium', 'fonts-noto-color-emoji', 'fonts-dejavu-core']),
}

/**
 * Returns the path of Debian's Chromium.
 * @throws {SetupError} if the set-up did not run
 */
export function findChromium() {
  const program = chromium.find()
  if (!program)
    throw new SetupError('chromium is missing: run node scripts/rendering/render.js, which installs it')
  return program
}
