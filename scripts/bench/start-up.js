/** Measures the start of the action compared with bare Node.js, and its size in bytes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from '../../build/sandbox/runner/environment.js'
import { head, interleave, median, ratio, row, spread } from './figures.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Prints the table of starts. Main gets invalid inputs, which it refuses after it loaded and checked everything. */
export async function reportStartUp(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'))
  const empty = join(folder, 'empty.js')
  writeFileSync(empty, '')
  const scripts = {
    'bare node': empty,
    main: join(root, 'bin/publish.js'),
    post: join(root, 'bin/publish-post.js'),
  }
  const ways = Object.fromEntries(
    Object.entries(scripts).map(([name, script]) => [name, () => start(script, folder)]),
  )
  try {
    const results = await interleave(rounds, ways)
    console.log(head(1, 'start-up, ms', 'median (spread)', '× bare node', 'target'))
    for (const [name, values] of Object.entries(results))
      console.log(
        row(name, spread(values, 0), ratio(values, results['bare node']).toFixed(2), target(name, results)),
      )
  } finally {
    rmSync(folder, { recursive: true })
  }
  const bytes = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'))
  const sum = bytes.reduce((total, name) => total + statSync(join(root, 'dist', name)).size, 0)
  console.log(`
The bundle of all actions: ${sum.toLocaleString('en')} bytes in ${bytes.length} files. What limits a start: Node.js
itself, compiling the bundle, and creating the schemas.
`)
}

function target(name, { 'bare node': bare }) {
  if (name === 'main') return '≤ 3 ×'
  return name === 'post' ? `≤ bare node + 30 ms = ${(median(bare) + 30).toFixed(0)}` : ''
}

/** Returns the milliseconds from start to end of a process. */
async function start(script, folder) {
  const env = {
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
  }
  for (const file of [env.GITHUB_OUTPUT, env.GITHUB_STATE]) writeFileSync(file, '')
  const begin = performance.now()
  const child = spawn(findNode(), [script], { cwd: folder, env, stdio: 'ignore' })
  await once(child, 'exit')
  return performance.now() - begin
}
