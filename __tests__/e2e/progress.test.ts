import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { secretForms } from '../../src/runtime/secrets.js'
import { flagsOf, machines, runCommand, shellEnvironment } from '../support/command-line.js'
import { EngineProxy } from '../support/engine-proxy.js'
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.js'
import { initRepository } from '../support/git.js'
import { PseudoTerminal } from '../support/pseudo-terminal.js'
import { Publishing, root } from '../support/publishing.js'

const size = { columns: 80, rows: 24 }
/** Matches what only the progress writes: it erases lines, moves or hides the cursor, or turns off wrapping. */
const drawing = /\r?\u001b\[(?:J|\d+A|\?25[lh]|\?7[lh])/
/** Matches the line of a running phase. */
const running = /^(?!\s)[A-Z][\w ]+: \d+ s(?: · |$)/
const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

describe.each(machines)('the progress of the command line with $name', ({ node, engine }) => {
  let job: Publishing
  let proxy: EngineProxy
  beforeAll(async () => {
    job = await Publishing.start(engine)
    // Nothing else shows all bytes of a push long enough.
    const after = () => sleep(1500)
    proxy = await EngineProxy.start(engine, [{ call: /\/push\?/, after }])
  })
  afterAll(async () => {
    await proxy.close()
    await job.stop()
  })
  beforeEach(() => build(`RUN head -c 30000000 /dev/urandom > /layer && sleep 2 # ${Math.random()}`, 'layer'))

  /** Writes a Dockerfile whose image has one file of its base. */
  const build = (step: string, file = 'evaluator') =>
    job.write(
      'Dockerfile',
      `FROM evaluator-base:bookworm AS base\nCOPY evaluator /evaluator\n${step}\nFROM scratch\nCOPY --from=base /${file} /\n`,
    )
  const command = (args: readonly string[]) =>
    [node, join(root, 'bin/evaluator-action.js'), ...args].map(quote).join(' ')
  const publish = (...args: string[]) => command([...flagsOf(job), '--tags=v1', '--verify=off', ...args])
  const open = (text: string, env: Record<string, string> = {}, columns = size.columns) =>
    new PseudoTerminal(text, {
      ...{ cwd: job.workspace, ...size, columns },
      env: { ...shellEnvironment(job), DOCKER_HOST: proxy.host, ...env },
    })

  test('shows the step of the build and the bytes of the push, and leaves only the log and the outputs', async () => {
    const terminal = open(publish())
    const building = await terminal.waitFor(/^Build: \d+ s · #\d+ \[base 3\/3\] RUN head -c 30000000 /)
    expect(building.at(-1)).toMatch(/^Build: \d+ s · #.*…$/)
    expect(terminal.isCursorVisible).toBe(false)
    const pushing = await terminal.waitFor(/^Push: \d+ s/)
    // The line of the phase that has ended is gone.
    expect(pushing.filter((line) => running.test(line))).toHaveLength(1)
    expect(await terminal.end()).toBe(0)
    // The engine chooses when it reports, so a state may be on the screen for a moment only. The dot is not ASCII.
    expect(terminal.bytes).toMatch(/Push: \d+ s \S+ \d+\.\d of 30\.0 MB/)
    const lines = await terminal.lines()
    expect(lines.filter((line) => running.test(line))).toEqual([])
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Build: done in \d+\.\d s$/),
        expect.stringMatching(/^Push: done in \d+\.\d s$/),
      ]),
    )
    expect([lines[0], lines.at(-1)]).toEqual(['Publishing: from this machine', '}'])
    expect(terminal.isCursorVisible).toBe(true)
  })

  test('keeps escape sequences and secrets of the build away from the terminal', async () => {
    const canary = 'canary-of-a-careless-build-77a1'
    const hostile = [
      ...[
        '\u001b]0;title\u0007',
        '\u001b[2J',
        '\u001b[?1049h',
        '\u009b31m',
        '\u202e',
        '\u001b]52;c;aGk=\u0007',
      ],
      ...['\u001b[10A', '\u001bc', '日本語'.repeat(40)],
    ]
    const printed = '\\033[2J\\033]0;title\\007\\033[?1049h\\033[5A\\rover\\b\\r#99 [9/9] RUN forged\\n'
    build(
      `RUN --mount=type=secret,id=careless : ${canary} ${hostile.join('')}${Math.random()}; printf '${printed}'; cat /run/secrets/careless; sleep 2`,
    )
    const terminal = open(
      publish('--dry-run', '--secret-envs=careless=CARELESS'),
      { CARELESS: canary, NO_COLOR: '1' },
      160,
    )
    const shown = await terminal.waitFor(/^Build: \d+ s · #\d+ \[base 3\/3\] RUN/)
    const own = shown.filter((line) => running.test(line))
    expect(own).toHaveLength(1)
    expect(own[0]).toMatch(/ : \*\*\* .*日本語.*…$/)
    expect(own[0]).not.toContain('forged')
    expect(await terminal.end()).toBe(0)
    expect(terminal.bytes).toContain('***')
    expect(secretForms(canary).filter((form) => terminal.bytes.includes(form))).toEqual([])
    const rest = terminal.bytes.replaceAll(new RegExp(drawing, 'g'), '')
    expect(rest).not.toMatch(/\u001b|\u0007|\u0008/)
    expect((await terminal.lines()).filter((line) => running.test(line))).toEqual([])
  })

  test('fits the line into the window when its size changes', async () => {
    const terminal = open(publish('--dry-run'))
    await terminal.waitFor(/^Build: \d+ s · #\d+ \[base 3\/3\] RUN/)
    terminal.resize({ columns: 30, rows: 10 })
    const narrow = await terminal.waitFor(/^Build: \d+ s · #.{10,16}…$/)
    expect(narrow.filter((line) => running.test(line))).toHaveLength(1)
    terminal.resize({ columns: 120, rows: 30 })
    const wide = await terminal.waitFor(/^Build: \d+ s · #.{70,}/)
    expect(wide.filter((line) => running.test(line))).toHaveLength(1)
    expect(await terminal.end()).toBe(0)
    expect((await terminal.lines()).filter((line) => running.test(line))).toEqual([])
  })

  test('leaves a clean terminal while it is stopped by Ctrl-Z, and goes on afterwards', async () => {
    const terminal = open(`${publish('--dry-run')}; echo "stopped: $?"; read line; fg; echo "ended: $?"`)
    await terminal.waitFor(/^Build: \d+ s · #\d+ \[base 3\/3\] RUN/)
    terminal.type('\u001a')
    const stopped = await terminal.waitFor(/^stopped: 148$/)
    expect(stopped.filter((line) => running.test(line))).toEqual([])
    expect(terminal.isCursorVisible).toBe(true)
    await sleep(500)
    expect((await terminal.lines()).filter((line) => running.test(line))).toEqual([])
    terminal.type('\r')
    await terminal.waitFor(running)
    expect(terminal.isCursorVisible).toBe(false)
    await terminal.waitFor(/^ended: 0$/)
    expect(await terminal.end()).toBe(0)
    expect((await terminal.lines()).filter((line) => running.test(line))).toEqual([])
    expect(terminal.isCursorVisible).toBe(true)
  })

  test('ends with a clean terminal at Ctrl-C', async () => {
    const terminal = open(`${publish()}; echo "ended: $?"`)
    await terminal.waitFor(/^Build: \d+ s · #\d+ \[base 3\/3\] RUN/)
    terminal.type('\u0003')
    const lines = await terminal.waitFor(/^ended: 130$/)
    expect(lines.filter((line) => running.test(line))).toEqual([])
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^Build: failed after/)]))
    expect(terminal.isCursorVisible).toBe(true)
    await terminal.end()
  })

  test('is gone when the build fails', async () => {
    build('RUN sleep 1; exit 3')
    const terminal = open(publish('--dry-run'))
    await terminal.waitFor(/^Build: \d+ s · #/)
    expect(await terminal.end()).toBe(1)
    const lines = await terminal.lines()
    expect(lines.filter((line) => running.test(line))).toEqual([])
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Dockerfile:3: error: Build failed/)]),
    )
    expect(terminal.isCursorVisible).toBe(true)
  })
})

