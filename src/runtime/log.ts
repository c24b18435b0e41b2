/**
 * Prints all output of the action. Text passes through the sanitizer for untrusted text, so that no name,
 * message or build output can act as a workflow command. Only the functions here issue commands.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { AnnotationProperties } from '@actions/core'
import { type RunningPhase, reporter } from './reporter.js'
import { sanitizeLine, sanitizeLines } from './untrusted-text.js'

/** The target of an annotation: a file of the workspace and its line, counted from 1. */
export interface Place {
  file: string
  line?: number
}

/** GitHub shows ten errors per step. The tenth is reserved for the step's own error, which comes last. */
export const MAX_ERRORS = 9

/** Maximum lines that a section holds back, so that a long build does not fill the memory. */
const MAX_HELD_LINES = 5000

/**
 * Collects what one piece of work prints while others run in parallel. The output is held back until the work has
 * ended, and then shown as one group, so that parallel output stays readable. Annotations carry the section's name; an
 * annotation that another section already made becomes an ordinary line.
 */
export class Section {
  readonly name: string
  readonly #held: (() => void)[] = []

  constructor(name: string) {
    this.name = name
  }

  /** Runs the work and holds back its output. */
  within<T>(work: () => T): T {
    return current.run(this, work)
  }

  hold(print: () => void): void {
    this.#held.push(print)
    if (this.#held.length === MAX_HELD_LINES) this.show(`${this.name}: continues below`)
  }

  /** Shows the output that was held back, as a group if there is a title. */
  show(title?: string): void {
    const held = this.#held.splice(0)
    if (title !== undefined) reporter.startGroup(sanitizeLine(title))
    for (const print of held) print()
    if (title !== undefined) reporter.endGroup()
  }
}

const current = new AsyncLocalStorage<Section>()

/** Returns the name of the section that holds back what is printed now; undefined outside of sections. */
export function sectionName(): string | undefined {
  return current.getStore()?.name
}

/** A level of annotations, and the annotations that sections have made on it so far. */
interface Level {
  print: typeof reporter.error
  told: Set<string>
  most: number
}
const errors: Level = { print: reporter.error, told: new Set(), most: MAX_ERRORS }
const warnings: Level = { print: reporter.warning, told: new Set(), most: Number.POSITIVE_INFINITY }

/** Maximum notices of sections. GitHub shows ten per step, and this leaves room for others. */
export const MAX_NOTICES = 5
const notices: Level = { print: reporter.notice, told: new Set(), most: MAX_NOTICES }

/** Prints text, line by line. */
export function info(text: string): void {
  const lines = sanitizeLines(text)
  const section = current.getStore()
  for (const line of lines) {
    if (section) section.hold(() => reporter.info(line))
    else reporter.info(line)
  }
}

/** Shows text as an error annotation of the run. Does not fail the step; `runAction` does. */
export function error(text: string, title: string, place?: Place): void {
  annotate(errors, text, title, place)
}

/** Shows text as a warning annotation of the run. */
export function warning(text: string, title: string, place?: Place): void {
  annotate(warnings, text, title, place)
}

/** Shows text as a notice annotation of the run. */
export function notice(text: string, title: string, place?: Place): void {
  annotate(notices, text, title, place)
}

/**
 * Shows what the work prints as a collapsible group. Groups cannot be nested, so a section shows the title as a
 * heading.
 */
export async function group<T>(title: string, work: () => T | Promise<T>): Promise<T> {
  if (current.getStore()) {
    info(`--- ${title}`)
    return await work()
  }
  reporter.startGroup(sanitizeLine(title))
  try {
    return await work()
  } finally {
    reporter.endGroup()
  }
}

const currentPhase = new AsyncLocalStorage<RunningPhase>()

/** Runs the work of a phase, which a terminal shows until it ends. */
export async function whileRunning<T>(name: string, work: () => Promise<T>): Promise<T> {
  const section = sectionName()
  const shownName = sanitizeLine(section === undefined ? name : `${section}: ${name}`)
  const phase: RunningPhase = { name: shownName, describe: () => '' }
  const end = reporter.startPhase(phase)
  try {
    return await currentPhase.run(phase, work)
  } finally {
    end()
  }
}

/**
 * Describes how far the current phase is, for a terminal that shows it while the phase runs. It is not part of the log.
 *
 * @param describe returns untrusted text; called again for each frame, and never where no progress is shown
 */
export function progress(describe: () => string): void {
  const phase = currentPhase.getStore()
  if (phase) phase.describe = () => sanitizeLine(describe())
}

/** Reports that a phase of the run has ended. */
export function endPhase(name: string, milliseconds: number, failed: boolean): void {
  const say = () => reporter.endPhase(sanitizeLine(name), milliseconds, failed)
  const section = current.getStore()
  if (section) section.hold(say)
  else say()
}

function annotate({ print, told, most }: Level, text: string, title: string, place?: Place): void {
  const message = sanitizeLines(text).join('\n')
  const section = current.getStore()
  if (!section) print(message, properties(title, place))
  else if (told.has(message) || told.size >= most) info(`${title}: ${text}`)
  else {
    told.add(message)
    section.hold(() => print(message, properties(`${section.name}: ${title}`, place)))
  }
}

function properties(title: string, place?: Place): AnnotationProperties {
  return {
    title: sanitizeLine(title),
    ...(place && { file: sanitizeLine(place.file) }),
    ...(place?.line !== undefined && { startLine: place.line }),
  }
}
