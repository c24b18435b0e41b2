import { registryHost } from '../../../docker/reference.js'
import { isInWorkspace } from '../../../runtime/workspace.js'
import type { PublishValues } from '../fields.js'

/** What a cache may say in a file: neither where a credential is sent, nor one itself. */
const CACHE_FIELDS = new Set([
  ...['type', 'scope', 'mode', 'ref', 'ignore-error', 'timeout', 'version', 'digest', 'tag'],
  ...['region', 'bucket', 'name', 'container', 'prefix', 'blobs_prefix', 'manifests_prefix'],
  ...['image-manifest', 'oci-mediatypes', 'compression', 'compression-level', 'force-compression'],
  ...['src', 'dest', 'tar', 'repository'],
])

/**
 * Notes what an entry of the evaluators file asks for and a file of the checkout cannot give: whoever may change the file
 * may not change the workflow. Its paths are checked where they are read.
 *
 * @param step what the step itself says
 */
export function checkReach(inputs: PublishValues, step: PublishValues['values']): void {
  const { values, checkedOut } = inputs
  for (const name of ['cache-from', 'cache-to'] as const)
    if (checkedOut.has(name)) for (const cache of values[name] ?? []) checkCache(inputs, name, cache)
  if (checkedOut.has('network') && values.network && !/^(default|none)$/.test(values.network))
    inputs.problem(
      'network',
      values.network,
      "gives the build a network of the runner, which a file of the repository cannot do; write none, or write it into the step's with",
    )
  if (values['registry-password'] && checkedOut.has('image')) checkLogin(inputs, step)
}

function checkCache(inputs: PublishValues, name: 'cache-from' | 'cache-to', cache: string): void {
  if (!cache.includes('=')) return
  for (const field of cache.split(',')) {
    const [, key = '', value = ''] = /^\s*"?([^=]*?)(?:=(.*?))?"?\s*$/s.exec(field) ?? []
    // The rest of a quoted value, or something else that no cache takes.
    if (!CACHE_FIELDS.has(key.toLowerCase()))
      inputs.problem(
        name,
        undefined,
        "has a setting that a file of the repository cannot have, such as an address or a credential of the cache; write the cache into the step's with",
      )
    else if (/^(src|dest)$/i.test(key) && !isInWorkspace(value))
      inputs.problem(name, value, 'is outside of the workspace; write a path in it')
  }
}

/** A password of the step goes to the registry that the step names, and not where a file says. */
function checkLogin(inputs: PublishValues, step: PublishValues['values']): void {
  const { image, registry } = inputs.values
  if (image?.domain === undefined) return
  const named = [registry, ...(step.image ? [registryHost(step.image)] : [])]
  const host = registryHost(image)
  if (named.includes(host)) return
  inputs.problem(
    'image',
    host,
    `is a registry that the step does not name, so it does not get registry-password; write image: ${host}/NAME into the step's with, too, or log in with docker/login-action before this step`,
  )
}
