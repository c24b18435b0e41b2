import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cache, root } from './venv.js'

/** A program that emulates Lambda for a container image on a local machine. */
export interface Emulator {
  name: string
  program: string
}

const standIn = {
  name: 'a stand-in for the emulator',
  program: join(root, '__tests__/compat/aws-lambda-rie'),
}
const real = { name: "AWS's runtime interface emulator", program: join(cache, 'aws-lambda-rie') }

/** The real emulator is only on GitHub. If it is in `.cache/`, the tests also run with it. */
export const emulators: Emulator[] = existsSync(real.program) ? [standIn, real] : [standIn]

/** Returns a build context as described in the example's README. The caller removes it. */
export function emulatorFolder({ program }: Emulator): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  copyFileSync(program, join(folder, 'aws-lambda-rie'))
  return folder
}
