import { type Call, Refusal, type Reply, type Route } from '../http.js'
import { check, findModel, findSlice, ok } from './replies.js'
import * as schemas from './schemas.js'
import type { NucleusState, Slice } from './state.js'
import { validateRoutes } from './validate-routes.js'

export const NUCLEUS_BASE = '/v1/nucleus'

/** An answer that replaces the real one, to test how a client handles it. */
export interface Fault {
  /** The affected call, such as `POST validate/eval_fn`. A `*` matches one id. */
  call: string
  /** Number of calls that pass before the fault. */
  after?: number
  /** Number of consecutive calls that fail. Defaults to 1. */
  times?: number
  /** Whether the call is still carried out, so that only its answer is lost. */
  carriedOut?: boolean
  reply: Reply
}

/** Returns the part of the Nucleus API for scenario tests. Each fault is removed from `faults` when it is used up. */
export function nucleusRoutes(state: NucleusState, faults: Fault[] = []): Route[] {
  const routes: Route[] = [
    { method: 'GET', path: 'models/', answer: () => ok({ models: state.models }) },
    { method: 'POST', path: 'models/add', answer: ({ body }) => addModel(state, body) },
    { method: 'GET', path: 'model/:model', answer: (call) => ok(findModel(state, call.parameter('model'))) },
    { method: 'GET', path: 'slice/:slice', answer: (call) => ok({ items: sliceOf(state, call).items }) },
    { method: 'GET', path: 'slice/:slice/info', answer: (call) => ok(sliceInfo(sliceOf(state, call))) },
    { method: 'POST', path: 'slice/:slice/itemsPage', answer: (call) => itemsPage(state, call) },
    ...validateRoutes(state),
  ]
  return routes.map((route) => ({
    ...route,
    path: `${NUCLEUS_BASE}/${route.path}`,
    answer: struckBy(faults, route, (call) => {
      requireKey(state, call)
      return route.answer(call)
    }),
  }))
}

function struckBy(faults: Fault[], { method, path }: Route, answer: Route['answer']): Route['answer'] {
  return async (call) => {
    const name = `${method} ${path.replaceAll(/:\w+/g, '*')}`
    const fault = faults.find((fault) => fault.call === name)
    if (!fault) return await answer(call)
    if (fault.after) {
      fault.after--
      return await answer(call)
    }
    fault.times = (fault.times ?? 1) - 1
    if (fault.times === 0) faults.splice(faults.indexOf(fault), 1)
    if (fault.carriedOut) await answer(call)
    return fault.reply
  }
}

/** Requires Basic authentication with the key as user and no password, or a limited key in its header, but not both. */
function requireKey(state: NucleusState, { headers }: Call): void {
  const limited = headers['x-limited-access-key']
  const basic = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1]
  const user = basic && Buffer.from(basic, 'base64').toString('utf8')
  const known = user
    ? limited === undefined && state.apiKeys.some((key) => user === `${key}:`)
    : state.limitedAccessKeys.includes(String(limited))
  if (!known) throw new Refusal(401, 'the API key is not valid')
}

function addModel(state: NucleusState, body: unknown): Reply {
  const { name, reference_id, metadata } = check(schemas.addModel, body)
  const id = `prj_${reference_id.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`
  if (state.models.some((model) => model.ref_id === reference_id))
    return ok({ error: `a model ${reference_id} exists already` })
  state.models.push({ id, name, ref_id: reference_id, metadata: metadata ?? {} })
  return ok({ model_id: id })
}

function sliceOf(state: NucleusState, call: Call): Slice {
  return findSlice(state, call.parameter('slice'))
}

function sliceInfo({ id, items, ...info }: Slice): object {
  return { ...info, slice_id: id }
}

function itemsPage(state: NucleusState, call: Call): Reply {
  const { items } = sliceOf(state, call)
  const { pageToken, pageSize } = check(schemas.page, call.body)
  const start = pageToken === null ? 0 : Number(/^after-(\d+)$/.exec(pageToken)?.[1] ?? Number.NaN)
  if (Number.isNaN(start)) throw new Refusal(400, `there is no page "${pageToken}"`)
  const end = start + pageSize
  return ok({ items: items.slice(start, end), nextPageToken: end < items.length ? `after-${end}` : null })
}
