import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'

const githubToken = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'
const login = Buffer.from(`x-access-token:${githubToken}`).toString('base64')
const line = 'machine index.example.com login octocat password hunter2hunter2'
const authority = `-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----\n`

describe.each(engines)('searching an image for secrets with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    job.write('netrc', `# for pip\n${line}\n`)
    job.write('ca.pem', authority)
  })
  afterAll(() => job.stop())

  /** Runs a dry run of an image that contains these files. */
  async function build(files: Record<string, string>, inputs: Record<string, string> = {}, more = '') {
    for (const [path, content] of Object.entries(files)) job.write(`context/${path}`, content)
    const copies = Object.keys(files).map((path) => `COPY ${path} /opt/${path}`)
    const end = 'ENTRYPOINT ["python3", "-c", "raise SystemExit(\'KOLENA_TOKEN is missing\')"]'
    job.write('context/Dockerfile', ['FROM evaluator-base:bookworm', ...copies, more, end, ''].join('\n'))
    const all = { context: 'context', verify: 'start', 'dry-run': 'true', ...inputs }
    const run = await job.run(all, { secrets: [token, githubToken] })
    for (const text of [line, githubToken, login]) {
      expect(run.log).not.toContain(text)
      expect(run.summary).not.toContain(text)
      expect(JSON.stringify(run.outputs)).not.toContain(text)
    }
    return {
      ...run,
      errors: run.annotations.filter(({ level }) => level === 'error').map(({ title }) => title),
    }
  }

  test.each([
    ['in plain', { 'config.ini': `token = ${githubToken}\n` }],
    ['encoded as in a header', { 'headers.txt': `basic ${login}\n` }],
  ])("finds the job's token %s", async (_, files) => {
    const { errors } = await build(files as Record<string, string>, { 'github-token': githubToken })
    expect(errors).toEqual(['secret-in-layer', 'Verify failed'])
  })

  test.each([
    ['of the repository', '.git/config'],
    ['of a submodule', '.git/modules/lib/config'],
    ['of a nested repository', 'vendor/lib/.git/config'],
  ])('refuses a login in the Git configuration %s', async (_, path) => {
    const config = `[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46eA==\n`
    const { errors } = await build({ [path]: config })
    expect(errors).toEqual(['git-login', 'Verify failed'])
  })

  test('finds and masks a line of a build secret file', async () => {
    const mount = 'RUN --mount=type=secret,id=netrc tail -n 1 /run/secrets/netrc | tee /opt/copy'
    const { errors, annotations } = await build({}, { 'secret-files': 'netrc=netrc' }, mount)
    expect(errors).toEqual(['secret-in-layer', 'Verify failed'])
    expect(annotations.at(-1)?.message).toContain('the build secret netrc is in')
  })

  test('accepts an image with a certificate that is also a build secret', async () => {
    const mount = 'RUN --mount=type=secret,id=ca cat /run/secrets/ca > /opt/ca.pem'
    expect(await build({}, { 'secret-files': 'ca=ca.pem' }, mount)).toMatchObject({ exitCode: 0, errors: [] })
  })

  test('shows ordinary words that are passed as a secret, with a warning', async () => {
    const run = await build({}, { secrets: 'ENVIRONMENT=main' }, 'RUN echo deployed to main')
    expect(run.exitCode).toBe(0)
    expect(run.log).toContain('deployed to main')
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('The build secret ENVIRONMENT'),
      }),
    )
  })
})
