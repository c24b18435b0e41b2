/** Reads Thrift's compact protocol, as far as Parquet's footers and page headers use it, from untrusted input. */
import { ParquetError } from './parquet-budget.js'

type Value = number | boolean | Uint8Array | Value[] | Struct

/** Maximum depth of nesting. Parquet uses six levels. */
const MAX_DEPTH = 12

/** A struct with fields by number. Reading a field that is missing or has another type throws `ParquetError`. */
export class Struct {
  readonly #fields = new Map<number, Value>()

  set(field: number, value: Value): void {
    this.#fields.set(field, value)
  }

  has(field: number): boolean {
    return this.#fields.has(field)
  }

  int(field: number): number {
    const value = this.#fields.get(field)
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    throw broken()
  }

  flag(field: number): boolean {
    return this.#fields.get(field) === true
  }

  struct(field: number): Struct {
    return asStruct(this.#fields.get(field))
  }

  structs(field: number): Struct[] {
    return this.#list(field).map(asStruct)
  }

  text(field: number): string {
    return asText(this.#fields.get(field))
  }

  texts(field: number): string[] {
    return this.#list(field).map(asText)
  }

  #list(field: number): Value[] {
    const value = this.#fields.get(field)
    if (Array.isArray(value)) return value
    throw broken()
  }
}

/** Reads the struct at the beginning of the bytes, and returns it with its length in bytes. */
export function readStruct(bytes: Uint8Array): { value: Struct; length: number } {
  const reader = new Reader(bytes)
  const value = reader.struct(0)
  return { value, length: reader.at }
}

class Reader {
  readonly #bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  struct(depth: number): Struct {
    if (depth > MAX_DEPTH) throw broken()
    const struct = new Struct()
    let field = 0
    for (;;) {
      const byte = this.#byte()
      const type = byte & 0x0f
      if (type === 0) return struct
      field = byte >> 4 ? field + (byte >> 4) : this.#zigzag()
      struct.set(field, type <= 2 ? type === 1 : this.#value(type, depth))
    }
  }

  #value(type: number, depth: number): Value {
    switch (type) {
      case 1:
      case 2:
        return this.#byte() === 1
      case 3:
        return this.#byte()
      case 4:
      case 5:
      case 6:
        return this.#zigzag()
      case 7:
        this.#bytesOf(8)
        // Doubles occur only in fields that are skipped.
        return Number.NaN
      case 8:
        return this.#bytesOf(this.#varint())
      case 9:
      case 10:
        return this.#list(depth + 1)
      case 12:
        return this.struct(depth + 1)
      default:
        throw broken()
    }
  }

  #list(depth: number): Value[] {
    if (depth > MAX_DEPTH) throw broken()
    const byte = this.#byte()
    const count = byte >> 4 === 15 ? this.#varint() : byte >> 4
    // Every item has at least one byte.
    if (count > this.#bytes.length - this.at) throw broken()
    const values: Value[] = []
    for (let index = 0; index < count; index++) values.push(this.#value(byte & 0x0f, depth))
    return values
  }

  #byte(): number {
    const byte = this.#bytes[this.at++]
    if (byte === undefined) throw broken()
    return byte
  }

  #bytesOf(count: number): Uint8Array {
    if (count > this.#bytes.length - this.at) throw broken()
    this.at += count
    return this.#bytes.subarray(this.at - count, this.at)
  }

  /** Reads an integer, exact up to 2^53; larger values cannot be sizes in a file. */
  #varint(): number {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw broken()
  }

  #zigzag(): number {
    const value = this.#varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }
}

function asStruct(value: Value | undefined): Struct {
  if (value instanceof Struct) return value
  throw broken()
}

function asText(value: Value | undefined): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  throw broken()
}

function broken(): ParquetError {
  return new ParquetError('has a footer or a page that cannot be read')
}
