import { figure, overallVerdict } from '../../data/gate.js'
import { bar, unbroken } from '../../report/bar.js'
import { type CommentSource, commentText } from '../../report/comment.js'
import { gateTable } from '../../report/gate-table.js'
import { code, type Inline, join, link, type Markdown, md, table } from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import { clip } from '../../runtime/clip.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { Confusion } from './confusion.js'
import type { Agreement, Disagreement } from './measure.js'
import type { AgreementResult } from './result.js'

/** How many categories the confusion table shows. The rarest are left out. */
const SHOWN_CATEGORIES = 15

/** Returns the job summary: verdict, gates, figures, histogram, confusion, the worst assets and timeline. */
export function agreementSummary(assessment: AgreementResult, runLog: RunLog, error?: unknown): Markdown {
  return report(verdict(assessment, error), sectionsOf(assessment), runLog, error)
}

/** Returns the comment on a pull request: the summary without its timeline. */
export function agreementComment(
  assessment: AgreementResult,
  source: CommentSource,
  runLog: RunLog,
  error?: unknown,
): Markdown {
  return commentText(verdict(assessment, error), sectionsOf(assessment), source, runLog, error)
}

function sectionsOf(assessment: AgreementResult): Markdown[] {
  const { agreement, confusion, gates, linkTo } = assessment
  return [
    ...(gates.length > 0 ? [gateTable(gates)] : []),
    facts(assessment),
    ...(agreement && agreement.scored > 0 ? [histogram(agreement)] : []),
    ...(confusion && confusion.labels > 0 ? [confusionTable(confusion, assessment.job?.name ?? '')] : []),
    ...(agreement && agreement.worst.length > 0 ? [worstTable(agreement, linkTo)] : []),
  ]
}

function verdict({ mode, modelName, agreement, gates, gateMode }: AgreementResult, error: unknown): Inline {
  const model = modelName ?? 'the model'
  if (error !== undefined) return md`❌ Agreement with ${model} was not measured`
  if (mode?.dryRun) return md`🔎 Dry run: the predictions of ${model} are ready to be pushed`
  if (agreement?.agreement === undefined)
    return md`${gates.length > 0 && gateMode === 'fail' ? '❌' : '⚪'} Nobody labeled what ${model} predicted yet`
  const percent = `${(100 * agreement.agreement).toFixed(1)} %`
  const failed = gates.length > 0 && overallVerdict(gates) !== 'pass'
  const mark = failed ? (gateMode === 'fail' ? '❌' : '⚠️') : '✅'
  return md`${mark} People agree ${percent} with ${model}`
}

function facts({
  mode,
  modelName,
  job,
  predictions,
  pushed,
  agreement,
  created,
  unmarked,
  unanswered,
  shared,
  projectId,
}: AgreementResult): Markdown {
  return factTable([
    [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
    ['Model', modelName && code(modelName)],
    ['Project', projectId && code(projectId)],
    ['Job', job && code(job.name)],
    ['Predictions', predictions],
    [mode?.dryRun ? 'Assets that would be created' : 'Assets created', created],
    [mode?.dryRun ? 'Would be pushed' : 'Pushed', pushed?.sent],
    ['In Kili already', pushed?.already],
    ['Agreement', agreement?.agreement === undefined ? undefined : figure(agreement.agreement)],
    [
      'Coverage',
      agreement &&
        `${figure(agreement.coverage)} (${agreement.scored} of ${agreement.predictions} predictions scored, ${agreement.labeled} labeled)`,
    ],
    ['Labels without a mark', unmarked || undefined],
    ['Labels without answers', unanswered || undefined],
    ['Assets with other models', shared || undefined],
  ])
}

function histogram({ histogram: bins, scored }: Agreement): Markdown {
  const largest = Math.max(...bins)
  const tenth = (index: number) => (index / 10).toFixed(1)
  const rows = bins.map((count, index) => [
    unbroken(`${tenth(index)} – ${tenth(index + 1)}`),
    count,
    bar(count, largest),
  ])
  return join([md`### How ${scored} assets agree`, table(['Agreement', 'Assets', ''], rows)])
}

function confusionTable(confusion: Confusion, job: string): Markdown {
  const shown = confusion.categories.slice(0, SHOWN_CATEGORIES)
  const name = (category: string | undefined) =>
    category === undefined ? 'no answer' : code(clip(category, 60))
  const rows = shown.map((human) => [
    name(human),
    ...shown.map((model) => {
      const count = confusion.count(human, model)
      return human === model && count > 0 ? md`**${count}**` : count || ''
    }),
  ])
  const left = confusion.categories.length - shown.length
  const rest = left > 0 ? [md`${left} rarer categories are not shown.`] : []
  return join([
    md`### ${job}: what people chose, by what the model predicted`,
    md`${confusion.same} of ${confusion.labels} labels say the same as the model.`,
    table(['Human ↓ · Model →', ...shown.map(name)], rows),
    ...rest,
  ])
}

function worstTable({ worst, disagreeing }: Agreement, linkTo: AgreementResult['linkTo']): Markdown {
  const choice = (categories: readonly string[] | undefined): Inline =>
    categories ? code(clip(categories.join(' + '), 100)) : '—'
  const rows = worst.map(({ externalId, assetId, score, predicted, human }: Disagreement) => [
    linkTo ? link(code(clip(externalId, 100)), linkTo(assetId)) : code(clip(externalId, 100)),
    figure(score),
    choice(predicted),
    human.length > 0 ? join(human.map(choice), md`, `) : '—',
  ])
  const heading =
    worst.length < disagreeing
      ? `The worst ${worst.length} of ${disagreeing} disagreements`
      : `${disagreeing} disagreements`
  return join([md`### ${heading}`, table(['Asset', 'Agreement', 'Model', 'Human'], rows)])
}
