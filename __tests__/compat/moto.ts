import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { prepareVenv, runClient } from './venv.js'

/** A real moto server, which keeps AWS's control plane in memory. */
export interface Moto {
  url: string
  /** The environment of a job after aws-actions/configure-aws-credentials, with the address of this server. */
  env: Record<string, string>
  /** Turns the enforcement of IAM policies on or off. It is off at first. */
  checkPermissions(wanted: boolean): Promise<void>
  close(): Promise<void>
}

export const region = 'eu-west-1'
/** Installs boto3 as a dependency. */
const moto = 'moto[server]==5.2.1'

/** The account that moto uses. */
export const account = '123456789012'

export async function startMoto(): Promise<Moto> {
  const program = join(await prepareVenv(moto), 'moto_server')
  const child = spawn(program, ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const url = await address(child)
  const checkPermissions = async (wanted: boolean) => {
    // The number of requests that moto accepts before it enforces policies.
    await fetch(`${url}/moto-api/reset-auth`, { method: 'POST', body: wanted ? '0' : 'inf' })
  }
  const close = async () => {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  return { url, env: { ...credentials, AWS_REGION: region, AWS_ENDPOINT_URL: url }, checkPermissions, close }
}

export const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

/** The same configuration for the clients of a test. */
export const ourselves = {
  accessKeyId: credentials.AWS_ACCESS_KEY_ID,
  secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
}

/** Runs a boto3 script, for services that we have no client for, and returns its output. */
export async function runBoto3({ env }: Moto, script: string, ...args: string[]): Promise<string> {
  const python = join(await prepareVenv(moto), 'python')
  return await runClient(python, ['-c', script, ...args], { ...env, AWS_DEFAULT_REGION: region })
}

/** Reads the port that the server chose from its log. The log must be drained, or the server blocks. */
async function address({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('moto has no log')
  const lines = createInterface(stderr)
  return await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = /Running on (http:\/\/\S+)/.exec(line)?.[1]
      if (url) resolve(url)
    })
    lines.once('close', () => reject(new Error('moto ended before it was ready')))
  })
}
