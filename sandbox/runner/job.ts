import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type ActionFile,
  fillInputs,
  nameInputVariables,
  readActionFile,
  type StepInputs,
} from './action-file.js'
import {
  createBaseEnvironment,
  credentialCanaries,
  describeRun,
  describeRunner,
  findNode,
  type GitHubContext,
  githubToken,
  type JobFolders,
  nameVariables,
} from './environment.js'
import type { RunnerEvent } from './event.js'
import { completeEvent } from './events.js'
import type { ExpressionScope } from './expressions.js'
import type { LogEntry } from './log.js'
import { Masks } from './masks.js'
import { type Graces, type ProcessOptions, runnerGraces } from './process.js'
import type { StageOptions } from './stage.js'

export interface RunOptions {
  /** The folder of the action.yml. */
  action: string
  /** `with:`, names as in a workflow. */
  inputs?: Record<string, string>
  /** One of `runner/events.ts`, or the parts that matter. */
  event: RunnerEvent | (Partial<RunnerEvent> & Pick<RunnerEvent, 'name' | 'ref'>)
  /** The step's environment, and all that it gets of the caller's. */
  env?: Record<string, string>
  /** Fields of the `github` context to replace, such as `run_attempt`. */
  github?: Partial<GitHubContext>
  /** `GITHUB_WORKSPACE` and working directory; else an empty folder. */
  workspace?: string
  /** `RUNNER_TEMP`, left as it is at the end; else a folder that is removed with all else that the run made. */
  temp?: string
  /** Values that are masked from the start, as the job's secrets are. */
  secrets?: string[]
  /** Whether the job was granted the `ACTIONS_*` credentials: {@link credentialCanaries}. */
  credentials?: boolean
  /** Whether debug logging is on. */
  debug?: boolean
  /** A Node.js 24; else the runner's own build from npm. */
  node?: string
  /** Each line of the log as a user reads it, as it comes. */
  onLine?: (line: string) => void
  /** Cancels the job during `main`. A function is given each line as the action printed it. */
  cancel?: AbortSignal | ((line: string) => boolean)
  /** Sends the process of `main` a signal when a line matches, as from outside of the runner. */
  kill?: NonNullable<ProcessOptions['kill']>
  graces?: Partial<Graces>
  /** Milliseconds that each stage may take before it is killed and `runAction` fails; 120,000 by default. */
  deadline?: number
}

/** A job of one step: what its stages share. */
export interface Job {
  options: RunOptions
  action: ActionFile
  event: RunnerEvent
  masks: Masks
  scope: ExpressionScope
  inputs: StepInputs
  /** What every process of the job has in its environment, as `NAME=value`. */
  tracking: string
  /** All of a stage but its entry and heading. */
  stage: Omit<StageOptions, 'script' | 'heading'>
}

/** @param root where what the options do not place is created */
export function createJob(options: RunOptions, root: string): Job {
  const action = readActionFile(options.action)
  const event = completeEvent(options.event)
  const folders = createFolders(root, options)
  const github = {
    ...describeRun(event, folders, writeEvent(folders.temp, event)),
    ...options.github,
  } as GitHubContext
  const runner = describeRunner(folders, options.debug ?? false)
  const contexts = { github: { ...github, token: githubToken, event: event.payload }, runner }
  const scope = { contexts: { ...contexts, job: {}, matrix: {}, strategy: {} } }
  const inputs = fillInputs(action, options.inputs ?? {}, scope)
  const masks = createMasks(options)
  const trackingId = `github_${randomUUID()}`
  const env = {
    ...createBaseEnvironment(folders),
    ...options.env,
    ...nameInputVariables(inputs.values),
    ...nameVariables('GITHUB', github),
    ...nameVariables('RUNNER', { ...runner, tracking_id: trackingId }),
    ...(options.credentials && credentialCanaries),
  }
  const stage = prepareStage(options, folders, masks, env)
  return { options, action, event, masks, scope, inputs, tracking: `RUNNER_TRACKING_ID=${trackingId}`, stage }
}

function prepareStage(
  options: RunOptions,
  folders: JobFolders,
  masks: Masks,
  env: Record<string, string>,
): Job['stage'] {
  return {
    node: options.node ?? findNode(),
    cwd: folders.workspace,
    env,
    graces: { ...runnerGraces, ...options.graces },
    deadline: options.deadline ?? 120_000,
    temp: folders.temp,
    masks,
    debug: options.debug ?? false,
    onLine: options.onLine,
    warnings: [],
  }
}

function createMasks({ secrets = [] }: RunOptions): Masks {
  const masks = new Masks()
  const tokens = Object.entries(credentialCanaries).filter(([name]) => name.endsWith('_TOKEN'))
  for (const secret of [...secrets, githubToken, ...tokens.map(([, token]) => token)]) masks.add(secret)
  return masks
}

function createFolders(root: string, { temp, workspace }: RunOptions): JobFolders {
  const folders = {
    temp: resolve(temp ?? join(root, '_temp')),
    workspace: resolve(workspace ?? join(root, 'evaluators', 'evaluators')),
    home: join(root, 'home'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  return folders
}

function writeEvent(temp: string, event: RunnerEvent): string {
  const folder = join(temp, '_github_workflow')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event.payload, null, 2))
  return path
}

/** The group that a step's log begins with: what it was given. */
export function describeStep({ action, inputs, options }: Job): LogEntry[] {
  const list = (title: string, values: Record<string, string> = {}): string[] => {
    const given = Object.entries(values).filter(([, value]) => value !== '')
    return given.length > 0 ? [title, ...given.map(([name, value]) => `  ${name}: ${value}`)] : []
  }
  const lines = [...list('with:', inputs.values), ...list('env:', options.env)]
  const texts = lines.map((text): LogEntry => ({ kind: 'line', text }))
  return [{ kind: 'group', text: `Run ${action.name}` }, ...texts, { kind: 'endgroup', text: '' }]
}
