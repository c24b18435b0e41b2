import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cache, root } from './venv.js'

/** A program that plays Lambda around a container image on one's own machine. */
export interface Emulator {
  name: string
  program: string
}

const standIn = {
  name: 'a stand-in for the emulator',
  program: join(root, '__tests__/compat/aws-lambda-rie'),
}
const real = { name: "AWS's runtime interface emulator", program: join(cache, 'aws-lambda-rie') }

/** The real one lives on GitHub only; whoever puts it into `.cache/` has the tests run under it as well. */
export const emulators: Emulator[] = existsSync(real.program) ? [standIn, real] : [standIn]

/** A folder to build with, as the example's README has it. The caller removes it. */
export function emulatorFolder({ program }: Emulator): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  copyFileSync(program, join(folder, 'aws-lambda-rie'))
  return folder
}
