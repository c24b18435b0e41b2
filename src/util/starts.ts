/** Commands that are about to start. */
const starting = new Set<Promise<void>>()

/** Announces a command; the function that comes back is to be called when it runs, or never will. */
export function announceStart(): () => void {
  let started = () => {}
  const start = new Promise<void>((resolve) => {
    started = resolve
  })
  starting.add(start)
  return () => {
    starting.delete(start)
    started()
  }
}

/**
 * Waits for the commands that are about to start. Loading Node's client for TLS and sending the first request take
 * the processor, so that goes on beside a build that runs, and not before it.
 */
export async function afterStarts(): Promise<void> {
  await Promise.all(starting)
}
