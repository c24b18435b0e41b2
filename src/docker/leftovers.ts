import { z } from 'zod/mini'
import { type EngineCaller, getJson, send } from './engine.js'
import { removeTag } from './image.js'
import { hasEnded, NAME_PREFIX, PROCESS_LABEL } from './owner.js'

const Labels = z.nullish(z.record(z.string(), z.string()))
const Containers = z.array(z.object({ Id: z.string(), Names: z.array(z.string()), Labels }))
const Networks = z.array(z.object({ Id: z.string(), Name: z.string(), Labels }))
const Images = z.array(z.object({ RepoTags: z.nullish(z.array(z.string())) }))

/** Matches a name that is used to push layers to a registry in the process that the tag identifies. */
const TEMPORARY_TAG = /^127\.0\.0\.1:\d+\/evaluator-action\/\w+:evaluator-action-([\w.]+)$/

/**
 * Removes objects that killed runs left in the engine: containers, networks and temporary image names. An object counts
 * only if both its name and its label are ours: a container inherits the labels of its image, and other people may use
 * similar names.
 *
 * @returns the number of removed objects; those that cannot be listed or removed are left for the next run
 */
export async function removeLeftovers(caller: EngineCaller): Promise<number> {
  const filters = JSON.stringify({ label: [PROCESS_LABEL] })
  const [containers, networks, images] = await Promise.all([
    getJson(caller, { method: 'GET', path: '/containers/json', query: { all: '1', filters } }, Containers),
    getJson(caller, { method: 'GET', path: '/networks', query: { filters } }, Networks),
    getJson(
      caller,
      {
        method: 'GET',
        path: '/images/json',
        query: { filters: JSON.stringify({ reference: ['127.0.0.1:*/evaluator-action/*'] }) },
      },
      Images,
    ),
  ])
  const isLeft = (names: readonly string[], labels: z.output<typeof Labels>) =>
    names.some((name) => name.startsWith(NAME_PREFIX)) && hasEnded(labels?.[PROCESS_LABEL] ?? '')
  // Remove the containers first: a network can be removed only if no container uses it.
  const left = containers.filter(({ Names, Labels }) =>
    isLeft(
      Names.map((name) => name.replace(/^\//, '')),
      Labels,
    ),
  )
  const removed = await Promise.allSettled(
    left.map(({ Id }) =>
      send(caller, { method: 'DELETE', path: `/containers/${Id}`, query: { force: '1', v: '1' } }),
    ),
  )
  const idle = networks.filter(({ Name, Labels }) => isLeft([Name], Labels))
  removed.push(
    ...(await Promise.allSettled(
      idle.map(({ Id }) => send(caller, { method: 'DELETE', path: `/networks/${Id}` })),
    )),
  )
  const tags = images
    .flatMap(({ RepoTags }) => RepoTags ?? [])
    .filter((tag) => hasEnded(TEMPORARY_TAG.exec(tag)?.[1] ?? ''))
  await Promise.all(tags.map((tag) => removeTag(caller, tag)))
  caller.signal.throwIfAborted()
  return removed.filter(({ status }) => status === 'fulfilled').length + tags.length
}
