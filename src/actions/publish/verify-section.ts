import type { ContractResult } from '../../image/verify/contract.js'
import type { Finding } from '../../image/verify/findings.js'
import type { Verification } from '../../image/verify/verify.js'
import { describeCount } from '../../platforms/kolena/contract/recording.js'
import { alert, code, type Inline, type Markdown, md, table } from '../../report/markdown.js'
import { factTable } from '../../report/report.js'
import { metricsSections } from './metrics/section.js'
import type { PublishResult } from './result.js'

/** Maximum hours that the platform lets an evaluator run. */
const MAX_RUN_HOURS = 6

/** Shows the result of the verification: findings with their fixes, facts, and the evidence of the contract check. */
export function verifySections(publication: PublishResult): Markdown[] {
  const { verification } = publication
  const findings = findingSections(publication)
  if (!verification) return findings
  const { contract } = verification
  return [
    ...findings,
    facts(verification),
    ...(contract ? [...metricsSections(contract), ...contractSections(contract, publication.recording)] : []),
  ]
}

/** Shows the findings of the verification, or that it did not take place. */
export function findingSections({ verification, notVerified }: PublishResult): Markdown[] {
  if (notVerified !== undefined) return [alert('WARNING', md`The image was not verified: ${notVerified}.`)]
  if (!verification) return []
  const { findings } = verification
  return [md`### Verification`, verdict(findings), ...(findings.length > 0 ? [findingTable(findings)] : [])]
}

function verdict(findings: readonly Finding[]): Markdown {
  const stopping = findings.filter(({ severity, accepted }) => severity === 'error' && !accepted).length
  const accepted = findings.filter((finding) => finding.accepted).length
  const rest = accepted > 0 ? md` ${accepted} accepted.` : md``
  if (stopping > 0) return md`❌ ${stopping} of ${findings.length} findings stop the publish.${rest}`
  return findings.length > 0 ? md`✅ Nothing stops the publish.${rest}` : md`✅ Nothing was found.`
}

const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

function findingTable(findings: readonly Finding[]): Markdown {
  const rows = findings.map(({ id, severity, message, fix, place, accepted }): Inline[] => [
    accepted ? md`☑️ accepted (${severity})` : md`${SIGNS[severity]} ${severity}`,
    code(id),
    place?.line === undefined ? message : md`${message}<br>${code(`${place.file}:${place.line}`)}`,
    fix,
  ])
  return table(['', 'Finding', 'What', 'Fix'], rows)
}

function facts({ layers, start }: Verification): Markdown {
  const { read, all, bytes, files, duration, baseKnown } = layers
  const whose = baseKnown
    ? md`the ${read} that this build added, of ${all}`
    : md`all ${all}, because the layers of the base image could not be identified`
  const end = start.timedOut
    ? 'did not end in time'
    : start.refusal === undefined
      ? `exit code ${start.exitCode ?? 'unknown'}`
      : 'was not started'
  return factTable([
    ['Layers read', md`${whose}: ${files} files, ${megabytes(bytes)}, in ${seconds(duration)}`],
    ['Run without credentials', md`${end}, after ${seconds(start.duration)}`],
  ])
}

function contractSections(
  { evidence, duration, peakMemory, samples }: ContractResult,
  recording: PublishResult['recording'],
): Markdown[] {
  const sign = (holds: boolean | undefined) => (holds === undefined ? '❔' : holds ? '✅' : '❌')
  const rows = evidence.map(({ check, seen, holds }): Inline[] => [sign(holds), check, seen])
  const share = (duration / 1000 / 3600 / MAX_RUN_HOURS) * 100
  const memory = peakMemory === undefined ? 'not measured' : megabytes(peakMemory)
  return [
    md`### Contract`,
    md`The image ran as the platform runs it, against a stand-in for the platform and without any other network.`,
    table(['', 'The evaluator', 'Seen'], rows),
    md`The evaluation took ${seconds(duration)}, ${share.toFixed(share < 0.1 ? 3 : 1)} % of the ${MAX_RUN_HOURS} hours that the platform allows, for ${samples} samples. Memory at the peak: ${memory}.`,
    ...(recording && 'source' in recording
      ? [md`It worked on ${describeCount(recording)} from the platform: ${recording.source}.`]
      : []),
    ...(recording && 'reason' in recording
      ? [alert('NOTE', md`No samples were read from the platform: ${recording.reason}.`)]
      : []),
    ...(samples === 0 ? [alert('NOTE', emptyNote)] : []),
  ]
}

const emptyNote = md`The test suite of this check had no samples. So it is not proven that the evaluator can read your test samples, ground truths and inferences, that its metrics are right, nor how long it takes and how much memory it needs with real data. Give a ${code('contract-fixture')}, or a ${code('fixture-model')}, to show that.`

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
