import { parseList } from '../../runtime/lists.js'

/** A result of a build in addition to its image: files on this machine. */
export interface BuildOutput {
  type: 'local' | 'tar' | 'oci' | 'docker'
  /** The file or directory to write. */
  destination: string
  /** Whether to write a directory and not an archive. */
  isDirectory: boolean
  /** All settings except the destination, in buildx's format. */
  settings: string
}

/** Returns the value of buildx's flag `--output`. */
export function outputOf({ settings, destination }: BuildOutput): string {
  return `${settings},${csvField(`dest=${destination}`)}`
}

const example = 'write for example type=local,dest=DIRECTORY or type=oci,dest=FILE'

/** Other outputs of buildx, and the reasons for refusing them. */
const pushed =
  'the image that was verified is pushed anyway; leave it out. For a second registry, publish to it in a run of its own'
const refused = new Map([
  ['image', pushed],
  ['registry', pushed],
  ['cacheonly', 'it writes nothing; leave it out'],
])

/**
 * Reads a list of outputs as docker/build-push-action does: one per line, with quotes for buildx around single fields.
 * The whole line may also be quoted, as in other lists. Throws if an output does not write files on this machine.
 */
export function parseOutputs(text: string): BuildOutput[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(parseOutput)
}

function parseOutput(line: string): BuildOutput {
  const fields = parseList(line, { comma: true })
  const [only = ''] = fields
  // A line that is quoted as a whole is a single field.
  const written = fields.length === 1 && only.includes(',') ? parseList(only, { comma: true }) : fields
  const isPath = written.length === 1 && !only.includes('=')
  const values = isPath
    ? new Map([
        ['type', 'local'],
        ['dest', only],
      ])
    : readFields(written, line)
  const type = values.get('type')
  const destination = values.get('dest')
  values.delete('dest')
  if (type !== 'local' && type !== 'tar' && type !== 'oci' && type !== 'docker')
    throw new Error(`${JSON.stringify(line)} cannot be used: ${refused.get(type ?? '') ?? example}`)
  if (values.has('push')) throw new Error(`${JSON.stringify(line)} cannot be used: ${pushed}`)
  // Without a destination, or with -, the archive would go to the log. A context is another engine.
  if (destination === undefined || destination === '-' || values.has('context'))
    throw new Error(`${JSON.stringify(line)} does not write into a file or directory; ${example}`)
  return {
    type,
    destination,
    isDirectory: type === 'local' || values.get('tar') === 'false',
    settings: [...values].map(([key, value]) => csvField(`${key}=${value}`)).join(','),
  }
}

function readFields(fields: readonly string[], line: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const field of fields) {
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(field) ?? []
    const name = key.trim().toLowerCase()
    if (name === '' || values.has(name))
      throw new Error(`${JSON.stringify(line)} is not a list of different KEY=VALUE; ${example}`)
    values.set(name, value)
  }
  return values
}

/** Quotes a field of a value that buildx reads as CSV. */
export function csvField(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
