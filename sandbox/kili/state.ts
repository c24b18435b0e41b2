import { randomUUID } from 'node:crypto'
import { agreement, type Response } from './marks.js'

export interface Project {
  id: string
  title: string
  description: string
  inputType: string
  jsonInterface: string
}

export interface Asset {
  id: string
  project: string
  externalId: string
  content: string
  isHoneypot: boolean
  jsonMetadata: string
  createdAt: string
}

export interface Label {
  id: string
  asset: string
  author: string
  labelType: string
  modelName: string | null
  jsonResponse: string
  secondsToLabel: number | null
  createdAt: string
  isLatestLabelForUser: boolean
}

export interface KiliOptions {
  /** Maps each key to its user. */
  apiKeys: ReadonlyMap<string, string>
  /** Score of a wrong single choice. Defaults to 0.5, as in the vendor's notebook. */
  mismatch?: number
  /** Milliseconds until the mark of a new label or inference is available. Defaults to 0. */
  markDelay?: number
}

/** Everything stored in this Kili, oldest first. */
export class KiliState {
  readonly apiKeys: ReadonlyMap<string, string>
  readonly projects = new Map<string, Project>()
  readonly assets = new Map<string, Asset>()
  readonly labels = new Map<string, Label>()
  mismatch: number
  markDelay: number
  readonly #assetsByExternalId = new Map<string, Asset[]>()
  readonly #labelsByAsset = new Map<string, Label[]>()

  constructor({ apiKeys, mismatch = 0.5, markDelay = 0 }: KiliOptions) {
    this.apiKeys = apiKeys
    this.mismatch = mismatch
    this.markDelay = markDelay
  }

  addProject(data: Omit<Project, 'id'>): Project {
    const project = { id: newId(), ...data }
    this.projects.set(project.id, project)
    return project
  }

  removeProject(id: string): void {
    this.projects.delete(id)
    for (const asset of this.assets.values()) {
      if (asset.project !== id) continue
      for (const label of this.labelsOf(asset.id)) this.labels.delete(label.id)
      this.#labelsByAsset.delete(asset.id)
      this.#assetsByExternalId.delete(`${id}/${asset.externalId}`)
      this.assets.delete(asset.id)
    }
  }

  /** External ids are not unique in Kili: two assets can share one. */
  addAsset(data: Omit<Asset, 'createdAt'>): Asset {
    const asset = { ...data, createdAt: new Date().toISOString() }
    this.assets.set(asset.id, asset)
    append(this.#assetsByExternalId, `${asset.project}/${asset.externalId}`, asset)
    return asset
  }

  assetsNamed(project: string, externalId: string): Asset[] {
    return this.#assetsByExternalId.get(`${project}/${externalId}`) ?? []
  }

  assetsOf(project: string | undefined): Asset[] {
    return [...this.assets.values()].filter((asset) => project === undefined || asset.project === project)
  }

  labelsOf(asset: string): Label[] {
    return this.#labelsByAsset.get(asset) ?? []
  }

  /** With `overwrite`, a model's label replaces the asset's labels of the same type and model. */
  addLabel(data: Omit<Label, 'id' | 'createdAt' | 'isLatestLabelForUser'>, overwrite: boolean): Label {
    const earlier = this.labelsOf(data.asset).filter(
      ({ labelType, modelName }) => labelType === data.labelType && modelName === data.modelName,
    )
    if (overwrite && isOfModel(data)) for (const { id } of earlier) this.removeLabel(id)
    for (const label of this.labelsOf(data.asset))
      if (label.author === data.author && isOfModel(label) === isOfModel(data))
        label.isLatestLabelForUser = false
    const label = { id: newId(), ...data, createdAt: new Date().toISOString(), isLatestLabelForUser: true }
    this.labels.set(label.id, label)
    append(this.#labelsByAsset, label.asset, label)
    return label
  }

  removeLabel(id: string): boolean {
    const label = this.labels.get(id)
    if (!label) return false
    this.labels.delete(id)
    this.#labelsByAsset.set(
      label.asset,
      this.labelsOf(label.asset).filter((other) => other !== label),
    )
    return true
  }

  /** Returns the agreement of a human label with the latest inference on its asset, or null if there is none yet. */
  markOf(label: Label): number | null {
    const inference = this.labelsOf(label.asset).findLast(({ labelType }) => labelType === 'INFERENCE')
    if (!inference || isOfModel(label)) return null
    const known = Math.max(Date.parse(label.createdAt), Date.parse(inference.createdAt)) + this.markDelay
    if (Date.now() < known) return null
    const isSingleChoice = (job: string) => this.#inputOf(label.asset, job) === 'radio'
    return agreement(parse(label.jsonResponse), parse(inference.jsonResponse), {
      isSingleChoice,
      mismatch: this.mismatch,
    })
  }

  /** Returns whether the response of a label is in a file. */
  keepsFiles({ asset }: Label): boolean {
    const { inputType = '' } = this.projects.get(this.assets.get(asset)?.project ?? '') ?? {}
    return ['VIDEO', 'GEOSPATIAL', 'LLM_RLHF', 'LLM_INSTR_FOLLOWING', 'LLM_STATIC'].includes(inputType)
  }

  /** Returns the mean mark of the latest human labels. */
  markOfAsset(asset: string): number | null {
    const marks = this.labelsOf(asset)
      .filter(({ isLatestLabelForUser }) => isLatestLabelForUser)
      .flatMap((label) => this.markOf(label) ?? [])
    return marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length
  }

  #inputOf(asset: string, job: string): string | undefined {
    const project = this.projects.get(this.assets.get(asset)?.project ?? '')
    return JSON.parse(project?.jsonInterface ?? '{}')?.jobs?.[job]?.content?.input
  }
}

export function isOfModel({ labelType }: Pick<Label, 'labelType'>): boolean {
  return labelType === 'INFERENCE' || labelType === 'PREDICTION'
}

/** Parses a response, which may be empty or malformed. */
function parse(json: string): Response {
  try {
    return JSON.parse(json) ?? {}
  } catch {
    return {}
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Returns 25 characters, starting with a letter, like Kili's own ids. */
function newId(): string {
  return `c${randomUUID().replaceAll('-', '').slice(0, 24)}`
}
