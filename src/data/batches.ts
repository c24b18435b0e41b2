/**
 * Collects items into batches with at most `count` items and `characters` characters. A longer item gets its own batch.
 *
 * @param lengthOf returns the characters of an item
 */
export async function* batches<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { count, characters }: { count: number; characters: number },
  lengthOf: (item: Item) => number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let size = 0
  for await (const item of items) {
    const length = lengthOf(item)
    if (batch.length > 0 && (batch.length === count || size + length > characters)) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(item)
    size += length
  }
  if (batch.length > 0) yield batch
}
