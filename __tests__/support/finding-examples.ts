import type { RunMetrics } from '../../src/data/metrics.js'
import type { ContainerOutcome } from '../../src/docker/container.js'
import type { LocalImage } from '../../src/docker/image.js'

import { parseDockerfile } from '../../src/image/dockerfile/instructions.js'
import { readStages } from '../../src/image/dockerfile/stages.js'
import { findAddedSteps } from '../../src/image/layers/history.js'
import { checkComparison, compareWith } from '../../src/image/verify/comparison.js'
import { checkConfig } from '../../src/image/verify/config-checks.js'
import { checkContract, checkFailures, type FailureRun } from '../../src/image/verify/contract-check.js'
import { type Finding, type FindingId, findingKinds } from '../../src/image/verify/findings.js'
import { checkLambdaStart } from '../../src/image/verify/lambda-start.js'
import { checkLayers } from '../../src/image/verify/layer-checks.js'
import { LayerScan, type ScannedLayer } from '../../src/image/verify/layer-scan.js'
import {
  checkDeterminism,
  checkExpectedMetrics,
  checkReadable,
} from '../../src/image/verify/metrics-check.js'
import { SecretSearch } from '../../src/image/verify/secret-search.js'
import { checkStart } from '../../src/image/verify/start-check.js'
import { decodeMetrics } from '../../src/platforms/kolena/contract/decode.js'
import type { ContractRun } from '../../src/platforms/kolena/contract/evidence.js'
import { fixtureOf } from '../../src/platforms/kolena/contract/fixture.js'
import type { Scenario } from '../../src/platforms/kolena/contract/scenario.js'
import type { Recorded } from '../../src/platforms/kolena/contract/stand-in.js'
import { Uploads } from '../../src/platforms/kolena/contract/uploads.js'
import { writeFrame } from '../../src/platforms/kolena/frames.js'

const fixture = fixtureOf({
  test_cases: [
    {
      name: 'frontal faces',
      samples: [
        { test_sample: { locator: 's3://faces/0001.jpg' }, metadata: {}, ground_truth: {}, inference: {} },
      ],
      expected: [{ configuration: null, metrics: { accuracy: 0.9 } }],
    },
  ],
})

const scenario: Scenario = {
  token: 'contract-0123456789',
  workflow: 'Keypoint Detection',
  model: { id: 101, name: 'contract model 1f3a' },
  suite: { id: 301, name: 'contract suite 9c2b', version: 3, latest: 7 },
  testRunId: 401,
}
const evaluatorName = 'evaluate_keypoint_detection'
const secret = 'acme-api-token-0123456789'
const search = new SecretSearch([{ label: 'the API token', value: secret }])

const traceback = (error: string) => [
  'Traceback (most recent call last):',
  '  File "/opt/evaluator/main.py", line 9, in <module>',
  error,
]

/** A run of an image, which ends with 1 unless the changes say something else. */
function outcomeOf(changes: Partial<ContainerOutcome>): ContainerOutcome {
  return { exitCode: 1, timedOut: false, refusal: undefined, output: [], duration: 30_000, ...changes }
}

function startedWith(changes: Partial<ContainerOutcome>): Finding[] {
  return checkStart(outcomeOf(changes))
}

/** Checks the configuration of an image that a Dockerfile built. */
function configOf(image: Partial<LocalImage>, facts: Partial<LocalImage['facts']> = {}): Finding[] {
  const usual = {
    platform: 'linux/amd64',
    entrypoint: ['python3', '-m', 'evaluator.main'],
    command: [],
    user: '10001:10001',
    size: 1,
    layers: 1,
  }
  const whole: LocalImage = {
    id: 'sha256:1',
    repoDigests: [],
    environment: [],
    labels: {},
    layerDigests: [],
    layerDirectories: [],
    ...image,
    facts: { ...usual, ...facts },
  }
  const described = { image: whole, history: [], steps: undefined, dockerfile: 'Dockerfile' }
  return checkConfig(described, search)
}

