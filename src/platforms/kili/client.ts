import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod/mini'
import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { send } from '../../util/http.js'
import { type Call, kiliCaller } from './graphql.js'
import {
  APPEND,
  ASSETS,
  COUNT_ASSETS,
  COUNT_LABELS,
  CREATE_ASSETS,
  labelsQuery,
  PROJECTS,
} from './queries.js'
import { Asset, HumanLabel, Inference, Project, type Response, Rows, readResponse } from './schemas.js'

/** Rows per page, as in the vendor's client. The server's limit is not documented. */
const PAGE = 100
/** Labels per `appendManyLabels`, which may take two minutes. */
export const BATCH = 100
const APPEND_TIMEOUT = 120_000
/** Maximum bytes of a response in a file. */
const LARGEST_RESPONSE = 64 * 1024 * 1024
/** Maximum number of times that a list is read if it changes in between. */
const READS = 3

/** Kinds of projects that keep responses in separate files instead of in the label. */
const RESPONSE_FILES = ['VIDEO', 'GEOSPATIAL', 'LLM_RLHF', 'LLM_INSTR_FOLLOWING', 'LLM_STATIC']

/** Kinds of projects whose assets can be added at once, from the address of their content. */
export const SYNCHRONOUS = ['IMAGE', 'TEXT', 'PDF']

/** An asset to be created. */
export interface NewAsset {
  /** An id that we choose, so that we can check whether the asset was created. */
  id: string
  externalId: string
  /** The https address of the content. */
  content: string
  metadata: Record<string, unknown>
}

/** A model's response for an asset, to be appended. */
export interface NewInference {
  assetId: string
  /** JSON as text. */
  jsonResponse: string
}

/** A project of Kili. Each method throws `HttpError` or `KiliError`. Requests that are safe to repeat are retried. */
export interface KiliProject {
  project: Project
  /** Whether labels contain their responses. */
  hasResponses: boolean
  /** Returns the assets with exactly these external ids. Several assets may share one. */
  findAssets(externalIds: readonly string[]): Promise<Asset[]>
  /** Returns which of these ids belong to existing assets. */
  existingAssets(ids: readonly string[]): Promise<Set<string>>
  /** Creates assets, at most `BATCH`. Sent once: if the outcome is unknown, look before you retry. */
  createAssets(assets: readonly NewAsset[]): Promise<void>
  /** Returns the inferences of all models on these assets. */
  inferences(externalIds: readonly string[]): Promise<Inference[]>
  /** Returns the response of an inference, downloaded if it is in a file; undefined if there is none. */
  responseOf(inference: Inference): Promise<Response | undefined>
  /** Returns the human labels on these assets, with their responses if requested and if the project has them. */
  humanLabels(
    externalIds: readonly string[],
    types: readonly string[],
    options: { responses: boolean },
  ): Promise<HumanLabel[]>
  /**
   * Appends inferences of a model, at most `BATCH`. Each replaces the model's earlier one. Sent once: if the outcome is
   * unknown, read back before you retry.
   */
  append(modelName: string, inferences: readonly NewInference[]): Promise<void>
}

/** Opens a project with an API key. Throws `ActionError` if the key is not accepted or the project does not exist. */
export async function openProject(
  endpoint: URL,
  apiKey: string,
  projectId: string,
  signal: AbortSignal,
): Promise<KiliProject> {
  const call = kiliCaller(endpoint, apiKey, signal)
  const project = await readProject(call, projectId, endpoint)
  const hasResponses = !RESPONSE_FILES.includes(project.inputType)
  const labelsOf = labelReader(call, projectId, signal)
  const response = hasResponses ? 'jsonResponse' : 'jsonResponseUrl'
  const assetsWhere = (where: object) =>
    readList(
      signal,
      'assets',
      (skip) => readAssets(call, where, skip),
      () => countAssets(call, where),
    )
  return {
    project,
    hasResponses,
    findAssets: (externalIds) => assetsWhere(assetsNamed(projectId, externalIds)),
    existingAssets: async (ids) => {
      const found = await assetsWhere({ project: { id: projectId }, idIn: ids, label: {}, issue: {} })
      return new Set(found.map(({ id }) => id))
    },
    createAssets: async (assets) => {
      const variables = createVariables(projectId, assets)
      await call('create assets', CREATE_ASSETS, variables, Rows, { attempts: 1, timeout: APPEND_TIMEOUT })
    },
    responseOf: async ({ jsonResponse, jsonResponseUrl }) =>
      jsonResponseUrl ? await downloadResponse(jsonResponseUrl, signal) : (jsonResponse ?? undefined),
    inferences: (externalIds) =>
      labelsOf(externalIds, ['INFERENCE'], `modelName createdAt ${response}`, Inference),
    humanLabels: (externalIds, types, { responses }) => {
      const fields = 'labelType inferenceMark isLatestLabelForUser'
      // Human responses are not compared if each would have to be downloaded.
      const wanted = responses && hasResponses ? `${fields} jsonResponse` : fields
      return labelsOf(externalIds, types, wanted, HumanLabel)
    },
    append: async (modelName, inferences) => {
      const variables = appendVariables(projectId, modelName, inferences)
      await call('append inference labels', APPEND, variables, Rows, { attempts: 1, timeout: APPEND_TIMEOUT })
    },
  }
}

