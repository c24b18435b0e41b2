import type { ImageFacts } from '../../docker/image.js'
import {
  code,
  codeBlock,
  details,
  type Inline,
  join,
  type Markdown,
  md,
  table,
} from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import type { RunLog } from '../../runtime/run-log.js'
import { layerSections } from './layer-section.js'
import type { Change, Plan } from './plan.js'
import type { PublishResult } from './result.js'
import { failedTrust } from './role-trust.js'
import { trustSection } from './trust-section.js'
import { verifySections } from './verify-section.js'

/** Returns the job summary of the root action: verdict, changes, image, verification, trust policy, timeline. */
export function publishSummary(publication: PublishResult, runLog: RunLog, error?: unknown): Markdown {
  const { plan, image, registration, changes, buildCommand } = publication
  const sections = [
    ...(plan ? [facts(publication, plan)] : []),
    ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
    ...(image?.facts ? [imageTable(image.facts)] : []),
    ...layerSections(publication.verification?.layers.sizes),
    ...verifySections(publication),
    ...trustSection(registration?.aws_role_config, publication.trust),
    ...(buildCommand ? [details('Build the same image on your machine', codeBlock(buildCommand, 'sh'))] : []),
  ]
  return report(publishVerdict(publication, error), sections, runLog, error)
}

/** Returns the outcome of a run in one line. */
export function publishVerdict(publication: PublishResult, error: unknown): Inline {
  const { plan, registration, changed } = publication
  const name = plan?.evaluator?.name ?? plan?.repository.path ?? 'The evaluator'
  if (error !== undefined && changed) return md`⚠️ ${name} is published, but the run failed after that`
  if (error !== undefined)
    return md`❌ ${name} ${plan?.mode.dryRun ? 'is not ready to be' : 'was not'} published`
  if (plan?.mode.dryRun) return md`🔎 Dry run: ${name} is ready to be published`
  if (!registration) return md`✅ ${name} is pushed`
  if (failedTrust(publication))
    return md`❌ ${name} is published, but the trust policy of its AWS role is broken`
  return changed ? md`✅ ${name} is published` : md`✅ ${name} is published already, nothing changed`
}

function facts(
  { registeredImage, manifest, previous, registration, reused }: PublishResult,
  plan: Plan,
): Markdown {
  const { mode, evaluator, references } = plan
  const tags = join(references.map(code), md`<br>`)
  return factTable([
    [mode.dryRun ? 'Dry run' : 'Run', mode.reason],
    ['Workflow', evaluator?.workflow],
    ['Evaluator', evaluator && code(evaluator.name)],
    [mode.dryRun ? 'Would register' : 'Image', code(registeredImage ?? references[0])],
    ['Tags', references.length > 1 ? tags : undefined],
    ['Digest', manifest && code(manifest.digest)],
    ['Reused', reused && reusedImage(reused)],
    ['Registered', registration?.created],
    ['Registered before', previous && previous.image !== registeredImage ? code(previous.image) : undefined],
  ])
}

function reusedImage({ created }: NonNullable<PublishResult['reused']>): Inline {
  return md`what was published from the same inputs${created ? ` (built ${created.slice(0, 10)})` : ''}; nothing was built`
}

/** Shows what a registration changes, or would change. */
export function changeTable(changes: readonly Change[], dryRun: boolean): Markdown {
  const show = (value: string | undefined) => (value === undefined ? '—' : code(value))
  const rows = changes.map(({ field, from, to }) => [field, show(from), show(to)])
  return join([
    md`### ${dryRun ? 'What publishing would change' : 'What changed'}`,
    table(['Registered', 'Before', 'After'], rows),
  ])
}

/** Describes an image in one row. */
export function imageTable({
  platform,
  entrypoint,
  command,
  user,
  size,
  layerDigests,
  layers,
}: ImageFacts): Markdown {
  // Only facts from a registry have digests. The layers below have uncompressed sizes.
  const sizeKind = layerDigests ? 'Size, compressed' : 'Size in the engine'
  const words = (list: readonly string[]) => (list.length > 0 ? code(JSON.stringify(list)) : '—')
  const row = [
    platform,
    `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${(size / 1e6).toFixed(1)} MB`,
    words(entrypoint),
    words(command),
    code(user),
  ]
  return join([md`### Image`, table(['Platform', sizeKind, 'Entrypoint', 'Command', 'User'], [row])])
}
