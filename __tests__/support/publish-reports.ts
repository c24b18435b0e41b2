import { publishComment } from '../../src/actions/publish/comment-text.js'
import { publishSummary } from '../../src/actions/publish/summary.js'
import { finding, judge } from '../../src/image/verify/findings.js'
import type { Verification } from '../../src/image/verify/verify.js'
import { ActionError } from '../../src/runtime/errors.js'
import { RunLog } from '../../src/runtime/run-log.js'
import { type Foreign, journalOf, type Span } from './journals.js'
import { noMetrics } from './metrics.js'
import { builtImage, evaluator, planOf, publicationOf, registered, role } from './publications.js'

/** Returns the reports of the root action: for a publish, for pull requests, and as a comment. */
export function publishReports(foreign: Foreign) {
  return {
    publish: published(foreign),
    'publish-dry-run': dryRun(foreign),
    'publish-failed': failed(foreign),
    comment: commented(foreign),
  }
}

const spans: Span[] = [
  ['Log in at the platform', 0, 0.4],
  ['Build', 0.4, 38.2],
  ['Log in to the registry', 0.4, 1.3],
  ['Verify', 38.2, 46.8],
  ['Push', 46.8, 58.1],
  ['Read the registration', 58.1, 58.3],
  ['Register', 58.3, 59],
]

const facts = (foreign: Foreign) => ({
  platform: 'linux/amd64',
  entrypoint: [foreign('python3'), '-m', 'keypoint_detection.main'],
  command: [],
  user: foreign('evaluator'),
  size: 412_700_000,
  layers: 9,
})

function verification(foreign: Foreign, accepted: readonly string[] = []): Verification {
  const layer = (line: number | undefined, text: string, megabytes: number, base = false) => ({
    text: foreign(text),
    line,
    size: megabytes * 1e6,
    base,
  })
  const found = [
    finding(
      'private-key',
      foreign('private keys are in the layer of "COPY . .": /opt/evaluator/deploy.pem'),
      {
        file: foreign('docker/Dockerfile'),
        line: 14,
      },
    ),
    finding('root-user', 'the evaluator runs as root', { file: 'docker/Dockerfile', line: 21 }),
  ]
  const evidence = [
    { check: 'exits with 0', seen: 'exit code 0', holds: true },
    { check: 'logs in with KOLENA_TOKEN', seen: foreign('1 login'), holds: true },
    { check: 'uploads metrics', seen: 'test-sample-metrics: 2, test-case-metrics: 1', holds: true },
    { check: 'fails when the platform fails', seen: 'exit code 1', holds: true },
  ]
  return {
    findings: judge(found, accepted),
    image: {
      ...builtImage,
      repoDigests: [],
      facts: facts(foreign),
      environment: [],
      labels: {},
      layerDigests: [],
      layerDirectories: [],
    },
    layers: {
      read: 4,
      all: 9,
      bytes: 291_000_000,
      files: 8_123,
      duration: 2_310,
      baseKnown: true,
      sizes: [
        layer(undefined, 'ADD rootfs.tar /', 74.8, true),
        layer(undefined, 'RUN apt-get install python3', 46.9, true),
        layer(
          9,
          'RUN apt-get update && apt-get install --yes --no-install-recommends libgl1 && rm -rf /var/lib/apt/lists/*',
          88.1,
        ),
        layer(12, 'RUN --mount=type=cache,target=/root/.cache pip install -r requirements.txt', 201.3),
        layer(14, 'COPY . .', 1.4),
        layer(16, 'RUN python3 -m compileall keypoint_detection', 0.2),
      ],
    },
    start: { exitCode: 2, timedOut: false, refusal: undefined, output: [], duration: 840 },
    contract: { evidence, findings: [], duration: 6_200, peakMemory: 98_300_000, samples: 2, ...noMetrics },
  }
}

function named(foreign: Foreign) {
  return { ...evaluator, workflow: foreign(evaluator.workflow), name: foreign(evaluator.name) }
}

function published(foreign: Foreign) {
  const arn = foreign(role.assume_role_arn)
  const publication = publicationOf({
    plan: planOf({ evaluator: named(foreign), mode: { dryRun: false, reason: foreign('tag v1 (push)') } }),
    image: { ...builtImage, facts: facts(foreign) },
    previous: { ...registered, image: foreign('docker.kolena.io/acme/evaluator:v0') },
    changes: [
      {
        field: 'image',
        from: foreign('docker.kolena.io/acme/evaluator:v0'),
        to: 'docker.kolena.io/acme/evaluator:v1',
      },
      { field: 'aws_assume_role', from: undefined, to: arn },
    ],
    registration: { ...registered, aws_role_config: { ...role, assume_role_arn: arn } },
    verification: verification(foreign, ['private-key']),
    buildCommand:
      'docker buildx build --file docker/Dockerfile --platform linux/amd64 --secret id=KOLENA_TOKEN --tag docker.kolena.io/acme/evaluator:v1 .',
  })
  return publishSummary(publication, journalOf(foreign, spans))
}

function rehearsal(foreign: Foreign) {
  const {
    registration: _,
    manifest: __,
    ...publication
  } = publicationOf({
    plan: planOf({
      evaluator: named(foreign),
      mode: { dryRun: true, reason: foreign('pull request #42 of this repository (pull_request)') },
    }),
    image: { ...builtImage, facts: facts(foreign) },
    verification: verification(foreign),
    changed: false,
  })
  return publication
}

function dryRun(foreign: Foreign) {
  const publication = { ...rehearsal(foreign), verification: verification(foreign, ['private-key']) }
  return publishSummary(publication, journalOf(foreign, spans.slice(0, 4)))
}

function failed(foreign: Foreign) {
  const runLog = journalOf(foreign, spans.slice(0, 4), 'Verify')
  const error = new ActionError(
    foreign(
      'The image is not fit to be published; nothing was pushed.\n- private-key (docker/Dockerfile, line 14)',
    ),
  )
  return publishSummary(rehearsal(foreign), runLog, error)
}

/** The commit and the run of every comment. */
export const source = {
  sha: '1b2c3d4e5f60718293a4b5c6d7e8f90123456789',
  runUrl: 'https://github.com/octo-org/evaluators/actions/runs/1658821494',
}

function commented(foreign: Foreign) {
  const publication = { ...rehearsal(foreign), verification: verification(foreign, ['private-key']) }
  return publishComment(publication, source, new RunLog())
}
