import { spawnSync } from 'node:child_process'
import { SetupError } from './say.js'

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv | undefined} [env] added to the environment
 * @property {number} [seconds] time limit of the command; no limit if absent
 */

/**
 * Runs a command and returns the result: `output` is its stdout, `problem` the end of its output, or
 * why it did not start.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 */
export function attempt(program, args, { cwd, env, seconds } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    timeout: seconds === undefined ? undefined : seconds * 1000,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  const problem = lastLines([stdout, stderr, error?.message].filter(Boolean).join('\n'))
  return { ok: status === 0, output: (stdout ?? '').trim(), problem }
}

/**
 * Returns the stdout of a successful command, or undefined if it fails, is missing, or takes too long.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 */
export function ask(program, args, options) {
  const { ok, output } = attempt(program, args, options)
  return ok ? output : undefined
}

/**
 * Runs a command that must succeed and returns its stdout.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @throws {SetupError} with the end of the command's output
 */
export function run(program, args, options) {
  const { ok, output, problem } = attempt(program, args, options)
  if (!ok) throw new SetupError(`this command failed: ${[program, ...args].join(' ')}\n${problem}`)
  return output
}

/**
 * Returns the end of a log, which contains the reason for a failure.
 * @param {string} text
 */
export function lastLines(text) {
  return text.trim().split('\n').slice(-30).join('\n')
}
