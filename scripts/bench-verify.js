/**
 * What the verification of an image costs: dry runs with `verify: off` and `verify: start`, in turn, on a small base
 * image and on one with a large layer more. Whole runs of the bundle, warm builds; medians and their ratio. Needs
 * build/, dist/ and the set-up's base image.
 *
 * node scripts/bench-verify.js [RUNS] [MEGABYTES]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pushTag } from '../build/sandbox/runner/events.js'
import { runAction } from '../build/sandbox/runner.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [runs = 7, megabytes = 1000] = process.argv.slice(2).map(Number)
const workspace = mkdtempSync(join(tmpdir(), 'bench-verify-'))
const bases = { small: 'evaluator-base:bookworm', large: 'evaluator-bench:large' }

try {
  buildLargeBase()
  console.log(
    '| base image | verify: off | verify: start | ratio | the Verify phase |\n|---|--:|--:|--:|--:|',
  )
  for (const [name, base] of Object.entries(bases)) console.log(await compare(name, base))
} finally {
  rmSync(workspace, { recursive: true })
  execFileSync('docker', ['rmi', '--force', bases.large], { stdio: 'ignore' })
}

/** A base image with one layer that does not compress to nothing. */
function buildLargeBase() {
  const dockerfile = `FROM ${bases.small}\nRUN head -c ${megabytes}M /dev/urandom > /large\n`
  execFileSync('docker', ['buildx', 'build', '--quiet', '--load', '--tag', bases.large, '-'], {
    input: dockerfile,
  })
}

async function compare(name, base) {
  writeFileSync(
    join(workspace, 'Dockerfile'),
    `FROM ${base}\nCOPY evaluator.py /\nENTRYPOINT ["python3", "/evaluator.py"]\n`,
  )
  writeFileSync(join(workspace, 'evaluator.py'), 'raise SystemExit("missing environment variables")\n')
  await measure('off')
  const seconds = { off: [], start: [], phase: [] }
  for (let run = 0; run < runs; run++) {
    for (const verify of ['off', 'start']) {
      const { duration, phase } = await measure(verify)
      seconds[verify].push(duration)
      if (phase !== undefined) seconds.phase.push(phase)
    }
  }
  const ratio = median(seconds.start.map((value, run) => value / seconds.off[run]))
  return `| ${name} | ${shown(seconds.off)} | ${shown(seconds.start)} | ${ratio.toFixed(2)} | ${shown(seconds.phase)} |`
}

/** Seconds of a whole dry run, and of its Verify phase as the summary's timeline has it. */
async function measure(verify) {
  const inputs = { image: 'bench', register: 'false', 'dry-run': 'true', verify }
  const start = performance.now()
  const { exitCode, log, summary } = await runAction({
    action: root,
    workspace,
    event: pushTag('v1.0.0'),
    inputs,
  })
  if (exitCode !== 0) throw new Error(log)
  const [, from, to] = /^ *Verify .* :(\d+), (\d+)$/m.exec(summary) ?? []
  return { duration: (performance.now() - start) / 1000, phase: from && (to - from) / 1000 }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

function shown(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2))
  return `${median(values).toFixed(2)} s (${least}–${most})`
}
