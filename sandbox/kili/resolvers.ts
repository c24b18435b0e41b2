import { GraphQLError } from 'graphql'
import { presentAsset, presentLabel, presentProject, presentUser } from './present.js'
import type { Asset, KiliState, Label, Project } from './state.js'

/** The user of the API key in the request. */
export interface Caller {
  user: string
}

interface ProjectWhere {
  id?: string
}

interface AssetWhere {
  id?: string
  idIn?: string[]
  idNotIn?: string[]
  project?: ProjectWhere
  externalIdIn?: string[]
  externalIdStrictlyIn?: string[]
  inferenceMarkGte?: number
  inferenceMarkLte?: number
}

interface LabelWhere {
  id?: string
  idIn?: string[]
  project: ProjectWhere
  asset?: AssetWhere
  typeIn?: string[]
}

interface Page {
  first: number
  skip: number
}

interface AppendLabels {
  data: {
    labelType: string
    overwrite?: boolean | null
    labelsData: {
      assetID: string
      authorID?: string | null
      jsonResponse: string
      modelName?: string | null
      secondsToLabel?: number | null
    }[]
  }
  where: { idIn?: string[]; project?: ProjectWhere }
}

const LARGEST_BATCH = 100

/** Returns resolvers for every root field of the schema. */
export function resolvers(state: KiliState) {
  return {
    viewer: (_: unknown, { user }: Caller) => presentUser(user),
    apiKeys: () => [{ id: 'key', expiryDate: '2099-01-01T00:00:00.000Z' }],
    projects: ({ where, ...page }: { where: ProjectWhere } & Page) =>
      cut(projects(state, where), page).map(presentProject),
    countProjects: ({ where }: { where: ProjectWhere }) => projects(state, where).length,
    assets: ({ where, ...page }: { where: AssetWhere } & Page) =>
      cut(assets(state, where), page).map((asset) => presentAsset(state, asset)),
    countAssets: ({ where }: { where: AssetWhere }) => assets(state, where).length,
    labels: ({ where, ...page }: { where: LabelWhere } & Page) =>
      cut(labels(state, where), page).map((label) => presentLabel(state, label)),
    countLabels: ({ where }: { where: LabelWhere }) => labels(state, where).length,
    filterExistingAssets: (given: { projectID: string; externalIDs: string[] }) =>
      given.externalIDs.filter((id) => state.assetsNamed(given.projectID, id).length > 0),

    createProject: ({ data }: { data: Omit<Project, 'id'> }) => presentProject(state.addProject(data)),
    deleteProjectAsynchronously: ({ where }: { where: ProjectWhere }) => {
      const project = requireProject(state, where.id)
      state.removeProject(project.id)
      return project.id
    },
    appendManyAssets: (given: { data: Record<string, string[]>; where: ProjectWhere }) =>
      appendAssets(state, given),
    appendManyLabels: (given: AppendLabels, { user }: Caller) => appendLabels(state, given, user),
    deleteLabels: ({ ids }: { ids: string[] }) => ids.filter((id) => state.removeLabel(id)),
  }
}

function projects(state: KiliState, { id }: ProjectWhere): Project[] {
  return [...state.projects.values()].filter((project) => id === undefined || project.id === id)
}

function assets(state: KiliState, where: AssetWhere): Asset[] {
  const { id, idIn, idNotIn, project, externalIdIn, externalIdStrictlyIn } = where
  const named = externalIdStrictlyIn && new Set(externalIdStrictlyIn)
  const candidates =
    named && project?.id
      ? [...named].flatMap((name) => state.assetsNamed(project.id ?? '', name))
      : state.assetsOf(project?.id)
  return candidates.filter(
    (asset) =>
      (id === undefined || asset.id === id) &&
      (!idIn || idIn.includes(asset.id)) &&
      !idNotIn?.includes(asset.id) &&
      (!externalIdIn || externalIdIn.some((part) => asset.externalId.includes(part))) &&
      (!named || named.has(asset.externalId)) &&
      isWithin(() => state.markOfAsset(asset.id), where),
  )
}

function isWithin(
  markOf: () => number | null,
  { inferenceMarkGte: least, inferenceMarkLte: most }: AssetWhere,
): boolean {
  if (least === undefined && most === undefined) return true
  const mark = markOf()
  return mark !== null && mark >= (least ?? 0) && mark <= (most ?? 1)
}

/** Returns labels in order of creation. */
function labels(state: KiliState, { id, idIn, project, asset, typeIn }: LabelWhere): Label[] {
  const found = assets(state, { ...asset, project }).flatMap((found) => state.labelsOf(found.id))
  return found
    .filter(
      (label) =>
        (id === undefined || label.id === id) &&
        (!idIn || idIn.includes(label.id)) &&
        (!typeIn || typeIn.includes(label.labelType)),
    )
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
}

function appendAssets(
  state: KiliState,
  { data, where }: { data: Record<string, string[]>; where: ProjectWhere },
) {
  const project = requireProject(state, where.id)
  const lengths = new Set(Object.values(data).map((list) => list.length))
  if (lengths.size > 1) throw refusal('the asset arrays differ in length')
  return data.externalIDArray?.map((externalId, index) => {
    const asset = state.addAsset({
      id: data.idArray?.[index] ?? '',
      project: project.id,
      externalId,
      content: data.contentArray?.[index] ?? '',
      isHoneypot: Boolean(data.isHoneypotArray?.[index]),
      jsonMetadata: data.jsonMetadataArray?.[index] ?? '{}',
    })
    return presentAsset(state, asset)
  })
}

/** Adds all labels or none, because one batch is one transaction. */
function appendLabels(state: KiliState, { data, where }: AppendLabels, user: string) {
  const { labelType, labelsData } = data
  if (labelsData.length > LARGEST_BATCH) throw refusal(`more than ${LARGEST_BATCH} labels in one call`)
  for (const { assetID, jsonResponse, modelName } of labelsData) {
    const asset = state.assets.get(assetID)
    if (!asset || (where.project?.id !== undefined && asset.project !== where.project.id))
      throw refusal(`no asset ${assetID} in the project`)
    if (!where.idIn?.includes(assetID)) throw refusal(`the asset ${assetID} is not among those of the call`)
    if (labelType === 'PREDICTION' && !modelName) throw refusal('a PREDICTION needs a modelName')
    requireJsonObject(jsonResponse)
  }
  return labelsData.map(({ assetID, authorID, jsonResponse, modelName, secondsToLabel }) => {
    const label = {
      asset: assetID,
      author: authorID ?? user,
      labelType,
      modelName: modelName ?? null,
      jsonResponse,
      secondsToLabel: secondsToLabel ?? null,
    }
    return presentLabel(state, state.addLabel(label, data.overwrite ?? false))
  })
}

function requireProject(state: KiliState, id: string | undefined): Project {
  const project = state.projects.get(id ?? '')
  if (!project) throw refusal(`no project ${id}`)
  return project
}

function requireJsonObject(text: string): void {
  try {
    if (Object.prototype.toString.call(JSON.parse(text)) === '[object Object]') return
  } catch {}
  throw refusal('jsonResponse is not a JSON object')
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })
}

function cut<Row>(rows: Row[], { first, skip }: Page): Row[] {
  return rows.slice(skip, skip + first)
}
