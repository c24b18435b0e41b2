import { setImmediate } from 'node:timers/promises'

/** The test and the function that results are uploaded for. */
export interface UploadTarget {
  testId: string
  functionId: string
  modelId: string
  sliceId: string
}

/**
 * Results by the reference of their item, in any order, with each item at most once. Iterated once for the length, and
 * twice for the two maps.
 */
type Results = Iterable<{ ref: string; score: number; weight: number }>

/** Characters per piece of the body. */
const PIECE = 64 * 1024
/** Results that are measured before other work may run. */
const TURN = 1000

/**
 * Creates the body of an upload of results piece by piece. The API takes all results in one request, and the text of a
 * million results is as large as the results themselves. Fields and their order are those of the vendor's Python
 * client.
 */
export function* uploadBody(
  target: UploadTarget,
  results: Results,
  overallMetric: number,
): Generator<Buffer> {
  const { testId, functionId, modelId, sliceId } = target
  yield Buffer.from(`{${entry('unit_test_id', testId)},${entry('eval_function_id', functionId)},`)
  yield* entries('result_per_ref_id', results, ({ score }) => score)
  yield* entries('weight_per_ref_id', results, ({ weight }) => weight)
  const rest = [
    entry('overall_metric', overallMetric),
    entry('model_id', modelId),
    entry('slice_id', sliceId),
    entry('level', 'item'),
  ]
  yield Buffer.from(`${rest.join(',')}}`)
}

/**
 * Returns the size of the body in bytes. Lets other work run in between: a server that closes its idle connections
 * meanwhile has to be noticed, or the upload would use one of these.
 */
export async function bodyLength(
  target: UploadTarget,
  results: Results,
  overallMetric: number,
): Promise<number> {
  let length = 0
  for (const piece of uploadBody(target, [], overallMetric)) length += piece.length
  let count = 0
  for (const { ref, score, weight } of results) {
    // Each of the two maps has the reference, a colon, the number, and a comma before all but the first entry.
    const texts = 2 * Buffer.byteLength(JSON.stringify(ref)) + JSON.stringify(score).length
    length += texts + JSON.stringify(weight).length + (count === 0 ? 2 : 4)
    if (++count % TURN === 0) await setImmediate()
  }
  return length
}

function* entries(
  name: string,
  results: Results,
  value: (result: { score: number; weight: number }) => number,
): Generator<Buffer> {
  let text = `${JSON.stringify(name)}:{`
  let separator = ''
  for (const result of results) {
    text += separator + entry(result.ref, value(result))
    separator = ','
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}},`)
}

function entry(key: string, value: string | number): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`
}
