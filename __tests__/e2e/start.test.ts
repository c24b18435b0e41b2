import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { engines, untilEmpty } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

const fork = pullRequest({ fork: 'octocat/evaluators' })

/** Files of a context, the instructions after FROM, and the expected findings of the run without credentials. */
type Case = [name: string, files: Record<string, string>, instructions: string, findings: string[]]

const main = (code: string) => ({ 'main.py': code })
const python = 'COPY main.py /opt/\nENTRYPOINT ["python3", "/opt/main.py"]'
const script = 'COPY --chmod=755 run.sh /opt/\nENTRYPOINT ["/opt/run.sh"]'

describe.each(engines)('the run without credentials on $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())

  test.each<Case>([
    ['a missing module', {}, 'ENTRYPOINT ["python3", "-m", "pkg.nope"]', ['import-error']],
    [
      'a package without __main__',
      { 'pk/__init__.py': '' },
      'WORKDIR /opt\nCOPY pk pk\nENTRYPOINT ["python3", "-m", "pk"]',
      ['import-error'],
    ],
    ['a missing script', {}, 'ENTRYPOINT ["python3", "/opt/nope.py"]', ['cannot-start']],
    ['a shell that cannot find the program', {}, 'ENTRYPOINT evaluate', ['cannot-start']],
    ['a missing program', {}, 'ENTRYPOINT ["evaluate"]', ['cannot-start']],
    [
      'a shebang with a carriage return',
      { 'run.sh': '#!/bin/sh\r\necho KOLENA_TOKEN is missing >&2\r\nexit 1\r\n' },
      script,
      ['cannot-start'],
    ],
    [
      'a shebang of env with a carriage return',
      { 'run.sh': '#!/usr/bin/env python3\r\nraise SystemExit("KOLENA_TOKEN is missing")\r\n' },
      script,
      ['cannot-start'],
    ],
    ['a syntax error in Python', main('x = (\n'), python, ['syntax-error']],
    ['a syntax error in sh', { 'run.sh': '#!/bin/sh\nif true; then\n' }, script, ['syntax-error']],
    [
      'a file without the x bit',
      { 'run.sh': '#!/bin/sh\n' },
      'COPY --chmod=644 run.sh /opt/\nENTRYPOINT /opt/run.sh',
      ['cannot-start'],
    ],
    [
      'a program for another processor',
      { 'run.sh': 'a file that is not a program' },
      'COPY --chmod=755 run.sh /opt/\nENTRYPOINT ["/opt/run.sh"]',
      ['cannot-start'],
    ],
    ['a missing Perl module', {}, 'ENTRYPOINT ["perl", "-e", "use Kolena;"]', ['import-error']],
    [
      'an import that fails after a line that names a variable',
      main('print("using KOLENA_TOKEN", flush=True)\nimport kolena_metrics\n'),
      python,
      ['import-error'],
    ],
    [
      'an import that fails before a buffered line that names one',
      main('print("warning: KOLENA_TOKEN is missing")\nimport kolena_metrics\n'),
      python,
      ['import-error'],
    ],
    [
      'a segmentation fault',
      {},
      `ENTRYPOINT ["sh", "-c", "sh -c 'kill -SEGV $$'; exit $?"]`,
      ['start-crash'],
    ],
    ['exit code 255', main('raise SystemExit(255)\n'), python, ['start-crash']],
  ])('refuses %s', async (_, files, instructions, findings) => {
    const run = await verify(files, instructions)
    expect(run.exitCode).toBe(1)
    expect(titles(run, 'error')).toEqual([...findings, 'Verify failed'])
  })

  test.each<Case>([
    ['says what is missing', main('raise SystemExit("KOLENA_TOKEN is missing")\n'), python, []],
    ['misses a key', main('import os\nos.environ["KOLENA_TOKEN"]\n'), python, []],
    [
      'lacks an optional tool',
      { 'run.sh': '#!/bin/sh\noptional-tool\necho KOLENA_TOKEN is missing >&2\nexit 1\n' },
      script,
      [],
    ],
    ['uses :? of bash', {}, `ENTRYPOINT ["bash", "-c", ": \${KOLENA_TOKEN:?}"]`, []],
    ['dies in Perl', {}, 'ENTRYPOINT ["perl", "-e", "die qq(KOLENA_TOKEN is missing\\\\n)"]', []],
    [
      'gives up root and changes files of others',
      {
        'run.sh':
          '#!/bin/sh\nset -e\nmkdir /data && chown 10001 /data\nexec setpriv --reuid 10001 --regid 10001 --clear-groups sh -c "touch /data/x; echo KOLENA_TOKEN is missing; exit 1"\n',
      },
      script,
      [],
    ],
    ['says something else', main('raise SystemExit("no configuration")\n'), python, ['unclear-start']],
    ['fails at something else', main('open("/nope")\n'), python, ['traceback']],
  ])('accepts an image that %s', async (_, files, instructions, findings) => {
    const run = await verify(files, instructions)
    expect(titles(run, 'error')).toEqual([])
    expect(run.exitCode).toBe(0)
    expect(titles(run, 'warning')).toEqual(findings)
  })

  async function verify(files: Record<string, string>, instructions: string) {
    for (const [path, content] of Object.entries(files)) job.write(path, content)
    job.write('Dockerfile', `FROM evaluator-base:bookworm\n${instructions}\n`)
    const run = await job.run(
      { verify: 'start', 'api-token': undefined, 'verify-timeout': '60' },
      { event: fork },
    )
    await untilEmpty(async () => (await job.leftInEngine()).join())
    return run
  }
})

function titles(
  { annotations }: { annotations: { level: string; title?: string | undefined }[] },
  level: string,
) {
  return annotations.filter((one) => one.level === level).map(({ title }) => title)
}
