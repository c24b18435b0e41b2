import { account, type Moto, runBoto3 } from './moto.js'

const CREATE = `
import sys, boto3
name = sys.argv[1]
sagemaker = boto3.client("sagemaker")
sagemaker.create_model(ModelName=name, ExecutionRoleArn="arn:aws:iam::${account}:role/model", PrimaryContainer={"Image": "xgboost"})
variant = {"VariantName": "all", "ModelName": name, "InitialInstanceCount": 1, "InstanceType": "ml.t2.medium"}
sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[variant])
sagemaker.create_endpoint(EndpointName=name, EndpointConfigName=name)
`

/** Creates an endpoint in service. Uses moto's boto3, so that no SageMaker client is needed here. */
export async function createEndpoint(server: Moto, name: string): Promise<void> {
  await runBoto3(server, CREATE, name)
}

/** Creates a Systems Manager parameter. */
export async function putParameter(server: Moto, name: string, value: string): Promise<void> {
  const script = `import sys, boto3; boto3.client("ssm").put_parameter(Name=sys.argv[1], Value=sys.argv[2], Type="String")`
  await runBoto3(server, script, name, value)
}

/** Queues the endpoint's answers in batches of 500. Moto returns them to new requests in turn. */
export async function queuePredictions({ url, env }: Moto, scores: readonly number[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(scores.length / 500) }, (_, at) =>
    scores.slice(at * 500, at * 500 + 500),
  )
  const results = batches.map((batch) => ({
    Body: batch.join('\n'),
    ContentType: 'text/csv',
    InvokedProductionVariant: 'all',
    CustomAttributes: '',
  }))
  const body = JSON.stringify({ region: env.AWS_REGION, results })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/moto-api/static/sagemaker/endpoint-results`, {
    method: 'POST',
    headers,
    body,
  })
  if (answer.status !== 201) throw new Error(`moto answered ${answer.status}`)
}
