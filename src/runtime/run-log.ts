import * as log from './log.js'

/** One step of a run in time, milliseconds since the run's start. */
export interface Phase {
  name: string
  start: number
  end: number
  failed: boolean
}

const brokenIn = new WeakMap<Error, string>()

/** The phase in which an error, or what caused it, came up; undefined when it was none. */
export function phaseOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return brokenIn.get(error) ?? phaseOf(error.cause)
}

/** What a run has done so far, and when: for the report, and for saying after a failure what is there already. */
export class RunLog {
  readonly phases: Phase[] = []
  /** Lasting effects, as sentences: "The repository acme/evaluator was created." */
  readonly done: string[] = []
  readonly #whole: RunLog | undefined
  readonly #start: number

  /** @param whole the log of the whole run, whose clock this one uses */
  constructor(whole?: RunLog) {
    this.#whole = whole
    this.#start = whole ? whole.#start : performance.now()
  }

  /** A log for a part of the run. */
  child(): RunLog {
    return new RunLog(this)
  }

  /** Does the work as a named phase. */
  async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const phase = { name, start: this.#now(), end: 0, failed: true }
    this.phases.push(phase)
    try {
      const result = await work()
      phase.failed = false
      return result
    } catch (error) {
      if (error instanceof Error && !brokenIn.has(error)) brokenIn.set(error, name)
      throw error
    } finally {
      phase.end = this.#now()
      log.endPhase(name, phase.end - phase.start, phase.failed)
    }
  }

  /** Whether it is of a part of the run, whose phases are shown beside those of the other parts. */
  get isChild(): boolean {
    return this.#whole !== undefined
  }

  #now(): number {
    return Math.round(performance.now() - this.#start)
  }
}
