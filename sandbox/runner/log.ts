import type { Masks } from './masks.js'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

export interface Annotation {
  level: AnnotationLevel
  /** Masked, then cut to 4,096 characters. */
  message: string
  title?: string
  /** Relative to the workspace where it lies below it. */
  file?: string
  line?: number
  endLine?: number
  col?: number
  endColumn?: number
}

/** A line of a step's log, masked. A group lasts until the next `group` or `endgroup`. */
export interface LogEntry {
  kind: 'line' | 'group' | 'endgroup' | 'debug' | AnnotationLevel
  text: string
}

const annotationsPerLevel = 10
const annotationLength = 4096

/** The log of one stage of a step, and the annotations that it leaves. */
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

  /** Logs always; annotates up to GitHub's limit of 10 a level and step. */
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
 * Shows a log as GitHub's page does.
 * @param collapsed whether groups are closed: `▶ title` instead of `▼ title` and the lines, indented
 */
export function renderLog(entries: LogEntry[], { collapsed = false } = {}): string {
  const show = createLogView({ collapsed })
  return entries.flatMap((entry) => show(entry)).join('\n')
}

/** The same for a live log. @returns a function that gives the lines to show for the next entry */
export function createLogView({ collapsed = false } = {}): (entry: LogEntry) => string[] {
  let inGroup = false
  return ({ kind, text }) => {
    if (kind === 'group' || kind === 'endgroup') {
      inGroup = kind === 'group'
      return inGroup ? [`${collapsed ? '▶' : '▼'} ${text}`] : []
    }
    // What fails a step is shown by a closed group, too: it would be missed otherwise.
    if (inGroup && collapsed && kind !== 'error') return []
    const indent = inGroup && !collapsed ? '  ' : ''
    return `${labels[kind] ?? ''}${text}`.split(/\r\n|\r|\n/).map((line) => indent + line)
  }
}
