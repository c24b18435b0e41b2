import { confusionOf } from '../../src/actions/agreement/confusion.js'
import { type JudgedAsset, measureAgreement } from '../../src/actions/agreement/measure.js'
import type { AgreementResult } from '../../src/actions/agreement/result.js'
import { agreementComment, agreementSummary } from '../../src/actions/agreement/summary.js'
import type { EvaluateResult } from '../../src/actions/evaluate/result.js'
import { evaluateSummary } from '../../src/actions/evaluate/summary.js'
import { classificationMetrics } from '../../src/actions/lambda/classification-metrics.js'
import type { EcrImage } from '../../src/actions/lambda/fields.js'
import type { LambdaResult } from '../../src/actions/lambda/result.js'
import { lambdaComment, lambdaSummary } from '../../src/actions/lambda/summary.js'
import type { ModelResult } from '../../src/actions/model/result.js'
import { modelSummary } from '../../src/actions/model/summary.js'
import type { ScenarioTestResult } from '../../src/actions/scenario-test/result.js'
import { scenarioTestComment, scenarioTestSummary } from '../../src/actions/scenario-test/summary.js'
import { judge as judgeGate } from '../../src/data/gate.js'
import { type Foreign, journalOf, type Span } from './journals.js'
import { publishReports, source } from './publish-reports.js'

/** Returns the report of every action, with content in each section, and the comments of those that comment. */
export function reportsOf(foreign: Foreign = (text) => text): Record<string, string> {
  const reports = {
    ...publishReports(foreign),
    model: model(foreign),
    evaluate: evaluated(foreign),
    ...scenarioTest(foreign),
    ...agreement(foreign),
    ...lambda(foreign),
  }
  return Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, report.toString()]))
}

function model(foreign: Foreign) {
  const name = foreign('keypoint-rcnn-2026-11')
  const metadata = {
    framework: foreign('torch 2.9'),
    epochs: 30,
    commit: '1b2c3d4',
    classes: ['person', 'dog'],
  }
  const registration: ModelResult = {
    mode: { dryRun: false, reason: foreign('tag v1 (push)') },
    wanted: {
      name,
      workflow: 'Keypoint Detection',
      metadata: { ...metadata, epochs: 40 },
      tags: ['nightly'],
    },
    model: { id: 917, name, workflow: 'Keypoint Detection', metadata, tags: [foreign('release')] },
    gating: true,
    looked: true,
    created: false,
    url: 'https://app.kolena.io/acme/models?models=917',
    differences: [{ key: foreign('epochs'), registered: 30, given: 40 }],
    missingTags: ['nightly'],
  }
  return modelSummary(
    registration,
    journalOf(foreign, [
      ['Log in', 0, 0.4],
      ['Load the model', 0.4, 0.9],
    ]),
  )
}

function evaluated(foreign: Foreign) {
  const url = 'https://app.kolena.io/acme/results?workflow=Keypoint'
  const suite = (id: number, name: string) => ({
    id,
    name: foreign(name),
    version: 3,
    test_cases: [],
    workflow: 'W',
  })
  const tested = { id: 917, name: foreign('keypoint-rcnn-2026-11'), metadata: {}, tags: [], workflow: 'W' }
  const evaluation: EvaluateResult = {
    mode: { dryRun: false, reason: foreign('tag v1 (push)') },
    workflow: foreign('Keypoint Detection'),
    evaluators: [foreign('evaluate_keypoint_detection')],
    problems: [],
    runs: [
      { model: tested, suite: suite(1, 'COCO 2017 validation'), url, id: 4711, triggered: true },
      { model: tested, suite: suite(2, 'Occluded keypoints'), url, id: 4712, triggered: true },
    ],
  }
  const phases: Span[] = [
    ['Log in', 0, 0.4],
    ['Find models and test suites', 0.4, 1.6],
    ['Trigger', 1.6, 3.2],
  ]
  return evaluateSummary(evaluation, journalOf(foreign, phases))
}

function scenarioTest(foreign: Foreign) {
  const run: ScenarioTestResult = {
    inputs: {
      functionName: foreign('mean IoU'),
      testName: foreign('Night-time pedestrians'),
      sliceId: 'slc_c4s78s2b2c5g0d5h0000',
      modelId: 'prj_c4s78s2b2c5g0d5h0001',
      results: foreign('results/iou.csv'),
      apiUrl: new URL('https://api.example.com'),
      key: undefined,
      threshold: 0.6,
      baselineModelId: undefined,
      minimumCoverage: 0.99,
      gate: 'fail',
      skipUnknownItems: false,
      anyScore: false,
      timeout: 600,
      dryRun: false,
      reason: 'branch main (push)',
      comment: undefined,
    },
    count: 98,
    overallMetric: 0.573,
    coverage: {
      items: 100,
      missing: 2,
      firstMissing: [foreign('frame_0041.png'), 'frame_0087.png'],
      unknown: [],
    },
    evaluationFunction: { id: 'ef_c4s78s2b2c5g0d5h0002', created: true },
    scenarioTest: { id: 'sct_c4s78s2b2c5g0d5h0003', created: false },
    criterion: { threshold: 0.6, comparison: 'greater_than_equal_to' },
    uploaded: 98,
    evaluation: {
      id: 'ste_c4s78s2b2c5g0d5h0004',
      eval_function_id: 'ef',
      model_id: 'prj',
      status: 'completed',
      result: 0.573,
      pass: false,
    },
  }
  const phases: Span[] = [
    ['Read the results', 0, 0.2],
    ['Compare with the slice', 0.2, 1.1],
    ['Upload', 1.1, 2.6],
    ['Evaluate', 2.6, 14.3],
  ]
  const runLog = journalOf(foreign, phases)
  return {
    'scenario-test': scenarioTestSummary(run, runLog),
    'scenario-test.comment': scenarioTestComment(run, source, runLog),
  }
}

