import { readFileSync } from 'node:fs'
import { canonicalJson, parsePythonJson } from '../../data/python-json.js'
import type { SampleRow } from '../../platforms/kolena/batched-load.js'
import type { KolenaSession } from '../../platforms/kolena/client.js'
import * as log from '../../runtime/log.js'
import type { JsonMapping } from '../../runtime/mapping.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { sendOnce } from '../../util/send-once.js'
import { type Subject, sourceOf } from './coverage.js'
import type { Inferences } from './inference-file.js'
import { type Match, Matching } from './matching.js'
import { keyOf } from './sample-key.js'

/** Uploads the inferences of one evaluation. If the answer is lost, sends only what the platform does not have. */
export async function uploadMatch(
  session: KolenaSession,
  run: Subject,
  match: Match,
  inferences: Inferences,
  reset: boolean,
  { signal, privateDirectory }: ActionContext,
): Promise<void> {
  const { id } = run
  if (id === undefined) throw new Error('the test run is not open')
  let upload = await session.uploadBatches(contentOf(match.batches))
  await sendOnce({
    what: `upload of inferences for ${run.suite.name}`,
    signal,
    send: async () => {
      await session.uploadInferences(upload, id, reset)
      return true
    },
    findSent: async () => {
      const left = await findLeft(session, { ...run, id }, inferences, reset, privateDirectory)
      if (left.count > 0) {
        upload = await session.uploadBatches(contentOf(left.batches))
        return undefined
      }
      log.info('The inferences have arrived: only the answer was lost')
      return true
    },
  })
}

/** Returns the content of each batch, and shows as progress which one is being uploaded. */
function* contentOf(files: readonly string[]): Generator<Buffer> {
  let begun = 0
  log.progress(() => `batch ${begun} of ${files.length}`)
  for (const file of files) {
    begun++
    yield readFileSync(file)
  }
}

/** Returns the inferences of the file that should be on the platform and are not. */
async function findLeft(
  session: KolenaSession,
  run: Subject & { id: number },
  inferences: Inferences,
  reset: boolean,
  directory: string,
): Promise<Match> {
  const source = sourceOf(session, run)
  const matching = new Matching(directory, inferences, false)
  if (!reset) return await matching.match(source, false)
  // Inferences that are replaced were there before, so only their content shows whether they arrived.
  const having = () => sameAs(inferences, session.inferencesOf(run.id))
  return await matching.match({ lacking: source.all, all: source.all, having }, false)
}

async function* sameAs(
  { store, fields }: Inferences,
  loaded: AsyncIterable<SampleRow[]>,
): AsyncGenerator<SampleRow[]> {
  const canonical = (text: string) => canonicalJson(parsePythonJson(text))
  for await (const batch of loaded)
    yield batch.filter(({ test_sample, inference }) => {
      if (!test_sample || !inference) return false
      const ours = store.match(keyOf(parsePythonJson(test_sample) as JsonMapping, fields))
      return (
        ours !== undefined && canonical(store.inferenceAt(ours).toString('utf8')) === canonical(inference)
      )
    })
}
