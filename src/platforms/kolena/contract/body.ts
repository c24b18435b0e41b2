/** Bodies of requests to the stand-in, which anything in a container may send. */
import type { IncomingMessage } from 'node:http'

/** Bytes of JSON: the largest that a client sends are the configurations of an evaluator, and its own log. */
const LARGEST_JSON = 4 * 1024 ** 2
/** Bytes of a batch; one of a million samples has about a hundred million. */
const LARGEST_BATCH = 128 * 1024 ** 2
/** Bytes of all bodies that are being read, of every run. */
const MOST_AT_A_TIME = 192 * 1024 ** 2

let reading = 0

/** A body that is larger than what an evaluator has to send. */
export class TooLargeError extends Error {}

/** A batch of data as bytes. */
export async function readBatch(request: IncomingMessage): Promise<Buffer> {
  return await readBody(request, LARGEST_BATCH)
}

/** The client sends some JSON without saying so. undefined for nothing, and for what is no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const content = await readBody(request, LARGEST_JSON)
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
      if (reading > MOST_AT_A_TIME) throw new TooLargeError('there are too many large bodies at a time')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    reading -= size
  }
}

/** Characters of a text that are remembered, and fields of an object. */
const LONGEST_TEXT = 1000
const MOST_FIELDS = 32

/** What is remembered of a body: its texts, numbers and switches, and nothing that is nested in it. */
export function scalarsIn(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined
  const entries = Object.entries(value).filter(([, one]) => one === null || typeof one !== 'object')
  return Object.fromEntries(entries.slice(0, MOST_FIELDS).map(([name, one]) => [shorten(name), shorten(one)]))
}

function shorten<T>(value: T): T {
  return (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value) as T
}
