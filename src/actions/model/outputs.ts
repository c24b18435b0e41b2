import type { ModelResult } from './result.js'

/** The outputs of the model action, by their names in action.yml. An output without a value is the empty string. */
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
