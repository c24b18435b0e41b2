/**
 * Types of input values that several actions share. Each parses the text of an input, or says what to write instead.
 */
import { z } from 'zod/mini'
import { isLoopback } from '../util/http.js'
import { messageOf } from './errors.js'
import { parseList, parsePairs } from './lists.js'
import { MIN_SECRET_LENGTH } from './secrets.js'

/** The form of a value in a YAML or JSON file, which has more types than text. */
export type Shape = 'text' | 'boolean' | 'number' | 'list' | 'pairs'

/** A field without its default. */
export function typeOf(field: z.ZodMiniType): z.core.$ZodType {
  return field instanceof z.ZodMiniPrefault ? field.def.innerType : field
}

/** The shape of an input's value. */
export function shapeOf(field: z.ZodMiniType): Shape {
  return (z.globalRegistry.get(typeOf(field))?.shape as Shape | undefined) ?? 'text'
}

/** A name or other text on one line. */
export const line = z.string().check(
  z.refine((text) => !/[\r\n\0]/.test(text), {
    error: 'has a line break; write it on one line',
    abort: true,
  }),
)

/** A name that becomes a segment of an address. `.` and `..` would change the address. */
export const name = line.check(
  z.refine((text) => !/^\.{1,2}$/.test(text), {
    error: 'cannot be a name; write another one',
  }),
)

/** A boolean of YAML 1.2, as `docker/build-push-action` accepts it. */
export const boolean = parsed((text) => {
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE)$/.test(text)) return false
  throw new Error('write true or false')
}).check(z.meta({ shape: 'boolean' }))

/** A decimal number. */
export const number = parsed((text) => {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))) return Number(text)
  throw new Error('is not a number; write it with a decimal point, like 0.75')
})

/** @param error says what to write instead */
export function wholeNumber(least: number, most: number, error: string) {
  return parsed((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new Error(error)
  }).check(z.meta({ shape: 'number', least, most }))
}

/** A number from 0 to 1. */
export const fraction = number.check(
  z.refine((value) => value >= 0 && value <= 1, {
    error: 'is not between 0 and 1; write 95 % as 0.95',
  }),
)

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` })
}

/** A list with one item per line. With `comma`, commas also separate items. Quotes work as in CSV. */
export function list(options: { comma?: boolean } = {}) {
  return parsed((text) => parseList(text, options)).check(z.meta({ shape: 'list' }))
}

/** A list of `KEY=VALUE` lines, as `[key, value]`. */
export function pairs(form?: string) {
  return parsed((text) => parsePairs(parseList(text, { exact: true }), form)).check(
    z.meta({ shape: 'pairs' }),
  )
}

/** A token or password. */
export const token = z.string().check(
  z.refine((text) => !/^\s*(export\s+)?[A-Z][A-Z0-9]*_[A-Z0-9_]*=/.test(text), {
    error: 'begins with the name of a variable and "="; write the token alone',
    abort: true,
  }),
  z.refine((text) => text.length >= MIN_SECRET_LENGTH && !/\s/.test(text), {
    error: `is shorter than ${MIN_SECRET_LENGTH} characters or contains white space; write the whole token, and nothing else`,
  }),
)

/** The address of a service: https, or http on this machine. */
export const address = parsed((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host))
  if (url && safe && !url.username && !url.password && !url.search && !url.hash) return url
  throw new Error('write an https address, like https://api.example.com')
})

/** A value that a parser returns. The message of an error that the parser throws becomes the problem. */
export function parsed<T>(parse: (text: string) => T) {
  const transform = z.transform((text: string, { issues }): T => {
    try {
      return parse(text)
    } catch (error) {
      const message = messageOf(error)
      issues.push({ code: 'custom', message, input: text })
      return z.NEVER
    }
  })
  return z.pipe(z.string(), transform)
}
