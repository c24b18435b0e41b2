import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import { writeFixture } from '../../src/actions/record-fixture/write-fixture.js'
import { logIn } from '../../src/platforms/kolena/client.js'
import { type Fixture, readFixture } from '../../src/platforms/kolena/contract/fixture.js'
import { recordFixture } from '../../src/platforms/kolena/contract/record.js'
import { inventScenario } from '../../src/platforms/kolena/contract/scenario.js'
import { startStandIn } from '../../src/platforms/kolena/contract/stand-in.js'
import { root, token } from '../support/publishing.js'
import { prepareVenv, runClient } from './venv.js'

const workflow = 'Keypoint Detection'
let sandbox: Sandbox
let bin: string
let directory: string

/** As the client writes them: with spaces, and with numbers that JSON.parse changes or refuses. */
const seedOf = (name: string, index: number) => ({
  test_sample: `{"locator": "s3://bucket/${name}.png", "data_type": "TEST_SAMPLE/IMAGE"}`,
  metadata: `{"frame": ${9007199254740993n + BigInt(index)}, "ratio": 1.0, "blur": NaN, "name": "${name}"}`,
  ground_truth: `{"boxes": [${box('cat', 10.0)}], "area": null}`,
})
const inferenceOf = (index: number) => `{"boxes": [${box('cat', 10.5, `"score": 0.${index}5, `)}]}`
const box = (label: string, size: number, score = '') =>
  `{"top_left": [0.0, 1e-3], "bottom_right": [${size.toFixed(1)}, 20], ${score}"label": "${label}", "data_type": "ANNOTATION/BOUNDING_BOX"}`

beforeAll(async () => {
  bin = await prepareVenv('kolena==1.69.0', 'numpy==2.3.5', 'pandas==2.3.3')
  directory = mkdtempSync(join(tmpdir(), 'recording-'))
  sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  const { testing } = sandbox.state
  const model = testing.addModel('acme', { name: 'nightly', workflow })
  const samples = ['a', 'ü b', 'c', 'd'].map(seedOf)
  const testCases = [samples.slice(0, 3), samples.slice(2)].map((some, index) => ({
    name: `case "${index}"`,
    samples: some,
  }))
  testing.addTestSuite('acme', { name: 'faces', workflow, testCases })
  for (const [index, { test_sample }] of samples.entries())
    testing.addInference(model?.id ?? 0, test_sample, inferenceOf(index))
}, 600_000)
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await sandbox.close()
})

/** Returns what the client reads, as it prints it. */
async function read(url: string, token: string, ...names: string[]): Promise<string> {
  const script = join(root, '__tests__/compat/kolena_recording.py')
  const env = { KOLENA_TOKEN: token, KOLENA_API_URL: url }
  const printed = await runClient(join(bin, 'python'), [script, workflow, ...names], env)
  return /^READ (.*)$/m.exec(printed)?.[1] ?? printed
}

async function readFromStandIn(fixture: Fixture): Promise<string> {
  const scenario = inventScenario(workflow)
  const standIn = await startStandIn('127.0.0.1', scenario, fixture)
  const { name, version } = scenario.suite
  const text = await read(standIn.url, scenario.token, scenario.model.name, name, String(version))
  await standIn.close()
  return text
}

async function record(): Promise<Fixture> {
  const session = await logIn(new URL(sandbox.url), token, new AbortController().signal)
  const input = {
    workflow,
    model: 'nightly',
    suite: { name: 'faces', version: null },
    limit: 10_000,
    metadata: true,
    inputs: { model: 'fixture-model', suite: 'fixture-test-suite' },
  }
  return await recordFixture(session, input, directory)
}

test("the vendor's client reads from a recording exactly what it reads from the platform", async () => {
  const theirs = await read(sandbox.url, token, 'nightly', 'faces', '1')
  expect(theirs).toContain('"blur": NaN')
  expect(theirs).toContain('"frame": 9007199254740993')
  expect(theirs.match(/"score": 0\.\d5/g)).toHaveLength(5)
  const recording = await record()
  expect(await readFromStandIn(recording)).toBe(theirs)
})

test("the vendor's client and a recording send the same requests for inferences", async () => {
  const requestsOf = async (work: () => Promise<unknown>) => {
    const before = sandbox.requests.length
    await work()
    const sent = sandbox.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
    return sent
      .filter((request) => !/\/v1\/event|test-suite\/load-test-samples/.test(request))
      .map((request) => request.replace(/by-path\/\S+/, 'by-path/BATCH'))
  }
  const theirs = await requestsOf(() => read(sandbox.url, token, 'nightly', 'faces', '1'))
  const ours = await requestsOf(record)
  // The client also downloads the samples of the suite.
  expect(theirs.slice(0, ours.length)).toEqual(ours)
})

test("the vendor's client reads from a fixture file the same, but for what JSON does not have", async () => {
  const path = join(directory, 'fixture.json')
  expect(await writeFixture(path, await record())).toBe(5)
  expect(readFileSync(path, 'utf8')).toContain('"boxes": [{"top_left": [0.0, 1e-3]')
  const theirs = await read(sandbox.url, token, 'nightly', 'faces', '1')
  const ours = await readFromStandIn(readFixture(path))
  const plain = (text: string) => JSON.parse(text.replaceAll('NaN', 'null'))
  expect(plain(ours)).toEqual(plain(theirs))
})
