/** A test suite that an input names. Without a version it means the latest. */
export interface SuiteReference {
  name: string
  version: number | null
}

/** Reads `name` or `name@version`. A name may contain an `@`: only digits after the last one are a version. */
export function parseSuiteReference(text: string): SuiteReference {
  const [, name, digits] = /^(.+)@(\d+)$/.exec(text) ?? []
  if (name === undefined) return { name: text, version: null }
  const version = Number(digits)
  if (Number.isSafeInteger(version)) return { name: name.trim(), version }
  throw new Error(`"${text}" has an invalid version; write it like ${name}@3`)
}

/** Formats a reference as it is written in an input. */
export function formatSuiteReference({ name, version }: SuiteReference): string {
  return version === null ? name : `${name}@${version}`
}
