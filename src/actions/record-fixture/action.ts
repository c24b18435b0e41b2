import { describeCount, type Recording } from '../../platforms/kolena/contract/recording.js'
import { md } from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { fields, loadInputs, variables } from './inputs.js'

/** What is known at the end of a run. */
export interface RecordFixtureResult {
  /** The file that was written. */
  fixture?: string
  recording?: Recording
}

/** Records a fixture for the contract check from the platform, for a repository to commit. */
export const recordFixture: Action<RecordFixtureResult> = {
  fields,
  variables,
  begin: () => ({}),
  run: async (request, { runLog, signal, privateDirectory }, record) => {
    const { platform, recording: wanted, output, existing } = loadInputs(request)
    // The code that does the work is loaded here, so that invalid inputs are reported sooner.
    const [{ logIn }, { recordFixture }, { writeFixture }] = await Promise.all([
      import('../../platforms/kolena/client.js'),
      import('../../platforms/kolena/contract/record.js'),
      import('./write-fixture.js'),
    ])
    const session = await runLog.phase('Log in at the platform', () =>
      logIn(platform.apiUrl, platform.apiToken ?? '', signal),
    )
    const recording = await runLog.phase('Record the samples', () =>
      recordFixture(session, wanted, privateDirectory),
    )
    const replaced = await runLog.phase('Write the fixture', () => writeFixture(output, recording, existing))
    record({ fixture: output, recording })
    log.info(`${output}: ${describeCount(recording)}, from ${recording.source}`)
    if (replaced > 0)
      log.warning(
        `JSON has no NaN and no infinities: they became null in ${replaced} objects of samples.`,
        output,
      )
  },
  outputs: ({ fixture, recording }) => ({
    fixture: fixture ?? '',
    samples: recording ? String(recording.count) : '',
    available: recording ? String(recording.available) : '',
  }),
  summary: ({ fixture, recording }, runLog, error) =>
    report(
      recording ? md`✅ ${fixture ?? ''} was recorded` : md`❌ No fixture was recorded`,
      recording
        ? [
            factTable([
              ['Source', recording.source],
              ['Samples', describeCount(recording)],
            ]),
          ]
        : [],
      runLog,
      error,
    ),
}
