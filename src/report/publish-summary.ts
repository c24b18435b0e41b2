import type { ImageFacts } from '../docker/image.js'
import type { Journal } from '../lib/journal.js'
import type { Change, Plan } from '../publish/plan.js'
import type { Publication } from '../publish/publication.js'
import { failure } from './failure.js'
import { code, codeBlock, details, type Inline, join, type Markdown, md, table } from './markdown.js'
import { timeline } from './timeline.js'
import { trustSection } from './trust-section.js'
import { verifySections } from './verify-summary.js'

/** The job summary of the root action: verdict, plan or result, changes, image, verification, trust policy, timeline. */
export function publishSummary(publication: Publication, journal: Journal, error?: unknown): Markdown {
  const { plan, image, registration, changes, buildCommand } = publication
  const sections = [
    md`## ${verdict(publication, error)}`,
    ...(error === undefined ? [] : [failure(error, journal)]),
    ...(plan ? [facts(publication, plan)] : []),
    ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
    ...(image?.facts ? [imageTable(image.facts)] : []),
    ...verifySections(publication),
    ...trustSection(registration?.aws_role_config, publication.trust),
    ...(journal.phases.length > 0 && !journal.isPart ? [details('Timeline', timeline(journal.phases))] : []),
    ...(buildCommand ? [details('Build the same image on your machine', codeBlock(buildCommand, 'sh'))] : []),
  ]
  return join(sections)
}

function verdict({ plan, registration, changed }: Publication, error: unknown): Inline {
  const name = plan?.evaluator?.name ?? plan?.repository.path ?? 'The evaluator'
  if (error !== undefined && changed) return md`⚠️ ${name} is published, but the run failed after that`
  if (error !== undefined)
    return md`❌ ${name} ${plan?.mode.dryRun ? 'is not ready to be' : 'was not'} published`
  if (plan?.mode.dryRun) return md`🔎 Dry run: ${name} is ready to be published`
  if (!registration) return md`✅ ${name} is pushed`
  return changed ? md`✅ ${name} is published` : md`✅ ${name} is published already, nothing changed`
}

function facts({ registeredImage, manifest, previous, registration }: Publication, plan: Plan): Markdown {
  const { mode, evaluator, references } = plan
  const rows: [string, Inline][] = [[mode.dryRun ? 'Dry run' : 'Publishing', mode.reason]]
  if (evaluator) rows.push(['Workflow', evaluator.workflow], ['Evaluator', code(evaluator.name)])
  rows.push([mode.dryRun ? 'Would register' : 'Image', code(registeredImage ?? references[0])])
  if (references.length > 1)
    rows.push([
      'Tags',
      join(
        references.map((reference) => code(reference)),
        md`<br>`,
      ),
    ])
  if (manifest) rows.push(['Digest', code(manifest.digest)])
  if (registration) rows.push(['Registered', registration.created])
  if (previous && previous.image !== registeredImage) rows.push(['Registered before', code(previous.image)])
  return table(
    ['', ''],
    rows.map(([name, value]) => [md`**${name}**`, value]),
  )
}

function changeTable(changes: readonly Change[], dryRun: boolean): Markdown {
  const show = (value: string | undefined) => (value === undefined ? '—' : code(value))
  const rows = changes.map(({ field, from, to }) => [field, show(from), show(to)])
  return join([
    md`### ${dryRun ? 'What publishing would change' : 'What changed'}`,
    table(['Registered', 'before', 'after'], rows),
  ])
}

function imageTable({ platform, entrypoint, command, user, size, layers }: ImageFacts): Markdown {
  const words = (list: readonly string[]) => (list.length > 0 ? code(JSON.stringify(list)) : '—')
  const row = [
    platform,
    `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${(size / 1e6).toFixed(1)} MB`,
    words(entrypoint),
    words(command),
    code(user),
  ]
  return join([md`### Image`, table(['Platform', 'Size', 'Entrypoint', 'Command', 'User'], [row])])
}
