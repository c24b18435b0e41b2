import { clip } from '../../runtime/clip.js'
import type { Place } from '../../runtime/log.js'
import { groupBy } from '../../util/group-by.js'
import type { AddedStep } from '../layers/history.js'
import { type Finding, finding } from './findings.js'
import type { FileFinding, LargeFile, ScannedLayer } from './layer-scan.js'

/** Minimum bytes of a layer that counts as large, and of duplicates to report. */
const LARGE_LAYER = 1024 ** 3
const MANY_DUPLICATES = 10 * 1024 ** 2
const SHOWN_PATHS = 5

/** Returns the findings about the layers of an image. */
export function checkLayers(
  scans: ReadonlyMap<number, ScannedLayer>,
  steps: readonly AddedStep[] | undefined,
  dockerfile: string | undefined,
  unsearched: ReadonlyMap<number, string> = new Map(),
): Finding[] {
  const placeOf = (layer: number): Place | undefined => {
    const line = steps?.find((step) => step.layer === layer)?.instruction.line
    return dockerfile === undefined || line === undefined ? undefined : { file: dockerfile, line }
  }
  const findings = [...scans].flatMap(([layer, scan]) => [
    ...notablesIn(scan, layerName(layer, steps), placeOf(layer)),
    ...(scan.bytes >= LARGE_LAYER
      ? [
          finding(
            'large-layer',
            `${layerName(layer, steps)} has ${megabytes(scan.bytes)} in ${scan.files} files`,
            placeOf(layer),
          ),
        ]
      : []),
  ])
  const missing = [...unsearched].map(([layer, reason]) =>
    finding('not-searched', `${layerName(layer, steps)} was not searched: ${reason}`, placeOf(layer)),
  )
  return [...missing, ...findings, ...duplicatesIn(scans, placeOf)]
}

function layerName(layer: number, steps: readonly AddedStep[] | undefined): string {
  const text = steps?.find((step) => step.layer === layer)?.instruction.text
  if (text === undefined) return `layer ${layer + 1}`
  return `the layer of "${clip(text, 80)}"`
}

const WORDS: Record<FileFinding['kind'], string> = {
  'secret-in-layer': 'is in',
  'private-key': 'private keys are in',
  'credential-file': 'files that hold credentials are in',
  'key-in-package': 'private keys of published packages are in',
  'git-directory': 'a Git repository is in',
  'git-login': 'a Git login is in',
  'gpu-image': 'GPU libraries are in',
}

/** Returns one finding per kind and secret of a layer, with the first paths. */
function notablesIn(scan: ScannedLayer, layer: string, place: Place | undefined): Finding[] {
  const groups = groupBy(scan.fileFindings, ({ kind, secret }) => `${kind} ${secret ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const paths = group.slice(0, SHOWN_PATHS).map(({ path }) => `/${path}`)
    const more = group.length > paths.length ? ` and ${group.length - paths.length} more` : ''
    const subject = first.secret === undefined ? '' : `${first.secret} `
    return [finding(first.kind, `${subject}${WORDS[first.kind]} ${layer}: ${paths.join(', ')}${more}`, place)]
  })
}

function duplicatesIn(
  scans: ReadonlyMap<number, ScannedLayer>,
  placeOf: (layer: number) => Place | undefined,
): Finding[] {
  const seen = new Map<string, LargeFile>()
  let bytes = 0
  let example: { first: LargeFile; again: LargeFile; layer: number } | undefined
  for (const [layer, { large }] of scans) {
    for (const file of large) {
      const first = seen.get(file.fingerprint)
      if (!first) {
        seen.set(file.fingerprint, file)
        continue
      }
      bytes += file.size
      if (!example || file.size > example.again.size) example = { first, again: file, layer }
    }
  }
  if (!example || bytes < MANY_DUPLICATES) return []
  const { first, again, layer } = example
  return [
    finding(
      'duplicated-files',
      `${megabytes(bytes)} of the image are stored twice; for example, /${again.path} is the same as /${first.path}`,
      placeOf(layer),
    ),
  ]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
