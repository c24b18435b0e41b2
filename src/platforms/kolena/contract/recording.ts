import type { SuiteReference } from '../suite-reference.js'
import type { Fixture } from './fixture.js'

/** The samples to record. */
export interface RecordingInput {
  workflow: string
  model: string
  suite: SuiteReference
  /** Maximum number of samples. */
  limit: number
  metadata: boolean
  /** The names of the inputs for the model and the test suite, for messages. */
  inputs: { model: string; suite: string }
}

/** A fixture from the platform. */
export interface Recording extends Fixture {
  /** Names the source within a sentence: `the inferences of "model" on version 3 of "suite"`. */
  source: string
  /** The number of samples with an inference on the platform. */
  available: number
  /** Whether `available` is estimated from the number of batches that were left out. */
  approximate: boolean
}

/** The reason why no samples are recorded although the inputs request them. */
export interface NotRecorded {
  reason: string
}

/** Describes the number of samples: `120 samples`, or `100 of about 2,100 samples`. */
export function describeCount({
  count,
  available,
  approximate,
}: Pick<Recording, 'count' | 'available' | 'approximate'>): string {
  const number = (value: number) => value.toLocaleString('en')
  if (count === available) return `${number(count)} sample${count === 1 ? '' : 's'}`
  return `${number(count)} of ${approximate ? 'about ' : ''}${number(available)} samples`
}
