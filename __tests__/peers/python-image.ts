import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { docker, type Engine } from '../e2e/engines.js'
import { root } from '../e2e/publishing.js'

const ownImage = 'evaluator-lambda-python:bookworm'

/** An image with all of Python, and its version: one that is there, or else one made of Debian's packages. */
export function pythonImage(engine: Engine): { image: string; version: string } {
  for (const image of ['evaluator-base:bookworm', ownImage]) {
    const version = versionIn(engine, image)
    if (version) return { image, version }
  }
  makeImage(engine)
  return { image: ownImage, version: versionIn(engine, ownImage) ?? '' }
}

/** undefined when the image is not there, or has but the small Python without its library. */
function versionIn(engine: Engine, image: string): string | undefined {
  const script = 'import http.client, sys; print("%d.%d" % sys.version_info[:2])'
  try {
    return docker(
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

function makeImage(engine: Engine): void {
  const script = `import(${JSON.stringify(join(root, 'scripts/setup/apt.js'))}).then((apt) => console.log(apt.debianSource('bookworm')))`
  const source = run(process.execPath, '-e', script)
  const archive = join(root, '.cache', 'python-image.tar')
  mkdirSync(join(root, '.cache'), { recursive: true })
  run('mmdebstrap', '--variant=minbase', '--include=python3', 'bookworm', archive, source)
  docker(engine, 'import', archive, ownImage)
  rmSync(archive)
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}
