import { z } from 'zod/mini'

/** A warning of BuildKit about the Dockerfile. */
export interface BuildWarning {
  /** The rule, such as `JSONArgsRecommended`; undefined for a warning that belongs to no rule. */
  rule: string | undefined
  message: string
  /** Counted from 1; undefined if it is about no line. */
  line: number | undefined
  /** Where the rule is explained; empty if nowhere. */
  url: string
}

/** Bytes, which Go writes as base64. */
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
 * Reads the warnings in BuildKit's metadata, which newer buildx writes. A build for several platforms repeats them; each is
 * returned once. One with an unknown shape is left out, because the build succeeded.
 */
export function readWarnings(metadata: unknown): BuildWarning[] {
  const found = Array.isArray(metadata) ? metadata : []
  const warnings = found.flatMap((one) => {
    const { data } = Warning.safeParse(one)
    return data ? [describe(data)] : []
  })
  return [...new Map(warnings.map((one) => [JSON.stringify(one), one])).values()]
}

/** BuildKit writes `Rule: message (line 3)`. */
function describe({ short, url, range }: z.output<typeof Warning>): BuildWarning {
  const [, rule, text = short] = /^([A-Z][A-Za-z]+): (.*)$/s.exec(short) ?? []
  const line = range?.[0]?.start?.line || undefined
  return { rule, message: text.replace(/ \(line \d+\)$/, ''), line, url }
}
