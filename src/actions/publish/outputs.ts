import { trustPolicy } from '../../platforms/aws/trust-policy.js'
import { metricsOutputs } from './metrics/outputs.js'
import { registrationOutput } from './register.js'
import type { PublishResult } from './result.js'

/** Returns the root action's outputs, by their names in action.yml. An output without a value is an empty string. */
export function publishOutputs(publication: PublishResult): Record<string, string> {
  const { plan, image, manifest, previous, registration, changed } = publication
  const role = registration?.aws_role_config
  const policy = role && trustPolicy({ jobRoleArn: role.job_role_arn, externalId: role.external_id })
  const output = registration && plan?.evaluator && registrationOutput(plan.evaluator.workflow, registration)
  return {
    registration: json(output),
    registrations: '',
    results: '',
    count: '',
    image: publication.registeredImage ?? '',
    'image-name': nameOf(plan),
    tags: plan?.references.join('\n') ?? '',
    digest: manifest?.digest ?? '',
    'image-id': image?.id ?? '',
    metadata: json(image?.metadata),
    'aws-role-config': json(output?.aws_role_config),
    'job-role-arn': role?.job_role_arn ?? '',
    'external-id': role?.external_id ?? '',
    'assume-role-arn': role?.assume_role_arn ?? '',
    'trust-policy': json(policy),
    'dry-run': plan ? String(plan.mode.dryRun) : '',
    reused: plan ? String(publication.reused !== undefined) : '',
    changed: String(changed),
    // A re-run finds its own image registered, which is not an image to return to.
    'previous-image': previous && previous.image !== publication.registeredImage ? previous.image : '',
    plan: json(planOutput(publication)),
    ...metricsOutputs(publication.verification?.contract),
  }
}

/** Returns the image's reference without a tag or digest. */
function nameOf(plan: PublishResult['plan']): string {
  return plan ? `${plan.repository.host}/${plan.repository.path}` : ''
}

/** Returns the plan for other steps: what is, or would be, published and registered, and what that changes. */
function planOutput({ plan, registeredImage, previous, changes }: PublishResult) {
  if (!plan) return undefined
  const { mode, evaluator, references } = plan
  return {
    dry_run: mode.dryRun,
    reason: mode.reason,
    repository: nameOf(plan),
    tags: references,
    registration: evaluator && {
      workflow: evaluator.workflow,
      name: evaluator.name,
      image: registeredImage,
      aws_assume_role: evaluator.awsAssumeRole ?? null,
      secret: evaluator.secret === undefined ? null : 'given',
    },
    registered: previous && { image: previous.image, created: previous.created },
    changes: changes?.map(({ field, from, to }) => ({ field, from: from ?? null, to: to ?? null })),
  }
}

function json(value: unknown): string {
  return value === undefined || value === null ? '' : JSON.stringify(value)
}
