import { createHash } from 'node:crypto'
import * as log from '../../runtime/log.js'
import { unlessAborted } from '../../util/memoize.js'
import type { PublishInputs } from './inputs.js'

/** Returns what determines an image and its destination. Evaluators for which all of it is equal share the image. */
export function imageInputs({ image, build, reuse }: PublishInputs): Record<string, unknown> {
  const { reference: imageReference, immutableTags: tagImmutability, ...place } = image
  // The place where the image is kept also depends on the verification.
  const { options, store: _, ...rest } = build ?? {}
  return { ...place, imageReference, tagImmutability, ...options, ...rest, build: build !== undefined, reuse }
}

/** Returns the same text for evaluators that share an image. It contains no secret. */
export function imageKey(inputs: PublishInputs): string {
  return createHash('sha256')
    .update(JSON.stringify(imageInputs(inputs)))
    .digest('hex')
}

/** An image and its evaluators in this step, which share its build and its push. */
export class SharedImage {
  readonly evaluators: readonly PublishInputs[]
  readonly #works = new Map<string, { by: string | undefined; outcome: Promise<unknown> }>()
  #verified = 0

  constructor(evaluators: readonly PublishInputs[]) {
    this.evaluators = evaluators
  }

  /** Does the work as part of the run that needs it first, and returns its outcome to the other runs. */
  async once<T>(what: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const known = this.#works.get(what)
    if (known) {
      log.info(`${what}: shared with ${known.by}, whose log shows it`)
      return (await unlessAborted(known.outcome, signal)) as T
    }
    const outcome = work()
    this.#works.set(what, { by: log.sectionName(), outcome })
    return await outcome
  }

  /** Counts an evaluator that the image was verified for, and returns whether it is the last one. */
  countVerified(): boolean {
    return ++this.#verified === this.evaluators.length
  }
}
