import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { removeLeftovers } from '../../src/docker/leftovers.js'
import { ownProcess, RUN_LABEL } from '../../src/docker/owner.js'
import { docker, engines, untilEmpty } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'
import { dockerAt } from '../support/scripted-engine.js'

const fork = pullRequest({ fork: 'octocat/evaluators' })
const dead = ownProcess().replace(
  /\.\d+(\.\d+\.\d+)$/,
  (_, rest) => `.${spawnSync(process.execPath, ['--eval', '']).pid}${rest}`,
)

/** Starts a process that waits, and returns it with the text that identifies it as an owner. */
async function startOwner(): Promise<{ child: ChildProcess; owner: string }> {
  const module = fileURLToPath(new URL('../../src/docker/owner.js', import.meta.url))
  const script = `
    const { ownProcess } = await import('${module}')
    process.stdout.write(ownProcess())
    setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  const [owner] = await once(child.stdout, 'data')
  return { child, owner: String(owner) }
}

describe.each(engines)('leftovers of a killed run on $name', (engine) => {
  const mark = `${process.pid}-${Date.now()}`
  const repository = mark.replace('-', 'x')
  const folder = mkdtempSync(join(tmpdir(), 'leftovers-test-'))
  const caller = dockerAt(engine.host, folder)
  const run = (...args: string[]) => docker(engine, ...args)
  const namesOf = (owner: string) => ({
    container: `evaluator-action-run-${mark}`,
    network: `evaluator-action-network-${mark}`,
    tag: `127.0.0.1:4711/evaluator-action/${repository}:evaluator-action-${owner}`,
  })

  /** Creates one container, network and image name, with a name and an owner. */
  async function leave(name: ReturnType<typeof namesOf>, owner: string) {
    const label = ['--label', `evaluator-action.process=${owner}`]
    await run('network', 'create', '--internal', ...label, name.network)
    const options = ['--detach', '--name', name.container, '--network', name.network, ...label]
    await run('run', ...options, '--entrypoint', 'sleep', 'evaluator-base:bookworm', '600')
    await run('tag', 'evaluator-base:bookworm', name.tag)
  }
  const left = async () => [
    await run('ps', '--all', '--format', '{{.Names}}', '--filter', `name=${mark}`),
    await run('network', 'ls', '--format', '{{.Name}}', '--filter', `name=${mark}`),
    await run('images', '--format', '{{.Tag}}', `127.0.0.1:4711/evaluator-action/${repository}`),
  ]
  const removeAll = async () => {
    const [containers = '', networks = '', tags = ''] = await left()
    const lines = (text: string) => text.split('\n').filter(Boolean)
    for (const name of lines(containers)) await run('rm', '--force', name)
    for (const name of lines(networks)) await run('network', 'rm', name)
    for (const tag of lines(tags)) await run('rmi', `127.0.0.1:4711/evaluator-action/${repository}:${tag}`)
  }
  afterEach(removeAll)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('include its container, network and image name, which are removed', async () => {
    // Alive at first: the runs of other suites remove the leftovers of a dead process, too.
    const { child, owner } = await startOwner()
    await leave(namesOf(owner), owner)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await removeLeftovers(caller)
    await untilEmpty(async () => (await left()).join(''))
  })

  test('are kept while the run is alive', async () => {
    await leave(namesOf(ownProcess()), ownProcess())
    await removeLeftovers(caller)
    expect((await left()).every((text) => text !== '')).toBe(true)
  })

  test('are kept if the name is not ours, even with our label from the image', async () => {
    const others = {
      container: `other-${mark}`,
      network: `other-network-${mark}`,
      tag: `127.0.0.1:4711/evaluator-action/${repository}:v1`,
    }
    await leave(others, dead)
    await removeLeftovers(caller)
    expect(await left()).toEqual([others.container, others.network, 'v1'])
  })

  test('are kept if the label is missing', async () => {
    const { network } = namesOf(dead)
    await run('network', 'create', network)
    await removeLeftovers(caller)
    expect((await left())[1]).toBe(network)
  })

  describe('during the verification', () => {
    let job: Publishing
    beforeAll(async () => {
      job = await Publishing.start(engine)
      job.write('Dockerfile', 'FROM evaluator-base:bookworm\nENTRYPOINT ["sleep", "600"]\n')
    })
    afterAll(() => job.stop())

    test('are removed by the post step', async () => {
      const running = job.run({ verify: 'contract', 'api-token': undefined }, { event: fork })
      const ofThisJob = ['--filter', `label=${RUN_LABEL}=${job.runId}-1`, '--filter', 'status=running']
      let owners: string[] = []
      // One container runs without credentials, the other one against the stand-in.
      while (owners.length < 2) {
        await sleep(50)
        const running = await run('ps', '--format', '{{.Label "evaluator-action.process"}}', ...ofThisJob)
        owners = running.split('\n').filter(Boolean)
      }
      process.kill(Number(owners[0]?.split('.')[2]), 'SIGKILL')
      expect((await running).post?.exitCode).toBe(0)
      await untilEmpty(async () => (await job.leftInEngine()).join())
    })
  })
})
