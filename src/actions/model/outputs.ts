import type { ModelResult } from './result.js'

/** The model action's outputs, by name as in action.yml. One with no value is the empty string. */
export function modelOutputs(registration: ModelResult): Record<string, string> {
  const { mode, model, created, url, differences } = registration
  return {
    model: model ? JSON.stringify(model) : '',
    id: model ? String(model.id) : '',
    created: String(created),
    url: url ?? '',
    differences: JSON.stringify(
      differences.map(({ key, registered, given }) => ({
        key,
        registered: registered ?? null,
        given: given ?? null,
      })),
    ),
    'dry-run': mode ? String(mode.dryRun) : '',
  }
}
