import { SetupError, say } from './say.js'

/**
 * One thing that the machine must have.
 * @typedef {object} Requirement
 * @property {string} name
 * @property {() => string | undefined} find what is there (a version or a path); undefined when missing
 * @property {() => string | undefined} obstacle what a person has to do, where the set-up cannot provide it
 * @property {() => void | Promise<void>} provide
 */

/**
 * Provides what is missing. Obstacles are gathered first, so that one message lists all that a person has to do.
 * @param {Requirement[]} requirements in the order in which they build on each other
 * @throws {SetupError}
 */
export async function meet(requirements) {
  const missing = requirements.filter(({ find }) => find() === undefined)
  const obstacles = missing.flatMap(({ name, obstacle }) => {
    const remedy = obstacle()
    return remedy === undefined ? [] : [`  ${name}: ${remedy}`]
  })
  if (obstacles.length > 0) {
    throw new SetupError(['this machine lacks what only you can add:', ...obstacles].join('\n'))
  }
  for (const { name, find, provide } of missing) {
    // The engine, once it is up, may turn out to have the base image.
    if (find() !== undefined) continue
    const start = Date.now()
    await provide()
    const found = find()
    if (found === undefined)
      throw new SetupError(`${name}: still missing after it was set up; please report this`)
    say(`${name}: ${found}, took ${seconds(start)}`)
  }
}

/**
 * Time passed since `start`, a value of Date.now().
 * @param {number} start
 */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}
