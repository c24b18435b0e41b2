/** Statuses of a layer that moves, and of a layer that has arrived. */
const MOVING = ['Pushing', 'Downloading']
const ARRIVED = ['Pushed', 'Download complete', 'Pull complete']

/** The bytes of a layer that were transferred, and all of its bytes. */
interface Layer {
  current: number
  total: number
}

/** Counts the bytes of a push or pull from the engine's messages about its layers. */
export class Transfer {
  readonly #layers = new Map<string, Layer>()

  /** Reads the status of a layer, with the byte counts that the engine sends while the layer moves. */
  read(
    id: string,
    status: string,
    { current, total }: { [Key in keyof Layer]?: number | undefined } = {},
  ): void {
    const known = this.#layers.get(id)
    if (current !== undefined && (MOVING.includes(status) || ARRIVED.includes(status))) {
      // The engine counts the bytes of the archive, which may be slightly more than the size of its files.
      const size = Math.max(total ?? 0, current, known?.total ?? 0)
      this.#layers.set(id, { current, total: size })
    } else if (known && ARRIVED.includes(status)) known.current = known.total
  }

  /** Returns how much was transferred: `1.2 of 34.5 MB`. Returns an empty string before the first layer moves. */
  toString(): string {
    if (this.#layers.size === 0) return ''
    const layers = [...this.#layers.values()]
    const sum = (key: keyof Layer) => layers.reduce((bytes, layer) => bytes + layer[key], 0)
    return `${megabytes(sum('current'))} of ${megabytes(sum('total'))} MB`
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
