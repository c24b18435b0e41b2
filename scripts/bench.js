/**
 * Runs every bench and prints the tables. With these arguments, all take less than 25 minutes on two cores.
 * With `--write`, also updates the tables in docs/scale.md. Needs root, and PyPI for the vendor's command line.
 *
 * npm run bench [-- [--write] [NAME…]]
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repository as root } from './setup/machine.js'
import { say } from './setup/say.js'

/** The script and the arguments of each bench. */
const benches = {
  publish: ['bench-publish.js', '5', '20', 'start-up', 'warm', 'unchanged', 'reuse', 'use'],
  containerd: ['bench-publish.js', '--store', 'containerd', '5', '20', 'warm', 'unchanged', 'reuse'],
  many: ['bench-many.js', '3', '16', '8'],
  verify: ['bench-verify.js', '5', '256'],
  results: ['bench-results.js', '1000000'],
  inferences: ['bench-inferences.js', '1000000'],
  agreement: ['bench-agreement.js', '100000'],
  fixture: ['bench-fixture.js', '10000', '100000'],
}
const page = join(root, 'docs/scale.md')

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true })
const names = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = names.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0)
  throw new Error(`Unknown bench ${unknown.join(', ')}: use ${Object.keys(benches).join(', ')}`)

for (const script of ['setup.js', 'build.js']) {
  const { status } = spawnSync(process.execPath, [join('scripts', script)], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
for (const name of names) {
  const start = performance.now()
  console.log(`\n## ${name}: node scripts/${benches[name].join(' ')}\n`)
  const output = await run(benches[name])
  if (values.write) write(name, tablesOf(output))
  say(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

/** Runs a bench, and shows and returns its output. */
async function run([script, ...args]) {
  const child = spawn(process.execPath, [join('scripts', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    process.stdout.write(chunk)
    output += chunk
  }
  const code = child.exitCode ?? (await new Promise((resolve) => child.once('close', resolve)))
  if (code !== 0) throw new Error(`${script} exited with ${code}`)
  return output
}

/** Returns the Markdown tables in a bench's output. */
function tablesOf(output) {
  const tables = output.match(/(?:^\|.*\n)+/gm) ?? []
  return tables.map((table) => table.trimEnd()).join('\n\n')
}

function write(name, tables) {
  const section = new RegExp(`<!-- bench ${name} -->[\\s\\S]*?<!-- /bench -->`)
  const before = readFileSync(page, 'utf8')
  if (!section.test(before)) throw new Error(`docs/scale.md has no section for the bench ${name}`)
  const text = `<!-- bench ${name} -->\n\n${tables}\n\n<!-- /bench -->`
  writeFileSync(
    page,
    before.replace(section, () => text),
  )
}
