import { SHORTEST_SECRET, secretForms } from '../../runtime/secrets.js'
import { ByteSearch } from './byte-search.js'

/** A secret that must not be in an image, and the name under which people know it: "the API token". */
export interface KnownSecret {
  label: string
  value: string
  /** What it is as bytes, where those are no text. */
  bytes?: Buffer
}

/** Bytes of one form that are looked for: enough to know it by, and few enough to be kept between two chunks. */
const LONGEST = 4096

/**
 * Looks for secrets in text or in a stream of chunks: as they are, and in base64, URL-encoded, in hexadecimal and
 * inside JSON. In base64 a secret looks different depending on what stands before it; all three cases are searched.
 */
export class SecretSearch {
  readonly secrets: readonly KnownSecret[]
  readonly #search: ByteSearch<{ label: string; bytes: Buffer }> | undefined
  readonly #longest: number

  constructor(secrets: readonly KnownSecret[]) {
    this.secrets = secrets
    const needles = secrets.flatMap(({ label, value, bytes }) =>
      [...formsOf(value).map((form) => Buffer.from(form)), ...(bytes ? [bytes] : [])].map((form) => ({
        label,
        bytes: form.subarray(0, LONGEST),
      })),
    )
    this.#search = needles.length > 0 ? new ByteSearch(needles) : undefined
    this.#longest = Math.max(0, ...needles.map(({ bytes }) => bytes.length))
  }

  /** Whether there is anything to look for. */
  get empty(): boolean {
    return this.#search === undefined
  }

  /** The label of the first secret in the text; undefined when there is none. */
  findIn(text: string | Buffer): string | undefined {
    return this.#search?.findIn(Buffer.isBuffer(text) ? text : Buffer.from(text))?.label
  }

  /** A function that takes the chunks of one file in order, and tells the label when a secret is in them. */
  stream(): (chunk: Buffer) => string | undefined {
    let tail = Buffer.alloc(0)
    return (chunk) => {
      const keep = this.#longest - 1
      // A secret may lie across two chunks: only there both are looked at together.
      const seam = Buffer.concat([tail, chunk.subarray(0, keep)])
      const found = (tail.length > 0 ? this.findIn(seam) : undefined) ?? this.findIn(chunk)
      tail = Buffer.concat([tail, chunk.subarray(-keep)]).subarray(-keep)
      return found
    }
  }
}

function formsOf(secret: string): string[] {
  const plain = secretForms(secret)
  if (plain.length === 0) return []
  const forms = [...plain, ...[0, 1, 2].flatMap((offset) => base64Within(secret, offset))]
  // Shorter pieces would be found by chance.
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST_SECRET)
}

/** The characters of base64 that depend on the secret alone when `offset` bytes stand before it. */
function base64Within(secret: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor((bytes.length * 8) / 6)
  return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(start, end))
}
