import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { init } from '../../../../src/actions/init/action.js'
import { problemOfValue } from '../../../../src/actions/init/inputs.js'
import { type InitResult, missingInputs, nextSteps } from '../../../../src/actions/init/result.js'
import { fixtureText, NO_DOCKERFILE, WORKFLOW, workflowText } from '../../../../src/actions/init/templates.js'
import { isIgnored, parseIgnoreFile } from '../../../../src/image/reuse/ignore.js'
import { readFixture } from '../../../../src/platforms/kolena/contract/fixture.js'
import { readEvent } from '../../../../src/runtime/event.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { root, runLint, unknownInputs, workflowErrors } from '../../../support/workflow-files.js'

const output = captureOutput()
const before = process.cwd()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'))
  process.chdir(folder)
  git('init', '-q')
})
afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

const git = (...args: string[]) => execFileSync('git', args, { stdio: 'pipe', encoding: 'utf8' })

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const workflowSource = (name: string) =>
  `from kolena.workflow import define_workflow\ndefine_workflow(${name}, S, G, I)\n`

/** Runs the command in the repository. */
async function run(rawInputs: Record<string, string> = {}): Promise<InitResult> {
  let result = init.begin()
  const context = { runLog: new RunLog(), signal: new AbortController().signal, privateDirectory: folder }
  await init.run({ event: readEvent({}), rawInputs }, context, (part) => {
    result = { ...result, ...part }
  })
  return result
}

/** Returns the inputs of the action in the workflow that was written. */
const inputsOf = (text = readFileSync(WORKFLOW, 'utf8')) => parse(text).jobs.evaluator.steps[1].with

