import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastLines } from './command.js'
import { SetupError } from './say.js'

/**
 * A program that keeps running after the set-up, identified by its pid file.
 * @typedef {object} Daemon
 * @property {string} program path
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} log path
 * @property {string} pidFile path
 * @property {() => boolean} answers whether it is ready
 */

/**
 * Starts a daemon and waits until it answers.
 * @param {Daemon} daemon
 * @throws {SetupError} with the end of its log, if it exits or does not answer within a minute
 */
export async function startDaemon({ program, args, env, log, pidFile, answers }) {
  for (const path of [log, pidFile]) mkdirSync(dirname(path), { recursive: true })
  const output = openSync(log, 'w')
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
  })
  closeSync(output)
  child.on('error', () => {}) // The program has no pid if it could not start. waitUntil then reports the empty log.
  child.unref()
  writeFileSync(pidFile, `${child.pid}\n`)
  const isUp = await waitUntil(answers, 60, () => child.pid === undefined || child.exitCode !== null)
  if (!isUp) throw new SetupError(`${program} does not answer; the end of its log, ${log}:\n${readEnd(log)}`)
}

/**
 * Polls until the condition is true.
 * @param {() => boolean} isTrue
 * @param {number} limit seconds
 * @param {() => boolean} [isHopeless] stops waiting early
 */
export async function waitUntil(isTrue, limit, isHopeless = () => false) {
  const end = Date.now() + limit * 1000
  while (!isTrue()) {
    if (Date.now() > end || isHopeless()) return false
    await sleep(100)
  }
  return true
}

/**
 * Stops a daemon that `startDaemon` started, and waits until it exits. Does nothing if it is not running.
 * @param {string} pidFile
 * @param {string} program its file name, because the process id may now belong to another program
 * @returns {Promise<boolean>} whether the daemon was running
 */
export async function stopDaemon(pidFile, program) {
  const pid = findDaemon(pidFile, program)
  if (pid !== undefined) {
    process.kill(pid, 'SIGTERM')
    const isGone = await waitUntil(() => findDaemon(pidFile, program) === undefined, 30)
    if (!isGone)
      throw new SetupError(`${program} does not stop (process ${pid}); end it with kill -KILL ${pid}`)
  }
  rmSync(pidFile, { force: true })
  return pid !== undefined
}

/**
 * Returns the process id of a running daemon.
 * @param {string} pidFile
 * @param {string} program
 * @returns {number | undefined}
 */
export function findDaemon(pidFile, program) {
  const pid = Number(readEnd(pidFile))
  const [command] = readEnd(`/proc/${pid}/cmdline`).split('\0')
  return pid > 0 && command?.endsWith(`/${program}`) ? pid : undefined
}

/**
 * @param {string} path
 * @returns {string} empty if the file does not exist
 */
function readEnd(path) {
  try {
    return lastLines(readFileSync(path, 'utf8'))
  } catch {
    return ''
  }
}
