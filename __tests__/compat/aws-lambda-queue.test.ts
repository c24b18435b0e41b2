import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { resultKey } from '../support/evaluating-on-lambda.js'
import { buildExample, runOnLambda } from './lambda-image.js'
import { type Moto, ourselves, region, startMoto } from './moto.js'
import { createEndpoint, putParameter, queuePredictions } from './sagemaker.js'
import { repeat, scoresOf, testData } from './samples.js'
import { createQueue } from './sqs.js'

const tag = 'evaluator-example-lambda:compat'

describe('the example behind an SQS queue, with its bucket in an SSM parameter', () => {
  let moto: Moto
  let s3: S3Client
  let image: Awaited<ReturnType<typeof runOnLambda>>
  beforeAll(async () => {
    moto = await startMoto()
    s3 = new S3Client({ region, endpoint: moto.url, credentials: ourselves, forcePathStyle: true })
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    for (const Bucket of ['data', 'monitoring'])
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    const rows = [...repeat(0, 0, 3), ...repeat(1, 0, 1), ...repeat(1, 1, 2)]
    await s3.send(new PutObjectCommand({ Bucket: 'data', Key: 'test.csv', Body: testData(rows) }))
    await putParameter(moto, `mlops-${region}-staging-model-monitoring`, 'monitoring')
    await queuePredictions(moto, scoresOf(rows))
    await queuePredictions(moto, scoresOf(rows))
    await buildExample(tag)
    image = await runOnLambda(tag, { ...moto.env, SERVERLESS_ENVIRONMENT: 'staging' })
  }, 600_000)
  afterAll(async () => {
    await image?.close()
    await moto?.close()
  })

  const bodyFor = (endpointName: string) =>
    JSON.stringify({ endpointName, testDataS3BucketName: 'data', testDataS3Key: 'test.csv' })
  const written = async (endpoint: string) => {
    const command = new GetObjectCommand({ Bucket: 'monitoring', Key: resultKey(endpoint) })
    return await (await s3.send(command)).Body?.transformToString()
  }
  const invoke = async (event: unknown) => {
    const { payload, error } = await image.handler(event, undefined as never)
    expect(error).toBeUndefined()
    return payload
  }

  test('keeps failed messages in the queue until all messages succeed', async () => {
    await createEndpoint(moto, 'churn')
    const queue = await createQueue(moto, 'evaluations')
    await queue.send([bodyFor('churn'), bodyFor('later'), '{"endpointName": "churn"}'])

    const first = await queue.deliver(invoke)
    expect(first.bodies).toHaveLength(3)
    expect(first.reply).toEqual({ batchItemFailures: [expect.anything(), expect.anything()] })
    expect(await written('churn')).toContain('| 0 | 3 | 0 |\n| 1 | 1 | 2 |')
    await expect(written('later')).rejects.toThrow('key does not exist')

    await createEndpoint(moto, 'later')
    const second = await queue.deliver(invoke)
    expect(second.bodies.sort()).toEqual(['{"endpointName": "churn"}', bodyFor('later')].sort())
    expect(second.reply).toEqual({ batchItemFailures: [expect.anything()] })
    expect(await written('later')).toContain('| recall | 0.666667 |')

    const third = await queue.deliver(invoke)
    expect(third.bodies).toEqual(['{"endpointName": "churn"}'])
  })
})
