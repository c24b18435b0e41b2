import { code, join, md } from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { fields, loadInputs } from './inputs.js'
import { describeHost, describeValues, type InitResult, missingInputs, nextSteps } from './result.js'
import { inputNames } from './values.js'

/** Writes what a repository needs to publish its evaluator: a workflow, an ignore file and a contract fixture. */
export const init: Action<InitResult> = {
  fields,
  variables: {},
  begin: () => ({ dryRun: false, files: [], kept: [] }),
  run: async (request, { runLog, signal }, record) => {
    const inputs = loadInputs(request)
    record({ dryRun: inputs.dryRun })
    // The code that does the work is loaded here, so that invalid inputs are reported sooner.
    const [{ lookAtRepository, readDockerfile }, { planFiles }, { createFile, missingFiles }] =
      await Promise.all([import('./look.js'), import('./plan.js'), import('./write.js')])
    const repository = await runLog.phase('Look at the repository', () => lookAtRepository(signal))
    const plan = planFiles(repository, inputs, readDockerfile)
    const files = missingFiles(plan.files)
    const kept = plan.files.filter((file) => !files.includes(file)).map(({ path }) => path)
    record({ host: repository.host, plan, kept })
    await log.group('Found', () => log.info(describeValues(plan.values).join('\n')))
    if (inputs.dryRun) record({ files })
    for (const [index, file] of files.entries()) {
      if (!inputs.dryRun) {
        createFile(file)
        runLog.done.push(`${file.path} was written.`)
        record({ files: files.slice(0, index + 1) })
      }
      await log.group(`${inputs.dryRun ? 'Would write' : 'Wrote'} ${file.path}`, () =>
        log.info(file.text.trimEnd()),
      )
    }
    for (const path of kept) log.info(`Kept ${path}, which exists.`)
    for (const reason of plan.omitted) log.info(`Not written: ${reason}.`)
    const remark = describeHost(repository.host)
    if (remark !== undefined) log.notice(remark, 'Host')
    for (const name of missingInputs({ plan }))
      log.warning(`${name} has to be set by hand: ${plan.values[name].source}`, 'Not found')
    const steps = nextSteps({ dryRun: inputs.dryRun, host: repository.host, plan, files, kept })
    await log.group('Next', () => log.info(steps.map((step, index) => `${index + 1}. ${step}`).join('\n')))
  },
  outputs: (result) => ({
    ...Object.fromEntries(inputNames.map((name) => [name, result.plan?.values[name].value ?? ''])),
    files: JSON.stringify(result.files.map(({ path }) => path)),
    kept: JSON.stringify(result.kept),
    missing: JSON.stringify(missingInputs(result)),
  }),
  summary: (result, runLog, error) => {
    const { plan, files, kept, dryRun } = result
    const paths = (some: readonly string[]) => join(some.map(code), md`, `)
    return report(
      error === undefined ? md`✅ ${verdictOf(result)}` : md`❌ The repository was not set up`,
      plan === undefined
        ? []
        : [
            factTable([
              [dryRun ? 'Would be written' : 'Written', paths(files.map(({ path }) => path))],
              ['Kept', paths(kept)],
              ['Values', join(describeValues(plan.values).map(code), md`<br>`)],
              ['Next', join(nextSteps(result), md`<br>`)],
            ]),
          ],
      runLog,
      error,
    )
  },
}

function verdictOf({ files, dryRun }: InitResult): string {
  const count = files.length === 1 ? '1 file' : `${files.length} files`
  if (files.length === 0) return 'There is nothing to write'
  return dryRun ? `${count} would be written` : `${count} ${files.length === 1 ? 'was' : 'were'} written`
}
