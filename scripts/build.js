/**
 * Compiles to build/ and bundles what the runner executes into dist/. With `--compile`, compiles only.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const run = (program, ...args) =>
  execFileSync(process.execPath, [`${root}node_modules/${program}`, ...args], { cwd: root, stdio: 'inherit' })

// Compiled files of sources that are gone, removed tests among them, would live on.
const clean = (directory) => rmSync(`${root}${directory}`, { recursive: true, force: true })

clean('build')
run('typescript/bin/tsc', '-p', '.')
if (!process.argv.includes('--compile')) {
  clean('dist')
  const licenses = ['--license', 'licenses.txt']
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    'build/src/index.js',
    '-o',
    'dist',
    ...licenses,
    '--quiet',
    '--no-cache',
  )
}
