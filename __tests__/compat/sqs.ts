import { account, type Moto, region, runBoto3 } from './moto.js'

/**
 * Does what Lambda does for a function behind a queue: receives a batch of messages, sends an event, and deletes
 * those that the function did not report as failed. Uses moto's boto3.
 */
const POLLER = `
import json, sys, boto3
sqs = boto3.client("sqs")
operation, argument = sys.argv[1], json.loads(sys.argv[2])
if operation == "create":
    print(sqs.create_queue(QueueName=argument["name"], Attributes={"VisibilityTimeout": "1"})["QueueUrl"])
elif operation == "send":
    for body in argument["bodies"]:
        sqs.send_message(QueueUrl=argument["url"], MessageBody=body)
elif operation == "receive":
    reply = sqs.receive_message(QueueUrl=argument["url"], MaxNumberOfMessages=10, WaitTimeSeconds=5, AttributeNames=["All"])
    print(json.dumps(reply.get("Messages", [])))
elif operation == "delete":
    for handle in argument["handles"]:
        sqs.delete_message(QueueUrl=argument["url"], ReceiptHandle=handle)
`

interface Message {
  MessageId: string
  ReceiptHandle: string
  Body: string
  MD5OfBody: string
  Attributes: Record<string, string>
}

/** A queue in moto's SQS, and the part of Lambda that empties it. */
export interface EvaluationQueue {
  send(bodies: readonly string[]): Promise<void>
  /**
   * Sends the available messages to a function, and settles them by its reply.
   * @returns the message bodies and the reply of the function
   */
  deliver(invoke: (event: unknown) => Promise<unknown>): Promise<{ bodies: string[]; reply: unknown }>
}

export async function createQueue(moto: Moto, name: string): Promise<EvaluationQueue> {
  const run = (operation: string, argument: object) =>
    runBoto3(moto, POLLER, operation, JSON.stringify(argument))
  const url = (await run('create', { name })).trim()
  return {
    send: async (bodies) => {
      await run('send', { url, bodies })
    },
    deliver: async (invoke) => {
      const messages: Message[] = JSON.parse(await run('receive', { url }))
      const reply = await invoke({ Records: messages.map(recordOf(name)) })
      const { batchItemFailures } = reply as { batchItemFailures: { itemIdentifier: string }[] }
      const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
      const done = messages.filter(({ MessageId }) => !failed.includes(MessageId))
      await run('delete', { url, handles: done.map(({ ReceiptHandle }) => ReceiptHandle) })
      return { bodies: messages.map(({ Body }) => Body), reply }
    },
  }
}

/** Returns a message as Lambda writes it into an event (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html). */
function recordOf(queue: string) {
  return ({ MessageId, ReceiptHandle, Body, MD5OfBody, Attributes }: Message) => ({
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes,
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:${account}:${queue}`,
    awsRegion: region,
  })
}