const filesIn = () =>
  readdirSync('.', { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !join(entry.parentPath, '/').startsWith('.git/'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith('.git/'))
    .sort()

describe('a repository like the example', () => {
  beforeEach(() => {
    cpSync(join(root, 'examples/keypoint-detection'), '.', { recursive: true })
    rmSync('.dockerignore')
    rmSync('contract-fixture.json')
  })

  test('gets a workflow, an ignore file and a fixture', async () => {
    const sources = filesIn()
    const result = await run()
    expect(filesIn()).toEqual([...sources, '.dockerignore', WORKFLOW, 'contract-fixture.json'].sort())
    expect(missingInputs(result)).toEqual([])
    expect(inputsOf()).toEqual({
      workflow: 'Keypoint Detection',
      'evaluator-name': 'evaluate_keypoint_detection',
      image: 'evaluate_keypoint_detection',
      file: 'docker/Dockerfile',
      'api-token': `\${{ github.event_name == 'push' && secrets.KOLENA_TOKEN || '' }}`,
      comment: 'off',
    })
    expect(readFixture('contract-fixture.json').count).toBe(1)
    expect(output.text).toContain('keypoint_detection/workflow.py:34')
    expect(output.text).toContain('gh secret set KOLENA_TOKEN')
    expect(init.outputs(result)).toMatchObject({
      workflow: 'Keypoint Detection',
      files: JSON.stringify([WORKFLOW, '.dockerignore', 'contract-fixture.json']),
      kept: '[]',
      missing: '[]',
    })
    expect(String(init.summary(result, new RunLog()))).toContain('## ✅ 3 files were written')
  })

  test('is not changed by a dry run, which shows the files', async () => {
    const sources = filesIn()
    const result = await run({ 'dry-run': 'true' })
    expect(filesIn()).toEqual(sources)
    expect(result.files.map(({ path }) => path)).toEqual([WORKFLOW, '.dockerignore', 'contract-fixture.json'])
    expect(output.text).toContain(`Would write ${WORKFLOW}`)
    expect(output.text).toContain('workflow: "Keypoint Detection"')
    expect(String(init.summary(result, new RunLog()))).toContain('## ✅ 3 files would be written')
  })

  test('keeps every file that exists, and says so', async () => {
    write(WORKFLOW, 'mine')
    write('.dockerignore', 'mine')
    write('contract-fixture.json', 'mine')
    const result = await run()
    expect([result.files, result.kept]).toEqual([[], [WORKFLOW, '.dockerignore', 'contract-fixture.json']])
    for (const path of result.kept) {
      expect(readFileSync(path, 'utf8')).toBe('mine')
      expect(output.text).toContain(`Kept ${path}, which exists.`)
    }
  })

  test('is set up once: the second run writes nothing', async () => {
    await run()
    const texts = filesIn().map((path) => readFileSync(path, 'utf8'))
    const result = await run()
    expect(result.files).toEqual([])
    expect(filesIn().map((path) => readFileSync(path, 'utf8'))).toEqual(texts)
    expect(String(init.summary(result, new RunLog()))).toContain('## ✅ There is nothing to write')
  })

  test('runs the contract check at once if it has a fixture of its own', async () => {
    cpSync(join(root, 'examples/keypoint-detection/contract-fixture.json'), 'contract-fixture.json')
    await run()
    expect(inputsOf()).toMatchObject({ verify: 'contract', 'contract-fixture': 'contract-fixture.json' })
  })

  test('does not read a very large fixture', async () => {
    const samples = Array.from({ length: 2_200_000 }, () => 0)
    write('contract-fixture.json', JSON.stringify({ test_cases: [{ name: 'a', samples }] }))
    const started = performance.now()
    await run()
    expect(performance.now() - started).toBeLessThan(5000)
    expect(inputsOf()).not.toHaveProperty('verify')
  })

  test('does not run the contract check with the fixture that this command wrote', async () => {
    write('contract-fixture.json', fixtureText())
    await run()
    expect(inputsOf()).not.toHaveProperty('verify')
  })

  test('takes values of the command line first', async () => {
    write('other/Dockerfile', 'FROM scratch\n')
    await run({
      workflow: 'W',
      'evaluator-name': 'e',
      image: 'ghcr.io/acme/e',
      file: './other/Dockerfile',
      context: 'other',
    })
    expect(inputsOf()).toMatchObject({
      workflow: 'W',
      'evaluator-name': 'e',
      image: 'ghcr.io/acme/e',
      context: 'other',
    })
    expect(inputsOf()).not.toHaveProperty('file')
    expect(existsSync('other/.dockerignore')).toBe(true)
  })
})

describe('what is not found', () => {
  test('has placeholders, and is named', async () => {
    const result = await run()
    expect(missingInputs(result)).toEqual(['workflow', 'evaluator-name', 'image', 'file'])
    expect(inputsOf()).toMatchObject({ workflow: '', 'evaluator-name': '', image: '', file: NO_DOCKERFILE })
    expect(output.text).toContain('workflow has to be set by hand: the sources do not name it')
    expect(output.text).toContain('file has to be set by hand: no Dockerfile was found')
    expect(nextSteps(result)[0]).toContain('set workflow, evaluator-name, image, file')
    expect(existsSync('.dockerignore')).toBe(false)
  })

  test('is not chosen among several candidates, which are listed', async () => {
    write('a/Dockerfile', 'FROM scratch\n')
    write('b/gpu.Dockerfile', 'FROM scratch\n')
    write('a/w.py', workflowSource('"A"'))
    write('b/w.py', workflowSource('"B"'))
    const result = await run()
    expect(missingInputs(result)).toContain('file')
    expect(output.text).toContain('several were found: "a/Dockerfile", "b/gpu.Dockerfile"')
    expect(output.text).toContain('candidates are "A" (a/w.py:2), "B" (b/w.py:2)')
  })

  test('is not chosen if a file that could not be read may name another one', async () => {
    write('a.py', workflowSource('"A"'))
    write('b.py', `${workflowSource('"B"')}'`)
    await run()
    expect(inputsOf().workflow).toBe('')
    expect(output.text).toContain('candidates are "A" (a.py:2); 1 of 2 sources could not be read')
  })

  test.each([
    ['an expression', `"\${{ secrets.KOLENA_TOKEN }}"`, 'contains an expression'],
    ['a blank at the end', '"A "', 'begins or ends with a blank'],
    ['control characters', '"\\x1b[31mA"', 'contains control characters'],
    ['characters that change the direction of text', '"A\\u202e"', 'contains control characters'],
    ['two dots', '".."', 'cannot be a name'],
    ['many characters', `"${'A'.repeat(100_000)}"`, `"${'A'.repeat(299)}…" in a.py:2 has more than 300`],
  ])('includes a name with %s', async (_, literal, reason) => {
    write('a.py', workflowSource(literal))
    await run()
    expect(inputsOf().workflow).toBe('')
    expect(output.text).toContain(reason)
    expect(output.text).not.toContain('\u001b')
  })
})

test.each(['a /Dockerfile', `\${{ x }}/Dockerfile`, 'a\nb/Dockerfile'])(
  'a Dockerfile whose path GitHub would change is not chosen: %j',
  async (path) => {
    write(path, 'FROM scratch\n')
    await run()
    expect(inputsOf().file).toBe(NO_DOCKERFILE)
    await expect(run({ file: path })).rejects.toThrow('file')
  },
)

describe('what is looked at', () => {
  test('leaves out ignored and hidden files, tests, and links out of the repository', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    writeFileSync(join(outside, 'w.py'), workflowSource('"outside"'))
    write('.gitignore', 'venv\n')
    for (const path of ['venv/w.py', '.hidden/w.py', 'tests/w.py', 'pkg/test_w.py', 'pkg/conftest.py'])
      write(path, workflowSource(`"${path}"`))
    for (const path of ['venv/Dockerfile', '.devcontainer/Dockerfile', 'Dockerfile.dockerignore'])
      write(path, '')
    symlinkSync(join(outside, 'w.py'), 'link.py')
    write('w.py', workflowSource('"mine"'))
    write('Dockerfile', 'FROM scratch\n')
    await run()
    rmSync(outside, { recursive: true })
    expect(inputsOf()).toMatchObject({ workflow: 'mine' })
    expect(inputsOf()).not.toHaveProperty('file')
    expect(output.text).toContain('file: "Dockerfile" (the only Dockerfile)')
    expect(existsSync('.dockerignore')).toBe(false)
    expect(output.text).toContain('Dockerfile.dockerignore applies instead')
  })

  test.each([
    ['in another encoding', Buffer.from(`# coding: latin-1\n${workflowSource('"\xfc"')}`, 'latin1')],
    [
      'that claims another encoding',
      Buffer.from(`#!/usr/bin/python\n# coding=utf-7\n${workflowSource('"a"')}`),
    ],
    ['that is very large', Buffer.from(`${workflowSource('"a"')}${'#\n'.repeat(600_000)}`)],
  ])('does not read a source %s', async (_, content) => {
    writeFileSync('a.py', content)
    await run()
    expect(output.text).toContain('1 of 1 sources could not be read')
  })

  test('runs no program of the repository', async () => {
    write('program', `#!/bin/sh\ntouch ${join(folder, 'ran')}\n`)
    execFileSync('chmod', ['+x', 'program'])
    git('config', 'core.fsmonitor', join(folder, 'program'))
    await run()
    expect(existsSync('ran')).toBe(false)
  })

  test('includes a workflow that uses this action already', async () => {
    write(
      '.github/workflows/release.yml',
      'jobs:\n  a:\n    steps:\n      - uses: acme/evaluator-action@v1\n',
    )
    const result = await run()
    expect(existsSync(WORKFLOW)).toBe(false)
    expect(result.plan?.omitted).toContain(
      `${WORKFLOW}: .github/workflows/release.yml uses this action already`,
    )
  })

  test('does not let the name of a file write a line of its own', async () => {
    const forged = '\nNext: run curl'
    write('Dockerfile', 'FROM scratch\n')
    write(`a${forged}/Dockerfile`, 'FROM scratch\n')
    write(`a${forged}.py`, workflowSource('"A"'))
    write(
      `.github/workflows/a${forged}.yml`,
      'jobs:\n  a:\n    steps:\n      - uses: acme/evaluator-action@v1\n',
    )
    await run()
    expect(output.text).toContain(
      String.raw`several were found: "Dockerfile", "a\nNext: run curl/Dockerfile"`,
    )
    expect(output.text).toContain('1 of 1 sources could not be read')
    expect(output.text).not.toMatch(/^Next: run/m)
  })

  test('counts files that this user may not read, and leaves them out', async () => {
    const files = ['Dockerfile', 'a.py', '.github/workflows/a.yml', 'contract-fixture.json']
    for (const path of files) {
      write(path, '')
      chmodSync(path, 0)
    }
    // No permission keeps root from reading a file.
    if (process.getuid?.() === 0) {
      execFileSync('chown', ['-R', '65534', '.'])
      process.seteuid?.(65534)
    }
    const { HOME } = process.env
    process.env.HOME = folder
    try {
      await run()
    } finally {
      process.seteuid?.(process.getuid?.() ?? 0)
      process.env.HOME = HOME
    }
    expect(output.text).toContain('1 of 1 sources could not be read')
    expect(inputsOf()).not.toHaveProperty('verify')
    expect(output.text).toContain('file: "Dockerfile" (the only Dockerfile)')
  })

  test('must be readable for Git', async () => {
    write('Dockerfile', 'FROM scratch\n')
    write('.git/index', 'not an index')
    await expect(run()).rejects.toThrow('Git cannot read the repository: ')
    expect(filesIn()).toEqual(['Dockerfile'])
    write('.git/config', '[not a configuration')
    await expect(run()).rejects.toThrow('Git cannot read the repository: fatal: bad config line 1')
  })

  test('must be the root of a repository', async () => {
    write('sub/x', '')
    process.chdir('sub')
    await expect(run()).rejects.toThrow('Run the command there: cd ..')
    rmSync(join(folder, '.git'), { recursive: true })
    await expect(run()).rejects.toThrow('This directory is not in a Git repository')
  })
})

describe('the host', () => {
  test.each([
    ['git@gitlab.com:acme/e.git', 'gitlab.com does not run GitHub Actions, so no workflow is written'],
    ['https://git.acme.dev/acme/e', 'git.acme.dev is not github.com. On GitHub Enterprise Server'],
    ['https://acme.ghe.com/acme/e', 'acme.ghe.com is GitHub Enterprise Cloud'],
  ])('%s: the log says what that means', async (address, text) => {
    git('remote', 'add', 'origin', address)
    await run()
    expect(output.text).toContain(text)
    expect(existsSync(WORKFLOW)).toBe(!address.includes('gitlab'))
  })

  test('without GitHub Actions gets the command line instead of a workflow', async () => {
    git('remote', 'add', 'origin', 'https://user:canary-token-8412@gitlab.com/acme/e')
    const result = await run({ workflow: "it's" })
    expect(nextSteps(result)[1]).toContain(
      String.raw`evaluator-action --dry-run --workflow='it'\''s' --evaluator-name='…'`,
    )
    expect(output.text + String(init.summary(result, new RunLog()))).not.toContain('canary')
  })

  test('without GitHub Actions gets a command that takes a name as the value of its flag', async () => {
    git('remote', 'add', 'origin', 'https://gitlab.com/acme/e')
    write('w.py', workflowSource('"--dry-run=false"'))
    const [, step = ''] = nextSteps(await run())
    const [, command = ''] = /evaluator-action (.*)/.exec(step) ?? []
    const args = execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' }).split('\n')
    expect(args.slice(0, 2)).toEqual(['--dry-run', '--workflow=--dry-run=false'])
  })

  test('github.com needs no remark', async () => {
    git('remote', 'add', 'origin', 'git@github.com:acme/e.git')
    await run()
    expect(output.text).not.toContain('github.com is')
    expect(output.text).not.toContain('no remote')
  })
})

describe('links and other obstacles', () => {
  test.each(['.github', '.github/workflows'])(
    'never leads a file out of the repository: %s',
    async (link) => {
      const outside = mkdtempSync(join(tmpdir(), 'outside-'))
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(outside, link)
      await expect(run()).rejects.toThrow(`${link} is a link, which may lead out of the repository`)
      expect(readdirSync(outside)).toEqual([])
      expect(existsSync('contract-fixture.json')).toBe(false)
      rmSync(outside, { recursive: true })
    },
  )

  test('keeps a link in the place of a file, even if it leads nowhere', async () => {
    const outside = join(tmpdir(), `outside-${process.pid}.json`)
    symlinkSync(outside, 'contract-fixture.json')
    const result = await run()
    expect(result.kept).toEqual(['contract-fixture.json'])
    expect(existsSync(outside)).toBe(false)
  })

  test('refuses a file in the place of a folder before it writes anything', async () => {
    write('.github', 'x')
    await expect(run()).rejects.toThrow('.github is not a directory')
    expect(existsSync('contract-fixture.json')).toBe(false)
  })

  test('are not read as options of Git if their folder begins with a hyphen', async () => {
    write('-f/Dockerfile', 'FROM scratch\nCOPY a.py /\n')
    write('-f/a.py', '')
    const step = nextSteps(await run()).find((text) => text.includes('git add')) ?? ''
    const [, paths = ''] = /git add (.*?) &&/.exec(step) ?? []
    git('add', ...paths.split(' '))
    expect(git('ls-files').split('\n')).toContain('-f/.dockerignore')
  })

  test.each([
    ['.', undefined],
    ['a'.repeat(301), 'has more than 300 characters; write another value'],
    ['a ', 'begins or ends with a blank; write another value'],
    [`\${{ a }}`, 'contains an expression, which GitHub would evaluate; write another value'],
  ])('are explained for the value of a flag: %j', async (context, problem) => {
    const error = await run({ context, 'dry-run': 'true' }).then(
      () => undefined,
      ({ message }: Error) => message,
    )
    if (problem === undefined) expect(error).toBeUndefined()
    else expect(error).toContain(problem)
  })

  test('names all wrong flags at once', async () => {
    const wrong = { workflow: `\${{ x }}`, image: 'Acme/e:v1', file: '../Dockerfile', context: 'nowhere' }
    const error = await run(wrong).catch((cause: Error) => cause.message)
    for (const text of ['workflow', 'image', 'file "../Dockerfile"', 'context "nowhere"'])
      expect(error).toContain(text)
    expect(filesIn()).toEqual([])
  })
})

describe('the ignore file', () => {
  const ignoreFor = async (dockerfile: string) => {
    write('Dockerfile', `FROM scratch\n${dockerfile}\n`)
    await run()
    return parseIgnoreFile(readFileSync('.dockerignore', 'utf8'))
  }

  test('excludes secrets and what the image does not need', async () => {
    const ignore = await ignoreFor('COPY . /app')
    for (const path of [
      '.git/config',
      '.env',
      'pkg/.env.local',
      'a/.aws/credentials',
      'a/__pycache__/b.pyc',
      '.venv/bin',
    ])
      expect([path, isIgnored(ignore, path)]).toEqual([path, true])
    for (const path of ['pkg/main.py', 'requirements.txt', 'Dockerfile', 'environment.yml', 'pkg/venv.py'])
      expect([path, isIgnored(ignore, path)]).toEqual([path, false])
  })

  test('keeps what the Dockerfile copies', async () => {
    const ignore = await ignoreFor(
      'COPY .env.example venv /\nRUN --mount=type=bind,source=.git,target=/g true',
    )
    for (const path of ['.env.example', 'venv/bin/python', '.git/HEAD'])
      expect([path, isIgnored(ignore, path)]).toEqual([path, false])
    expect(isIgnored(ignore, '.env')).toBe(true)
  })
})

describe('the workflow', () => {
  const found = (value: string | undefined) => ({ value, source: '' })
  const textFor = (value: string | undefined, context = '.') =>
    workflowText(
      {
        workflow: found(value),
        'evaluator-name': found(value),
        image: found(value),
        file: found(value),
        context,
      },
      false,
    )

  test.each([
    undefined,
    'Keypoint Detection',
    'yes',
    '0x1F',
    '~',
    '# x',
    "it's",
    '"',
    '*',
    '@',
    '- a',
    'a: b',
    '!x',
    '\\',
  ])('is valid with the name %j', async (value) => {
    const text = textFor(value)
    expect(workflowErrors(WORKFLOW, text)).toEqual([])
    expect(unknownInputs(text)).toEqual([])
    expect(await runLint(text, WORKFLOW)).toEqual([])
  })

  test('has every accepted name unchanged, whatever it looks like', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('on', '1e3', '${{', 'a\nb: c'),
    )
    fc.assert(
      fc.property(text, text, (value, context) => {
        fc.pre(
          problemOfValue(value) === undefined && problemOfValue(context) === undefined && context !== '.',
        )
        const written = textFor(value, context)
        expect(inputsOf(written)).toMatchObject({
          workflow: value,
          'evaluator-name': value,
          file: value,
          context,
        })
        expect(workflowErrors(WORKFLOW, written)).toEqual([])
      }),
    )
  })

  test('gives the token only to pushed tags, and no job more than it needs', () => {
    const workflow = parse(textFor('x'))
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(workflow.on).toEqual({ pull_request: null, push: { tags: ['v*'] } })
    expect(workflow.jobs.evaluator.steps[0].with).toEqual({ 'persist-credentials': false })
    expect(textFor('x').match(/secrets\.\w+/g)).toEqual(['secrets.KOLENA_TOKEN'])
  })
})
