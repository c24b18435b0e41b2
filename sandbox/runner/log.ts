import type { Masks } from './masks.js'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

export interface Annotation {
  level: AnnotationLevel
  /** Masked, then cut to 4,096 characters. */
  message: string
  title?: string
  /** Relative to the workspace if it is inside. */
  file?: string
  line?: number
  endLine?: number
  col?: number
  endColumn?: number
}

/** A masked line of a step's log. A group ends at the next `group` or `endgroup`. */
export interface LogEntry {
  kind: 'line' | 'group' | 'endgroup' | 'debug' | AnnotationLevel
  text: string
}

const annotationsPerLevel = 10
const annotationLength = 4096

/** The log of one stage of a step, and its annotations. */
export class StepLog {
  readonly entries: LogEntry[] = []
  readonly annotations: Annotation[] = []
  readonly #masks: Masks
  readonly #onEntry: (entry: LogEntry) => void

  constructor(masks: Masks, onEntry: (entry: LogEntry) => void = () => {}) {
    this.#masks = masks
    this.#onEntry = onEntry
  }

  write(kind: LogEntry['kind'], text: string): void {
    const entry = { kind, text: this.#masks.mask(text) }
    this.entries.push(entry)
    this.#onEntry(entry)
  }

  /** Always logs. Annotates up to GitHub's limit of 10 per level and step. */
  annotate(level: AnnotationLevel, message: string, place: Omit<Annotation, 'level' | 'message'> = {}): void {
    this.write(level, message)
    if (this.annotations.filter((annotation) => annotation.level === level).length >= annotationsPerLevel)
      return
    const masked = this.#masks.mask(message).slice(0, annotationLength)
    this.annotations.push({ level, message: masked, ...place })
  }
}

const labels: Partial<Record<LogEntry['kind'], string>> = {
  error: 'Error: ',
  warning: 'Warning: ',
  notice: 'Notice: ',
  debug: '##[debug]',
}

/**
 * Formats a log like GitHub's page.
 * @param collapsed whether groups are closed: `▶ title` instead of `▼ title` and indented lines
 */
export function renderLog(entries: LogEntry[], { collapsed = false } = {}): string {
  const show = createLogView({ collapsed })
  return entries.flatMap((entry) => show(entry)).join('\n')
}

/** Formats a live log. @returns a function that returns the lines for the next entry */
export function createLogView({ collapsed = false } = {}): (entry: LogEntry) => string[] {
  let inGroup = false
  return ({ kind, text }) => {
    if (kind === 'group' || kind === 'endgroup') {
      inGroup = kind === 'group'
      return inGroup ? [`${collapsed ? '▶' : '▼'} ${text}`] : []
    }
    // A closed group still shows the errors that fail a step, so that users notice them.
    if (inGroup && collapsed && kind !== 'error') return []
    const indent = inGroup && !collapsed ? '  ' : ''
    return `${labels[kind] ?? ''}${text}`.split(/\r\n|\r|\n/).map((line) => indent + line)
  }
}
