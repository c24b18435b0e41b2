import { redact } from './secrets.js'

/** Shortens a text to at most `max` code points, and ends it with an ellipsis if something was cut. */
export function clip(text: string, max: number): string {
  // Redact before shortening: nothing would mask the parts of a secret that was cut in two.
  const whole = redact(text)
  const points = Array.from(whole.slice(0, 2 * max + 2))
  return points.length <= max ? whole : `${points.slice(0, Math.max(0, max - 1)).join('')}…`
}