async function readProject(call: Call, id: string, { host }: URL): Promise<Project> {
  const [project] = await call(
    'read the project',
    PROJECTS,
    { where: { id }, first: 1, skip: 0 },
    z.array(Project),
  )
  if (project) return project
  throw new ActionError(
    `project-id "${id}": ${host} has no such project, or the key's owner does not belong to it. Copy the id from the project's address in Kili, and add the owner of the key to the project.`,
  )
}

/** Returns the filter, with its empty parts, as the vendor's client sends it. */
function assetsNamed(projectId: string, externalIds: readonly string[]) {
  return { project: { id: projectId }, externalIdStrictlyIn: externalIds, label: {}, issue: {} }
}

// Creating a schema takes as long as checking dozens of rows with it.
const Assets = z.array(Asset)
const Count = z.number()

const readAssets = (call: Call, where: object, skip: number) =>
  call('list assets', ASSETS, { where, first: PAGE, skip }, Assets)

const countAssets = (call: Call, where: object) => call('count assets', COUNT_ASSETS, { where }, Count)

function labelReader(call: Call, projectId: string, signal: AbortSignal) {
  return <Label extends { id: string }>(
    externalIds: readonly string[],
    typeIn: readonly string[],
    fields: string,
    label: z.ZodMiniType<Label>,
  ) => {
    const where = { asset: assetsNamed(projectId, externalIds), project: { id: projectId }, typeIn }
    const query = labelsQuery(`id ${fields} labelOf { id externalId }`)
    const labels = z.array(label)
    return readList(
      signal,
      'labels',
      (skip) => call('list labels', query, { where, first: PAGE, skip }, labels),
      () => call('count labels', COUNT_LABELS, { where }, Count),
    )
  }
}

/**
 * Reads all pages of a list. Duplicate rows count once. Offsets skip rows if the list changes during the reading, so a
 * list that is shorter than its count is read again. Rows added meanwhile come last and may be left out.
 */
async function readList<Row extends { id: string }>(
  signal: AbortSignal,
  what: string,
  page: (skip: number) => Promise<Row[]>,
  count: () => Promise<number>,
): Promise<Row[]> {
  for (let read = 1; ; read++) {
    const expected = await count()
    const rows = await readPages(page, expected)
    if (rows.length >= expected) return rows
    if (read === READS) {
      log.warning(
        `Kili counts ${expected} ${what}, but ${rows.length} were read, ${READS} times: the project is changing. The figures cover what was read.`,
        'Kili',
      )
      return rows
    }
    await sleep(1000 * read, undefined, { signal })
  }
}

async function readPages<Row extends { id: string }>(
  page: (skip: number) => Promise<Row[]>,
  expected: number,
): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let skip = 0; rows.size < expected; ) {
    const found = await page(skip)
    for (const row of found) rows.set(row.id, row)
    skip += found.length
    if (found.length < PAGE) break
  }
  return [...rows.values()]
}

/** Downloads a response from Kili's storage. The address is signed, so the key is not sent. */
async function downloadResponse(address: string, signal: AbortSignal): Promise<Response | undefined> {
  if (!URL.canParse(address)) return undefined
  try {
    const url = new URL(address)
    const { body } = await send({ method: 'GET', url, signal, largestAnswer: LARGEST_RESPONSE })
    return readResponse(body.toString('utf8')) ?? undefined
  } catch (error) {
    if (!(error instanceof HttpError) || error.transient) throw error
    log.info(`A response in Kili cannot be compared: ${error.message}`)
    return undefined
  }
}

/** Returns the object that the vendor's client sends for content that is hosted elsewhere. */
function createVariables(projectId: string, assets: readonly NewAsset[]) {
  return {
    data: {
      contentArray: assets.map(({ content }) => content),
      externalIDArray: assets.map(({ externalId }) => externalId),
      idArray: assets.map(({ id }) => id),
      isHoneypotArray: assets.map(() => false),
      jsonContentArray: assets.map(() => ''),
      jsonMetadataArray: assets.map(({ metadata }) => JSON.stringify(metadata)),
    },
    where: { id: projectId },
  }
}

/** Returns the object that the vendor's client sends, with the same keys and nulls. */
function appendVariables(projectId: string, modelName: string, inferences: readonly NewInference[]) {
  return {
    data: {
      labelType: 'INFERENCE',
      overwrite: true,
      labelsData: inferences.map(({ assetId, jsonResponse }) => ({
        assetID: assetId,
        authorID: null,
        clientVersion: null,
        jsonResponse,
        modelName,
        referencedLabelId: null,
        secondsToLabel: null,
      })),
    },
    where: { idIn: inferences.map(({ assetId }) => assetId), project: { id: projectId } },
  }
}
