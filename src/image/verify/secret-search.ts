import { base64Within } from '../../runtime/secret-encodings.js'
import { MIN_SECRET_LENGTH, secretForms } from '../../runtime/secrets.js'
import { ByteSearch } from './byte-search.js'

/** A secret that must not be in an image, with a label for messages such as "the API token". */
export interface KnownSecret {
  label: string
  value: string
  /** Its bytes, if they are not text. */
  bytes?: Buffer
}

/** Maximum bytes of one form to search for: enough to identify a secret, and few enough to keep between two chunks. */
const MAX_FORM_BYTES = 4096

/**
 * Searches text or a stream of chunks for secrets: unencoded, in base64, URL-encoded, in hexadecimal and inside JSON.
 * The base64 form of a secret depends on the number of bytes before it; all three forms are searched.
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
        bytes: form.subarray(0, MAX_FORM_BYTES),
      })),
    )
    this.#search = needles.length > 0 ? new ByteSearch(needles) : undefined
    this.#longest = Math.max(0, ...needles.map(({ bytes }) => bytes.length))
  }

  /** Whether there is nothing to search for. */
  get empty(): boolean {
    return this.#search === undefined
  }

  /** Returns the label of the first secret in a text, or undefined. */
  findIn(text: string | Buffer): string | undefined {
    return this.#search?.findIn(Buffer.isBuffer(text) ? text : Buffer.from(text))?.label
  }

  /** Returns a function that takes the chunks of one file in order, and returns the label of a secret that it finds. */
  stream(): (chunk: Buffer) => string | undefined {
    let tail = Buffer.alloc(0)
    return (chunk) => {
      const keep = this.#longest - 1
      // A secret may span two chunks, so their boundary is searched as well.
      const seam = Buffer.concat([tail, chunk.subarray(0, keep)])
      const found = (tail.length > 0 ? this.findIn(seam) : undefined) ?? this.findIn(chunk)
      tail = Buffer.concat([tail, chunk.subarray(-keep)]).subarray(-keep)
      return found
    }
  }
}

/** Characters of a piece. A line of base64 has 64 or 76, so it contains a whole piece at any offset. */
const PIECE = 32

function formsOf(secret: string): string[] {
  const plain = secretForms(secret)
  if (plain.length === 0) return []
  const text = secret.trim()
  const within = [0, 1, 2].flatMap((offset) => base64Within(text, offset))
  // Pieces of anything but a token, such as the beginning of a JSON file or an address, may be in other files too.
  const pieces = /[\s"']|:\/\//.test(text) ? [] : within.flatMap((code) => code.match(piecesOfCode) ?? [])
  // Shorter pieces would match by chance.
  return [...new Set([...plain, ...within, ...pieces])].filter((form) => form.length >= MIN_SECRET_LENGTH)
}

const piecesOfCode = new RegExp(`.{${PIECE}}`, 'g')
