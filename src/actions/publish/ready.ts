import type { Finding, Severity } from '../../image/verify/findings.js'
import { groupBy } from '../../util/group-by.js'
import type { PublishInputs } from './inputs.js'
import type { PublishResult } from './result.js'

/** Says what publishing would do after a dry run that succeeded, and what the verification found. */
export function describeReady(inputs: PublishInputs, publication: PublishResult): string {
  const { plan, image } = publication
  if (!plan) throw new Error('a dry run that succeeded has a plan')
  const verb = image ? 'push' : 'use'
  return `Ready: publishing would ${verb} ${plan.references.join(', ')}${registrationOf(publication)}. ${verificationOf(inputs, publication)}`
}

function registrationOf({ plan, previous, changes, registeredImage }: PublishResult): string {
  const { evaluator } = plan ?? {}
  if (!evaluator) return ''
  const name = `${evaluator.name} of ${evaluator.workflow}`
  if (changes?.length === 0) return `, which is registered as ${name} already`
  const replaced = previous && previous.image !== registeredImage ? `, in place of ${previous.image}` : ''
  return ` and register it as ${name}${replaced}`
}

function verificationOf({ verify }: PublishInputs, { verification, notVerified }: PublishResult): string {
  if (!verify) return 'It was not verified, because verify is off.'
  if (!verification) return `It was not verified: ${notVerified}.`
  const kind = verify.contract ? 'contract' : verify.lambda ? 'lambda' : 'start'
  return `Verification (${kind}): ${countsOf(verification.findings) || 'no findings'}.`
}

const nouns: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** Returns `2 warnings (gpu-image, traceback), 1 accepted (root-user)`. */
function countsOf(findings: readonly Finding[]): string {
  const groups = groupBy(findings, ({ accepted, severity }) => (accepted ? 'accepted' : nouns[severity]))
  return [...groups]
    .map(([noun, group]) => {
      const ids = [...new Set(group.map(({ id }) => id))].join(', ')
      const ending = group.length === 1 || noun === 'accepted' ? '' : 's'
      return `${group.length} ${noun}${ending} (${ids})`
    })
    .join(', ')
}
