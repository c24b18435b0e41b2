// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { docker, engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'

const name = 'acme/keypoint_detection_evaluator'

describe.each(engines)('a build layer that resembles a base image layer, with $name', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'base-leaks-test-'))
  const triggers = `base-leaks-test-${process.pid}:triggers`
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    job.write('token', `token = ${token}\n`)
    writeFileSync(join(folder, 'Dockerfile'), 'FROM evaluator-base:bookworm\nONBUILD COPY . /app\n')
    await docker(engine, 'buildx', 'build', '-q', '--provenance=false', '--load', '--tag', triggers, folder)
  })
  afterAll(async () => {
    await docker(engine, 'rmi', triggers)
    rmSync(folder, { recursive: true })
    await job.stop()
  })

  const x = 'FROM evaluator-base:bookworm'
  const end = 'ENTRYPOINT ["python3", "-c", "raise SystemExit(1)"]'
  const leak = 'COPY token /t'
  const leakByRun = 'RUN --mount=type=secret,id=KOLENA_TOKEN cp /run/secrets/KOLENA_TOKEN /t'
  test.each<[string, string[], Record<string, string>?]>([
    ['comes from an ONBUILD trigger of the base image', [`FROM ${triggers}`, end]],
    [
      'comes from an ONBUILD trigger of an earlier stage',
      [`${x} AS a`, 'ONBUILD COPY token /t', 'FROM a', end],
    ],
    [
      'is in a stage named by a platform argument',
      [`${x} AS base-amd64`, leak, 'FROM base-${TARGETARCH}', end],
    ],
    [
      'is in a stage named by an argument',
      ['ARG VARIANT=slim', `${x} AS py-slim`, leak, 'FROM py-${VARIANT}', end],
    ],
    [
      'is in a stage named by an argument from build-args',
      ['ARG V', `${x} AS s1`, leak, `${x} AS s2`, 'FROM s${V}', end],
      { 'build-args': 'V=1' },
    ],
    ['is in a stage named by a default value', [`${x} AS s1`, leak, 'FROM ${V:-s1}', end]],
    ['is in a stage with a quoted name', [`${x} AS base`, leak, 'FROM "base"', end]],
    ['is in a stage with an escape in its name', [`${x} AS base`, leak, 'FROM b\\ase', end]],
    [
      'is in the second stage with the same name',
      [`${x} AS b`, `${x} AS b`, leak, 'WORKDIR /a', 'FROM b', end],
    ],
    ['follows two backslashes', [x, 'RUN echo one \\\\', leakByRun, 'RUN true', end]],
    [
      'follows a quoted here-document marker',
      [x, 'RUN echo "see <<EOF"', leakByRun, 'RUN true \\', 'EOF', end],
    ],
    [
      'follows a here-document marker in the JSON form',
      [x, 'RUN ["echo", "<<EOF"]', leakByRun, 'RUN true \\', 'EOF', end],
    ],
    ['follows a no-break space', [x, 'RUN echo one \\\u00a0', leakByRun, 'RUN true', end]],
    ['follows an indented directive', [' # escape=`', x, 'RUN echo C:\\', leakByRun, 'RUN true', end]],
  ])('is searched when it %s', async (_, lines, inputs = {}) => {
    job.write('Dockerfile', `${lines.join('\n')}\n`)
    const run = await job.run({ verify: 'start', tags: 'leak', ...inputs })
    expect(run).toMatchObject({ exitCode: 1, outputs: { digest: '' } })
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', title: 'secret-in-layer' }),
    )
    expect(await job.sandbox.registry.manifest(name, 'leak')).toBeUndefined()
    expect(job.sandbox.state.registrations).toEqual([])
  })

  test('is searched when the new image takes the name of its base image', async () => {
    const reference = `${job.sandbox.registry.host}/${name}:base`
    await docker(engine, 'tag', 'evaluator-base:bookworm', reference)
    job.write('Dockerfile', `FROM ${reference}\n${leak}\n${end}\n`)
    const run = await job.run({ verify: 'start', tags: 'base' })
    expect(run.annotations).toContainEqual(expect.objectContaining({ title: 'secret-in-layer' }))
    expect(run.exitCode).toBe(1)
  })

  test('is distinguished from layers of a base image that exists only in the registry', async () => {
    const { host } = job.sandbox.registry
    const reference = `${host}/acme/base:one`
    job.write('docker/config.json', JSON.stringify({ auths: { [host]: { auth: btoa(`acme:${token}`) } } }))
    job.write('base/Dockerfile', 'FROM scratch\nCOPY Dockerfile /one\nCOPY Dockerfile /two\nENV A=1\n')
    const base = await job.run({ image: 'base', tags: 'one', context: 'base', register: 'false' })
    expect(base.exitCode).toBe(0)
    await docker(engine, 'rmi', reference)
    job.write('small/Dockerfile', `FROM ${reference}\nCOPY Dockerfile /d\nENTRYPOINT ["/none"]\n`)
    const run = await job.run(
      { verify: 'start', tags: 'small', context: 'small' },
      { env: { DOCKER_CONFIG: join(job.workspace, 'docker') } },
    )
    rmSync(join(job.workspace, 'docker'), { recursive: true })
    expect(run.summary).toContain('the 1 that this build added, of 3')
  })

  test('is distinguished from layers of the base image, which are not read', async () => {
    job.write('Dockerfile', `FROM ${triggers}\nCOPY Dockerfile /d\n${end}\n`)
    job.write('.dockerignore', 'token\n')
    const run = await job.run({
      verify: 'start',
      'dry-run': 'true',
      'accept-findings': 'unclear-start,start-crash',
    })
    rmSync(join(job.workspace, '.dockerignore'))
    expect(run.summary).toMatch(/the 2 that this build added, of \d+/)
    expect(run.annotations.filter(({ title }) => title === 'secret-in-layer')).toEqual([])
  })
})
