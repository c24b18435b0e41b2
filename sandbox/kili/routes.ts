import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  parse,
  validate,
} from 'graphql'
import { z } from 'zod'
import { type Call, Refusal, type Reply, type Route } from '../http.js'
import { STORAGE } from './present.js'
import { resolvers } from './resolvers.js'
import { schema } from './schema.js'
import type { KiliState } from './state.js'

const BASE = '/api/label/v2'
const LARGEST_BODY_BYTES = 64 * 1024 * 1024

/** An answer that replaces the real one, to test how a client handles it. */
export interface Fault {
  /** The affected root field, such as `appendManyLabels`. */
  field: string
  /** Number of calls that pass before the fault. */
  after?: number
  /** Number of consecutive calls that fail. Defaults to 1. */
  times?: number
  /** Whether the call is still carried out, so that only its answer is lost. */
  carriedOut?: boolean
  reply: Reply
}

/** Returns Kili's GraphQL and version endpoints. Each fault is removed from `faults` when it is used up. */
export function kiliRoutes(state: KiliState, faults: Fault[] = []): Route[] {
  const root = resolvers(state)
  return [
    {
      method: 'GET',
      path: `${BASE}/version`,
      answer: (call) => {
        requireKey(state, call)
        return { status: 200, body: { version: '26.1.0' } }
      },
    },
    {
      method: 'GET',
      path: `${STORAGE}/:label`,
      answer: (call) => storedResponse(state, call),
    },
    {
      method: 'POST',
      path: `${BASE}/graphql`,
      largestBody: LARGEST_BODY_BYTES,
      answer: (call) => answer(state, root, faults, call),
    },
  ]
}

const Body = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

/** Valid queries by their text. A client sends few different ones, and many times. */
const documents = new Map<string, DocumentNode>()
const MAX_DOCUMENTS = 100

async function answer(state: KiliState, root: object, faults: Fault[], call: Call): Promise<Reply> {
  const user = requireKey(state, call)
  const body = Body.safeParse(call.body)
  if (!body.success) return invalid([new GraphQLError('the body must be {"query": …, "variables": …}')])
  const { query, variables } = body.data
  const document = documents.get(query) ?? parseQuery(query)
  if (document instanceof GraphQLError) return invalid([document])
  if (!documents.has(query)) {
    const errors = validate(schema, document)
    if (errors.length > 0) return invalid(errors)
    if (documents.size < MAX_DOCUMENTS) documents.set(query, document)
  }

  const fault = strike(faults, rootField(document))
  if (fault && !fault.carriedOut) return fault.reply
  const result = await execute({
    schema,
    document,
    rootValue: root,
    contextValue: { user, origin: `http://${call.headers.host}` },
    variableValues: variables ?? {},
  })
  return fault?.reply ?? present(result)
}

/** The address is signed, and storage refuses a request with a second kind of authorization. */
function storedResponse(state: KiliState, call: Call): Reply {
  const label = state.labels.get(call.parameter('label'))
  if (!label) throw new Refusal(404, 'no such file')
  if (call.headers.authorization) throw new Refusal(400, 'only one kind of authorization is allowed')
  return { status: 200, body: Buffer.from(label.jsonResponse) }
}

/** Every error has a code, because the vendor's client fails on an error without extensions. */
function present({ data, errors = [] }: ExecutionResult): Reply {
  const shown = errors.map((error) => ({
    ...error.toJSON(),
    extensions: {
      code: data === undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR',
      ...error.extensions,
    },
  }))
  const body = { ...(data !== undefined && { data }), ...(shown.length > 0 && { errors: shown }) }
  return { status: data === undefined ? 400 : 200, body }
}

function requireKey(state: KiliState, { headers }: Call): string {
  const key = /^X-API-Key: (\S+)$/.exec(headers.authorization ?? '')?.[1]
  const user = key && state.apiKeys.get(key)
  if (!user) throw new Refusal(401, 'Unauthorized: the API key is not valid')
  return user
}

function parseQuery(query: string) {
  try {
    return parse(query)
  } catch (error) {
    return error as GraphQLError
  }
}

/** Kili answers an invalid query with 500 (pull request 1430 of its Python client). */
function invalid(errors: readonly GraphQLError[]): Reply {
  const shown = errors.map(({ message, locations }) => ({
    message,
    locations,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  }))
  return { status: 500, body: { errors: shown } }
}

function rootField(document: ReturnType<typeof parse>): string {
  const selection = getOperationAST(document)?.selectionSet.selections[0]
  return selection?.kind === 'Field' ? selection.name.value : ''
}

function strike(faults: Fault[], field: string): Fault | undefined {
  const fault = faults.find((fault) => fault.field === field)
  if (!fault) return undefined
  if ((fault.after ?? 0) > 0) {
    fault.after = (fault.after ?? 0) - 1
    return undefined
  }
  fault.times = (fault.times ?? 1) - 1
  if (fault.times === 0) faults.splice(faults.indexOf(fault), 1)
  return fault
}
