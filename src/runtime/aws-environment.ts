/** What AWS's clients read from the environment by themselves, put right for an action. */
import { Agent } from 'node:http'
import { TunnelAgent } from '../util/tunnel-agent.js'

/**
 * Makes empty variables absent, which is what a workflow means by `AWS_PROFILE: ''` and AWS's clients do not. Everything
 * else of the environment (credentials, profile, endpoints) is for them to read.
 *
 * @returns the region of the environment, and whether AWS is somewhere else (`AWS_ENDPOINT_URL`, also of one service)
 */
export function readAwsEnvironment(): { region: string | undefined; otherEndpoint: boolean } {
  const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'))
  for (const name of names) if (process.env[name]?.trim() === '') delete process.env[name]
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env
  const otherEndpoint = names.some((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && process.env[name])
  return { region: AWS_REGION ?? AWS_DEFAULT_REGION, otherEndpoint }
}

/** Connections by way of HTTPS_PROXY unless NO_PROXY says otherwise: AWS's clients know no proxy. */
export function proxyAgents(): { httpAgent: Agent; httpsAgent: TunnelAgent } {
  return { httpAgent: new Agent({ keepAlive: true }), httpsAgent: new TunnelAgent({ keepAlive: true }) }
}
