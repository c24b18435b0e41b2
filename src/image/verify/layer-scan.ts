import { crc32 } from 'node:zlib'
import type { TarEntry } from '../layers/tar.js'
import { holdsGitLogin, isGitConfig, LARGEST_GIT_CONFIG } from './git-config.js'
import type { SecretSearch } from './secret-search.js'

/** Raised whenever a scan finds something else in the same layer, so that what an older scan let through is not reused. */
export const SCAN_VERSION = 3

/** Something in a file of a layer that people should know of. */
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
  /** Which secret was found. */
  secret?: string
}

/** A file that is large enough to matter when it is there twice. */
export interface LargeFile {
  path: string
  size: number
  /** Same for the same content, as good as certainly. */
  fingerprint: string
}

/** What a scan tells of a layer. */
export interface ScannedLayer {
  /** Bytes of all files. */
  bytes: number
  files: number
  fileFindings: FileFinding[]
  large: LargeFile[]
}

/** Bytes from which a file is compared with others. */
const LARGE = 16 * 1024
/** A key file begins with its header, or with a comment and the header. */
const HEAD = 1024
/** More of one kind in one layer say nothing new. */
const MOST_NOTABLES = 100

const CREDENTIALS =
  /(^|\/)(\.env(\.(local|production|prod|development|dev|staging))?|[._]netrc|\.git-credentials|\.pypirc|\.pgpass|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.config\/gh\/hosts\.yml|application_default_credentials\.json|id_(rsa|dsa|ecdsa|ed25519))$/
const IN_PACKAGE = /(^|\/)((site|dist)-packages|node_modules)\//
const KEY_HEADER = /^\s*(#[^\n]*\n\s*)*-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/
const GPU_PACKAGE = /(^|\/)(nvidia_(cuda|cudnn|cublas)\w*-[^/]*|torch-[^/]*\+cu\d+)\.dist-info\/METADATA$/

/** Reads one layer and keeps what is fileFinding: memory stays bounded whatever the layer holds. */
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

  async visit({ path, type, size, body }: TarEntry): Promise<void> {
    if (/(^|\/)\.git\/HEAD$/.test(path)) this.#note({ kind: 'git-directory', path })
    if (type !== 'file' || size === 0) return
    this.files++
    this.bytes += size
    if (GPU_PACKAGE.test(path)) this.#note({ kind: 'gpu-image', path })
    const gitConfig = isGitConfig(path)
    const { head, secret, checksum } = await this.#read(body, size, gitConfig ? LARGEST_GIT_CONFIG : HEAD)
    if (gitConfig && holdsGitLogin(head)) this.#note({ kind: 'git-login', path })
    if (secret !== undefined) this.#note({ kind: 'secret-in-layer', path, secret })
    const inPackage = IN_PACKAGE.test(path)
    if (KEY_HEADER.test(head)) this.#note({ kind: inPackage ? 'key-in-package' : 'private-key', path })
    else if (CREDENTIALS.test(path) && !inPackage) this.#note({ kind: 'credential-file', path })
    if (size >= LARGE) this.large.push({ path, size, fingerprint: `${size}-${checksum}` })
  }

  /** Reads a file only as far as something is asked of it. */
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
    if (count < MOST_NOTABLES) this.fileFindings.push(fileFinding)
  }
}
