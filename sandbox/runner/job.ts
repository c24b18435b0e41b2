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
  /** The inputs in `with:`, named as in a workflow. */
  inputs?: Record<string, string>
  /** An event from `runner/events.ts`, or its relevant parts. */
  event: RunnerEvent | (Partial<RunnerEvent> & Pick<RunnerEvent, 'name' | 'ref'>)
  /** The step's environment. The step inherits nothing else from the caller. */
  env?: Record<string, string>
  /** Fields of the `github` context to replace, such as `run_attempt`. */
  github?: Partial<GitHubContext>
  /** `GITHUB_WORKSPACE` and working directory. Defaults to an empty folder. */
  workspace?: string
  /** `RUNNER_TEMP`, which is kept at the end. Defaults to a folder that is removed with the other files of the run. */
  temp?: string
  /** Values that are masked from the start, like the job's secrets. */
  secrets?: string[]
  /** Whether the job gets the `ACTIONS_*` credentials: {@link credentialCanaries}. */
  credentials?: boolean
  /** Whether debug logging is on. */
  debug?: boolean
  /** Path of a Node.js 24. Defaults to the runner's own build from npm. */
  node?: string
  /** Receives each line of the log live, as a user sees it. */
  onLine?: (line: string) => void
  /** Cancels the job during `main`. A function receives each line as printed by the action. */
  cancel?: AbortSignal | ((line: string) => boolean)
  /** Sends a signal to the process of `main` when a line matches, as if from outside the runner. */
  kill?: NonNullable<ProcessOptions['kill']>
  graces?: Partial<Graces>
  /** Milliseconds after which a stage is killed and `runAction` fails. Defaults to 120,000. */
  deadline?: number
}

/** The shared state of a job with one step. */
export interface Job {
  options: RunOptions
  action: ActionFile
  event: RunnerEvent
  masks: Masks
  scope: ExpressionScope
  inputs: StepInputs
  /** The variable that every process of the job has, as `NAME=value`. */
  tracking: string
  /** Everything in a stage except its entry and heading. */
  stage: Omit<StageOptions, 'script' | 'heading'>
}

/** @param root parent of all folders that the options do not specify */
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

/** Returns the group at the start of a step's log, with its inputs and environment. */
export function describeStep({ action, inputs, options }: Job): LogEntry[] {
  const list = (title: string, values: Record<string, string> = {}): string[] => {
    const given = Object.entries(values).filter(([, value]) => value !== '')
    return given.length > 0 ? [title, ...given.map(([name, value]) => `  ${name}: ${value}`)] : []
  }
  const lines = [...list('with:', inputs.values), ...list('env:', options.env)]
  const texts = lines.map((text): LogEntry => ({ kind: 'line', text }))
  return [{ kind: 'group', text: `Run ${action.name}` }, ...texts, { kind: 'endgroup', text: '' }]
}
