import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod/mini'
import { cacheDirectory } from '../../runtime/cache-directory.js'
import { notableKinds, SCAN_VERSION, type ScannedLayer } from './layer-scan.js'
import type { KnownSecret } from './secret-search.js'

/** Bytes of files from which a layer is remembered: reading fewer costs next to nothing. */
const SMALLEST_LAYER = 16 * 1024 ** 2
/** Bytes of a file with what is remembered of one layer, and how many files there may be. */
const LARGEST_RECORD = 4 * 1024 ** 2
const MOST_RECORDS = 100
/** Characters of a secret that nobody can guess by trying. */
const LONG_SECRET = 20

const CIPHER = 'aes-256-gcm'
const [KEY, NONCE, TAG] = [32, 12, 16]

/** What a scan tells of a layer without secrets. */
const Scanned = z.object({
  bytes: z.number(),
  files: z.number(),
  fileFindings: z.array(z.object({ kind: z.enum(notableKinds), path: z.string() })),
  large: z.array(z.object({ path: z.string(), size: z.number(), fingerprint: z.string() })),
})

/**
 * Remembers on this machine what was found in large layers, so that the next run need not read them again.
 *
 * Others may be able to write files here, such as another job of the same user, and must not be able to vouch for a
 * layer: what is remembered is encrypted and authenticated with a key made of the secrets that were looked for. So only
 * who knows them can write what counts, a file tells nothing to anybody else, and a layer is read again when one of the
 * secrets is another. A file that does not count is as good as none, and nothing that fails here is an error.
 */
export class LayerRecords {
  readonly #directory: string
  readonly #nameKey: Buffer
  readonly #contentKey: Buffer

  /** @returns undefined where there is no place for files, or no secret that makes a key which cannot be guessed */
  static of(secrets: readonly KnownSecret[], caches = cacheDirectory()): LayerRecords | undefined {
    const values = secrets.map(({ value }) => value)
    if (caches === undefined || !values.some((value) => value.length >= LONG_SECRET)) return undefined
    return new LayerRecords(join(caches, 'evaluator-action', 'layers'), values)
  }

  private constructor(directory: string, secrets: readonly string[]) {
    this.#directory = directory
    const info = `layer scan ${SCAN_VERSION}`
    const keys = Buffer.from(hkdfSync('sha256', inOnePiece(secrets), 'evaluator-action', info, 2 * KEY))
    this.#nameKey = keys.subarray(0, KEY)
    this.#contentKey = keys.subarray(KEY)
  }

  /** What an earlier run found in a layer; undefined when the layer is to be read. */
  async recall(digest: string): Promise<ScannedLayer | undefined> {
    try {
      const path = this.#pathOf(digest)
      const scan = Scanned.parse(JSON.parse(this.#decrypt(await readRecord(path), digest)))
      const now = new Date()
      await utimes(path, now, now).catch(() => {})
      return scan
    } catch {
      return undefined
    }
  }

  /** Remembers what was found in a layer, unless a secret was: then it is to be found again and again. */
  async remember(digest: string, { bytes, files, fileFindings, large }: ScannedLayer): Promise<void> {
    if (bytes < SMALLEST_LAYER || fileFindings.some(({ kind }) => kind === 'secret-in-layer')) return
    const record = this.#encrypt(JSON.stringify({ bytes, files, fileFindings, large }), digest)
    if (record.length > LARGEST_RECORD) return
    try {
      await makeDirectory(this.#directory)
      await writeWhole(this.#pathOf(digest), record)
      await this.#forgetOldest()
    } catch {
      // A home that is read-only, or a full disk: the next run reads the layer again.
    }
  }

  /** Tells nobody which layer it is. */
  #pathOf(digest: string): string {
    return join(this.#directory, createHmac('sha256', this.#nameKey).update(digest).digest('hex'))
  }

  #encrypt(text: string, digest: string): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv(CIPHER, this.#contentKey, nonce).setAAD(Buffer.from(digest))
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  }

  /** Throws unless the record was written for this layer by who knows the secrets. */
  #decrypt(record: Buffer, digest: string): string {
    const [nonce, tag] = [record.subarray(0, NONCE), record.subarray(-TAG)]
    const decipher = createDecipheriv(CIPHER, this.#contentKey, nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(digest)).setAuthTag(tag)
    return `${decipher.update(record.subarray(NONCE, -TAG), undefined, 'utf8')}${decipher.final('utf8')}`
  }

  async #forgetOldest(): Promise<void> {
    const names = await readdir(this.#directory)
    if (names.length <= MOST_RECORDS) return
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#directory, name)
        return { path, used: await stat(path).then(({ mtimeMs }) => mtimeMs) }
      }),
    )
    const oldest = files.sort((a, b) => b.used - a.used).slice(MOST_RECORDS)
    await Promise.all(oldest.map(({ path }) => rm(path, { force: true })))
  }
}

/** In one order, and each behind its length: no two lists of secrets look the same. */
function inOnePiece(secrets: readonly string[]): Buffer {
  const pieces = secrets.toSorted().flatMap((secret) => {
    const bytes = Buffer.from(secret)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return Buffer.concat(pieces)
}

/** Makes the directory, its parent and the one of all caches, but no home that is not there; in /proc `recursive` never ends. */
async function makeDirectory(path: string): Promise<void> {
  for (const one of [dirname(dirname(path)), dirname(path), path])
    await mkdir(one, { mode: 0o700 }).catch(() => {})
}

/** Whoever can write in the directory may have put a pipe there, a link, or something endless. */
async function readRecord(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    if (!found.isFile() || found.size > LARGEST_RECORD) throw new Error('not a record')
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  try {
    await writeFile(draft, content, { mode: 0o600, flag: 'wx' })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}
