import { hash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { KeyTable } from '../../data/key-table.js'

/** Bytes that are gathered before they are written. */
const BUFFER = 256 * 1024

/** Texts that are only asked whether they are there. */
export class KeySet {
  readonly #table = new KeyTable()

  /** Whether the key is new. */
  add(key: string): boolean {
    const { size } = this.#table
    return this.#table.add(short(key)) === size
  }

  has(key: string): boolean {
    return this.#table.find(short(key)) !== undefined
  }
}

/**
 * The inferences of a file by the key of their test sample. The inferences themselves are on disk, so that a million
 * of them take some 100 MB of memory, however large they are.
 */
export class InferenceStore {
  readonly #keys = new KeyTable()
  readonly #lines: number[] = []
  /** Where the record behind each one begins; the first begins at 0. */
  readonly #ends: number[] = []
  readonly #matched: boolean[] = []
  readonly #file: number
  #pending: string[] = []
  #pendingBytes = 0
  #written = 0

  /** @param path of a file that does not exist */
  constructor(path: string) {
    this.#file = openSync(path, 'wx+', 0o600)
  }

  close(): void {
    closeSync(this.#file)
  }

  get size(): number {
    return this.#keys.size
  }

  /** Adds an inference. Returns the line of an earlier one for the same test sample, which stays. */
  add(key: string, inference: string, line: number): number | undefined {
    const index = this.#keys.add(short(key))
    if (index < this.#lines.length) return this.#lines[index]
    const record = `${key}\n${inference}`
    this.#lines.push(line)
    this.#matched.push(false)
    this.#pending.push(record)
    this.#pendingBytes += Buffer.byteLength(record)
    this.#ends.push(this.#written + this.#pendingBytes)
    if (this.#pendingBytes >= BUFFER) this.#flush()
    return undefined
  }

  /** The inference of a test sample as JSON text. It then counts as matched. */
  match(key: string): string | undefined {
    const index = this.#keys.find(short(key))
    if (index === undefined) return undefined
    this.#matched[index] = true
    return this.#read(index).inference
  }

  /** Like `match`, without reading the inference. */
  mark(key: string): boolean {
    const index = this.#keys.find(short(key))
    if (index !== undefined) this.#matched[index] = true
    return index !== undefined
  }

  /** Inferences that no test sample asked for, in the order of the file. */
  *unmatched(): Generator<{ line: number; key: string }> {
    for (const [index, matched] of this.#matched.entries())
      if (!matched) yield { line: this.#lines[index] ?? 0, key: this.#read(index).key }
  }

  get unmatchedCount(): number {
    return this.#matched.reduce((count, matched) => (matched ? count : count + 1), 0)
  }

  #read(index: number): { key: string; inference: string } {
    this.#flush()
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
    const bytes = Buffer.allocUnsafe((this.#ends[index] ?? 0) - start)
    readSync(this.#file, bytes, 0, bytes.length, start)
    const text = bytes.toString('utf8')
    const end = text.indexOf('\n')
    return { key: text.slice(0, end), inference: text.slice(end + 1) }
  }

  #flush(): void {
    if (this.#pending.length === 0) return
    writeSync(this.#file, this.#pending.join(''), this.#written)
    this.#written += this.#pendingBytes
    this.#pending = []
    this.#pendingBytes = 0
  }
}

/** A long key is as good as its hash, and takes less memory. */
function short(key: string): string {
  return key.length <= 32 ? key : hash('sha256', key, 'base64url').slice(0, 24)
}
