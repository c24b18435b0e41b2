import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { engines, untilEmpty } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

const fork = pullRequest({ fork: 'octocat/evaluators' })

/** A minimal runtime client that loads the handler and reports the result. */
const client = `
import importlib, os, socket, sys
host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")

def call(method, path, body=""):
    connection = socket.create_connection((host, int(port)))
    head = f"{method} /2018-06-01/runtime{path} HTTP/1.1\\r\\nHost: {host}\\r\\nContent-Length: {len(body)}\\r\\n\\r\\n"
    connection.sendall((head + body).encode())
    connection.recv(4096)

try:
    importlib.import_module(sys.argv[1])
except ImportError as error:
    call("POST", "/init/error", '{"errorType":"Runtime.ImportModuleError","errorMessage":"' + str(error).replace('"', "'") + '"}')
    sys.exit(1)
call("GET", "/invocation/next")
`

describe.each(engines)('verifying an image for AWS Lambda with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    job.write('client.py', client)
    job.write('handler.py', 'def handler(event, context): return None\n')
    job.write('broken.py', 'import numpy_of_nobody\n')
    job.write('program', 'a file that is not a program')
  })
  afterAll(() => job.stop())

  const run = async (instructions: string, inputs: Record<string, string> = {}) => {
    job.write('Dockerfile', `${instructions}\n`)
    const given = {
      verify: 'lambda',
      register: 'false',
      'api-token': undefined,
      'verify-timeout': '30',
      ...inputs,
    }
    const step = await job.run(
      { ...given, workflow: undefined, 'evaluator-name': undefined },
      { event: fork },
    )
    await untilEmpty(async () => (await job.leftInEngine()).join())
    return { ...step, found: step.annotations.map(({ level, title }) => `${level} ${title}`) }
  }
  const python = (handler: string) =>
    `FROM evaluator-base:bookworm\nWORKDIR /task\nCOPY *.py ./\nENTRYPOINT ["python3", "client.py"]\nCMD ["${handler}"]`

  test('accepts an image that asks for an event', async () => {
    expect(await run(python('handler'))).toMatchObject({ exitCode: 0, found: [] })
  })

  test('accepts an image that keeps serving', async () => {
    const serving = 'FROM evaluator-base:bookworm\nENTRYPOINT ["sleep", "600"]'
    const limit = { 'verify-timeout': '3' }
    expect(await run(serving, limit)).toMatchObject({ exitCode: 0, found: [] })
    expect((await run(serving, { ...limit, verify: 'start' })).found).toContain('error start-timeout')
  })

  test('accepts an arm64 image, with a warning if this machine cannot run it', async () => {
    const arm = 'FROM scratch\nCOPY program /program\nENTRYPOINT ["/program"]'
    const inputs = { platforms: 'linux/arm64' }
    const { exitCode, found } = await run(arm, inputs)
    if (process.env.IMAGE_STORE === 'containerd' && found.includes('error not-searched')) {
      // Older engines with this store cannot read the history of an image that they have not unpacked.
      const accepted = await run(arm, { ...inputs, 'accept-findings': 'not-searched' })
      expect(accepted).toMatchObject({
        exitCode: 0,
        found: expect.arrayContaining(['warning unclear-start']),
      })
    } else expect({ exitCode, found }).toEqual({ exitCode: 0, found: ['warning unclear-start'] })
    expect((await run(arm, { platforms: 'linux/arm64', verify: 'start' })).found).toContain(
      'error wrong-platform',
    )
  })

  test('refuses an image whose handler cannot be imported', async () => {
    const { exitCode, found, annotations } = await run(python('broken'))
    expect(exitCode).toBe(1)
    expect(found).toEqual(['error import-error', 'error Verify failed'])
    expect(annotations[0]?.message).toContain("No module named 'numpy_of_nobody'")
  })

  test('refuses an image that exits', async () => {
    const { found } = await run('FROM evaluator-base:bookworm\nENTRYPOINT ["true"]')
    expect(found).toEqual(['error ends-on-lambda', 'error Verify failed'])
  })
})
