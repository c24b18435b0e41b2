/**
 * What an action runs on, and reports to: GitHub's runner, which takes workflow commands and masks secrets itself, or
 * a terminal, whose reader must see neither.
 */
import * as core from '@actions/core'

export interface Reporter
  extends Pick<
    typeof core,
    'info' | 'error' | 'warning' | 'startGroup' | 'endGroup' | 'setSecret' | 'setOutput'
  > {
  /** Says that a phase of the run has ended. The runner's log has times of its own, so it is told nothing. */
  endPhase?(name: string, milliseconds: number, failed: boolean): void
}

let current: Reporter = core

/** Has everything from now on go to another host. */
export function reportTo(next: Reporter): void {
  current = next
}

/** The present one, whichever it is when something is reported. */
export const reporter: Required<Reporter> = {
  info: (message) => current.info(message),
  error: (message, properties) => current.error(message, properties),
  warning: (message, properties) => current.warning(message, properties),
  startGroup: (name) => current.startGroup(name),
  endGroup: () => current.endGroup(),
  setSecret: (secret) => current.setSecret(secret),
  setOutput: (name, value) => current.setOutput(name, value),
  endPhase: (name, milliseconds, failed) => current.endPhase?.(name, milliseconds, failed),
}
