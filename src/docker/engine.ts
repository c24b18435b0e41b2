/** A client for the Docker engine's HTTP API, https://docs.docker.com/reference/api/engine/. */
import { type Agent, type IncomingMessage, request } from 'node:http'
import type { z } from 'zod/mini'
import { ActionError } from '../runtime/errors.js'
import { sanitizeLine } from '../runtime/untrusted-text.js'
import { readAll } from '../util/read-all.js'
import { EngineError, explainFailure, nameOf } from './engine-error.js'

/** The address of the engine, and the version of its API to use. */
export interface Engine {
  connection: { agent: Agent; socketPath?: string }
  /** Returns the version of the API. Requests it once, when it is first needed. */
  version(signal: AbortSignal): Promise<string>
}

/** An engine, and the signal that ends the caller's calls when it is aborted. */
export interface EngineCaller {
  engine: Engine
  signal: AbortSignal
}

/** One call to the engine. */
export interface EngineCall {
  method: 'GET' | 'HEAD' | 'POST' | 'DELETE'
  /** The path without the version: `/images/json`. */
  path: string
  query?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  headers?: Record<string, string>
  /** Maximum minutes until the complete answer arrives; 2 by default. */
  minutes?: number
}

/** The newest version of the API that this client supports. Engines since Docker 18.09 (1.39) work. */
const NEWEST_VERSION = '1.45'
/** Maximum bytes of an answer. An image's history has a few kilobytes. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024

/** Sends a call and returns the answer as a stream. Throws `EngineError` for a status outside 2xx. */
export async function open(caller: EngineCaller, call: EngineCall): Promise<IncomingMessage> {
  const { engine, signal } = caller
  const version = await engine.version(signal)
  const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
  const answer = await answerOf(
    engine.connection,
    { ...call, path: `/v${version}${call.path}${query}` },
    signal,
  )
  const { statusCode: status = 0 } = answer
  if (status >= 200 && status < 300) return answer
  const reason = reasonIn(await readWhole(answer).catch(() => Buffer.alloc(0)))
  throw new EngineError(`The Docker engine answered ${status} to ${nameOf(call)}: ${reason}`, reason, status)
}

/**
 * Sends a call and passes its answer to a reader as it arrives. An answer that is cut off is an `EngineError`, whatever
 * the reader throws.
 */
export async function readAnswer<T>(
  caller: EngineCaller,
  call: EngineCall,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  const answer = await open(caller, call)
  try {
    return await read(answer)
  } catch (error) {
    caller.signal.throwIfAborted()
    throw answer.errored ? explainFailure(answer.errored, call, undefined) : error
  } finally {
    answer.destroy()
  }
}

/** Returns the engine's answer, validated. */
export async function getJson<T>(
  caller: EngineCaller,
  call: EngineCall,
  schema: z.ZodMiniType<T>,
): Promise<T> {
  const text = (await readAnswer(caller, call, readWhole)).toString('utf8')
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    const reason = `something unexpected: ${sanitizeLine(text).slice(0, 300) || 'nothing'}`
    throw new EngineError(`The Docker engine answered ${nameOf(call)} with ${reason}`, reason, undefined, {
      cause,
    })
  }
}

/** Returns the engine's answer, or undefined if the engine does not have the object. */
export async function findJson<T>(
  caller: EngineCaller,
  call: EngineCall,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  try {
    return await getJson(caller, call, schema)
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined
    throw error
  }
}

/** Sends a call whose answer has no content. */
export async function send(caller: EngineCaller, call: EngineCall): Promise<void> {
  await readAnswer(caller, call, readWhole)
}

/** Returns the API version to use: the engine's own, or the newest one that this client supports. */
export async function readApiVersion(connection: Engine['connection'], signal: AbortSignal): Promise<string> {
  const call: EngineCall = { method: 'GET', path: '/_ping' }
  const answer = await answerOf(connection, call, signal)
  const { 'api-version': version } = answer.headers
  answer.resume()
  return typeof version === 'string' && isOlder(version, NEWEST_VERSION) ? version : NEWEST_VERSION
}

function isOlder(one: string, other: string): boolean {
  const [, major = '', minor = ''] = /^(\d+)\.(\d+)$/.exec(one) ?? []
  const [newestMajor, newestMinor] = other.split('.').map(Number)
  return major !== '' && (Number(major) - Number(newestMajor) || Number(minor) - Number(newestMinor)) < 0
}

async function answerOf(
  { agent, socketPath }: Engine['connection'],
  call: EngineCall,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  signal.throwIfAborted()
  const { method, path, body, headers, minutes = 2 } = call
  const content = body === undefined ? '' : JSON.stringify(body)
  const options = {
    agent,
    ...(socketPath !== undefined && { socketPath }),
    method,
    path,
    signal: AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(minutes * 60_000))]),
    headers: {
      host: 'docker',
      ...headers,
      ...(content !== '' && { 'content-type': 'application/json' }),
      'content-length': Buffer.byteLength(content),
    },
  }
  return await new Promise<IncomingMessage>((resolve, reject) => {
    request(options, resolve).once('error', reject).end(content)
  }).catch((cause) => {
    signal.throwIfAborted()
    throw explainFailure(cause, call, socketPath)
  })
}

async function readWhole(answer: IncomingMessage): Promise<Buffer> {
  return await readAll(
    answer,
    MAX_ANSWER_BYTES,
    () => new ActionError(`The Docker engine's answer is larger than ${MAX_ANSWER_BYTES} bytes.`),
  )
}

/** Returns the engine's message: `{"message": …}`, or the text of another server that answered in its place. */
function reasonIn(body: Buffer): string {
  const text = body.toString('utf8')
  let message: unknown
  try {
    message = JSON.parse(text).message
  } catch {
    message = text
  }
  const line = sanitizeLine(
    String(message ?? text)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
  return line === '' ? 'it gave no reason' : line.slice(0, 1000)
}
