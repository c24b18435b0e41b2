/**
 * Compiles to build/ and bundles what the runner executes into dist/. With `--compile`, compiles only.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

// Compiled files of sources that are gone, removed tests among them, would live on.
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
    // For OIDC tokens, which we never ask for, @actions/core loads a client of its own with undici and Node's http: a
    // megabyte, and a fifth of each start. Any module of Node's that is cheap to load does in its place.
    externals: { '@actions/http-client': 'node:os', '@actions/http-client/lib/auth': 'node:os' },
  })
  // ncc makes a `require` anew for each module of Node's, which takes as long as some of them.
  const index = code.replaceAll(
    '__WEBPACK_EXTERNAL_createRequire(import.meta.url)',
    'process.getBuiltinModule',
  )
  clean('dist')
  mkdirSync(join(root, 'dist'))
  for (const [name, { source }] of Object.entries({ ...assets, 'index.js': { source: index } })) {
    writeFileSync(join(root, 'dist', name), source)
  }
}
