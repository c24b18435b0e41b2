/**
 * The destination of an action's reports: GitHub's runner, which handles workflow commands and masks secrets itself, or
 * a terminal, which does neither.
 */
import * as core from '@actions/core'

/** A phase of the run that has not ended. */
export interface RunningPhase {
  name: string
  /** Describes how far the phase is: `12.0 of 40.0 MB`. Called only where progress is shown. */
  describe(): string
}

export interface Reporter
  extends Pick<
    typeof core,
    'info' | 'error' | 'warning' | 'notice' | 'startGroup' | 'endGroup' | 'setSecret' | 'setOutput'
  > {
  /**
   * Reports that a phase of the run has started. The caller calls the returned function when it ends. Only a terminal
   * shows running phases.
   */
  startPhase?(phase: RunningPhase): () => void
  /** Reports that a phase of the run has ended. The runner's log has timestamps, so its reporter prints nothing. */
  endPhase?(name: string, milliseconds: number, failed: boolean): void
}

let current: Reporter = core

/** Sends all further reports to another reporter. */
export function reportTo(next: Reporter): void {
  current = next
}

/** The current reporter. */
export const reporter: Required<Reporter> = {
  info: (message) => current.info(message),
  error: (message, properties) => current.error(message, properties),
  warning: (message, properties) => current.warning(message, properties),
  notice: (message, properties) => current.notice(message, properties),
  startGroup: (name) => current.startGroup(name),
  endGroup: () => current.endGroup(),
  setSecret: (secret) => current.setSecret(secret),
  setOutput: (name, value) => current.setOutput(name, value),
  startPhase: (phase) => current.startPhase?.(phase) ?? (() => {}),
  endPhase: (name, milliseconds, failed) => current.endPhase?.(name, milliseconds, failed),
}