const copy = 'COPY . /opt/evaluator'
const chown = 'RUN chown -R 10001 /opt/evaluator'
const [stage] = readStages(parseDockerfile(`FROM python:3.12-slim\n${copy}\n${chown}\n`), {
  target: undefined,
  platform: 'linux/amd64',
  buildArgs: [],
})
const steps = findAddedSteps(
  [copy, chown].map((createdBy) => ({ createdBy, size: 1 })),
  2,
  2,
  stage && [stage],
)

function layersOf(...scans: ScannedLayer[]): Finding[] {
  return checkLayers(new Map(scans.entries()), steps, 'Dockerfile')
}

/** Checks a layer that contains one file. */
async function fileWith(path: string, content: string): Promise<Finding[]> {
  const scan = new LayerScan(search)
  const body = (async function* () {
    yield Buffer.from(content)
  })()
  await scan.visit({ path, type: 'file', size: Buffer.byteLength(content), body })
  return layersOf(scan)
}

function layerOf(changes: Partial<ScannedLayer>): ScannedLayer {
  return { bytes: 0, files: 0, fileFindings: [], large: [], ...changes }
}

/** The requests of a good evaluator, by their paths below `/v1`. */
const good: Record<string, object> = {
  'token/login': { api_token: scenario.token },
  'generic/model/load': { name: scenario.model.name },
  'generic/test-suite/load': { name: scenario.suite.name, version: scenario.suite.version },
  'generic/test-run/create-or-retrieve': { evaluator: evaluatorName },
  'generic/test-run/load-test-sample-inferences': {},
  'generic/test-run/upload-test-case-metrics': {},
}

function contractRun(requests: Record<string, object>, changes: Partial<ContainerOutcome> = {}): ContractRun {
  const recorded = Object.entries(requests).map(
    ([path, body]): Recorded => ({ method: 'PUT', path: `/v1/${path}`, body, status: 200, reply: {} }),
  )
  return {
    outcome: outcomeOf({ exitCode: 0, ...changes }),
    requests: recorded,
    uploads: new Uploads(),
  }
}

/** Checks a run of an evaluator that differs from a good one in these requests. */
function evaluatorWith(requests: Record<string, object>, changes: Partial<ContainerOutcome> = {}): Finding[] {
  return checkContract(contractRun({ ...good, ...requests }, changes), scenario, evaluatorName)
}

/** Checks the run of an evaluator that sends only the first of the requests of a good one. */
function evaluatorUntil(path: string | undefined, changes: Partial<ContainerOutcome> = {}): Finding[] {
  const paths = Object.keys(good)
  const sent = Object.entries(good).slice(0, path === undefined ? 0 : paths.indexOf(path) + 1)
  return checkContract(contractRun(Object.fromEntries(sent), changes), scenario, evaluatorName)
}

function failureIgnored(failure: Omit<FailureRun, 'run'>): Finding[] {
  return checkFailures([{ ...failure, run: contractRun(good) }])
}

/** Decodes the metrics that an evaluator uploads for the test case. */
async function decoded(...texts: string[]) {
  const uploads = new Uploads()
  const frame = { test_case_id: texts.map(() => 1n), metrics: texts }
  uploads.addBatch('1', await writeFrame(frame))
  uploads.accept('upload-test-case-metrics', '1', null, null)
  return { uploads, ...decodeMetrics(uploads, fixture) }
}

async function metricsOf(accuracy: number): Promise<RunMetrics> {
  return (await decoded(JSON.stringify({ accuracy }))).metrics
}

async function comparedWith(before: number | undefined): Promise<Finding[]> {
  const detail = before === undefined ? 'no evaluator of this name is registered yet' : 'v1.2.3'
  const baseline = { what: 'the registered evaluator', image: undefined, detail }
  const { uploads } = await decoded(JSON.stringify({ accuracy: before ?? 0 }))
  const run = before === undefined ? undefined : { ...contractRun(good), uploads }
  return checkComparison(compareWith({ baseline, run }, await metricsOf(0.87), fixture, 1e-6), 'warn')
}

