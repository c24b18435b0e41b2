import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Handler, type LambdaSandbox, startLambdaSandbox } from '../../sandbox/lambda/index.js'
import { pushTag } from '../../sandbox/runner/events.js'
import { type RunOptions, runAction, type StepResult } from '../../sandbox/runner.js'
import { root } from './common.js'

/** A confusion matrix in the format of an evaluator. */
export const exampleMatrix = `+-----------+------+-----+
|   actuals |    0 |   1 |
+===========+======+=====+
|         0 | 3583 |  53 |
+-----------+------+-----+
|         1 |  382 | 101 |
+-----------+------+-----+`

interface SqsEvent {
  Records: [{ messageId: string; body: string; eventSource: string; md5OfBody: string }]
}

/** Returns the key of the file that an evaluator writes today. */
export function resultKey(endpoint = 'churn'): string {
  return `${new Date().toISOString().slice(0, 10)}/predictions/${endpoint}/PREDICTIONS.md`
}

/** Returns an evaluator that writes a matrix and returns the event. */
export function writing(text: string, bucket = 'monitoring'): Handler {
  return (event, state) => {
    const [{ messageId, body }] = (event as SqsEvent).Records
    const { endpointName } = JSON.parse(body)
    state.putObject(bucket, resultKey(endpointName), text, { metadata: { 'message-id': messageId } })
    return { payload: event, log: 'START\nevaluated\nEND' }
  }
}

/** A job that runs the `lambda` action. */
export class EvaluatingOnLambda {
  readonly sandbox: LambdaSandbox
  readonly workspace = mkdtempSync(join(tmpdir(), 'lambda-workspace-'))

  static async start(): Promise<EvaluatingOnLambda> {
    return new EvaluatingOnLambda(await startLambdaSandbox())
  }

  private constructor(sandbox: LambdaSandbox) {
    this.sandbox = sandbox
  }

  async stop(): Promise<void> {
    rmSync(this.workspace, { recursive: true })
    await this.sandbox.close()
  }

  async run(
    inputs: Record<string, string | undefined>,
    options: Partial<RunOptions> = {},
  ): Promise<StepResult> {
    const all = {
      'endpoint-name': 'churn',
      'test-data': 's3://data/test/churn.csv',
      'results-bucket': 'monitoring',
      comment: 'off',
      ...inputs,
    }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return await runAction({
      action: join(root, 'lambda'),
      event: pushTag('v1.2.3'),
      workspace: this.workspace,
      inputs: Object.fromEntries(given),
      ...options,
      env: { ...this.sandbox.env, ...options.env },
    })
  }
}
