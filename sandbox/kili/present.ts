/** Converts the state to the types of the schema. */
import { type Asset, isOfModel, type KiliState, type Label, type Project } from './state.js'

/** The path of response files. */
export const STORAGE = '/storage/responses'

export function presentUser(user: string) {
  return { id: user, email: `${user}@example.com` }
}

export function presentProject(project: Project) {
  return { ...project, workflowVersion: 'V1', steps: [] }
}

/** Fields that return other objects are functions, called only if a query selects them. */
export function presentAsset(state: KiliState, asset: Asset): object {
  const labels = () => state.labelsOf(asset.id)
  return {
    ...asset,
    skipped: false,
    inferenceMark: () => state.markOfAsset(asset.id),
    status: () => (labels().some((label) => !isOfModel(label)) ? 'LABELED' : 'TODO'),
    labels: () => labels().map((label) => presentLabel(state, label)),
  }
}

export function presentLabel(state: KiliState, label: Label): object {
  const asset = state.assets.get(label.asset)
  return {
    ...label,
    assetId: label.asset,
    jsonResponse: () => (state.keepsFiles(label) ? '' : label.jsonResponse),
    jsonResponseUrl: (_: unknown, { origin }: { origin: string }) =>
      state.keepsFiles(label) ? `${origin}${STORAGE}/${label.id}?signature=${label.id}` : null,
    author: presentUser(label.author),
    inferenceMark: () => state.markOf(label),
    labelOf: () => asset && presentAsset(state, asset),
  }
}
