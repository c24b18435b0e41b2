import { type Difference, differencesOf } from '../../data/differences.js'
import type { Event } from '../../runtime/event.js'
import type { JsonMapping } from '../../runtime/mapping.js'

/** The metadata keys that the workflow run sets. */
export const ciKeys = ['ci_repository', 'ci_commit', 'ci_ref', 'ci_workflow', 'ci_run', 'ci_actor'] as const

/** The keys that identify the code of the model. The others say who registered it and when, and change with each run. */
const identifying: readonly string[] = ['ci_repository', 'ci_commit']

/** Returns the metadata of the workflow run, without what it does not know. */
export function ciMetadata({ repository, sha, ref, workflowRef, runUrl, actor }: Event): JsonMapping {
  const values: Record<(typeof ciKeys)[number], string | undefined> = {
    ci_repository: repository,
    ci_commit: sha,
    ci_ref: ref,
    ci_workflow: workflowRef,
    ci_run: runUrl,
    ci_actor: actor,
  }
  const known = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(known)
}

/**
 * Returns what makes the registered model different from the given one: any key that people wrote, and of the run's keys the
 * repository and the commit, if they are given. A re-run of the same commit is the same model.
 */
export function compareMetadata(registered: JsonMapping, given: JsonMapping): Difference[] {
  const fromRun: readonly string[] = ciKeys
  return differencesOf(registered, given, (key) => {
    if (!fromRun.includes(key)) return true
    return identifying.includes(key) && Object.hasOwn(given, key)
  })
}
