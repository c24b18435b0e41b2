import { registryHost } from '../../../docker/reference.js'
import { isInWorkspace } from '../../../runtime/workspace.js'
import type { PublishValues } from '../fields.js'

/** Cache settings that a file may use: no credentials, and no address that credentials are sent to. */
const CACHE_FIELDS = new Set([
  ...['type', 'scope', 'mode', 'ref', 'ignore-error', 'timeout', 'version', 'digest', 'tag'],
  ...['region', 'bucket', 'name', 'container', 'prefix', 'blobs_prefix', 'manifests_prefix'],
  ...['image-manifest', 'oci-mediatypes', 'compression', 'compression-level', 'force-compression'],
  ...['src', 'dest', 'tar', 'repository'],
])

/**
 * Records problems with settings of an entry that only the workflow may have, because people who can change the
 * evaluators file may not be allowed to change the workflow. Paths are checked where they are read.
 *
 * @param step the step's own inputs
 */
export function checkReach(inputs: PublishValues, step: PublishValues['values']): void {
  const { values, checkedOut } = inputs
  for (const name of ['cache-from', 'cache-to'] as const)
    if (checkedOut.has(name)) for (const cache of values[name] ?? []) checkCache(inputs, name, cache)
  if (checkedOut.has('network') && values.network && !/^(default|none)$/.test(values.network))
    inputs.problem(
      'network',
      values.network,
      'gives the build a network of this machine, which a file in the repository must not do; write none, or set it outside the file, beside evaluators',
    )
  if (values['registry-password'] && checkedOut.has('image')) checkLogin(inputs, step)
}

function checkCache(inputs: PublishValues, name: 'cache-from' | 'cache-to', cache: string): void {
  if (!cache.includes('=')) return
  const seen = new Set<string>()
  for (const field of cache.split(',')) {
    const [, key = '', value = ''] = /^\s*"?([^=]*?)(?:=(.*?))?"?\s*$/s.exec(field) ?? []
    if (seen.has(key.toLowerCase()))
      inputs.problem(name, undefined, `has ${key.toLowerCase()} twice in one cache; leave one out`)
    seen.add(key.toLowerCase())
    // This is the rest of a quoted value, or other text that is not a cache setting.
    if (!CACHE_FIELDS.has(key.toLowerCase()))
      inputs.problem(
        name,
        undefined,
        'has a setting that a file in the repository must not set, such as an address or a credential of the cache; set the cache outside the file, beside evaluators',
      )
    else if (/^(src|dest)$/i.test(key) && !isInWorkspace(value))
      inputs.problem(name, value, 'is outside the working directory; name a path inside it')
  }
}

/**
 * Refuses to send the step's password to a registry that the step does not name. The step names the registry of its
 * image, and `registry` if it sets that or its image names no registry.
 */
function checkLogin(inputs: PublishValues, step: PublishValues['values']): void {
  const { image, registry } = inputs.values
  if (!image) return
  const own = step.image?.domain === undefined ? undefined : registryHost(step.image)
  const named = [...(own === undefined || inputs.text('registry') !== '' ? [registry] : []), own]
  const host = image.domain === undefined ? registry : registryHost(image)
  if (named.includes(host)) return
  inputs.problem(
    'image',
    host,
    `is a registry that only the file names, so registry-password is not sent to it; set image: ${host}/NAME outside the file too, beside evaluators, or log in first (docker login; in a workflow, docker/login-action)`,
  )
}
