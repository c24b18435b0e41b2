import { failure } from '../../report/failure.js'
import { alert, code, details, type Inline, join, link, type Markdown, md } from '../../report/markdown.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { CommentInput } from './comment.js'
import { metricsComment } from './metrics/section.js'
import type { PublishResult } from './result.js'
import { changeTable, imageTable, publishVerdict } from './summary.js'
import { trustSection } from './trust-section.js'
import { findingSections } from './verify-section.js'

/** Returns what a reviewer needs: verdict, failure, changes, image and findings. A link leads to the whole report. */
export function publishComment(
  publication: PublishResult,
  input: CommentInput,
  runLog: RunLog,
  error?: unknown,
): Markdown {
  const { plan, image, registration, changes, registeredImage, trust } = publication
  const policy = trustSection(registration?.aws_role_config, trust)
  return join([
    md`### ${publishVerdict(publication, error)}`,
    ...(error === undefined ? [] : [failure(error, runLog)]),
    ...(plan?.mode.dryRun && registeredImage
      ? [md`Publishing would register ${code(registeredImage)}.`]
      : []),
    ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
    ...(image?.facts ? [imageTable(image.facts)] : []),
    ...findingSections(publication),
    ...metricsComment(publication.verification?.contract),
    ...(policy.length > 0 ? [details('Trust policy of the AWS role', join(policy.slice(1)))] : []),
    whereFrom(input),
  ])
}

/** Returns the commit that the comment is about, and a link to the whole report. */
export function whereFrom({ sha, runUrl }: CommentInput): Markdown {
  const where: Inline[] = [md`Commit ${code(sha.slice(0, 7))}`]
  if (runUrl) where.push(link('the whole report', runUrl))
  return md`<sub>${join(where, md` · `)}</sub>`
}

/** Returns the note for the summary of a run that could not comment. */
export function missingComment(reason: string): Markdown {
  return alert('NOTE', md`The pull request has no comment with this report: ${reason}.`)
}
