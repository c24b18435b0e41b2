import * as log from './log.js'

/** A phase of a run, in milliseconds since the run's start. */
export interface Phase {
  name: string
  start: number
  end: number
  failed: boolean
}

const brokenIn = new WeakMap<Error, string>()

/** The phase in which an error or its cause occurred; undefined if there was none. */
export function phaseOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return brokenIn.get(error) ?? phaseOf(error.cause)
}

/** Records what a run has done so far, and when: for the report, and to say after a failure what was already done. */
export class RunLog {
  readonly phases: Phase[] = []
  /** Lasting effects, as sentences: "The repository acme/evaluator was created." */
  readonly done: string[] = []
  readonly #whole: RunLog | undefined
  readonly #start: number

  /** @param whole the log of the whole run, whose clock this log shares */
  constructor(whole?: RunLog) {
    this.#whole = whole
    this.#start = whole ? whole.#start : performance.now()
  }

  /** Returns a log for a part of the run. */
  child(): RunLog {
    return new RunLog(this)
  }

  /** Runs the work as a named phase. */
  async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const phase = { name, start: this.#now(), end: 0, failed: true }
    this.phases.push(phase)
    try {
      const result = await log.whileRunning(name, work)
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

  /** Whether this log covers a part of the run. The phases of parts are shown side by side. */
  get isChild(): boolean {
    return this.#whole !== undefined
  }

  #now(): number {
    return Math.round(performance.now() - this.#start)
  }
}
