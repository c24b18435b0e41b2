import type { NotRecorded, RecordingInput } from '../../../platforms/kolena/contract/recording.js'
import type { Mode } from '../../../runtime/mode.js'
import type { PublishValues } from '../fields.js'

/** Returns what a verification records from the platform; undefined if it records nothing. */
export function recordingInput(
  verify: { recording?: RecordingInput | NotRecorded | undefined } | undefined,
): RecordingInput | undefined {
  const { recording } = verify ?? {}
  return recording && 'model' in recording ? recording : undefined
}

/**
 * Returns what to record, or why it is not recorded: unreviewed code could print the samples into a public log, and a
 * dry run needs no token.
 */
export function loadRecording(
  inputs: PublishValues,
  { dryRun, untrusted }: Mode,
): RecordingInput | NotRecorded | undefined {
  const {
    workflow = '',
    'fixture-model': model,
    'fixture-test-suite': suite,
    'fixture-samples': limit,
    'contract-fixture': path,
    'api-token': token,
  } = inputs.values
  if (model === undefined && suite === undefined) return undefined
  inputs.missing('fixture-model', 'is missing although fixture-test-suite is set; set both')
  inputs.missing('fixture-test-suite', 'is missing although fixture-model is set; set both')
  if (path !== undefined)
    inputs.problem(
      'contract-fixture',
      path,
      'is set together with fixture-model, which replaces it; set only one of them',
    )
  if (model === undefined || suite === undefined) return undefined
  if (untrusted) return { reason: 'the code of this run may be unreviewed, and must not see them' }
  if (dryRun && token === undefined) return { reason: 'that needs an API token, and this run has none' }
  const names = { model: 'fixture-model', suite: 'fixture-test-suite' }
  return { workflow, model, suite, limit, metadata: true, inputs: names }
}
