import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { shortKey } from '../../data/key-set.js'
import { KeyTable } from '../../data/key-table.js'

/** Bytes that are gathered before they are written, and that are read at once if records are read in their order. */
const BUFFER = 64 * 1024

/** Separates the key of a record from its inference. Neither contains a line break, because both are JSON. */
const NEWLINE = 10

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
  readonly #pending = Buffer.allocUnsafe(BUFFER)
  #pendingBytes = 0
  #written = 0
  /** The bytes of the file that were read last, and where they begin. */
  #block = Buffer.alloc(0)
  #blockStart = 0

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
    this.#write(`${key}\n${inference}`)
    this.#lines[index] = line
    this.#ends[index] = this.#written + this.#pendingBytes
    return undefined
  }

  /** Finds the inference of a test sample, which then counts as matched. */
  match(key: string): number | undefined {
    const index = this.#keys.find(shortKey(key))
    if (index !== undefined) this.#matched[index] = 1
    return index
  }

  /** Reads an inference as JSON text in UTF-8. */
  inferenceAt(index: number): Buffer {
    const record = this.#read(index)
    return Buffer.from(record.subarray(record.indexOf(NEWLINE) + 1))
  }

  /** Inferences that no test sample asked for, in the order of the file. */
  *unmatched(): Generator<{ line: number; key: string }> {
    for (let index = 0; index < this.size; index++)
      if (!this.#matched[index]) yield { line: this.#lines[index] ?? 0, key: this.#keyAt(index) }
  }

  get unmatchedCount(): number {
    return this.size - this.#matched.reduce((sum, matched) => sum + matched, 0)
  }

  #keyAt(index: number): string {
    const record = this.#read(index)
    return record.toString('utf8', 0, record.indexOf(NEWLINE))
  }

  /** Returns the bytes of a record, which are valid until the next call. */
  #read(index: number): Buffer {
    this.#flush()
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
    const end = this.#ends[index] ?? 0
    const blockEnd = this.#blockStart + this.#block.length
    if (start < this.#blockStart || end > blockEnd) {
      // Test samples often have the order of the file. Otherwise, reading ahead would be in vain.
      const isNext = start >= this.#blockStart && start <= blockEnd
      const length = isNext ? Math.max(end - start, Math.min(BUFFER, this.#written - start)) : end - start
      this.#block = Buffer.allocUnsafe(length)
      this.#blockStart = start
      readSync(this.#file, this.#block, 0, length, start)
    }
    return this.#block.subarray(start - this.#blockStart, end - this.#blockStart)
  }

  #write(record: string): void {
    // A character has at most three bytes.
    const most = 3 * record.length
    if (this.#pendingBytes + most > BUFFER) this.#flush()
    if (most > BUFFER) this.#written += writeSync(this.#file, record, this.#written)
    else this.#pendingBytes += this.#pending.write(record, this.#pendingBytes)
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return
    writeSync(this.#file, this.#pending, 0, this.#pendingBytes, this.#written)
    this.#written += this.#pendingBytes
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
