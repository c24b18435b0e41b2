import { SetupError, say } from './say.js'

/**
 * A requirement for the machine.
 * @typedef {object} Requirement
 * @property {string} name
 * @property {() => string | undefined} find returns a version or a path, or undefined if missing
 * @property {() => string | undefined} obstacle returns what a person must do if the set-up cannot provide it
 * @property {(signal: AbortSignal) => Promise<void>} [prepare] starts work that needs no other requirement, in the
 *   background; the signal aborts when the set-up fails
 * @property {(signal: AbortSignal) => void | Promise<void>} provide
 */

/**
 * Provides missing requirements. Collects obstacles first, so that one message lists everything a person must do.
 * @param {Requirement[]} requirements in order of dependency
 * @throws {SetupError}
 */
export async function meet(requirements) {
  const missing = requirements.filter(({ find }) => find() === undefined)
  const obstacles = missing.flatMap(({ name, obstacle }) => {
    const remedy = obstacle()
    return remedy === undefined ? [] : [`  ${name}: ${remedy}`]
  })
  if (obstacles.length > 0) {
    throw new SetupError(['install these requirements yourself:', ...obstacles].join('\n'))
  }
  const background = new AbortController()
  try {
    for (const { prepare } of missing) await prepare?.(background.signal)
    for (const requirement of missing) await meetOne(requirement, background.signal)
  } finally {
    background.abort()
  }
}

/**
 * @param {Requirement} requirement
 * @param {AbortSignal} signal
 */
async function meetOne({ name, find, provide }, signal) {
  // The engine may already have the base image once it runs.
  if (find() !== undefined) return
  const start = Date.now()
  await provide(signal)
  const found = find()
  if (found === undefined)
    throw new SetupError(`${name}: still missing after it was set up; please report this`)
  say(`${name}: ${found}, took ${seconds(start)}`)
}

/**
 * Returns the time since `start`, a value of Date.now().
 * @param {number} start
 */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}
