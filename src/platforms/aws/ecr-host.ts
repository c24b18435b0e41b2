/** The facts in the host of an image reference that is a registry of AWS. */
export type EcrHost = { kind: 'private'; account: string; region: string } | { kind: 'public' }

/** Suffixes of the partitions of AWS SDK v3. The second form also answers over IPv6. */
const privateHosts = [
  /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/,
  /^(?<account>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
]

/**
 * Reads the host; returns undefined if it is not a registry of AWS. The region of a private registry always comes from
 * its host.
 */
export function parseEcrHost(host: string): EcrHost | undefined {
  if (host === 'public.ecr.aws') return { kind: 'public' }
  for (const form of privateHosts) {
    const { account, region } = form.exec(host)?.groups ?? {}
    if (account && region) return { kind: 'private', account, region }
  }
  return undefined
}
