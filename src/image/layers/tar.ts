import { pipeline } from 'node:stream'
import { extract } from 'tar-stream'

export interface TarEntry {
  path: string
  type: 'file' | 'directory' | 'link' | 'other'
  /** Bytes. */
  size: number
  /** The content; what is not read of it is passed over. */
  body: AsyncIterable<Buffer>
}

const TYPES: Record<string, TarEntry['type']> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  link: 'link',
  symlink: 'link',
  'character-device': 'other',
  'block-device': 'other',
  fifo: 'other',
}

/**
 * Reads the entries of a tar archive in order, in bounded memory. Throws when the archive is damaged or none, and for an
 * entry whose kind is not known: its content may lie elsewhere.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const archive = extract()
  // What goes wrong in the source ends the archive, and so the loop.
  pipeline(source, archive, () => {})
  for await (const entry of archive) {
    const { name, type, size = 0 } = entry.header
    const kind = TYPES[String(type)]
    if (kind === undefined) throw new Error(`/${name} is an entry of a kind that cannot be read`)
    const chunks = (entry as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    yield { path: name, type: kind, size, body: withoutEnd(chunks) }
    await drain(chunks)
  }
}

/** What loops may read in pieces: a loop that ends early would end the source of the chunks too. */
export function withoutEnd(chunks: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
}

export async function drain(chunks: AsyncIterator<Buffer>): Promise<void> {
  while (!(await chunks.next()).done);
}
