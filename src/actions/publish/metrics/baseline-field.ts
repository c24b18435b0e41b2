import { formatReference, parseReference } from '../../../docker/reference.js'
import { parsed } from '../../../runtime/fields.js'

/** The input `metrics-baseline`. */
export const baseline = parsed((text) => {
  if (text === 'registered' || text === 'base') return text
  try {
    return formatReference(parseReference(text))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause
    throw new Error(`write registered, base, or the reference of an image (${reason})`, { cause })
  }
})
