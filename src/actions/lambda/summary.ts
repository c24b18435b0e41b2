import { figure, overallVerdict } from '../../data/gate.js'
import { type CommentSource, commentText } from '../../report/comment.js'
import { gateTable } from '../../report/gate-table.js'
import { code, codeBlock, details, type Inline, type Markdown, md, table } from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { ClassificationMetrics } from './classification-metrics.js'
import { type ConfusionMatrix, sum, total } from './confusion-matrix.js'
import type { LambdaResult } from './result.js'

/** Returns the job summary: verdict, gates, facts, confusion matrix, metrics and timeline. */
export function lambdaSummary(run: LambdaResult, runLog: RunLog, error?: unknown): Markdown {
  const byHand = run.inputs?.evaluation
    ? [details('Invoke the evaluator by hand', codeBlock(command(run), 'sh'))]
    : []
  return report(verdict(run, error), [...sectionsOf(run), ...byHand], runLog, error)
}

/** Returns the comment on a pull request: the summary without its timeline and the command. */
export function lambdaComment(
  run: LambdaResult,
  source: CommentSource,
  runLog: RunLog,
  error?: unknown,
): Markdown {
  return commentText(verdict(run, error), sectionsOf(run), source, runLog, error)
}

function sectionsOf(run: LambdaResult): Markdown[] {
  const { evaluation, gates } = run
  return [
    ...(gates.length > 0 ? [gateTable(gates)] : []),
    ...(run.inputs ? [facts(run)] : []),
    ...(evaluation
      ? [
          md`### Confusion matrix`,
          matrixTable(evaluation.matrix),
          md`### Metrics`,
          metricsTable(evaluation.metrics, run.inputs?.evaluation?.positiveClass ?? ''),
        ]
      : []),
  ]
}

function verdict({ inputs, dryRun, evaluation, gates, updated }: LambdaResult, error: unknown): Inline {
  const name = inputs?.functionName ?? 'The evaluator'
  if (error !== undefined) return md`❌ ${name}: no evaluation`
  if (dryRun) return md`🔎 Dry run: ${name} is ${updated ? 'ready to be updated' : 'left as it is'}`
  if (!evaluation) return md`✅ ${name} is ${updated ? 'updated' : 'up to date already'}`
  const accuracy = evaluation.metrics.accuracy ?? 0
  const sign = { pass: '✅', fail: '❌', none: gates.length > 0 ? '❌' : '✅' }[overallVerdict(gates)]
  return md`${sign} ${name}: accuracy ${percent(accuracy)} on ${total(evaluation.matrix)} samples`
}

function facts({
  inputs,
  reason,
  dryRun,
  previousImage,
  updated,
  version,
  evaluation,
}: LambdaResult): Markdown {
  const data = inputs?.evaluation?.testData
  const shown = (value: string | undefined) => (value ? code(value) : undefined)
  return factTable([
    [dryRun ? 'Dry run' : 'Run', reason],
    ['Function', shown(inputs?.functionName)],
    [updated && dryRun ? 'Image it would get' : 'Image', shown(inputs?.image?.uri ?? previousImage)],
    ['Image before', updated ? shown(previousImage) : undefined],
    ['Version', shown(version)],
    ['Endpoint', shown(inputs?.evaluation?.endpointName)],
    ['Test data', data && code(`s3://${data.bucket}/${data.key}`)],
    ['Result', shown(evaluation?.file)],
  ])
}

/** Returns a table with a row per true class and a column per predicted class. Correct predictions are bold. */
function matrixTable({ labels, counts }: ConfusionMatrix): Markdown {
  const rows = labels.map((label, row) => {
    const cells = (counts[row] ?? []).map((count, column) => (row === column ? md`**${count}**` : count))
    return [md`**actual ${label}**`, ...cells, sum(counts[row] ?? [])]
  })
  return table(['', ...labels.map((label) => `predicted ${label}`), 'all'], rows)
}

function metricsTable(metrics: ClassificationMetrics, positiveClass: string): Markdown {
  const about = `class ${positiveClass} against all others`
  const rows: [string, number | undefined, string][] = [
    ['Accuracy', metrics.accuracy, 'all classes'],
    ['Precision', metrics.precision, about],
    ['Recall', metrics.recall, about],
    ['F1', metrics.f1, about],
    ['Specificity', metrics.specificity, about],
    ['MCC', metrics.mcc, 'all classes'],
  ]
  return table(
    ['Metric', 'Value', 'Of'],
    rows.map(([name, value, of]) => [name, value === undefined ? 'undefined (0/0)' : figure(value), of]),
  )
}

/** Returns a command that sends the same message. The evaluator reads only its body. */
function command({ inputs, version }: LambdaResult): string {
  const { endpointName, testData } = inputs?.evaluation ?? {}
  const body = { endpointName, testDataS3BucketName: testData?.bucket, testDataS3Key: testData?.key }
  const record = { messageId: 'by-hand', eventSource: 'aws:sqs', body: JSON.stringify(body) }
  const payload = JSON.stringify({ Records: [record] }).replaceAll("'", String.raw`'\''`)
  const qualifier = version && version !== '$LATEST' ? ` --qualifier ${version}` : ''
  const name = `--function-name ${inputs?.functionName}${qualifier}`
  return `aws lambda invoke ${name} --cli-binary-format raw-in-base64-out --payload '${payload}' reply.json`
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
