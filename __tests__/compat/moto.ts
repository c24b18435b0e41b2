import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { prepareVenv, runClient } from './venv.js'

/** A real moto server: AWS's control calls, kept in memory. */
export interface Moto {
  url: string
  /** What a job has after aws-actions/configure-aws-credentials, and the address of this server. */
  env: Record<string, string>
  /** Whether the policies of moto's IAM count; at first they do not. */
  checkPermissions(wanted: boolean): Promise<void>
  close(): Promise<void>
}

export const region = 'eu-west-1'
/** Brings boto3 along. */
const moto = 'moto[server]==5.2.1'

/** The one that moto knows. */
export const account = '123456789012'

export async function startMoto(): Promise<Moto> {
  const program = join(await prepareVenv(moto), 'moto_server')
  const child = spawn(program, ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const url = await address(child)
  const checkPermissions = async (wanted: boolean) => {
    // How many requests are let through before moto begins to check.
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

/** The same for the clients of a test. */
export const ourselves = {
  accessKeyId: credentials.AWS_ACCESS_KEY_ID,
  secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
}

/** Runs a script with boto3, for services that we have no client of, and gives what it prints. */
export async function runBoto3({ env }: Moto, script: string, ...args: string[]): Promise<string> {
  const python = join(await prepareVenv(moto), 'python')
  return await runClient(python, ['-c', script, ...args], { ...env, AWS_DEFAULT_REGION: region })
}

/** The server takes a free port and names it in its log, which has to be read on lest it stops. */
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
