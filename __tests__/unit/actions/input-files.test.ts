import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pushBranch } from '../../../sandbox/runner/events.js'
import * as agreement from '../../../src/actions/agreement/inputs.js'
import * as evaluate from '../../../src/actions/evaluate/inputs.js'
import * as scenarioTest from '../../../src/actions/scenario-test/inputs.js'
import { InputError } from '../../../src/runtime/errors.js'
import type { ActionRequest } from '../../../src/runtime/run-action.js'

const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
const outside = mkdtempSync(join(tmpdir(), 'outside-'))
const before = process.cwd()
beforeAll(() => {
  process.chdir(workspace)
  mkdirSync('directory')
  execFileSync('mkfifo', ['pipe'])
  writeFileSync(join(outside, 'file'), '')
  symlinkSync(join(outside, 'file'), 'away')
})
afterAll(() => {
  process.chdir(before)
  for (const folder of [workspace, outside]) rmSync(folder, { recursive: true })
})

const { name, ref, sha, actor, repository } = pushBranch('main')
const event = { eventName: name, ref, sha, actor, repository, runUrl: undefined, payload: {} }

describe.each<[string, (request: ActionRequest) => unknown]>([
  ['results', scenarioTest.loadInputs],
  ['predictions', agreement.loadInputs],
  ['inferences', evaluate.loadInputs],
])('the file in %s', (input, load) => {
  test.each([
    ['directory/', 'is a directory; name a regular file'],
    ['pipe', 'is a named pipe; name a regular file'],
    ['/dev/zero', 'is a device; name a regular file'],
    ['/proc/self/environ', 'is a system file; name a regular file'],
    ['away', 'is a link that leads out of the working directory'],
    ['nowhere', 'there is no such file'],
  ])('is refused if it is %s', (path, problem) => {
    const work = () => load({ event, rawInputs: { [input]: path } })
    expect(work).toThrow(InputError)
    expect(work).toThrow(`${input} "${path}": ${problem}`)
  })
})
