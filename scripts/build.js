/** Compiles to build/ and bundles what the runner executes into dist/. Node's built-ins and the two compilers only. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (program, ...args) =>
  execFileSync(process.execPath, [`${root}/node_modules/${program}`, ...args], {
    cwd: root,
    stdio: 'inherit',
  })

// Compiled files of sources that are gone, removed tests among them, would live on.
for (const directory of ['build', 'dist']) rmSync(`${root}/${directory}`, { recursive: true, force: true })
run('typescript/bin/tsc', '-p', '.')
run(
  '@vercel/ncc/dist/ncc/cli.js',
  'build',
  'build/src/index.js',
  '-o',
  'dist',
  '--license',
  'licenses.txt',
  '--quiet',
  '--no-cache',
)
