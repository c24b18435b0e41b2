import { type CommentSource, commentText } from '../../report/comment.js'
import { code, details, join, type Markdown, md } from '../../report/markdown.js'
import type { RunLog } from '../../runtime/run-log.js'
import { metricsComment } from './metrics/section.js'
import type { PublishResult } from './result.js'
import { changeTable, imageTable, publishVerdict } from './summary.js'
import { trustSection } from './trust-section.js'
import { findingSections } from './verify-section.js'

/** Returns what a reviewer needs: verdict, failure, changes, image and findings. A link leads to the whole report. */
export function publishComment(
  publication: PublishResult,
  source: CommentSource,
  runLog: RunLog,
  error?: unknown,
): Markdown {
  const { plan, image, registration, changes, registeredImage, trust } = publication
  const policy = trustSection(registration?.aws_role_config, trust)
  const sections = [
    ...(plan?.mode.dryRun && registeredImage
      ? [md`Publishing would register ${code(registeredImage)}.`]
      : []),
    ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
    ...(image?.facts ? [imageTable(image.facts)] : []),
    ...findingSections(publication),
    ...metricsComment(publication.verification?.contract),
    ...(policy.length > 0 ? [details('Trust policy of the AWS role', join(policy.slice(1)))] : []),
  ]
  return commentText(publishVerdict(publication, error), sections, source, runLog, error)
}
