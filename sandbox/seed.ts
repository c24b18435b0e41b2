/** Example data to try every action, for `npm run sandbox -- --seed`. */
import type { Sandbox } from './index.js'
import { type LambdaSandbox, startLambdaSandbox } from './lambda/index.js'
import { example } from './nucleus/example.js'

/** The content of a seeded sandbox: the values in the "Try it" sections of the READMEs. */
export const seed = {
  workflow: 'Keypoint Detection',
  evaluator: 'evaluate_keypoint_detection',
  model: 'keypoint-rcnn-v1',
  testSuite: 'faces',
  projectId: 'cars-project',
  sliceId: example.sliceId,
  modelId: example.modelId,
  functionName: 'evaluate-churn',
  bucket: 'monitoring',
}

const cars = {
  'black_car.jpg': 'BLACK',
  'grey_car.jpg': 'GREY',
  'white_car.jpg': 'WHITE',
  'red_car.jpg': 'RED',
}

/** A confusion matrix in the format of an evaluator on Lambda. */
const matrix = `+-----------+------+-----+
|   actuals |    0 |   1 |
+===========+======+=====+
|         0 | 3583 |  53 |
+-----------+------+-----+
|         1 |  382 | 101 |
+-----------+------+-----+`

/**
 * Adds a model, a test suite with samples, a registered evaluator, a labeled Kili project and a Lambda function. The slice
 * and the model of Nucleus always exist. Returns the stand-in for AWS, which the caller closes.
 */
export async function addSeed({ state, kili }: Sandbox, organization: string): Promise<LambdaSandbox> {
  const { workflow, evaluator, model, testSuite } = seed
  state.testing.addModel(organization, { name: model, workflow, metadata: { framework: 'torch 2.9' } })
  const samples = [1, 2, 3].map((number) => ({
    test_sample: { locator: `s3://faces/${number}.png`, data_type: 'TEST_SAMPLE/IMAGE' },
    ground_truth: { label: 'person' },
  }))
  state.testing.addTestSuite(organization, {
    name: testSuite,
    workflow,
    testCases: [{ name: 'all faces', samples }],
  })
  state.register(organization, {
    workflow,
    name: evaluator,
    image: 'example.com/evaluator:v1',
    secret: null,
    aws_assume_role: null,
  })
  addCars(kili)
  const lambda = await startLambdaSandbox()
  lambda.state.createFunction(seed.functionName, (event, objects) => {
    const [{ messageId, body }] = (event as { Records: [{ messageId: string; body: string }] }).Records
    const { endpointName } = JSON.parse(body)
    const key = `${new Date().toISOString().slice(0, 10)}/predictions/${endpointName}/PREDICTIONS.md`
    // Times in S3 are in whole seconds; the message makes the results of two runs within one second differ.
    const result = `${matrix}\n\nmessage ${messageId}\n`
    objects.putObject(seed.bucket, key, result, { metadata: { 'message-id': messageId } })
    return { payload: event, log: 'evaluated' }
  })
  return lambda
}

function addCars(kili: Sandbox['kili']): void {
  const categories = Object.fromEntries(Object.values(cars).map((name) => [name, { name }]))
  const content = { categories, input: 'radio' }
  const jobs = { CLASSIFICATION_JOB: { mlTask: 'CLASSIFICATION', content, required: 0, isChild: false } }
  const project = { id: seed.projectId, title: 'Cars', description: '', inputType: 'IMAGE' }
  kili.projects.set(project.id, { ...project, jsonInterface: JSON.stringify({ jobs }) })
  for (const [externalId, name] of Object.entries(cars)) {
    const asset = kili.addAsset({
      ...{
        id: `asset-${externalId}`,
        project: project.id,
        externalId,
        isHoneypot: false,
        jsonMetadata: '{}',
      },
      content: `https://images.example.com/${externalId}`,
    })
    const jsonResponse = JSON.stringify({ CLASSIFICATION_JOB: { categories: [{ name }] } })
    const label = { asset: asset.id, author: 'labeler', labelType: 'DEFAULT', modelName: null, jsonResponse }
    kili.addLabel({ ...label, secondsToLabel: null }, false)
  }
}

/** Returns the environment variables that point the command line and the actions to a sandbox. */
export function variablesOf(
  { url, registry }: Sandbox,
  organization: string,
  token?: string,
  lambda?: LambdaSandbox,
): Record<string, string> {
  return {
    KOLENA_API_URL: url,
    KOLENA_REGISTRY: registry.host,
    NUCLEUS_ENDPOINT: `${url}/v1/nucleus`,
    KILI_API_ENDPOINT: `${url}/api/label/v2/graphql`,
    ORGANIZATION: organization,
    ...(token !== undefined && { KOLENA_TOKEN: token, NUCLEUS_API_KEY: token, KILI_API_KEY: token }),
    ...lambda?.env,
  }
}
