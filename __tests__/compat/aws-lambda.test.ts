import { createHash } from 'node:crypto'
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr'
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { CreateFunctionCommand, GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EvaluatingOnLambda, resultKey } from '../support/evaluating-on-lambda.js'
import { buildExample, runOnLambda } from './lambda-image.js'
import { account, type Moto, ourselves, region, startMoto } from './moto.js'
import { createEndpoint, queuePredictions } from './sagemaker.js'
import { samples, scoresOf, testData } from './samples.js'

const repository = `${account}.dkr.ecr.${region}.amazonaws.com/evaluators/churn`
const tag = 'evaluator-example-lambda:compat'

describe('lambda against the real moto server', () => {
  let moto: Moto
  let job: EvaluatingOnLambda
  const clients = () => {
    const options = { region, endpoint: moto.url, credentials: ourselves, forcePathStyle: true }
    return {
      ecr: new ECRClient(options),
      iam: new IAMClient(options),
      lambda: new LambdaClient(options),
      s3: new S3Client(options),
    }
  }
  beforeAll(async () => {
    moto = await startMoto()
    job = await EvaluatingOnLambda.start()
    const { ecr, s3 } = clients()
    await ecr.send(new CreateRepositoryCommand({ repositoryName: 'evaluators/churn' }))
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    for (const Bucket of ['data', 'monitoring'])
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    await buildExample(tag)
  }, 600_000)
  afterAll(async () => {
    await job?.stop()
    await moto?.close()
  })

  /** Puts a manifest into moto's ECR and returns the image reference by digest. */
  async function push(imageTag: string, mediaType: string): Promise<string> {
    const imageManifest = JSON.stringify({
      schemaVersion: 2,
      mediaType,
      layers: [],
      manifests: [],
      annotations: { imageTag },
    })
    const imageDigest = `sha256:${createHash('sha256').update(imageManifest).digest('hex')}`
    const pushed = { imageManifest, imageManifestMediaType: mediaType, imageTag, imageDigest }
    await clients().ecr.send(new PutImageCommand({ repositoryName: 'evaluators/churn', ...pushed }))
    return `${repository}@${imageDigest}`
  }

  async function createFunction(FunctionName: string, ImageUri: string): Promise<void> {
    const { iam, lambda } = clients()
    const role = {
      RoleName: FunctionName,
      AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
    }
    const { Role } = await iam.send(new CreateRoleCommand(role))
    const Code = { ImageUri }
    await lambda.send(
      new CreateFunctionCommand({ FunctionName, PackageType: 'Image', Code, Role: Role?.Arn }),
    )
  }

  const oneImage = 'application/vnd.oci.image.manifest.v1+json'

  test('updates a function and publishes a version', async () => {
    const before = await push('v1', oneImage)
    const image = await push('v2', oneImage)
    await createFunction('updated', before)
    const inputs = { 'function-name': 'updated', image, 'publish-version': 'true' }
    const none = { 'endpoint-name': undefined, 'test-data': undefined, 'results-bucket': undefined }
    const run = await job.run({ ...inputs, ...none }, { env: moto.env })
    expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'function-version': '1' } })
    const { Code } = await clients().lambda.send(new GetFunctionCommand({ FunctionName: 'updated' }))
    expect(Code?.ImageUri).toBe(image)
  })

  test('refuses an index before it changes the function', async () => {
    const image = await push('index', 'application/vnd.oci.image.index.v1+json')
    await createFunction('indexed', await push('v3', oneImage))
    const run = await job.run({ 'function-name': 'indexed', image }, { env: moto.env })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('Lambda runs only single images')
  })

  test('runs the example image on test data with SageMaker and S3', async () => {
    await clients().s3.send(
      new PutObjectCommand({ Bucket: 'data', Key: 'test/churn.csv', Body: testData(samples) }),
    )
    await createEndpoint(moto, 'churn')
    await queuePredictions(moto, scoresOf(samples))
    const image = await runOnLambda(tag, { ...moto.env, RESULTS_BUCKET: 'monitoring' })
    try {
      job.sandbox.state.createFunction('evaluate', image.handler)
      const env = { ...moto.env, AWS_ENDPOINT_URL_LAMBDA: job.sandbox.url }
      const run = await job.run({ 'function-name': 'evaluate', 'minimum-recall': '0.2' }, { env })
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { passed: 'true' } })
      expect(JSON.parse(run.outputs['confusion-matrix'] ?? '').counts).toEqual([
        [3583, 53],
        [382, 101],
      ])
      const written = await clients().s3.send(
        new GetObjectCommand({ Bucket: 'monitoring', Key: resultKey() }),
      )
      const text = await written.Body?.transformToString()
      for (const name of ['accuracy', 'precision', 'recall', 'f1', 'specificity'])
        expect(text).toContain(`| ${name} | ${Number(run.outputs[name]).toFixed(6)} |`)
    } finally {
      await image.close()
    }
  })

  test('fails the message and the step when the endpoint does not exist', async () => {
    const image = await runOnLambda(tag, { ...moto.env, RESULTS_BUCKET: 'monitoring' })
    try {
      job.sandbox.state.createFunction('evaluate', image.handler)
      const env = { ...moto.env, AWS_ENDPOINT_URL_LAMBDA: job.sandbox.url }
      const run = await job.run({ 'function-name': 'evaluate', 'endpoint-name': 'absent' }, { env })
      expect(run.exitCode).toBe(1)
      expect(run.annotations[0]?.message).toContain('batchItemFailures')
      expect(run.annotations[0]?.message).toContain('absent')
    } finally {
      await image.close()
    }
  })
})
