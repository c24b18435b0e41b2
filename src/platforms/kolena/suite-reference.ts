/** A test suite as an input names it; without a version the latest is meant. */
export interface SuiteReference {
  name: string
  version: number | null
}

/** Reads `name` or `name@version`. A name may hold an `@`: only digits after the last one are a version. */
export function parseSuiteReference(text: string): SuiteReference {
  const [, name, digits] = /^(.+)@(\d+)$/.exec(text) ?? []
  if (name === undefined) return { name: text, version: null }
  const version = Number(digits)
  if (Number.isSafeInteger(version)) return { name: name.trim(), version }
  throw new Error(`"${text}" has an invalid version; write it like ${name}@3`)
}

/** For people: as the input writes it. */
export function formatSuiteReference({ name, version }: SuiteReference): string {
  return version === null ? name : `${name}@${version}`
}
