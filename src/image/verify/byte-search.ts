/**
 * Finds any of several byte strings in one pass, without reading most bytes (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994). A window as long as the shortest needle moves over the bytes; the two bytes at its
 * end determine how far it may move without missing a needle. Most pairs of bytes are in no needle, so the window
 * usually moves nearly its whole length, however many needles there are.
 */
export class ByteSearch<Needle extends { bytes: Buffer }> {
  readonly #needles: readonly Needle[]
  /** The length of the window. */
  readonly #window: number
  /** How far to move the window, by the pair of bytes at its end. */
  readonly #jumps: Uint8Array

  /** @param needles the byte strings, each at least two bytes long */
  constructor(needles: readonly Needle[]) {
    this.#needles = needles
    this.#window = Math.min(...needles.map(({ bytes }) => bytes.length))
    this.#jumps = new Uint8Array(0x10000).fill(Math.min(this.#window - 1, 0xff))
    for (const { bytes } of needles) {
      for (let end = 1; end < this.#window; end++) {
        const pair = bytes.readUInt16BE(end - 1)
        this.#jumps[pair] = Math.min(this.#jumps[pair] ?? 0, this.#window - 1 - end)
      }
    }
  }

  /** Returns the needle that begins first; if several begin at the same byte, the first in the list. */
  findIn(bytes: Buffer): Needle | undefined {
    const jumps = this.#jumps
    for (let end = this.#window - 1; end < bytes.length; ) {
      const jump = jumps[((bytes[end - 1] as number) << 8) | (bytes[end] as number)] as number
      if (jump === 0) {
        const found = this.#needleAt(bytes, end - this.#window + 1)
        if (found) return found
      }
      end += jump || 1
    }
    return undefined
  }

  #needleAt(bytes: Buffer, start: number): Needle | undefined {
    return this.#needles.find(
      (needle) =>
        bytes[start] === needle.bytes[0] &&
        needle.bytes.equals(bytes.subarray(start, start + needle.bytes.length)),
    )
  }
}
