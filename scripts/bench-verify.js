/**
 * Measures the verification of an image: dry runs with `verify: off` and `verify: start`, in turn, on a small base
 * image and on one with an additional large layer. Reports medians and ratios of whole runs with warm builds. Needs
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
import { head, ratio, row, spread } from './bench/figures.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [runs = 7, megabytes = 1000] = process.argv.slice(2).map(Number)
const workspace = mkdtempSync(join(tmpdir(), 'bench-verify-'))
const bases = { small: 'evaluator-base:bookworm', large: 'evaluator-bench:large' }

try {
  buildLargeBase()
  console.log(head(1, 'base image', 'verify: off, s', 'verify: start, s', 'ratio', 'the Verify phase, s'))
  for (const [name, base] of Object.entries(bases)) console.log(await compare(name, base))
} finally {
  rmSync(workspace, { recursive: true })
  execFileSync('docker', ['rmi', '--force', bases.large], { stdio: 'ignore' })
}

/** Creates a base image with one incompressible layer. */
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
  const times = ratio(seconds.start, seconds.off).toFixed(2)
  return row(name, spread(seconds.off), spread(seconds.start), times, spread(seconds.phase))
}

/** Returns the seconds of a dry run, and of its Verify phase in the summary's timeline. */
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
