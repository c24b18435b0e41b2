/** Reads the bodies of requests to the stand-in. Any process in a container may send them. */
import type { IncomingMessage } from 'node:http'

/** Maximum bytes of JSON. The largest bodies of a client are an evaluator's configurations and its own log. */
const MAX_JSON_BYTES = 4 * 1024 ** 2
/** Maximum bytes of a batch. A batch of a million samples has about a hundred million. */
const MAX_BATCH_BYTES = 128 * 1024 ** 2
/** Maximum bytes of all bodies that are being read, over all runs. */
const MAX_CONCURRENT_BYTES = 192 * 1024 ** 2

let reading = 0

/** A body that is larger than an evaluator needs. */
export class TooLargeError extends Error {}

/** Reads a batch of data. */
export async function readBatch(request: IncomingMessage): Promise<Buffer> {
  return await readBody(request, MAX_BATCH_BYTES)
}

/**
 * Reads JSON, which the client sometimes sends without declaring it. Returns undefined for an empty body and for text
 * that is not JSON.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const content = await readBody(request, MAX_JSON_BYTES)
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return undefined
  }
}

async function readBody(request: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      reading += chunk.length
      if (size > limit) throw new TooLargeError(`the body has more than ${limit} bytes`)
      if (reading > MAX_CONCURRENT_BYTES) throw new TooLargeError('there are too many large bodies at once')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    reading -= size
  }
}

/** Maximum characters of a text, and maximum fields of an object, that are kept. */
const MAX_TEXT_LENGTH = 1000
const MAX_FIELDS = 32

/** Returns the part of a body that is kept: its texts, numbers and booleans, without nested values. */
export function scalarsIn(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined
  const entries = Object.entries(value).filter(([, one]) => one === null || typeof one !== 'object')
  return Object.fromEntries(entries.slice(0, MAX_FIELDS).map(([name, one]) => [shorten(name), shorten(one)]))
}

function shorten<T>(value: T): T {
  return (typeof value === 'string' ? value.slice(0, MAX_TEXT_LENGTH) : value) as T
}
