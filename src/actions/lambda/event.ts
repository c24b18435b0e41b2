import { createHash } from 'node:crypto'
import type { EvaluationInput } from './inputs.js'

/** The event that the evaluator gets, the same that Lambda makes from one message of an SQS queue. */
export interface EvaluationEvent {
  messageId: string
  /** The event as JSON. */
  payload: string
}

/** @param now milliseconds since 1970 */
export function evaluationEvent(
  { endpointName, testData }: EvaluationInput,
  { messageId, now, region }: { messageId: string; now: number; region: string },
): EvaluationEvent {
  const body = JSON.stringify({
    endpointName,
    testDataS3BucketName: testData.bucket,
    testDataS3Key: testData.key,
  })
  const record = {
    messageId,
    receiptHandle: messageId,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(now),
      SenderId: 'evaluator-action',
      ApproximateFirstReceiveTimestamp: String(now),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:000000000000:evaluator-action`,
    awsRegion: region,
  }
  return { messageId, payload: JSON.stringify({ Records: [record] }) }
}

/**
 * Returns the keys of the files that the evaluator may write: one per endpoint and day (UTC), overwritten by each run. An
 * evaluation around midnight may write the file of the next day.
 */
export function resultKeys(endpointName: string, now: number): string[] {
  const day = 24 * 60 * 60 * 1000
  return [now, now + day].map(
    (time) => `${new Date(time).toISOString().slice(0, 10)}/predictions/${endpointName}/PREDICTIONS.md`,
  )
}
