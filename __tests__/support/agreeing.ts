import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RecordedRequest, type Server, startServer } from '../../sandbox/http.js'
import { type Fault, kiliRoutes } from '../../sandbox/kili/routes.js'
import { type Asset, KiliState, type Project } from '../../sandbox/kili/state.js'
import { pushTag } from '../../sandbox/runner/events.js'
import { type RunOptions, runAction, type StepResult } from '../../sandbox/runner.js'
import { root } from './common.js'

export const apiKey = 'kili-api-key-for-tests-0123456789'

/** The cars of the vendor's notebook: the labels of people, and the predictions of the model. */
export const people = {
  'black_car.jpg': 'BLACK',
  'grey_car.jpg': 'GREY',
  'white_car.jpg': 'WHITE',
  'red_car.jpg': 'RED',
}
export const predictions = {
  'black_car.jpg': 'WHITE',
  'grey_car.jpg': 'GREY',
  'white_car.jpg': 'RED',
  'red_car.jpg': 'BLACK',
}

export const colors = classification(['RED', 'BLACK', 'WHITE', 'GREY'])

/** The interface of a project with one classification job. */
export function classification(names: string[], input = 'radio') {
  const categories = Object.fromEntries(names.map((name) => [name, { name }]))
  const content = { categories, input }
  return { jobs: { CLASSIFICATION_JOB: { mlTask: 'CLASSIFICATION', content, required: 0, isChild: false } } }
}

export function color(name: string): string {
  return JSON.stringify({ CLASSIFICATION_JOB: { categories: [{ name }] } })
}

/** A job that runs the agreement action: a Kili with one project, and a workspace. */
export class Agreeing {
  readonly state = new KiliState({ apiKeys: new Map([[apiKey, 'robot']]) })
  readonly faults: Fault[] = []
  readonly workspace = mkdtempSync(join(tmpdir(), 'agreement-workspace-'))
  readonly #server: Server
  project: Project

  static async start(): Promise<Agreeing> {
    return new Agreeing(await startServer({ port: 0, latency: 0 }))
  }

  private constructor(server: Server) {
    this.#server = server
    server.routes.push(...kiliRoutes(this.state, this.faults))
    this.project = this.newProject()
  }

  async stop(): Promise<void> {
    rmSync(this.workspace, { recursive: true })
    await this.#server.close()
  }

  get endpoint(): string {
    return `${this.#server.url}/api/label/v2/graphql`
  }

  /** Continues with a new project and an empty list of requests. */
  newProject(jsonInterface: object = colors, inputType = 'IMAGE'): Project {
    this.faults.length = 0
    this.#server.requests.length = 0
    const data = { title: 'Cars', description: '', inputType, jsonInterface: JSON.stringify(jsonInterface) }
    this.project = this.state.addProject(data)
    return this.project
  }

  addAssets(externalIds: readonly string[]): Asset[] {
    return externalIds.map((externalId) =>
      this.state.addAsset({
        id: `asset-${this.state.assets.size}`,
        project: this.project.id,
        externalId,
        content: 'https://images.example.com/image.jpg',
        isHoneypot: false,
        jsonMetadata: '{}',
      }),
    )
  }

  /** Adds a label to the asset with the external id, by default from a person. */
  label(
    externalId: string,
    jsonResponse: string,
    { author = 'labeler', labelType = 'DEFAULT', modelName = null as string | null } = {},
  ) {
    const [asset] = this.state.assetsNamed(this.project.id, externalId)
    return this.state.addLabel(
      { asset: asset?.id ?? '', author, labelType, modelName, jsonResponse, secondsToLabel: null },
      modelName !== null,
    )
  }

  /** Adds the four cars, labeled by people. */
  addCars(): void {
    this.addAssets(Object.keys(people))
    for (const [externalId, name] of Object.entries(people)) this.label(externalId, color(name))
  }

  write(path: string, content: unknown): void {
    writeFileSync(join(this.workspace, path), typeof content === 'string' ? content : JSON.stringify(content))
  }

  async run(
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ): Promise<StepResult> {
    const all = {
      'api-key': apiKey,
      'api-url': this.endpoint,
      'project-id': this.project.id,
      predictions: 'predictions.json',
      'model-name': 'car-color-v1',
      timeout: '0',
      comment: 'off',
      ...inputs,
    }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return await runAction({
      action: join(root, 'agreement'),
      event: pushTag('v1.2.3'),
      workspace: this.workspace,
      secrets: [apiKey],
      inputs: Object.fromEntries(given),
      ...options,
    })
  }

  get requests(): readonly RecordedRequest[] {
    return this.#server.requests
  }

  /** Returns the calls of a root field, with their statuses. */
  calls(field: string): RecordedRequest[] {
    return this.requests.filter(({ body }) => {
      const { query = '' } = (body ?? {}) as { query?: string }
      return new RegExp(`\\b${field}\\(where|\\b${field}\\(data`).test(query)
    })
  }

  /** Returns the inference labels of the project, as `external id → category`. */
  get inferences(): Record<string, string> {
    const labels = [...this.state.labels.values()].filter(({ labelType }) => labelType === 'INFERENCE')
    return Object.fromEntries(
      labels.flatMap(({ asset, jsonResponse }) => {
        const { externalId = '', project } = this.state.assets.get(asset) ?? {}
        if (project !== this.project.id) return []
        return [[externalId, JSON.parse(jsonResponse).CLASSIFICATION_JOB?.categories?.[0]?.name]]
      }),
    )
  }
}
