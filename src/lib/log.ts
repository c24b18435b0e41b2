/**
 * Everything that the action prints. Text goes through the sink for foreign text, so that no name, message
 * or build output in it can act as a workflow command; only the functions here issue commands.
 */
import * as core from '@actions/core'
import { harmlessLine, harmlessLines } from './foreign-text.js'

/** Where an annotation points: a file of the workspace and a line of it, counted from 1. */
export interface Place {
  file: string
  line?: number
}

/** Prints text, line by line. */
export function info(text: string): void {
  for (const line of harmlessLines(text)) core.info(line)
}

/** Shows text as an error annotation of the run. Does not fail the step: see the action shell. */
export function error(text: string, title: string, place?: Place): void {
  core.error(annotation(text), properties(title, place))
}

/** Shows text as a warning annotation of the run. */
export function warning(text: string, title: string, place?: Place): void {
  core.warning(annotation(text), properties(title, place))
}

/** Opens a foldable group; groups do not nest. */
export function startGroup(title: string): void {
  core.startGroup(harmlessLine(title))
}

export function endGroup(): void {
  core.endGroup()
}

function annotation(text: string): string {
  return harmlessLines(text).join('\n')
}

function properties(title: string, place?: Place): core.AnnotationProperties {
  return {
    title: harmlessLine(title),
    ...(place && { file: harmlessLine(place.file) }),
    ...(place?.line !== undefined && { startLine: place.line }),
  }
}
