import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { secretForms } from '../../src/runtime/secrets.js'
import { flagsOf, machines, runCommand } from '../support/command-line.js'
import { fromShell } from '../support/common.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { initRepository } from '../support/git.js'
import { Publishing, root, token } from '../support/publishing.js'

const repository = 'acme/keypoint_detection_evaluator'
/** Matches lines that the runner would read as a command, in either grammar. */
const command = /^\s*::|##\[/m

describe.each(machines)('the command line with $name', ({ node, engine }) => {
  let job: Publishing
  let sha: string
  beforeAll(async () => {
    job = await Publishing.start(engine)
    sha = initRepository(job.workspace)
  })
  afterAll(() => job.stop())

  const run = (args: string[], env?: Record<string, string | undefined>) => runCommand(job, node, args, env)
  const publish = (args: string[] = [], env?: Record<string, string | undefined>) =>
    run([...flagsOf(job), '--verify', 'off', ...args], env)
  const git = (...args: string[]) => execFileSync('git', ['-C', job.workspace, ...args], { stdio: 'pipe' })
  /** Expects that a run left nothing in the directory for temporary files. */
  const leftovers = () => readdirSync(job.temp)

  test('publishes the commit of a branch and prints only the outputs, as JSON', async () => {
    const { code, stdout, stderr } = await publish()
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) })
    const image = `${job.sandbox.registry.host}/${repository}:main-${sha.slice(0, 7)}`
    const outputs = JSON.parse(stdout)
    expect(outputs).toMatchObject({
      registration: {
        workflow: 'Keypoint Detection',
        name: 'evaluate_keypoint_detection',
        image,
        secret: null,
      },
      image,
      changed: true,
      'dry-run': false,
      digest: (await job.sandbox.registry.manifest(repository, `main-${sha.slice(0, 7)}`))?.digest,
    })
    expect(outputs).not.toHaveProperty('trust-policy')
    expect(job.sandbox.state.registrations.map((entry) => entry.image)).toEqual([image])
    const lines = stderr.split('\n')
    expect(lines[0]).toBe('Publishing: branch main (from this machine)')
    expect(lines).toEqual(
      expect.arrayContaining([
        '--- Build with docker buildx build',
        expect.stringMatching(/^#\d+ \[internal\] load build definition/),
        expect.stringMatching(/^Build: done in \d+\.\d s$/),
        expect.stringMatching(/^Push: done in \d+\.\d s$/),
        expect.stringMatching(/^Register: done in \d+\.\d s$/),
      ]),
    )
    expect(stderr).not.toMatch(command)
    expect(leftovers()).toEqual([])
  })

  test('publishes the tag of the commit and writes the summary', async () => {
    git('tag', 'v1.2.3')
    const { code, stdout, stderr } = await publish(['--summary', join(job.temp, 'report.md')])
    git('tag', '-d', 'v1.2.3')
    expect(code).toBe(0)
    expect(stderr).toContain('Publishing: tag v1.2.3 (from this machine)\n')
    expect(JSON.parse(stdout).image).toMatch(/:v1\.2\.3$/)
    expect(readFileSync(join(job.temp, 'report.md'), 'utf8')).toContain(
      '## ✅ evaluate\\_keypoint\\_detection is published',
    )
    execFileSync('rm', [join(job.temp, 'report.md')])
  })

  test('reports uncommitted files in a warning and in the tag', async () => {
    job.write('new-file', 'x')
    const derived = await publish(['--dry-run'])
    const given = await publish(['--dry-run', '--tags', 'mine'])
    execFileSync('rm', [join(job.workspace, 'new-file')])
    expect([derived.code, given.code]).toEqual([0, 0])
    expect(JSON.parse(derived.stdout).image).toMatch(new RegExp(`:main-${sha.slice(0, 7)}-dirty$`))
    expect(derived.stderr).toContain('warning: Git: 1 file has changed since the commit')
    expect(JSON.parse(given.stdout).image).toMatch(/:mine$/)
    expect(given.stderr).toContain('warning: Git: 1 file has changed since the commit')
  })

  test('changes nothing and needs no token in a dry run', async () => {
    const before = [...job.changes]
    const { code, stdout, stderr } = await publish(['--dry-run'], { KOLENA_TOKEN: undefined })
    expect(code).toBe(0)
    expect(stderr).toContain('Dry run: set by dry-run: true\n')
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^Ready: publishing would push \S+:main-[0-9a-f]{7} and register it as \S+ of .+\. (Verification|It was not)/,
    )
    expect(JSON.parse(stdout)).toMatchObject({ 'dry-run': true, changed: false, plan: { dry_run: true } })
    expect(job.changes).toEqual(before)
  })

  test("uses GitHub's ref in a workflow, and is a dry run in a pull request", async () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_SHA: sha,
    }
    const { code, stdout, stderr } = await publish([], env)
    expect(code).toBe(0)
    expect(stderr).toContain('Dry run: pull_request event\n')
    expect(JSON.parse(stdout).image).toMatch(/:pr-7$/)
    expect(stderr).not.toMatch(command)
  })

  test('publishes the evaluators of a file', async () => {
    const entries = ['one', 'two'].map((name) => ({ image: name, 'evaluator-name': `evaluate_${name}` }))
    job.write('evaluators.yml', JSON.stringify(entries))
    const { code, stdout, stderr } = await run([
      ...['--evaluators', 'evaluators.yml', '--workflow', 'Many', '--tags=v1', '--tags=v2', '--verify=off'],
      ...['--registry', job.sandbox.registry.host],
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('2 published') })
    const { registrations, tags } = JSON.parse(stdout)
    expect(registrations.map(({ name }: { name: string }) => name)).toEqual(['evaluate_one', 'evaluate_two'])
    expect(tags.split('\n')).toHaveLength(4)
    expect(stderr).toMatch(/^Build: done in /m)
    expect(stderr).not.toMatch(command)
  })

  test('reports a registry that does not answer, in sentences and without warnings of Node.js', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `evaluator-${index}`)
    job.write(
      'unreachable.yml',
      JSON.stringify(
        names.map((image) => ({ image, 'evaluator-name': image, 'build-args': { NAME: image } })),
      ),
    )
    const { code, stderr } = await run([
      ...['--evaluators', 'unreachable.yml', '--workflow', 'Many', '--tags=v1', '--verify=off'],
      ...['--registry', '127.0.0.1:1', '--reuse', '--concurrency', '12'],
    ])
    execFileSync('rm', [join(job.workspace, 'unreachable.yml')])
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /got no answer: .* Check the address, .*\. The address comes from image and registry\.$/m,
    )
    expect(stderr).not.toMatch(/MaxListeners|Warning:|[^.]\.\.(?!\.)|failed \((GET|HEAD|PUT|POST) /)
  })

  test('exits with 2 for invalid flags and repeats no value', async () => {
    const before = job.sandbox.requests.length
    const { code, stdout, stderr } = await run([
      '--api-token',
      token,
      '--imge',
      token,
      `--token=${token}`,
      token,
    ])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--imge: there is no such flag; did you mean --image?')
    expect(stderr).toContain('set the environment variable KOLENA_TOKEN')
    expect(stderr).toContain('--help lists the flags')
    for (const form of secretForms(token)) expect(stderr).not.toContain(form)
    const inputs = await publish(['--image-reference', 'sha'], { KOLENA_TOKEN: undefined })
    expect(inputs).toMatchObject({ code: 2, stdout: '' })
    expect(inputs.stderr).toContain('image-reference "sha": write tag or digest')
    expect(inputs.stderr).toContain('elsewhere, set the environment variable KOLENA_TOKEN')
    const summary = await publish(['--summary', '/dev/null/report.md'])
    expect(summary).toMatchObject({ code: 2, stdout: '' })
    expect(summary.stderr).toContain('summary "/dev/null/report.md": cannot be written')
    expect(job.sandbox.requests).toHaveLength(before)
    expect(leftovers()).toEqual([])
  })

  test('exits with 1 for a failed build and names the line of the Dockerfile', async () => {
    job.write('broken/Dockerfile', 'FROM scratch\nCOPY nowhere /\n')
    const { code, stderr } = await publish(['--context=broken'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^broken\/Dockerfile:2: error: Build failed: /m)
    expect(stderr).toMatch(/^Build: failed after \d+\.\d s$/m)
    expect(leftovers()).toEqual([])
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'exits at once when cancelled and leaves nothing behind (%s: exit code %i)',
    async (signal, code) => {
      job.write(
        'slow/Dockerfile',
        `FROM evaluator-base:bookworm\nRUN echo started ${Math.random()}; sleep 60\n`,
      )
      let cancelled = 0
      const ended = await runCommand(
        job,
        node,
        [...flagsOf(job), '--context=slow'],
        {},
        (text, { pid = 0 }) => {
          if (cancelled > 0 || !/^#\d+ [\d.]+ started/m.test(text)) return
          cancelled = performance.now()
          // A terminal signals the whole group, and an impatient person does it twice.
          process.kill(-pid, signal)
          // The group may be gone by then, which is fine.
          void sleep(50)
            .then(() => process.kill(-pid, signal))
            .catch((error) => expect(error).toMatchObject({ code: 'ESRCH' }))
        },
      )
      // The value of $? in a shell: the second signal may hit a process that is already ending.
      expect(ended.code ?? 128 + constants.signals[signal]).toBe(code)
      expect(performance.now() - cancelled).toBeLessThan(30_000)
      expect(ended.stderr).toContain(`The run was cancelled (${signal})`)
      expect(leftovers()).toEqual([])
      expect(JSON.parse(ended.stdout)).toMatchObject({ changed: false })
    },
  )

  test('prints colors on a terminal unless NO_COLOR is set', async () => {
    const onTerminal = (env: Record<string, string>) =>
      runCommand(job, 'script', ['--imge'], { TERM: 'xterm-256color', ...env }, undefined, (bin, args) => [
        ...['--quiet', '--return', '--command', [node, bin, ...args].join(' ')],
        '/dev/null',
      ])
    const coloured = await onTerminal({})
    expect(coloured).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('\u001b[31merror\u001b[39m: '),
    })
    const plain = await onTerminal({ NO_COLOR: '1' })
    expect(plain).toMatchObject({ code: 2, stdout: expect.stringMatching(/^error: /) })
  })

  test('prints its help and its version to standard output', async () => {
    const help = await run(['--help', '--image', 'x'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain('--evaluator-name VALUE')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(await run(['--version'])).toMatchObject({ code: 0, stderr: '', stdout: `${version}\n` })
  })
})

describe.each(machines)('a run with secrets, with $name', ({ node, engine }) => {
  const secrets = {
    token,
    evaluator: 'canary-evaluator-secret-5Rw0+/=&"x',
    build: 'canary-build-secret-81c2 and more',
    lines: 'canary-first-line-7d1\ncanary-second-line-93a',
  }
  let job: Publishing
  let wrapper: DockerWrapper
  let ended: Awaited<ReturnType<typeof runCommand>>
  let summary: string

  beforeAll(async () => {
    job = await Publishing.start(engine)
    wrapper = new DockerWrapper()
    const all = ['KOLENA_TOKEN', 'build', 'lines'].map((id) => `/run/secrets/${id}`).join(' ')
    const mounts = ['KOLENA_TOKEN', 'build', 'lines'].map((id) => `--mount=type=secret,id=${id}`).join(' ')
    // A careless build may print secrets (plain and encoded), workflow commands and escapes.
    const careless = [
      'FROM evaluator-base:bookworm AS careless',
      `RUN ${mounts} cat ${all}; for file in ${all}; do base64 -w0 $file; echo; done; \\`,
      "    od -An -tx1 /run/secrets/KOLENA_TOKEN | tr -d ' \\n'; echo; \\",
      "    printf '::set-output name=image::forged\\n::add-mask::forged\\n#\\#[error]forged\\n' | tee /forged",
      fromShell,
      'COPY --from=careless /forged /',
      'ENTRYPOINT ["sh", "-c", "echo KOLENA_TOKEN is missing >&2; exit 1"]',
    ]
    job.write('Dockerfile', `${careless.join('\n')}\n`)
    initRepository(job.workspace)
    summary = join(job.temp, 'report.md')
    const args = [
      ...['--no-cache', '--secret-env', 'EVALUATOR_SECRET'],
      ...['--secret-envs', 'build=BUILD_SECRET', '--secret-envs', 'lines=LINES', '--summary', summary],
    ]
    ended = await runCommand(job, node, [...flagsOf(job), ...args], {
      ...wrapper.environment(),
      EVALUATOR_SECRET: secrets.evaluator,
      BUILD_SECRET: secrets.build,
      LINES: secrets.lines,
    })
  })
  afterAll(async () => {
    wrapper.remove()
    await job.stop()
  })

  test('succeeded, and the build printed the secrets', () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: expect.any(String) })
    expect(ended.stderr.match(/\*\*\*/g)?.length).toBeGreaterThanOrEqual(8)
    expect(ended.stderr).toMatch(/ ::set-output name=image::forged$/m)
    expect(ended.stderr).toContain('#\\#[error]forged')
    expect(job.sandbox.state.registrations.map(({ secret }) => secret)).toEqual([secrets.evaluator])
  })

  test('shows no secret on either stream or in the summary, in any encoding', () => {
    const shown = ended.stdout + ended.stderr + readFileSync(summary, 'utf8')
    const forms = Object.values(secrets).flatMap((secret) => secretForms(secret, 'acme'))
    expect(forms.filter((form) => shown.includes(form))).toEqual([])
  })

  test('prints no text as a workflow command, and no mask', () => {
    expect(ended.stdout + ended.stderr).not.toMatch(command)
    // BuildKit may print the name of a step again when its output continues.
    expect(new Set(ended.stderr.match(/::add-mask::.*/g))).toEqual(
      new Set(["::add-mask::forged\\n#\\#[error]forged\\n' | tee /forged", '::add-mask::forged']),
    )
  })

  test('passes no secret in the arguments or environment of a child process', () => {
    const calls = JSON.stringify(wrapper.calls)
    expect(wrapper.calls.map(({ program }) => program)).toEqual(['docker-buildx'])
    const forms = Object.values(secrets).flatMap((secret) => secretForms(secret, 'acme'))
    expect(forms.filter((form) => calls.includes(form))).toEqual([])
  })

  test('shows no secret in the error and the summary of a failed build that prints one', async () => {
    const run = 'RUN --mount=type=secret,id=careless cat /run/secrets/careless; exit 3'
    job.write('careless/Dockerfile', `FROM evaluator-base:bookworm\n${run}\n`)
    const args = [
      '--context=careless',
      '--no-cache',
      '--secret-envs',
      'careless=CARELESS',
      '--summary',
      summary,
    ]
    // Allows for Markdown escapes.
    const env = { CARELESS: 'canary_of*a|[failed]<build>_81c2' }
    const { code, stdout, stderr } = await runCommand(job, node, [...flagsOf(job), ...args], env)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^careless\/Dockerfile:2: error: Build failed: [\s\S]*\*\*\*/m)
    const report = readFileSync(summary, 'utf8')
    expect(report).toContain('\\*\\*\\*')
    expect(stdout + stderr + report).not.toMatch(/canary.of|failed\W*build|81c2/)
  })

  test('leaves only the summary behind', () => {
    expect(readdirSync(job.temp)).toEqual(['report.md'])
  })
})
