import { sentence } from '../runtime/errors.js'
import type { RunLog } from '../runtime/run-log.js'
import { failure } from './failure.js'
import { alert, code, type Inline, join, link, type Markdown, md } from './markdown.js'

/** What a comment is about: the commit, and the run that has the whole report. */
export interface CommentSource {
  /** 40 hexadecimal digits. */
  sha: string
  runUrl: string | undefined
}

/**
 * Returns the text of a comment on a pull request: the verdict, the error, the action's own sections, and a link to the
 * whole report.
 */
export function commentText(
  verdict: Inline,
  sections: readonly Markdown[],
  source: CommentSource,
  runLog: RunLog,
  error: unknown,
): Markdown {
  return join([
    md`### ${verdict}`,
    ...(error === undefined ? [] : [failure(error, runLog)]),
    ...sections,
    whereFrom(source),
  ])
}

function whereFrom({ sha, runUrl }: CommentSource): Markdown {
  const where: Inline[] = [md`Commit ${code(sha.slice(0, 7))}`]
  if (runUrl) where.push(link('the whole report', runUrl))
  return md`<sub>${join(where, md` · `)}</sub>`
}

/** Returns the note for the summary of a run that could not comment. */
export function missingComment(reason: string): Markdown {
  return alert('NOTE', md`The pull request has no comment with this report: ${sentence(reason)}`)
}