/** For each kind of finding, a check of something that has it. */
const examples: Record<FindingId, () => Finding[] | Promise<Finding[]>> = {
  'no-entrypoint': () => configOf({}, { entrypoint: [] }),
  'wrong-platform': () => configOf({}, { platform: 'linux/arm64' }),
  'secret-in-config': () => configOf({ environment: [`PIP_INDEX_URL=https://x:${secret}@pypi.example.com`] }),
  'secret-in-layer': () =>
    fileWith('opt/evaluator/pip.conf', `index-url = https://x:${secret}@pypi.example.com`),
  'token-variable': () => configOf({ environment: ['KOLENA_TOKEN=x'] }),
  'secret-like-variable': () => configOf({ environment: ['DB_PASSWORD=x'] }),
  'private-key': () => fileWith('opt/evaluator/deploy.pem', '-----BEGIN OPENSSH PRIVATE KEY-----\n'),
  'credential-file': () => fileWith('opt/evaluator/.env', 'A=1'),
  'key-in-package': () =>
    fileWith('opt/venv/lib/python3.12/site-packages/tornado/test/test.key', '-----BEGIN PRIVATE KEY-----\n'),
  'not-searched': () =>
    checkLayers(new Map(), steps, 'Dockerfile', new Map([[0, 'its archive ends in the middle of a file']])),
  'git-login': () =>
    fileWith('opt/evaluator/.git/config', '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: x'),
  'git-directory': () => fileWith('opt/evaluator/.git/HEAD', 'ref: refs/heads/main'),
  'large-layer': () => layersOf(layerOf({ bytes: 2_400_000_000, files: 31_400 })),
  'duplicated-files': () => {
    const weights = { path: 'opt/evaluator/weights.pt', size: 180_000_000, fingerprint: '1' }
    return layersOf(layerOf({ large: [weights] }), layerOf({ large: [weights] }))
  },
  'shell-entrypoint': () => configOf({}, { entrypoint: ['/bin/sh', '-c', 'python3 -m evaluator.main'] }),
  'root-user': () => configOf({}, { user: '0' }),
  'gpu-image': () => configOf({ environment: ['CUDA_VERSION=12.4.1'] }),
  'cannot-start': () =>
    startedWith({
      exitCode: undefined,
      refusal: 'exec: "evaluator": executable file not found in $PATH',
    }),
  'syntax-error': () => startedWith({ output: traceback('SyntaxError: invalid syntax') }),
  'import-error': () => startedWith({ output: traceback("ModuleNotFoundError: No module named 'kolena'") }),
  'silent-success': () => startedWith({ exitCode: 0 }),
  'start-crash': () => startedWith({ exitCode: 137, output: ['loading weights'] }),
  'start-timeout': () => startedWith({ exitCode: undefined, timedOut: true }),
  'unclear-start': () => startedWith({ output: ['configuration error'] }),
  'ends-on-lambda': () =>
    checkLambdaStart(
      { outcome: outcomeOf({ exitCode: 0, output: ['done'] }), asked: false, initError: undefined },
      'linux/amd64',
    ),
  traceback: () => startedWith({ output: traceback("FileNotFoundError: '/data/model.pt'") }),
  'contract-failed': () =>
    evaluatorUntil('generic/model/load', { exitCode: 1, output: traceback("KeyError: 'points'") }),
  'needs-network': () =>
    evaluatorUntil('token/login', {
      exitCode: 1,
      output: ['urllib.error.URLError: <urlopen error [Errno -3] Temporary failure in name resolution>'],
    }),
  'contract-timeout': () => evaluatorUntil('token/login', { exitCode: undefined, timedOut: true }),
  'no-login': () => evaluatorUntil(undefined),
  'other-token': () => evaluatorWith({ 'token/login': { api_token: 'x' } }),
  'other-model': () => evaluatorWith({ 'generic/model/load': { name: 'resnet50' } }),
  'other-suite': () => evaluatorWith({ 'generic/test-suite/load': { name: 'faces', version: 3 } }),
  'other-version': () =>
    evaluatorWith({ 'generic/test-suite/load': { name: scenario.suite.name, version: null } }),
  'other-evaluator': () =>
    evaluatorWith({ 'generic/test-run/create-or-retrieve': { evaluator: 'evaluate_keypoints' } }),
  'other-workflow': () =>
    evaluatorUntil('token/login', {
      exitCode: 1,
      output: traceback(
        "kolena.errors.WorkflowMismatchError: workflow 'Keypoint Detection' does not match expected workflow 'Keypoints'",
      ),
    }),
  'server-side-evaluation': () =>
    evaluatorWith({ 'generic/test-run/create-or-retrieve': { evaluator: null } }),
  'resets-results': () => evaluatorWith({ 'generic/test-run/upload-inferences': { reset: true } }),
  'creates-model': () => evaluatorWith({ 'generic/model/create': { name: 'contract model 1f3a' } }),
  'no-metrics': () => evaluatorUntil('generic/test-run/load-test-sample-inferences'),
  'unreadable-metrics': async () => checkReadable(await decoded('accuracy: 0.87')),
  'too-many-metrics': async () => checkReadable(await decoded(...Array<string>(10_001).fill('{}'))),
  'unexpected-metrics': async () => checkExpectedMetrics(fixture, await metricsOf(0.87), 1e-6),
  'nondeterministic-metrics': async () =>
    checkDeterminism(await metricsOf(0.87), await metricsOf(0.91), 1e-6).findings,
  'changed-metrics': () => comparedWith(0.91),
  'no-baseline': () => comparedWith(undefined),
  'samples-not-read': () => evaluatorUntil('generic/test-run/create-or-retrieve'),
  'ignores-failure': () =>
    failureIgnored({ id: 'ignores-failure', situation: 'when the platform answers 500' }),
  'ignores-missing-variable': () =>
    failureIgnored({ id: 'ignores-missing-variable', situation: 'without KOLENA_MODEL_NAME' }),
}

