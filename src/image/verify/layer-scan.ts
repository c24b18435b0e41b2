import { crc32 } from 'node:zlib'
import type { TarEntry } from '../layers/tar.js'
import { holdsGitLogin, isGitConfig, MAX_GIT_CONFIG_BYTES } from './git-config.js'
import type { SecretSearch } from './secret-search.js'

/**
 * Increase this when a scan may find something else in the same layer, so that results of older scans are not reused.
 */
export const SCAN_VERSION = 5

/** Something in a file of a layer that is worth reporting. */
export interface FileFinding {
  kind:
    | 'secret-in-layer'
    | 'private-key'
    | 'credential-file'
    | 'key-in-package'
    | 'git-directory'
    | 'git-login'
    | 'gpu-image'
  path: string
  /** The label of the secret that was found. */
  secret?: string
}

/** A file that is large enough to report if it is stored twice. */
export interface LargeFile {
  path: string
  size: number
  /** Identifies the content with near certainty. */
  fingerprint: string
}

/** The result of scanning a layer. */
export interface ScannedLayer {
  /** The total bytes of all files. */
  bytes: number
  files: number
  fileFindings: FileFinding[]
  large: LargeFile[]
}

/** Minimum bytes of a file to compare with others. */
const LARGE = 16 * 1024
/** Number of bytes in which to search for the header of a key file, which may follow a comment. */
const HEAD = 1024
/** Maximum number of findings of one kind per layer. More would add no information. */
const MAX_NOTABLES = 100

const CREDENTIALS =
  /(^|\/)(\.env(\.(local|production|prod|development|dev|staging))?|[._]netrc|\.git-credentials|\.pypirc|\.pgpass|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.config\/gh\/hosts\.yml|application_default_credentials\.json|id_(rsa|dsa|ecdsa|ed25519))$/
const IN_PACKAGE = /(^|\/)((site|dist)-packages|node_modules)\//
const KEY_HEADER = /^\s*(#[^\n]*\n\s*)*-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/
const GPU_PACKAGE = /(^|\/)(nvidia_(cuda|cudnn|cublas)\w*-[^/]*|torch-[^/]*\+cu\d+)\.dist-info\/METADATA$/

/** Reads one layer and keeps only the findings, so that memory stays bounded. */
export class LayerScan implements ScannedLayer {
  bytes = 0
  files = 0
  readonly fileFindings: FileFinding[] = []
  readonly large: LargeFile[] = []
  readonly #search: SecretSearch
  readonly #counts = new Map<FileFinding['kind'], number>()

  constructor(search: SecretSearch) {
    this.#search = search
  }

  async visit({ path: name, type, linkname = '', size, body }: TarEntry): Promise<void> {
    const inName = this.#search.findIn(name)
    const path = inName === undefined ? name : this.#withoutSecrets(name)
    for (const secret of new Set([inName, this.#search.findIn(linkname)]))
      if (secret !== undefined) this.#note({ kind: 'secret-in-layer', path, secret })
    if (/(^|\/)\.git\/HEAD$/.test(name)) this.#note({ kind: 'git-directory', path })
    if (type !== 'file' || size === 0) return
    this.files++
    this.bytes += size
    if (GPU_PACKAGE.test(name)) this.#note({ kind: 'gpu-image', path })
    const gitConfig = isGitConfig(name)
    const { head, secret, checksum } = await this.#read(body, size, gitConfig ? MAX_GIT_CONFIG_BYTES : HEAD)
    if (gitConfig && holdsGitLogin(head)) this.#note({ kind: 'git-login', path })
    if (secret !== undefined && secret !== inName) this.#note({ kind: 'secret-in-layer', path, secret })
    const inPackage = IN_PACKAGE.test(name)
    if (KEY_HEADER.test(head)) this.#note({ kind: inPackage ? 'key-in-package' : 'private-key', path })
    else if (CREDENTIALS.test(name) && !inPackage) this.#note({ kind: 'credential-file', path })
    if (size >= LARGE) this.large.push({ path, size, fingerprint: `${size}-${checksum}` })
  }

  /** Replaces the names in a path that contain a secret, in any form. A secret with a slash replaces the whole path. */
  #withoutSecrets(path: string): string {
    const names = path.split('/').map((name) => (this.#search.findIn(name) === undefined ? name : '***'))
    const shown = names.join('/')
    return this.#search.findIn(shown) === undefined ? shown : '***'
  }

  /** Reads a file only as far as its checks need. */
  async #read(body: AsyncIterable<Buffer>, size: number, most: number) {
    const search = this.#search.empty ? undefined : this.#search.stream()
    const whole = search !== undefined || size >= LARGE
    let head = Buffer.alloc(0)
    let secret: string | undefined
    let checksum = 0
    for await (const chunk of body) {
      if (head.length < most) head = Buffer.concat([head, chunk.subarray(0, most)])
      secret ??= search?.(chunk)
      if (size >= LARGE) checksum = crc32(chunk, checksum)
      if (!whole && head.length >= most) break
    }
    return { head: head.toString('latin1', 0, most), secret, checksum }
  }

  #note(fileFinding: FileFinding): void {
    const count = this.#counts.get(fileFinding.kind) ?? 0
    this.#counts.set(fileFinding.kind, count + 1)
    if (count < MAX_NOTABLES) this.fileFindings.push(fileFinding)
  }
}
