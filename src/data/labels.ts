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
