/**
 * Says one thing that the set-up does, in one line. On stderr, so that stdout holds results only.
 * @param {string} text
 */
export function say(text) {
  console.error(`set-up: ${text}`)
}

/** The set-up cannot go on. The message says what was wrong, with what value, and what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}
