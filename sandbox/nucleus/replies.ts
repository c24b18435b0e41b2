import type { z } from 'zod'
import { Refusal, type Reply } from '../http.js'
import type { NucleusState, Slice } from './state.js'

export function findModel(state: NucleusState, id: string) {
  return state.models.find((model) => model.id === id) ?? notFound('model', id)
}

export function findSlice(state: NucleusState, id: string): Slice {
  return state.slices.find((slice) => slice.id === id) ?? notFound('slice', id)
}

export function notFound(kind: string, id: string): never {
  throw new Refusal(404, `there is no ${kind} ${id}`)
}

export function check<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  throw new Refusal(400, problems.join('; '))
}

export function ok(body: object): Reply {
  return { status: 200, body }
}
