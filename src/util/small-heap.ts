import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** The size in bytes from which V8's space for young objects stops growing; by default it grows to 64 MiB. */
const LARGEST_YOUNG = 8 * 1024 * 1024

/** How much the heap may grow before old objects are collected, in percent of what is in use; by default up to 300. */
const GROWTH = 100

/**
 * Stops V8's space for young objects from growing once it is large enough. Otherwise it grows to the full size while a
 * large file is read, because rows are created faster than they are collected, and is never returned. Stopping it
 * earlier would save little more memory, and cost up to a third more processor time. Also collects old objects more
 * often (docs/decisions/rows.md).
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
  // The limit itself can only be set when the process starts, which the runner does.
  if (young && young.space_size >= LARGEST_YOUNG) setFlagsFromString('--semi-space-growth-factor=1')
}
