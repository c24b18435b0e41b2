import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openRegistry, type Registry } from '../../sandbox/index.js'
import type { StepResult } from '../../sandbox/runner.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'
import { cache } from './venv.js'

/** A way to sign an image in a registry, given as `name@sha256:…`. */
interface Signer {
  name: string
  sign(image: string, folder: string): Promise<void>
  /** Throws if the image has no signature. */
  verify(image: string, folder: string): Promise<void>
}

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const type = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
}

/** Attaches an artifact by the rules of OCI 1.1 for registries without a list of referrers, as actions/attest does. */
const referrer: Signer = {
  name: 'an artifact that refers to it',
  async sign(image) {
    const { api, digest } = addressOf(image)
    const empty = { mediaType: 'application/vnd.oci.empty.v1+json', digest: sha256('{}'), size: 2 }
    const upload = await send('POST', `${api}/blobs/uploads/`)
    const place = new URL(upload.headers.get('location') ?? '', api)
    place.searchParams.set('digest', empty.digest)
    await send('PUT', place.href, '{}', 'application/octet-stream')
    const subject = await send('GET', `${api}/manifests/${digest}`, undefined, undefined, Object.values(type))
    const artifact = JSON.stringify({
      ...{ schemaVersion: 2, mediaType: type.manifest, artifactType: 'application/vnd.example.signature' },
      ...{ config: empty, layers: [empty] },
      subject: { mediaType: type.manifest, digest, size: (await subject.text()).length },
    })
    await send('PUT', `${api}/manifests/${sha256(artifact)}`, artifact, type.manifest)
    const manifests = [{ mediaType: type.manifest, digest: sha256(artifact), size: artifact.length }]
    const index = JSON.stringify({ schemaVersion: 2, mediaType: type.index, manifests })
    await send('PUT', `${api}/manifests/${digest.replace(':', '-')}`, index, type.index)
  },
  async verify(image) {
    const { api, digest } = addressOf(image)
    const index = await send('GET', `${api}/manifests/${digest.replace(':', '-')}`, undefined, undefined, [
      type.index,
    ])
    const { manifests } = (await index.json()) as { manifests: { digest: string }[] }
    const found = await send('GET', `${api}/manifests/${manifests[0]?.digest}`, undefined, undefined, [
      type.manifest,
    ])
    const { subject } = (await found.json()) as { subject: { digest: string } }
    if (subject.digest !== digest) throw new Error(`signed is ${subject.digest}`)
  },
}

const program = join(cache, 'cosign')
const cosign: Signer = {
  name: 'cosign',
  async sign(image, folder) {
    await makeKeys(folder)
    // A key, and no transparency log, which is a service of the public internet.
    const offline = ['--use-signing-config=false', '--tlog-upload=false']
    await run(folder, 'sign', '--yes', '--key', 'cosign.key', ...offline, image)
  },
  async verify(image, folder) {
    await makeKeys(folder)
    await run(folder, 'verify', '--key', 'cosign.pub', '--insecure-ignore-tlog=true', image)
  },
}

async function makeKeys(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'cosign.key'))) await run(folder, 'generate-key-pair')
}

/** cosign takes minutes to build. If it is in `.cache/`, the test also runs with it. */
const signers = existsSync(program) ? [referrer, cosign] : [referrer]

async function run(folder: string, ...args: string[]): Promise<void> {
  const env = { HOME: folder, PATH: process.env.PATH, COSIGN_PASSWORD: 'password-of-a-test' }
  await promisify(execFile)(program, args, { cwd: folder, env, timeout: 120_000 })
}

function addressOf(image: string): { api: string; digest: string } {
  const [name = '', digest = ''] = image.split('@')
  const at = name.indexOf('/')
  return { api: `http://${name.slice(0, at)}/v2/${name.slice(at + 1)}`, digest }
}

async function send(
  method: string,
  url: string,
  body?: string,
  contentType?: string,
  accept: readonly string[] = [],
): Promise<Response> {
  const headers = {
    ...(contentType && { 'content-type': contentType }),
    ...(accept.length > 0 && { accept: accept.join() }),
  }
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`)
  return response
}

describe('the image that the outputs image-name and digest name', () => {
  const [engine] = engines
  const folder = mkdtempSync(join(tmpdir(), 'signing-'))
  let registry: Registry
  let job: Publishing
  let published: StepResult
  beforeAll(async () => {
    if (!engine) throw new Error('there is no engine')
    registry = await openRegistry()
    job = await Publishing.start(engine)
    published = await job.run({
      image: `${registry.host}/team/evaluator`,
      'image-reference': 'digest',
      tags: 'v1,latest',
    })
  })
  afterAll(async () => {
    await job.stop()
    await registry.close()
    rmSync(folder, { recursive: true })
  })
  const image = () => `${published.outputs['image-name']}@${published.outputs.digest}`

  test('is the one that is registered', () => {
    expect(published).toMatchObject({ exitCode: 0, outputs: { image: image() } })
    expect(job.sandbox.state.registrations.at(-1)?.image).toBe(image())
  })

  test.each(signers)('can be signed in the registry with $name', async (signer) => {
    await expect(signer.verify(image(), folder)).rejects.toThrow()
    await signer.sign(image(), folder)
    await signer.verify(image(), folder)
    const { digest } = (await registry.manifest('team/evaluator', 'latest')) ?? {}
    expect(digest).toBe(published.outputs.digest)
  })
})
