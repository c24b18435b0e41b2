import { readStatements, type Statement } from './policy-document.js'
import type { Trust } from './trust-policy.js'

/**
 * The effect of a role's trust policy on the platform. `ok`: the platform's role can assume the role, but only with our
 * external id. `broken`: it cannot, or it can without that external id. `unproven`: only AWS can tell.
 */
export interface Judgement {
  verdict: 'ok' | 'broken' | 'unproven'
  /** The reasons, as full sentences; empty for `ok`. */
  reasons: string[]
  /** Parts of the policy that work but are broader than necessary. */
  warnings: string[]
}

/**
 * The effect of one statement on the platform's role. `maybe`: may allow it. `doubt`: may deny it. `defeats`: allows it
 * without our external id. `misses`: is meant for it but does not allow it. `hint`: explains why nothing allows it.
 */
interface Finding {
  kind: 'allows' | 'maybe' | 'doubt' | 'defeats' | 'denies' | 'misses' | 'hint' | 'remark'
  text: string
}

/** Judges a trust policy by its meaning, not its text. `document` is its parsed JSON. */
export function judgeTrustPolicy(document: unknown, trust: Trust): Judgement {
  const statements = readStatements(document)
  if (!statements)
    return conclude([
      { kind: 'maybe', text: 'The trust policy contains parts that the action does not understand.' },
    ])
  const findings = statements.flatMap((statement, index) =>
    judgeStatement(statement, trust).map(({ kind, text }) => ({
      kind,
      text: `${statement.Sid ? `Statement "${statement.Sid}"` : `Statement ${index + 1}`} ${text}.`,
    })),
  )
  const partition = (arn: string) => arn.split(':')[1]
  if (partition(trust.jobRoleArn) !== partition(trust.roleArn))
    findings.push({
      kind: 'denies',
      text: `The platform's role is in the partition ${partition(trust.jobRoleArn)} and this role in ${partition(trust.roleArn)}; AWS does not allow roles to be assumed across partitions.`,
    })
  if (!findings.some(({ kind }) => ['allows', 'maybe', 'defeats'].includes(kind)))
    findings.push({ kind: 'denies', text: `No statement allows ${trust.jobRoleArn} to assume the role.` })
  return conclude(findings)
}

function conclude(findings: readonly Finding[]): Judgement {
  const texts = (...kinds: Finding['kind'][]) =>
    findings.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)
  const broken = texts('denies', 'defeats')
  if (broken.length > 0)
    return { verdict: 'broken', reasons: [...broken, ...texts('misses', 'hint')], warnings: texts('remark') }
  const reasons = texts('maybe', 'doubt')
  return { verdict: reasons.length > 0 ? 'unproven' : 'ok', reasons, warnings: texts('misses', 'remark') }
}

function judgeStatement(statement: Statement, trust: Trust): Finding[] {
  if (statement.NotPrincipal !== undefined || statement.NotAction !== undefined)
    return [
      {
        kind: statement.Effect === 'Allow' ? 'maybe' : 'doubt',
        text: 'has NotPrincipal or NotAction, so it is not clear whom it affects',
      },
    ]
  const reach = reachOf(statement.Principal?.AWS ?? [], trust)
  if (statement.Effect === 'Deny') return [judgeDeny(statement, reach)]
  const { Action = [] } = statement
  if (!Action.some(coversAssumeRole))
    return reach.of ? [{ kind: 'hint', text: `allows ${Action.join(', ')} but not sts:AssumeRole` }] : []
  return reach.of ? judgeAllow(statement, reach, trust) : reach.deleted.map(deletedPrincipal)
}

/** The ways in which a statement's principals include the platform's role. */
interface Reach {
  of: 'role' | 'account' | 'anyone' | 'session' | undefined
  /** Unique ids that IAM shows for deleted principals. */
  deleted: string[]
}

