import { pipeline } from 'node:stream'
import { extract } from 'tar-stream'

export interface TarEntry {
  path: string
  type: 'file' | 'directory' | 'link' | 'other'
  /** The target of a link. */
  linkname?: string | undefined
  /** Bytes. */
  size: number
  /** The content. The caller need not read it. */
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
 * Reads the entries of a tar archive in order, in bounded memory. Throws if the archive is damaged or not an archive,
 * and for an entry of an unknown type, whose content may be stored elsewhere.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const archive = extract()
  // An error in the source ends the archive, and therefore the loop.
  pipeline(source, archive, () => {})
  for await (const entry of archive) {
    const { name, type, linkname, size = 0 } = entry.header
    const kind = TYPES[String(type)]
    if (kind === undefined) throw new Error(`/${name} is an entry of a type that cannot be read`)
    const chunks = (entry as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    yield { path: name, type: kind, linkname: linkname ?? undefined, size, body: withoutEnd(chunks) }
    await drain(chunks)
  }
}

/** Returns the chunks for use in several loops: a loop that ends early does not end the source. */
export function withoutEnd(chunks: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
}

export async function drain(chunks: AsyncIterator<Buffer>): Promise<void> {
  while (!(await chunks.next()).done);
}
