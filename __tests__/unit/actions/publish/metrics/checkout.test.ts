import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { checkOut } from '../../../../../src/actions/publish/metrics/checkout.js'
import { captureOutput } from '../../../../support/captured-output.js'
import { initRepository } from '../../../../support/git.js'
import { serveGit } from '../../../../support/git-server.js'

const output = captureOutput()
const { signal } = new AbortController()
const folder = mkdtempSync(join(tmpdir(), 'checkout-'))
const token = 'token-of-the-job'
let git: Awaited<ReturnType<typeof serveGit>>
let sha: string
let logins: Set<string | undefined>
let directory: string

beforeAll(async () => {
  const source = join(folder, 'source')
  mkdirSync(join(source, 'faces'), { recursive: true })
  writeFileSync(join(source, 'faces/Dockerfile'), 'FROM scratch\n')
  writeFileSync(join(source, '.gitattributes'), '* filter=lfs\n')
  sha = initRepository(source)
  execFileSync('git', ['clone', '-q', '--bare', source, join(folder, 'served/acme/evaluators.git')])
  git = await serveGit(join(folder, 'served'), ({ headers }) => logins.add(headers.authorization))
})
afterAll(async () => {
  await git.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  logins = new Set()
  directory = mkdtempSync(join(folder, 'private-'))
})

const commit = (of = sha) => ({ repository: `${git.url}/acme/evaluators.git`, sha: of })

/** Returns the content of every file below the private directory. */
const contents = () =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n')

test.each([token, undefined])(
  'fetches a commit with the token %s, and stores it in no file',
  async (given) => {
    const basic = Buffer.from(`x-access-token:${given}`).toString('base64')
    const files = await checkOut(commit(), given, directory, signal)
    expect(readFileSync(join(files, 'faces/Dockerfile'), 'utf8')).toBe('FROM scratch\n')
    expect(readdirSync(files).sort()).toEqual(['.gitattributes', 'faces'])
    expect(readdirSync(directory)).toEqual(['files'])
    expect([...logins]).toEqual([given && `Basic ${basic}`])
    expect(contents()).not.toContain(basic)
    if (given) expect(output.masks).toContain(basic)
  },
)

test('throws for a commit that does not exist, and leaves no token behind', async () => {
  await expect(checkOut(commit('f'.repeat(40)), token, directory, signal)).rejects.toThrow(/f{40}/)
  expect(readdirSync(directory)).toEqual(['files'])
})
