import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { resultKey } from '../support/evaluating-on-lambda.js'
import { emulators } from './emulators.js'
import { buildExample, type LocalRun, runLocally } from './lambda-image.js'
import { type Moto, ourselves, region, startMoto } from './moto.js'
import { createEndpoint, queuePredictions } from './sagemaker.js'
import { samples, scoresOf, testData } from './samples.js'
import { root } from './venv.js'

/** The event of the README's curl. */
const readme = readFileSync(join(root, 'examples/lambda-evaluation/README.md'), 'utf8')
const [, event = ''] = /invocations" -d '(.*?)'\n/s.exec(readme) ?? []

describe.each(emulators)('the example on a local machine under $name', (emulator) => {
  let moto: Moto
  let s3: S3Client
  let run: LocalRun
  beforeAll(async () => {
    moto = await startMoto()
    s3 = new S3Client({ region, endpoint: moto.url, credentials: ourselves, forcePathStyle: true })
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    for (const Bucket of ['example-bucket', 'my-bucket'])
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    const data = { Bucket: 'example-bucket', Key: 'test-data.csv', Body: testData(samples) }
    await s3.send(new PutObjectCommand(data))
    await queuePredictions(moto, scoresOf(samples))
    await buildExample('aws_lambda:local-compat', emulator)
    run = await runLocally('aws_lambda:local-compat', { ...moto.env, RESULTS_BUCKET: 'my-bucket' })
  }, 600_000)
  afterAll(async () => {
    await run?.close()
    await moto?.close()
  })

  test('fails on the event of its README without an endpoint, and the log says why', async () => {
    const { Records } = JSON.parse(event)
    expect(await run.invoke(event)).toEqual({ batchItemFailures: [{ itemIdentifier: Records[0].messageId }] })
    expect(await run.log()).toMatch(/Could not find|ValidationException/)
  })

  test('evaluates the endpoint for the event of its README', async () => {
    await createEndpoint(moto, 'example')
    expect(await run.invoke(event)).toEqual({ batchItemFailures: [] })
    const written = await s3.send(new GetObjectCommand({ Bucket: 'my-bucket', Key: resultKey('example') }))
    const text = await written.Body?.transformToString()
    expect(text).toContain('| 0 | 3583 | 53 |\n| 1 | 382 | 101 |')
    const metrics = {
      accuracy: 0.894392,
      precision: 0.655844,
      recall: 0.20911,
      f1: 0.31711,
      specificity: 0.985424,
    }
    for (const [name, value] of Object.entries(metrics))
      expect(text).toMatch(new RegExp(`\\| ${name} \\| ${value.toFixed(5)}`))
  })
})
