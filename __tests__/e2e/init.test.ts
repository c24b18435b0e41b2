import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { pullRequest, pushTag } from '../../sandbox/runner/events.js'
import { interpolate } from '../../sandbox/runner/expressions.js'
import { machines, runCommand } from '../support/command-line.js'
import { initRepository } from '../support/git.js'
import { Publishing, token } from '../support/publishing.js'

const workflow = '.github/workflows/evaluator.yml'

describe.each(machines)('init with $name', ({ node, engine }) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    for (const name of ['Dockerfile', 'evaluator']) rmSync(join(job.workspace, name))
  })
  afterAll(() => job.stop())

  const init = (...args: string[]) => runCommand(job, node, ['init', ...args], { KOLENA_TOKEN: undefined })

  /** Returns the inputs that GitHub passes to the action for an event. */
  function inputsFor(event: RunnerEvent): Record<string, string> {
    const { jobs } = parse(readFileSync(join(job.workspace, workflow), 'utf8'))
    const contexts = {
      github: { event_name: event.name, event: event.payload },
      secrets: { KOLENA_TOKEN: token },
    }
    const given = Object.entries(jobs.evaluator.steps[1].with as Record<string, string>)
    return Object.fromEntries(given.map(([name, text]) => [name, interpolate(text, { contexts })]))
  }

  /** Runs the action with the inputs of the workflow, and a build that needs neither Docker Hub nor PyPI. */
  const runWorkflow = (event: RunnerEvent) =>
    job.run(
      {
        ...{ workflow: undefined, 'evaluator-name': undefined, image: undefined, 'api-token': undefined },
        ...inputsFor(event),
        verify: 'start',
        target: 'evaluator-without-client',
        'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm',
      },
      { event },
    )

  test('leaves placeholders in an empty repository, which the action refuses', async () => {
    initRepository(job.workspace)
    const { code, stdout, stderr } = await init()
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('workflow has to be set by hand'),
    })
    expect(JSON.parse(stdout)).toMatchObject({ missing: ['workflow', 'evaluator-name', 'image', 'file'] })
    for (const event of [pullRequest(), pushTag('v1.0.0')]) {
      const { exitCode, annotations } = await runWorkflow(event)
      expect(exitCode).toBe(1)
      const [{ message } = { message: '' }] = annotations.slice(-1)
      for (const text of [
        'workflow: is required to register the evaluator',
        'evaluator-name: is required to register the evaluator',
        'image: is required',
        'file "SET-THE-PATH-OF-THE-DOCKERFILE": there is no such Dockerfile',
      ])
        expect(message).toContain(text)
    }
    expect(job.sandbox.requests).toEqual([])
    for (const name of readdirSync(job.workspace)) rmSync(join(job.workspace, name), { recursive: true })
  })

  test('shows the files of the example in a dry run, and writes them', async () => {
    job.copyExample('keypoint-detection')
    for (const name of ['.dockerignore', 'contract-fixture.json']) rmSync(join(job.workspace, name))
    initRepository(job.workspace)
    const files = [workflow, '.dockerignore', 'contract-fixture.json']
    const before = readdirSync(job.workspace)
    const dry = await init('--dry-run')
    expect({ code: dry.code, outputs: JSON.parse(dry.stdout) }).toMatchObject({ code: 0, outputs: { files } })
    expect(readdirSync(job.workspace)).toEqual(before)
    const { code, stdout, stderr } = await init()
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      workflow: 'Keypoint Detection',
      'evaluator-name': 'evaluate_keypoint_detection',
      image: 'evaluate_keypoint_detection',
      file: 'docker/Dockerfile',
      ...{ files, kept: [], missing: [] },
    })
    for (const path of files) {
      expect(dry.stderr).toContain(`--- Would write ${path}`)
      expect(stderr).toContain(`--- Wrote ${path}`)
      expect(stderr).toContain(readFileSync(join(job.workspace, path), 'utf8'))
    }
    expect(readdirSync(job.temp)).toEqual([])
  })

  test('keeps everything when it runs again', async () => {
    const { code, stdout } = await init()
    expect({ code, outputs: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      outputs: { files: [], kept: [workflow, '.dockerignore', 'contract-fixture.json'] },
    })
  })

  test('gives a workflow whose pull requests are dry runs without a token', async () => {
    const event = pullRequest()
    expect(inputsFor(event)['api-token']).toBe('')
    const { exitCode, outputs, summary } = await runWorkflow(event)
    expect({ exitCode, 'dry-run': outputs['dry-run'] }).toEqual({ exitCode: 0, 'dry-run': 'true' })
    expect(summary).toContain('evaluate\\_keypoint\\_detection')
    expect(job.sandbox.requests).toEqual([])
  })

  test('gives a workflow that publishes tags', async () => {
    const { exitCode, outputs } = await runWorkflow(pushTag('v1.0.0'))
    expect({ exitCode, 'dry-run': outputs['dry-run'] }).toEqual({ exitCode: 0, 'dry-run': 'false' })
    expect(job.sandbox.state.registrations).toMatchObject([
      {
        workflow: 'Keypoint Detection',
        name: 'evaluate_keypoint_detection',
        image: `${job.sandbox.registry.host}/acme/evaluate_keypoint_detection:v1.0.0`,
      },
    ])
  })

  test('refuses flags that it does not have, and wrong values, before it writes', async () => {
    const wrong = await init('--api-token', token, '--flie', 'x')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toContain('--flie: there is no such flag; did you mean --file?')
    expect(wrong.stderr).not.toContain(token)
    const missing = await init('--file', 'nowhere/Dockerfile')
    expect(missing).toMatchObject({ code: 2, stdout: '' })
    expect(missing.stderr).toContain('file "nowhere/Dockerfile": there is no such Dockerfile')
  })

  test('runs no program that the configuration of the repository names', async () => {
    const git = (...args: string[]) => execFileSync('git', ['-C', job.workspace, ...args], { stdio: 'pipe' })
    const ran = join(job.temp, 'ran')
    job.write('filtered', 'a')
    job.write('.gitattributes', '* filter=program\n')
    git('add', 'filtered', '.gitattributes')
    git('config', 'filter.program.clean', `touch ${ran}; cat`)
    git('config', 'core.fsmonitor', `touch ${ran}`)
    // Git reads the content of a file that seems to have changed, through the filter.
    utimesSync(join(job.workspace, 'filtered'), 1, 1)
    expect((await init('--dry-run')).code).toBe(0)
    expect(existsSync(ran)).toBe(false)
    git('config', '--unset', 'core.fsmonitor')
    git('status')
    expect(existsSync(ran)).toBe(true)
    rmSync(ran)
  })

  test('prints no name of the repository as a workflow command', async () => {
    job.write('::error::forged/Dockerfile', 'FROM scratch\n')
    job.write('a.py', 'from kolena.workflow import define_workflow\ndefine_workflow("##[error]forged")\n')
    const { code, stdout, stderr } = await init('--dry-run')
    expect(code).toBe(0)
    expect(stderr).toContain('forged')
    expect(stdout + stderr).not.toMatch(/^\s*::|##\[/m)
  })
})
