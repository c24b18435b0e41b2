/** Prepares the environment variables that AWS's clients read. */
import { Agent } from 'node:http'
import { TunnelAgent } from '../util/tunnel-agent.js'

/**
 * Removes empty variables: a workflow that sets `AWS_PROFILE: ''` means that there is no profile, but AWS's clients
 * reject the empty name. The clients read everything else (credentials, profile, endpoints) themselves.
 *
 * @returns the region of the environment, and whether a variable such as `AWS_ENDPOINT_URL` replaces AWS's own endpoint
 */
export function readAwsEnvironment(): { region: string | undefined; otherEndpoint: boolean } {
  // The warning is about later versions of AWS's clients than those in the bundle.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'))
  for (const name of names) if (process.env[name]?.trim() === '') delete process.env[name]
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env
  const otherEndpoint = names.some((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && process.env[name])
  return { region: AWS_REGION ?? AWS_DEFAULT_REGION, otherEndpoint }
}

/** Connects through HTTPS_PROXY unless NO_PROXY excludes the host. AWS's clients do not support proxies themselves. */
export function proxyAgents(): { httpAgent: Agent; httpsAgent: TunnelAgent } {
  return { httpAgent: new Agent({ keepAlive: true }), httpsAgent: new TunnelAgent({ keepAlive: true }) }
}
