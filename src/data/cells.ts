/** Reads what people and programs write into cells. */

/** Returns the number in a text, or undefined if it is not a decimal number. */
export function parseNumber(text: string): number | undefined {
  return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : undefined
}

/** Returns advice for a text that is not a number: ": write 0.9" for "0,9" and "90 %", otherwise nothing. */
export function numberAdvice(text: string): string {
  const [, sign = '', whole = '', decimals = '0', percent] =
    /^\s*([-+]?)(\d*)(?:[.,](\d+))?\s*(%?)\s*$/.exec(text) ?? []
  if (whole === '' && decimals === '0') return ''
  const value = Number(`${sign}${whole || '0'}.${decimals}`)
  return `: write ${percent ? Number((value / 100).toPrecision(15)) : value}`
}

/** Maximum distance by which rounding alone may move a figure out of its bounds. */
const ROUNDING = 1e-9

/** Moves a number into the range from 0 to 1 if only rounding put it outside, such as 1.0000000000000002. */
export function clipRounding(value: number): number {
  if (value < 0 && value >= -ROUNDING) return 0
  return value > 1 && value <= 1 + ROUNDING ? 1 : value
}
