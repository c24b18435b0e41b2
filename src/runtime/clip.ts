import { redact } from './secrets.js'

/** Shortens to at most `max` code points, the last of them an ellipsis when something was cut. */
export function clip(text: string, max: number): string {
  // Before shortening: nothing would mask the parts of a secret that was cut in two.
  const whole = redact(text)
  const points = Array.from(whole.slice(0, 2 * max + 2))
  return points.length <= max ? whole : `${points.slice(0, Math.max(0, max - 1)).join('')}…`
}
