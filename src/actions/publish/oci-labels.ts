import { join } from 'node:path'
import { labelNames } from '../../image/dockerfile/labels.js'
import { readDockerfile } from '../../image/dockerfile/read.js'
import { type Event, sourceOf } from '../../runtime/event.js'
import type { PublishValues } from './fields.js'

/**
 * Returns the labels that identify the commit of an image. They contain no time, so the same commit gives the same
 * image. The build's own labels take precedence: those of `labels`, and those of the Dockerfile. Labels of a base image
 * describe the base image, so they are replaced.
 *
 * @param tag the first tag of the image
 */
export function ociLabels(
  { context, file, labels = [], image, 'oci-labels': wanted }: PublishValues['values'],
  event: Event,
  tag: string | undefined,
): string[] {
  const dockerfile = wanted === 'auto' ? readDockerfile(file ?? join(context, 'Dockerfile')) : undefined
  const inDockerfile = dockerfile === undefined ? undefined : labelNames(dockerfile)
  if (!inDockerfile) return []
  const { serverUrl, repository } = event
  const address = serverUrl && repository ? `${serverUrl}/${repository}` : undefined
  const values = {
    source: address,
    url: address,
    revision: sourceOf(event).sha,
    version: tag,
    title: image?.path.split('/').at(-1),
  }
  const own = new Set([...inDockerfile, ...labels.map(([name]) => name)])
  return Object.entries(values)
    .map(([name, value]) => [`org.opencontainers.image.${name}`, value] as const)
    .filter(([name, value]) => value && !own.has(name))
    .map(([name, value]) => `${name}=${value}`)
}