/** Runs the checks, and returns one finding of each kind. */
export async function findingExamples(): Promise<Finding[]> {
  return await Promise.all(
    Object.entries(examples).map(async ([id, check]) => {
      const found = (await check()).find((one) => one.id === id)
      if (!found) throw new Error(`The example of ${id} does not have this finding`)
      return found
    }),
  )
}

/** Returns docs/findings.md. */
export async function findingsPage(): Promise<string> {
  const found = await findingExamples()
  const kinds = (Object.keys(findingKinds) as FindingId[]).map((id) => {
    const { message, place } = found.find((one) => one.id === id) as Finding
    return { id, ...findingKinds[id], example: `${place ? `${place.file}:${place.line}: ` : ''}${message}` }
  })
  const rows = kinds.map(({ id, severity }) => `| [\`${id}\`](#${id}) | ${severity} |`)
  const sections = kinds.map(
    ({ id, severity, cause, fix, example }) =>
      `## ${id}\n\n**Severity:** ${severity}\n\n**Cause:** ${cause}\n\n**Fix:** ${fix}\n\n\`\`\`text\n${example}\n\`\`\`\n`,
  )
  return [introduction, ...rows, '', ...sections].join('\n')
}

const introduction = `# Findings

<!-- Generated by scripts/findings.js from src/image/verify/findings.ts: do not edit. -->

[Verification](verification.md) reports what it finds in an image, each with one of the ids below. An \`error\` stops the run before the
push, unless \`accept-findings\` lists its id. A \`warning\` and an \`info\` never stop it. The examples are messages of the action.

| id | severity |
| --- | --- |`
