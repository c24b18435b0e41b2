import {
  alert,
  code,
  details,
  type Inline,
  join,
  link,
  type Markdown,
  md,
  table,
} from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import { clip } from '../../runtime/clip.js'
import type { Json } from '../../runtime/mapping.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { ModelResult } from './result.js'

/** Maximum characters of a value in the table. */
const MAX_VALUE_LENGTH = 400

/** The job summary of the model action: verdict, the model, how it differs, its metadata, timeline. */
export function modelSummary(registration: ModelResult, runLog: RunLog, error?: unknown): Markdown {
  const { wanted, differences } = registration
  const sections = [
    ...(wanted ? [facts(registration)] : []),
    ...(differences.length > 0 ? [differenceSection(registration)] : []),
    ...(wanted ? [metadataSection(registration)] : []),
  ]
  return report(verdict(registration, error), sections, runLog, error)
}

function verdict({ mode, wanted, model, created, gating, looked, differences }: ModelResult, error: unknown) {
  const name = wanted?.name ?? 'The model'
  if (error !== undefined) return md`❌ ${name} was not registered`
  if (differences.length > 0)
    return md`${gating ? '❌' : '⚠️'} ${name} exists with different metadata: it is a different model`
  if (mode?.dryRun && !looked) return md`🔎 Dry run: ${name} would be loaded or created`
  if (mode?.dryRun && !model) return md`🔎 Dry run: ${name} would be created`
  if (created) return md`✅ ${name} was created`
  return md`✅ ${name} is already registered, nothing changed`
}

function facts({ mode, wanted, model, url, missingTags }: ModelResult): Markdown {
  const tags = model?.tags ?? wanted?.tags ?? []
  const lacks = md`${codes(missingTags)} (add them on the platform's Models page)`
  return factTable([
    [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
    ['Workflow', wanted?.workflow],
    ['Model', code(wanted?.name ?? '')],
    ['Id', model && (url === undefined ? model.id : link(String(model.id), url))],
    ['Tags', tags.length > 0 ? codes(tags) : undefined],
    ['Tags it lacks', missingTags.length > 0 ? lacks : undefined],
  ])
}

function differenceSection({ differences }: ModelResult): Markdown {
  const rows = differences.map(({ key, registered, given }) => [code(key), show(registered), show(given)])
  return join([
    md`### What differs`,
    table(['Metadata', 'Registered', 'Given'], rows),
    alert(
      'TIP',
      'A model is deterministic, and the API cannot change the metadata of an existing model. If the model has changed, register it under another name that contains the version or the commit. If it is the same model, make the metadata equal to what is registered, or set on-mismatch: warn.',
    ),
  ])
}

function metadataSection({ wanted, model }: ModelResult): Markdown {
  const rows = Object.entries(model?.metadata ?? wanted?.metadata ?? {}).map(([key, value]) => [
    code(key),
    show(value),
  ])
  if (rows.length === 0) return md`The model has no metadata.`
  return details(model ? 'Metadata as registered' : 'Metadata', table(['Key', 'Value'], rows))
}

function show(value: Json | undefined): Inline {
  if (value === undefined) return '—'
  return code(clip(JSON.stringify(value), MAX_VALUE_LENGTH))
}

function codes(texts: readonly string[]): Markdown {
  return join(texts.map(code), md` `)
}