describe.each(machines)('a log without progress, with $name', ({ node, engine }) => {
  const args = ['model', '--workflow=Keypoint Detection', '--name=one', '--dry-run']
  let job: Publishing
  let slow: FaultyProxy
  let piped: string
  beforeAll(async () => {
    job = await Publishing.start(engine)
    initRepository(job.workspace)
    slow = await startFaultyProxy(job.sandbox.url, (request) => (/login/.test(request) ? 'delay' : undefined))
    const { code, stderr } = await runCommand(job, node, args, { KOLENA_API_URL: slow.url })
    expect(code).toBe(0)
    piped = stderr
  })
  afterAll(async () => {
    await slow.close()
    await job.stop()
  })

  /** Runs in a terminal, which gets standard error only. */
  const inTerminal = async (env: Record<string, string>) => {
    const words = [node, join(root, 'bin/evaluator-action.js'), ...args].map(quote)
    const terminal = new PseudoTerminal(`${words.join(' ')} > /dev/null`, {
      ...{ cwd: job.workspace, ...size, columns: 400 },
      env: { ...shellEnvironment(job), KOLENA_API_URL: slow.url, NO_COLOR: '1', ...env },
    })
    expect(await terminal.end()).toBe(0)
    return { bytes: terminal.bytes, lines: await terminal.lines() }
  }
  const withoutTimes = (text: string) => text.replaceAll(/\d+\.\d s/g, 'N s')

  test('has no control characters when it is piped', () => {
    expect(piped).toContain('Log in at the platform: done in ')
    expect(piped).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })

  test.each([{ CI: 'true' }, { TERM: 'dumb' }])('is the same in a terminal with %j', async (env) => {
    const { bytes } = await inTerminal(env)
    expect(withoutTimes(bytes.replaceAll('\r\n', '\n'))).toBe(withoutTimes(piped))
  })

  test('has no progress in a job of GitHub Actions', async () => {
    const { bytes } = await inTerminal({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push' })
    expect(bytes).toContain('Log in at the platform: done in ')
    expect(bytes).not.toMatch(drawing)
  })

  test('is what a terminal shows after the progress has ended', async () => {
    const { bytes, lines } = await inTerminal({})
    expect(bytes).toMatch(drawing)
    expect(bytes).toContain('Log in at the platform: 0 s')
    expect(withoutTimes(`${lines.join('\n')}\n`)).toBe(withoutTimes(piped))
  })
})

describe('a program with running phases', () => {
  const start = `
    import { Progress } from '${join(root, 'build/src/runtime/progress.js')}'
    new Progress(process.stderr).start({ name: 'Build', describe: () => 'never ends' })
  `
  const run = (code: string) =>
    new PseudoTerminal(
      `ulimit -c 0; ${quote(process.execPath)} --input-type=module -e ${quote(start + code)}`,
      {
        ...{ cwd: root, env: { PATH: process.env.PATH }, ...size },
      },
    )

  test('leaves a clean terminal after an error that nothing catches', async () => {
    const terminal = run('setTimeout(() => { throw new Error("a bug") }, 500)')
    await terminal.waitFor(/^Build: 0 s · never ends$/)
    expect(await terminal.end()).toBe(1)
    const lines = await terminal.lines()
    expect(lines).toEqual(expect.arrayContaining(['Error: a bug']))
    expect(lines.filter((line) => running.test(line))).toEqual([])
    expect(terminal.isCursorVisible).toBe(true)
  })

  test('leaves a clean terminal when Ctrl-\\ ends it', async () => {
    const terminal = run('setTimeout(() => {}, 60_000)')
    await terminal.waitFor(/^Build: 0 s · never ends$/)
    terminal.type('\u001c')
    expect(await terminal.end()).toBe(131)
    expect((await terminal.lines()).filter((line) => running.test(line))).toEqual([])
    expect(terminal.isCursorVisible).toBe(true)
  })

  test('ends when nothing but the progress is left', async () => {
    const terminal = run('setTimeout(() => {}, 500)')
    await terminal.waitFor(/^Build: 0 s · never ends$/)
    expect(await terminal.end()).toBe(0)
    expect(await terminal.lines()).toEqual([])
    expect(terminal.isCursorVisible).toBe(true)
  })
})
