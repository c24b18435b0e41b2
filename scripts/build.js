/**
 * Compiles to build/ and bundles the code for the runner into dist/. With `--compile`, only compiles.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

// Otherwise compiled files of removed sources and tests would remain.
const clean = (directory) => rmSync(join(root, directory), { recursive: true, force: true })

clean('build')
const compiler = join(root, 'node_modules/typescript/bin/tsc')
execFileSync(process.execPath, [compiler, '-p', '.'], { cwd: root, stdio: 'inherit' })
if (!process.argv.includes('--compile')) await bundle()

async function bundle() {
  const { default: ncc } = await import('@vercel/ncc')
  const { code, assets } = await ncc(join(root, 'build/src/index.js'), {
    license: 'licenses.txt',
    cache: false,
    quiet: true,
    // @actions/core loads an HTTP client with undici for OIDC tokens, which we never request: a megabyte, and a fifth
    // of each start. Any built-in module that loads quickly can take its place.
    externals: { '@actions/http-client': 'node:os', '@actions/http-client/lib/auth': 'node:os' },
  })
  // ncc creates a new `require` for each Node.js module, which takes as long as loading some of them.
  const index = replaceIn(
    code,
    '__WEBPACK_EXTERNAL_createRequire(import.meta.url)',
    'process.getBuiltinModule',
  )
  const unexpected = Object.keys(assets).find(
    (name) => !/^(\d+\.index\.js|package\.json|licenses\.txt)$/.test(name),
  )
  // The bundler copies files whose path it can compute, such as join('.git', 'objects'), and changes the path.
  if (unexpected)
    throw new Error(`The bundle contains the file ${unexpected}: see which path in src refers to it`)
  clean('dist')
  mkdirSync(join(root, 'dist'))
  for (const [name, { source }] of Object.entries({ ...assets, 'index.js': { source: index } })) {
    writeFileSync(join(root, 'dist', name), source)
  }
}

/** Replaces text in the bundle. Throws if the bundler no longer writes the text. */
function replaceIn(code, text, replacement) {
  if (!code.includes(text)) throw new Error(`The bundle does not contain ${text}: update scripts/build.js`)
  return code.replaceAll(text, replacement)
}