function reachOf(principals: readonly string[], { jobRoleArn }: Trust): Reach {
  const [, partition = '', , , account = ''] = jobRoleArn.split(':')
  const name = jobRoleArn.slice(jobRoleArn.lastIndexOf('/') + 1)
  const session = `arn:${partition}:sts::${account}:assumed-role/${name}/`
  const of = (
    [
      ['anyone', (principal) => principal === '*'],
      ['account', (principal) => [account, `arn:${partition}:iam::${account}:root`].includes(principal)],
      ['role', (principal) => principal === jobRoleArn],
      ['session', (principal) => principal.startsWith(session)],
    ] satisfies [Reach['of'], (principal: string) => boolean][]
  ).find(([, matches]) => principals.some(matches))?.[0]
  return { of, deleted: principals.filter((principal) => /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(principal)) }
}

function judgeDeny({ Action = [], Condition }: Statement, { of }: Reach): Finding {
  const certain = Action.some(coversAssumeRole) && Object.keys(Condition).length === 0
  if (certain && of && of !== 'session') return { kind: 'denies', text: "denies the platform's role" }
  return { kind: 'doubt', text: 'denies something, so it is not clear what remains allowed' }
}

function judgeAllow({ Condition }: Statement, { of }: Reach, trust: Trust): Finding[] {
  if (of === 'anyone')
    return [
      { kind: 'defeats', text: 'allows anyone to assume the role (principal "*"); name the role instead' },
    ]
  const { problem, values, others } = readConditions(Condition)
  if (problem) return [{ kind: 'defeats', text: problem }]
  if (!values?.includes(trust.externalId)) {
    const ids = (values ?? []).join('", "')
    return [missing(`requires the external ID "${ids}", but the platform presents "${trust.externalId}"`)]
  }
  const remarks: Finding[] = []
  if (of === 'account')
    remarks.push({ kind: 'remark', text: "trusts the platform's whole account; its role is enough" })
  if (values.length > 1)
    remarks.push({ kind: 'remark', text: `also accepts other external IDs (${values.length - 1})` })
  if (of === 'session')
    return [{ kind: 'maybe', text: "trusts only one session of the platform's role" }, ...remarks]
  if (others.length > 0)
    return [{ kind: 'maybe', text: `has other conditions (${others.join(', ')})` }, ...remarks]
  return [{ kind: 'allows', text: 'is the one' }, ...remarks]
}

/** Returns the required external ids, or why they are not exact, and all other conditions. All must hold. */
function readConditions(condition: Statement['Condition']) {
  const entries = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  )
  const onId = entries.filter(({ key }) => key.toLowerCase() === 'sts:externalid')
  const pinned = onId.find(pinsValue)
  const others = entries.filter((entry) => entry !== pinned).map(({ operator, key }) => `${operator} ${key}`)
  return { problem: pinned ? undefined : looseness(onId), values: pinned?.values, others }
}

type Entry = { operator: string; values: readonly string[] }

/** Returns whether the condition holds only for the listed values, and never for a request without an external id. */
function pinsValue({ operator, values }: Entry): boolean {
  const exact = /^StringEquals$/i.test(operator)
  return exact || (/^StringLike$/i.test(operator) && !values.some((value) => /[*?]/.test(value)))
}

function looseness(onId: readonly Entry[]): string {
  const [entry] = onId
  if (!entry)
    return 'has no condition on sts:ExternalId, so other customers of the platform can reach the role'
  const { operator, values } = entry
  if (/IfExists$/i.test(operator))
    return `uses ${operator}, which also matches a request without an external ID`
  if (/^ForAllValues:/i.test(operator))
    return `uses ${operator}, which also matches a request without an external ID`
  return `checks the external ID with ${operator} "${values.join('", "')}", which also matches other IDs; use StringEquals`
}

function missing(text: string): Finding {
  return { kind: 'misses', text }
}

function deletedPrincipal(id: string): Finding {
  return missing(
    `trusts ${id}, the unique ID of a deleted principal; IAM does not recognize a new principal of the same name, so write the policy again`,
  )
}

/** Returns whether an action includes sts:AssumeRole. Names ignore case, and `*` and `?` are wildcards. */
function coversAssumeRole(action: string): boolean {
  const escaped = action.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test('sts:AssumeRole')
}
