/**
 * Reads a stream to its end.
 * @param tooLarge creates the error for a stream of more than `most` bytes
 */
export async function readAll(
  stream: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
  tooLarge = () => new Error(`the stream is longer than ${most} bytes`),
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
