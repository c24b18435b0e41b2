/**
 * Prints a progress line of the set-up to stderr, so that stdout contains only results.
 * @param {string} text
 */
export function say(text) {
  console.error(`set-up: ${text}`)
}

/** Ends the set-up. The message says what was wrong, with which value, and what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}
