import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { shortKey } from '../../data/key-set.js'
import { KeyTable } from '../../data/key-table.js'

/** Bytes that are gathered before they are written. */
const BUFFER = 256 * 1024

/**
 * The inferences of a file by the key of their test sample. The inferences themselves are on disk, so that a million
 * of them take less than 100 MB of memory, however large they are.
 */
export class InferenceStore {
  readonly #keys = new KeyTable()
  /** Of each inference: its line, where its record ends, and whether it is of a test sample. They grow together. */
  #lines = new Uint32Array(1024)
  #ends = new Float64Array(1024)
  #matched = new Uint8Array(1024)
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
    const { size } = this
    const index = this.#keys.add(shortKey(key))
    if (index < size) return this.#lines[index]
    if (index === this.#lines.length) this.#grow()
    const record = `${key}\n${inference}`
    this.#pending.push(record)
    this.#pendingBytes += Buffer.byteLength(record)
    this.#lines[index] = line
    this.#ends[index] = this.#written + this.#pendingBytes
    if (this.#pendingBytes >= BUFFER) this.#flush()
    return undefined
  }

  /** Finds the inference of a test sample, which then counts as matched. */
  match(key: string): number | undefined {
    const index = this.#keys.find(shortKey(key))
    if (index !== undefined) this.#matched[index] = 1
    return index
  }

  /** Reads an inference as JSON text. */
  inferenceAt(index: number): string {
    return this.#read(index).inference
  }

  /** Inferences that no test sample asked for, in the order of the file. */
  *unmatched(): Generator<{ line: number; key: string }> {
    for (let index = 0; index < this.size; index++)
      if (!this.#matched[index]) yield { line: this.#lines[index] ?? 0, key: this.#read(index).key }
  }

  get unmatchedCount(): number {
    return this.size - this.#matched.reduce((sum, matched) => sum + matched, 0)
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

  #grow(): void {
    const length = this.#lines.length * 2
    const [lines, ends, matched] = [this.#lines, this.#ends, this.#matched]
    this.#lines = new Uint32Array(length)
    this.#ends = new Float64Array(length)
    this.#matched = new Uint8Array(length)
    this.#lines.set(lines)
    this.#ends.set(ends)
    this.#matched.set(matched)
  }
}
