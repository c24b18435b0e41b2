import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubSandbox, startGitHub } from '../../sandbox/github/server.js'
import { pullRequest } from '../../sandbox/runner/events.js'
import { githubToken, type RunOptions } from '../../sandbox/runner.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

const names = ['one', 'two', 'three', 'four', 'five', 'six']

describe.each(engines)('shards of an evaluators file with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    for (const name of names) {
      job.write(`${name}/Dockerfile`, `FROM scratch\nCOPY file /${name}\nENTRYPOINT ["/${name}"]\n`)
      job.write(`${name}/file`, `${name} ${Math.random()}\n`)
    }
    const entries = names.map((name) => ({ image: name, 'evaluator-name': name, context: name }))
    job.write('evaluators.yml', JSON.stringify(entries))
  })
  afterAll(() => job.stop())

  const run = (
    shard: string,
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ) => {
    const step = { 'evaluator-name': undefined, image: undefined, evaluators: 'evaluators.yml', shard }
    return job.run({ ...step, ...inputs }, { deadline: 240_000, ...options })
  }
  const handledBy = (runs: { outputs: Record<string, string> }[]): string[] =>
    runs.flatMap(({ outputs }) =>
      JSON.parse(outputs.results ?? '[]').map((result: Record<string, string>) => result['evaluator-name']),
    )

  test('publish each evaluator once from four concurrent processes', async () => {
    const shards = await Promise.all([1, 2, 3, 4].map((index) => run(`${index}/4`)))
    for (const shard of shards) expect(shard).toMatchObject({ exitCode: 0, annotations: [] })
    expect(handledBy(shards).toSorted()).toEqual(names.toSorted())
    expect(job.sandbox.state.registrations.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    const counts = shards.map(({ outputs }) => Number(outputs.count))
    expect(counts.reduce((sum, count) => sum + count)).toBe(names.length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  })

  test('handle the same evaluators when a killed shard runs again', async () => {
    const kill = { signal: 'SIGKILL' as const, when: (line: string) => line.includes('begins') }
    const first = await run('2/4', {}, { kill })
    expect(first).toMatchObject({ conclusion: 'failure', outputs: {} })
    const again = await run('2/4')
    expect(again).toMatchObject({ exitCode: 0, annotations: [] })
    const others = await Promise.all(['1/4', '3/4', '4/4'].map((shard) => run(shard)))
    expect(handledBy([again, ...others]).toSorted()).toEqual(names.toSorted())
    expect(new Set(job.sandbox.state.registrations.map(({ name }) => name)).size).toBe(names.length)
  })

  test('can be empty, and the run passes and says so', async () => {
    const shards = await Promise.all(Array.from({ length: 8 }, (_, index) => run(`${index + 1}/8`)))
    const empty = shards.filter(({ outputs }) => outputs.count === '0')
    expect(empty.length).toBeGreaterThan(0)
    for (const { exitCode, annotations, log, summary } of empty) {
      expect([exitCode, annotations]).toEqual([0, []])
      expect(log).toContain('This shard of the evaluators file is empty')
      expect(summary).toContain('This shard has no evaluators')
    }
  })

  test.each([
    ['0/4', 'such as 2/4'],
    ['5/4', 'such as 2/4'],
    ['two', 'such as 2/4'],
  ])('are refused before anything is built if invalid: %s', async (shard, message) => {
    const refused = await run(shard)
    expect(refused.exitCode).toBe(1)
    expect(refused.annotations.map((annotation) => annotation.message).join('\n')).toContain(message)
  })

  test('are refused without an evaluators file', async () => {
    const refused = await job.run({ shard: '1/2' })
    expect(refused.exitCode).toBe(1)
    expect(refused.annotations[0]?.message).toContain('shard "1/2": selects a part of an evaluators file')
  })

  describe('in a pull request', () => {
    let github: GitHubSandbox
    beforeEach(async () => {
      await github?.close()
      const tokens = new Map([[githubToken, { login: 'github-actions[bot]', permission: 'write' as const }]])
      github = await startGitHub({ tokens, repository: 'octo-org/evaluators', pullRequests: [7] })
    })
    afterAll(() => github.close())

    test('share one comment with a section for each', async () => {
      const options = { event: pullRequest({ number: 7 }), github: { api_url: github.url } }
      const shards = await Promise.all(
        [1, 2, 3, 4].map((index) => run(`${index}/4`, { comment: undefined }, options)),
      )
      for (const shard of shards) expect(shard).toMatchObject({ exitCode: 0, annotations: [] })
      const comments = github.state.commentsOf(7) ?? []
      expect(comments).toHaveLength(1)
      for (let index = 1; index <= 4; index++) expect(comments[0]?.body).toContain(`### Shard ${index} of 4`)
      for (const name of names) expect(comments[0]?.body).toContain(`/${name}:pr-7`)
    })
  })
})
