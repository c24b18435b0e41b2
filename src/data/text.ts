import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { FileError } from '../runtime/errors.js'

/** Bytes read at a time. */
const CHUNK = 256 * 1024

/** The text of a file, in pieces, without a byte order mark. Throws `FileError` where it is not UTF-8. */
export async function* readText(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  const decode = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (cause) {
      const problem = `${file} is not UTF-8 text, after its first ${bytes} bytes: save it as UTF-8`
      throw new FileError(problem, { file }, { cause })
    }
  }
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    yield decode(chunk)
    bytes += chunk.length
  }
  yield decode()
}

/** The beginning of a file, enough to tell its format by. */
export async function readHead(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024))
    return new TextDecoder().decode(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
