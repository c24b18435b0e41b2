import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

const name = 'acme/keypoint_detection_evaluator'
/** The engine of the containerd store has a newer BuildKit and more exporters. */
const isNew = process.env.IMAGE_STORE === 'containerd'

describe.each(engines)('outputs with $name', (engine) => {
  let job: Publishing
  beforeEach(async () => {
    job = await Publishing.start(engine)
    // Everything in the context is in the image, also what an earlier step of the run wrote there.
    job.write('Dockerfile', 'FROM scratch\nCOPY . /\nENTRYPOINT ["/evaluator"]\n')
  })
  afterEach(() => job.stop())
  const read = (path: string) => readFileSync(join(job.workspace, path), 'utf8')
  const namesIn = (path: string) =>
    execFileSync('tar', ['-tf', join(job.workspace, path)], { encoding: 'utf8' }).split('\n')
  const has = (path: string) => existsSync(join(job.workspace, path))

  test('are written into the workspace, and the image stays the same', async () => {
    const before = await job.run({ tags: 'v1' })
    const after = await job.run({ tags: 'v1', outputs: 'type=local,dest=out/files', reuse: 'true' })
    expect(after).toMatchObject({ exitCode: 0, annotations: [] })
    expect(after.outputs).toMatchObject({ digest: before.outputs.digest, changed: 'false' })
    expect(read('out/files/evaluator')).toBe(read('evaluator'))
    expect(has('out/files/out')).toBe(false)
    expect(after.log).toContain('Wrote the output out/files (local)')
  })

  test('need a build, so nothing is reused', async () => {
    job.write('.dockerignore', 'out*\n')
    await job.run({ tags: 'v1', reuse: 'true' })
    const run = await job.run({ tags: 'v2', reuse: 'true', outputs: 'type=tar,dest=out.tar' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { reused: 'false' } })
    expect(namesIn('out.tar')).toContain('evaluator')
    expect(await job.run({ tags: 'v3', reuse: 'true' })).toMatchObject({ outputs: { reused: 'true' } })
  })

  test('are written in a dry run of a pull request, too', async () => {
    const run = await job.run({ outputs: 'out', 'api-token': '' }, { event: pullRequest() })
    expect(run).toMatchObject({ exitCode: 0, outputs: { 'dry-run': 'true' } })
    expect(read('out/evaluator')).toBe(read('evaluator'))
    expect(job.changes).toEqual([])
  })

  test('are not written if the image is refused', async () => {
    const run = await job.run({ outputs: 'out', verify: 'start' })
    expect(run.exitCode).toBe(1)
    expect(has('out')).toBe(false)
  })

  test('may be several, of which none contains another, and are added to what is there', async () => {
    job.write('there/file', 'kept')
    const run = await job.run({ outputs: 'type=local,dest=there\ntype=tar,dest=new/out.tar' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect([read('there/file'), read('there/evaluator')]).toEqual(['kept', read('evaluator')])
    expect(namesIn('new/out.tar')).not.toContain('new/')
    expect(namesIn('new/out.tar')).not.toContain('there/evaluator')
  })

  test('may be OCI archives if the builder makes them; the error says if it does not', async () => {
    const run = await job.run({ tags: 'v1', outputs: 'type=oci,dest=image.tar' })
    if (isNew) {
      expect(run).toMatchObject({ exitCode: 0, annotations: [] })
      expect(namesIn('image.tar')).toEqual(expect.arrayContaining(['index.json', 'oci-layout']))
    } else {
      expect(run.exitCode).toBe(1)
      expect(run.annotations[0]?.message).toContain('The current builder cannot do this.')
      expect(await job.sandbox.registry.manifest(name, 'v1')).toBeDefined()
      expect(job.sandbox.state.registrations).toEqual([])
    }
  })
})
