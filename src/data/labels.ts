/** Maximum labels that are compared. A column with more labels does not contain classes. */
const MAX_LABELS = 10_000

/** Finds labels that are written differently and probably mean the same class. */
export class LabelSpellings {
  readonly #seen = new Set<string>()
  readonly #first = new Map<string, string>()
  /** The first two labels that probably mean the same. */
  pair: readonly [string, string] | undefined

  add(label: string): void {
    if (this.#seen.has(label) || this.#seen.size === MAX_LABELS) return
    this.#seen.add(label)
    const key = labelKey(label)
    const first = this.#first.get(key)
    if (first === undefined) this.#first.set(key, label)
    else this.pair ??= [first, label]
  }
}

/**
 * Returns the same text for labels that different programs write for the same class: pandas turns `1` into `1.0` in a
 * column with gaps, and Python writes `True` where JSON and SQL write `true`.
 */
export function labelKey(label: string): string {
  const text = label.trim()
  if (/^[-+]?\d+\.?\d*(e[-+]?\d+)?$/i.test(text) && Number.isSafeInteger(Number(text)))
    return String(Number(text))
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text
}
