import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'
import { type Buildkitd, prepareProgram, startBuildkitd } from './buildkitd.js'

const minutes = 60_000

describe('a Dockerfile that BuildKit warns of', () => {
  const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
  let buildkitd: Buildkitd
  let job: Publishing
  beforeAll(async () => {
    // The first buildx that writes the warnings is newer than the one of Debian.
    const buildx = await prepareProgram('docker-buildx', 'github.com/docker/buildx/cmd/buildx', 'v0.38.2')
    buildkitd = await startBuildkitd()
    await buildkitd.createBuilder('new', { DOCKER_CONFIG: config })
    writeFileSync(join(config, 'config.json'), JSON.stringify({ cliPluginsExtraDirs: [dirname(buildx)] }))
    const [engine] = engines
    if (!engine) throw new Error('there is no engine')
    job = await Publishing.start(engine)
  }, 20 * minutes)
  afterAll(async () => {
    await job.stop()
    await buildkitd.close()
    rmSync(config, { recursive: true })
  })
  const run = (lines: readonly string[], env: Record<string, string> = {}) => {
    job.write('docker/Dockerfile', `FROM scratch\nCOPY evaluator /\n${lines.join('\n')}\n`)
    const inputs = { builder: 'new', file: 'docker/Dockerfile' }
    return job.run(inputs, { env: { DOCKER_CONFIG: config, ...env }, deadline: 3 * minutes })
  }

  test('gets notices at the lines', async () => {
    const { exitCode, annotations, outputs } = await run(['ENTRYPOINT /evaluator', 'maintainer me'])
    expect(exitCode).toBe(0)
    const notice = { level: 'notice', file: 'docker/Dockerfile' }
    expect(annotations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...notice,
          line: 3,
          title: 'JSONArgsRecommended',
          message: expect.stringMatching(/^JSON arguments recommended for ENTRYPOINT .*\nhttps:\/\/docs/s),
        }),
        expect.objectContaining({ ...notice, line: 4, title: 'MaintainerDeprecated' }),
      ]),
    )
    expect(JSON.parse(outputs.metadata ?? '')).not.toHaveProperty(['buildx.build.warnings'])
  })

  test('gets five notices at most', async () => {
    const result = await run(Array.from({ length: 8 }, (_, index) => `ENV NAME${index} value`))
    expect(result.annotations.map(({ level, line }) => [level, line])).toEqual(
      [3, 4, 5, 6, 7].map((line) => ['notice', line]),
    )
    expect(result.log).toContain('BuildKit warned of 3 more about the Dockerfile')
  })

  test('gets none if the variable of buildx turns them off', async () => {
    const result = await run(['ENTRYPOINT /evaluator'], { BUILDX_METADATA_WARNINGS: 'false' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
  })
})
