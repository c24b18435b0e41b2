import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { docker, type Engine } from '../support/engines.js'
import { root } from '../support/publishing.js'

const ownImage = 'evaluator-lambda-python:bookworm'

/** Returns an image with the complete Python and its version: an existing one, or one made from Debian packages. */
export async function pythonImage(engine: Engine): Promise<{ image: string; version: string }> {
  for (const image of ['evaluator-base:bookworm', ownImage]) {
    const version = await versionIn(engine, image)
    if (version) return { image, version }
  }
  await makeImage(engine)
  return { image: ownImage, version: (await versionIn(engine, ownImage)) ?? '' }
}

/** Returns undefined if the image is missing or has only the minimal Python without its library. */
async function versionIn(engine: Engine, image: string): Promise<string | undefined> {
  const script = 'import http.client, sys; print("%d.%d" % sys.version_info[:2])'
  try {
    return await docker(
      engine,
      'run',
      '--rm',
      '--pull',
      'never',
      '--network',
      'none',
      image,
      'python3',
      '-c',
      script,
    )
  } catch {
    return undefined
  }
}

async function makeImage(engine: Engine): Promise<void> {
  const script = `import(${JSON.stringify(join(root, 'scripts/setup/apt.js'))}).then((apt) => console.log(apt.debianSource('bookworm')))`
  const source = run(process.execPath, '-e', script)
  const archive = join(root, '.cache', 'python-image.tar')
  mkdirSync(join(root, '.cache'), { recursive: true })
  run('mmdebstrap', '--variant=minbase', '--include=python3', 'bookworm', archive, source)
  await docker(engine, 'import', archive, ownImage)
  rmSync(archive)
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}
