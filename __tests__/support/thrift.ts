/** A struct, keyed by field number. All items of a list have the same type. */
export interface Fields {
  [field: number]: Value
}
type Value = number | string | Fields | Value[]

const [INT, TEXT, LIST, STRUCT] = [6, 8, 9, 12]

/** Writes Thrift's compact protocol, for files that no library would write. */
export function thrift(fields: Fields): Buffer {
  let last = 0
  const parts = Object.entries(fields).map(([name, value]) => {
    const field = Number(name)
    const head = Buffer.from([((field - last) << 4) | typeOf(value)])
    last = field
    return Buffer.concat([head, write(value)])
  })
  return Buffer.concat([...parts, Buffer.from([0])])
}

function typeOf(value: Value): number {
  if (typeof value === 'number') return INT
  if (typeof value === 'string') return TEXT
  return Array.isArray(value) ? LIST : STRUCT
}

function write(value: Value): Buffer {
  if (typeof value === 'number') return varint(value >= 0 ? value * 2 : -value * 2 - 1)
  if (typeof value === 'string') return Buffer.concat([varint(Buffer.byteLength(value)), Buffer.from(value)])
  if (!Array.isArray(value)) return thrift(value)
  const head = Buffer.from([(value.length << 4) | typeOf(value[0] ?? 0)])
  return Buffer.concat([head, ...value.map(write)])
}

function varint(value: number): Buffer {
  if (value < 128) return Buffer.from([value])
  return Buffer.concat([Buffer.from([(value % 128) + 128]), varint(Math.floor(value / 128))])
}