function agreement(foreign: Foreign) {
  const classes = ['car', 'bus', 'truck', 'bicycle'].map(foreign)
  const assets: JudgedAsset[] = Array.from({ length: 240 }, (_, index) => {
    const right = classes[index % 4] ?? ''
    const chosen = index % 7 === 0 ? (classes[(index + 1) % 4] ?? '') : right
    const mark = chosen === right ? 1 : (index % 10) / 10
    const labels = index % 5 === 0 ? [] : [{ mark, categories: [chosen] }]
    return {
      externalId: foreign(`street_${index}.jpg`),
      assetId: `asset-${index}`,
      predicted: [right],
      labels,
    }
  })
  const measured = measureAgreement(assets, { aggregation: 'mean', worst: 5 })
  const assessment: AgreementResult = {
    mode: { dryRun: false, reason: foreign('branch main (push)') },
    modelName: foreign('vehicle-classifier'),
    projectId: 'cmabcdefg0001',
    linkTo: (id) => `https://cloud.kili-technology.com/label/projects/cmabcdefg0001/menu/queue?assetId=${id}`,
    job: { name: foreign('VEHICLE'), categories: new Set(classes), single: true, alone: true },
    predictions: 240,
    pushed: { sent: 40, already: 200 },
    agreement: measured,
    confusion: confusionOf(assets),
    gates: [
      judgeGate({
        name: 'Agreement',
        observed: measured.agreement,
        threshold: 0.9,
        n: measured.scored,
        of: 'scored assets',
      }),
      judgeGate({
        name: 'Coverage',
        observed: measured.coverage,
        threshold: 0.75,
        n: 240,
        of: 'predictions',
      }),
    ],
    gateMode: 'fail',
  }
  const phases: Span[] = [
    ['Read the predictions', 0, 0.3],
    ['Find the assets', 0.3, 2.1],
    ['Push the predictions', 2.1, 6.4],
    ['Read the marks', 6.4, 19.8],
  ]
  const runLog = journalOf(foreign, phases)
  return {
    agreement: agreementSummary(assessment, runLog),
    'agreement.comment': agreementComment(assessment, source, runLog),
  }
}

function lambda(foreign: Foreign) {
  const matrix = {
    labels: ['0', '1', foreign('unsure')],
    counts: [
      [412, 18, 3],
      [25, 377, 4],
      [6, 9, 146],
    ],
  }
  const metrics = classificationMetrics(matrix, '1')
  const run: LambdaResult = {
    inputs: {
      functionName: foreign('evaluate-churn'),
      image: { uri: foreign('210987654321.dkr.ecr.eu-west-1.amazonaws.com/churn@sha256:5f2c') } as EcrImage,
      publishVersion: true,
      evaluation: {
        endpointName: foreign('churn-endpoint'),
        testData: { bucket: 'churn-data', key: foreign('test/2026-11.csv') },
        resultsBucket: 'churn-results',
        positiveClass: '1',
      },
      thresholds: { accuracy: 0.9, precision: 0.95, recall: undefined, f1: undefined },
      gate: 'fail',
      aws: { region: 'eu-west-1' } as NonNullable<LambdaResult['inputs']>['aws'],
      dryRun: 'false',
      comment: undefined,
    },
    dryRun: false,
    reason: foreign('tag v1 (push)'),
    previousImage: foreign('210987654321.dkr.ecr.eu-west-1.amazonaws.com/churn@sha256:0a1b'),
    updated: true,
    version: '12',
    evaluation: { file: foreign('s3://churn-results/2026-11-22/matrix.md'), matrix, metrics },
    gates: [
      judgeGate({ name: 'Accuracy', observed: metrics.accuracy, threshold: 0.9, n: 1000, of: 'samples' }),
      judgeGate({ name: 'Precision', observed: metrics.precision, threshold: 0.95, n: 1000, of: 'samples' }),
    ],
  }
  const phases: Span[] = [
    ['Log in', 0, 0.5],
    ['Read the function', 0.5, 0.8],
    ['Update the function', 0.8, 17.4],
    ['Publish a version', 17.4, 19],
    ['Evaluate', 19, 61.2],
  ]
  const runLog = journalOf(foreign, phases)
  return { lambda: lambdaSummary(run, runLog), 'lambda.comment': lambdaComment(run, source, runLog) }
}
