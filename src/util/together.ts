/**
 * Does pieces of work side by side. When one fails the others are aborted and waited for, so that nothing goes on
 * behind an error; then the first error is thrown.
 */
export async function together<T extends readonly unknown[]>(
  signal: AbortSignal,
  ...work: { [I in keyof T]: (signal: AbortSignal) => Promise<T[I]> }
): Promise<T> {
  const failure = new AbortController()
  const both = AbortSignal.any([signal, failure.signal])
  const results = await Promise.allSettled(
    work.map(async (piece) => {
      try {
        return await piece(both)
      } catch (error) {
        failure.abort(error)
        throw error
      }
    }),
  )
  if (failure.signal.aborted) throw failure.signal.reason
  return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as unknown as T
}
