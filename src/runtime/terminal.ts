import { styleText } from 'node:util'
import type { AnnotationProperties } from '@actions/core'
import { startedByGitHub } from './event.js'
import type { Progress } from './progress.js'
import type { Reporter, RunningPhase } from './reporter.js'
import { redact } from './secrets.js'

/** The streams of `process` that are used. */
interface Streams {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean; hasColors?(): boolean }
}

/**
 * Returns the progress below the log, or undefined if nobody watches standard error: it is not a terminal, or a CI
 * system records it. Its code is loaded only when it is needed.
 */
export async function openProgress(): Promise<Progress | undefined> {
  const { CI, TERM } = process.env
  if (!process.stderr.isTTY || CI || TERM === 'dumb' || startedByGitHub()) return undefined
  const { Progress } = await import('./progress.js')
  return new Progress(process.stderr)
}

/**
 * Reports to a terminal, or to the log of the program that started this process. Messages go to standard error, outputs
 * go to standard output as JSON. Nothing masks secrets after this point, so they are removed before anything is
 * written.
 */
export class Terminal implements Reporter {
  readonly #streams: Streams
  readonly #progress: Progress | undefined
  readonly #outputs = new Map<string, string>()

  /** @param progress shows the running phases below the log */
  constructor(streams: Streams = process, progress?: Progress) {
    this.#streams = streams
    this.#progress = progress
  }

  info(message: string): void {
    this.#say(message)
  }

  error(message: string | Error, properties?: AnnotationProperties): void {
    this.#say(this.#annotation('red', 'error', message, properties))
  }

  warning(message: string | Error, properties?: AnnotationProperties): void {
    this.#say(this.#annotation('yellow', 'warning', message, properties))
  }

  notice(message: string | Error, properties?: AnnotationProperties): void {
    this.#say(this.#annotation('bold', 'notice', message, properties))
  }

  startGroup(name: string): void {
    this.#say(this.#styled('bold', `--- ${name}`))
  }

  /** A heading has no end. */
  endGroup(): void {}

  startPhase(phase: RunningPhase): () => void {
    return this.#progress?.start(phase) ?? (() => {})
  }

  endPhase(name: string, milliseconds: number, failed: boolean): void {
    const time = `${(milliseconds / 1000).toFixed(1)} s`
    this.#say(
      failed
        ? this.#styled('red', `${name}: failed after ${time}`)
        : this.#styled('green', `${name}: done in ${time}`),
    )
  }

  /** A terminal needs no notification. */
  setSecret(): void {}

  setOutput(name: string, value: string): void {
    this.#outputs.set(name, value)
  }

  /** Writes the outputs that have a value as one JSON object. Embeds outputs that are JSON themselves, as they are. */
  showOutputs(): void {
    const given = [...this.#outputs].filter(([, value]) => value !== '')
    const lines = given.map(([name, value]) => `${JSON.stringify(name)}: ${asJson(redact(value))}`)
    this.#streams.stdout.write(lines.length > 0 ? `{\n  ${lines.join(',\n  ')}\n}\n` : '{}\n')
  }

  #annotation(
    colour: 'red' | 'yellow' | 'bold',
    level: string,
    message: string | Error,
    { title, file, startLine }: AnnotationProperties = {},
  ): string {
    // In the format of compilers, so that editors can link to the place.
    const place = file === undefined ? '' : `${[file, startLine].filter(Boolean).join(':')}: `
    return `${place}${this.#styled(colour, level)}: ${title ? `${title}: ` : ''}${message}`
  }

  #say(text: string): void {
    const lines = `${redact(text)}\n`
    if (this.#progress) this.#progress.print(lines)
    else this.#streams.stderr.write(lines)
  }

  /** Adds colour if the terminal supports it and NO_COLOR is not set. */
  #styled(style: 'red' | 'yellow' | 'green' | 'bold', text: string): string {
    const { isTTY, hasColors } = this.#streams.stderr
    const coloured = isTTY === true && hasColors?.call(this.#streams.stderr) === true
    return coloured ? styleText(style, text, { validateStream: false }) : text
  }
}

/**
 * Returns JSON text unchanged, because parsing it would lose digits of numbers (`1.0`, long integers). Returns other text as
 * a JSON string.
 */
function asJson(text: string): string {
  if (!/^([[{]|true$|false$)/.test(text)) return JSON.stringify(text)
  try {
    JSON.parse(text)
    return text
  } catch {
    return JSON.stringify(text)
  }
}
