import { hash } from 'node:crypto'
import { KeyTable } from './key-table.js'

/** A set of texts that takes little memory. */
export class KeySet {
  readonly #table = new KeyTable()

  /** Returns whether the key is new. */
  add(key: string): boolean {
    const { size } = this.#table
    return this.#table.add(shortKey(key)) === size
  }

  has(key: string): boolean {
    return this.#table.find(shortKey(key)) !== undefined
  }
}

/** Returns the hash of a long key, which identifies it as well and takes less memory. */
export function shortKey(key: string): string {
  return key.length <= 32 ? key : hash('sha256', key, 'base64url').slice(0, 24)
}
