/**
 * Types of input values that several actions share. Each turns the text of an input into a value, or says what to
 * write instead.
 */
import { z } from 'zod'
import { isLoopback } from './http.js'
import { parseList, parsePairs } from './lists.js'
import { SHORTEST_SECRET } from './secrets.js'

/** How a value can be written in a file of YAML or JSON, where there is more than text. */
export type Shape = 'text' | 'boolean' | 'number' | 'list' | 'pairs'

/** The shape of an input's value. */
export function shapeOf(field: z.ZodType): Shape {
  const type = field instanceof z.ZodPrefault ? (field.unwrap() as z.ZodType) : field
  return (type.meta()?.shape as Shape | undefined) ?? 'text'
}

/** A name or other text that has to be one line. */
export const line = z
  .string()
  .refine((text) => !/[\r\n\0]/.test(text), { error: 'has a line break; write it on one line' })

/** A name that becomes a segment of an address, where `.` and `..` would mean another one. */
export const name = line.refine((text) => !/^\.{1,2}$/.test(text), {
  error: 'cannot be a name; write another one',
})

/** YAML 1.2's booleans, as `docker/build-push-action` takes them. */
export const boolean = z
  .string()
  .transform((text, context) => {
    if (/^(true|True|TRUE)$/.test(text)) return true
    if (/^(false|False|FALSE)$/.test(text)) return false
    context.addIssue('write true or false')
    return z.NEVER
  })
  .meta({ shape: 'boolean' })

/** A decimal number. */
export const number = z.string().transform((text, context) => {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))) return Number(text)
  context.addIssue('is no number; write it with a decimal point, like 0.75')
  return z.NEVER
})

/** A number from 0 to 1. */
export const fraction = number.refine((value) => value >= 0 && value <= 1, {
  error: 'is not between 0 and 1; write 95 % as 0.95',
})

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })
}

/** A list with an item a line; with `comma`, also commas separate items. Quotes as in CSV. */
export function list(options: { comma?: boolean } = {}) {
  return z
    .string()
    .transform(throwing((text) => parseList(text, options)))
    .meta({ shape: 'list' })
}

/** A list of `KEY=VALUE` lines, as `[key, value]`. */
export function pairs(form?: string) {
  return z
    .string()
    .transform(throwing((text) => parsePairs(parseList(text), form)))
    .meta({ shape: 'pairs' })
}

/** A token or password. */
export const token = z.string().refine((text) => text.length >= SHORTEST_SECRET && !/\s/.test(text), {
  error: `is shorter than ${SHORTEST_SECRET} characters or has white space in it; store the whole token, and nothing else, as the secret`,
})

/** The address of a service: https, or this machine. */
export const address = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host))
  if (url && safe && !url.username && !url.password && !url.search && !url.hash) return url
  context.addIssue('write an https address, like https://api.example.com')
  return z.NEVER
})

/** Turns a parser that throws into one that reports: the message of its error becomes the problem. */
export function throwing<T>(parse: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return parse(text)
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : String(error))
      return z.NEVER
    }
  }
}
