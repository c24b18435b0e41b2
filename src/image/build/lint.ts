import { z } from 'zod/mini'

/** A warning of BuildKit about the Dockerfile. */
export interface BuildWarning {
  /** The rule, such as `JSONArgsRecommended`; undefined if the warning has no rule. */
  rule: string | undefined
  message: string
  /** The line, counted from 1; undefined if the warning does not refer to a line. */
  line: number | undefined
  /** The URL of the rule's documentation; empty if there is none. */
  url: string
}

/** Decodes bytes, which Go writes as base64. */
const Text = z.pipe(
  z.string(),
  z.transform((text) => Buffer.from(text, 'base64').toString('utf8')),
)
const Warning = z.object({
  short: Text,
  url: z._default(z.string(), ''),
  range: z.nullish(z.array(z.object({ start: z.nullish(z.object({ line: z._default(z.int(), 0) })) }))),
})

/**
 * Reads the warnings in BuildKit's metadata, which newer buildx writes. Returns each warning once, although a build for
 * several platforms repeats them. Skips warnings of an unknown shape, because the build itself succeeded.
 */
export function readWarnings(metadata: unknown): BuildWarning[] {
  const found = Array.isArray(metadata) ? metadata : []
  const warnings = found.flatMap((one) => {
    const { data } = Warning.safeParse(one)
    return data ? [describe(data)] : []
  })
  return [...new Map(warnings.map((one) => [JSON.stringify(one), one])).values()]
}

/** Parses a warning, which BuildKit writes as `Rule: message (line 3)`. */
function describe({ short, url, range }: z.output<typeof Warning>): BuildWarning {
  const [, rule, text = short] = /^([A-Z][A-Za-z]+): (.*)$/s.exec(short) ?? []
  const line = range?.[0]?.start?.line || undefined
  return { rule, message: text.replace(/ \(line \d+\)$/, ''), line, url }
}
