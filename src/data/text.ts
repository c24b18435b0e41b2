import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { FileError } from '../runtime/errors.js'

/** Bytes that are read at once. */
const CHUNK = 64 * 1024

/** Reads the text of a file in pieces, without its byte order mark. Throws `FileError` if it is not UTF-8 or UTF-16. */
export async function* readText(file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    decoder ??= decoderFor(chunk)
    yield decode(file, bytes, () => decoder?.decode(chunk, { stream: true }))
    bytes += chunk.length
  }
  yield decode(file, bytes, () => decoder?.decode())
}

/** Returns a decoder for the byte order mark: Excel ("Unicode text") and PowerShell write UTF-16. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const mark = `${bytes[0]},${bytes[1]}`
  const encoding = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[mark] ?? 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}

function decode(file: string, bytes: number, work: () => string | undefined): string {
  try {
    return work() ?? ''
  } catch (cause) {
    const problem = `${file} is not UTF-8 text after its first ${bytes} bytes: save it as UTF-8 (in Excel: "CSV UTF-8")`
    throw new FileError(problem, { file }, { cause })
  }
}

/** Reads the beginning of a file, which is enough to detect its format. */
export async function readHead(file: string): Promise<{ bytes: Buffer; text: string }> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024))
    const bytes = buffer.subarray(0, bytesRead)
    return { bytes, text: new TextDecoder(decoderFor(bytes).encoding).decode(bytes) }
  } finally {
    await handle.close()
  }
}
