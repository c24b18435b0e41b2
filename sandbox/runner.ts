import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunnerEvent } from './runner/event.js'
import { evaluate, isTruthy } from './runner/expressions.js'
import { createJob, describeStep, type Job, type RunOptions } from './runner/job.js'
import { killOrphans } from './runner/process-tree.js'
import { type Conclusion, runStage, type StageResult } from './runner/stage.js'

export { credentialCanaries, githubToken } from './runner/environment.js'
export type { RunOptions } from './runner/job.js'
export { renderLog } from './runner/log.js'

/** The result of `main`, and the other results of the job. */
export interface StepResult extends StageResult {
  /** Absent if the action has no post entry, or its `post-if` was false. */
  post?: StageResult
  event: RunnerEvent
  /** Every masked value in each encoding. */
  masks: string[]
  /** Processes that outlived their stages and were killed at the end of the job. */
  orphans: { id: number; name: string }[]
}

/**
 * Runs a JavaScript action, `main` and then `post`, like GitHub's runner 2.336.0. It does not support `pre`,
 * problem matchers (`add-matcher` is only recorded), and composite and container actions.
 *
 * @throws Error if the folder has no JavaScript action, or a stage exceeds the deadline. A failed step does not throw.
 */
export async function runAction(options: RunOptions): Promise<StepResult> {
  const root = mkdtempSync(join(tmpdir(), 'sandbox-runner-'))
  try {
    return await runJob(createJob(options, root))
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function runJob(job: Job): Promise<StepResult> {
  try {
    const main = await runMain(job)
    const post = await runPost(job, main)
    const orphans = killOrphans(job.tracking)
    return { ...main, ...(post && { post }), event: job.event, masks: job.masks.values, orphans }
  } finally {
    killOrphans(job.tracking)
  }
}

function runMain(job: Job): Promise<StageResult> {
  const { cancel, kill } = job.options
  const heading = describeStep(job)
  return runStage({
    ...job.stage,
    script: job.action.main,
    heading,
    warnings: job.inputs.warnings,
    cancel,
    kill,
  })
}

/** `post` gets the state and variables that `main` saved, and the same inputs, with new command files. */
async function runPost({ action, scope, stage }: Job, main: StageResult): Promise<StageResult | undefined> {
  const functions = describeStatus(main.conclusion)
  if (!action.post || !isTruthy(evaluate(action.postIf, { ...scope, functions }))) return
  const state = Object.fromEntries(
    Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]),
  )
  const PATH = [...main.path.toReversed(), main.env.PATH ?? stage.env.PATH].join(':')
  const env = { ...stage.env, ...main.env, ...pickReserved(stage.env), PATH, ...state }
  return runStage({
    ...stage,
    script: action.post,
    env,
    heading: [{ kind: 'line', text: 'Post job cleanup.' }],
  })
}

/** Variables that an action cannot override, because the runner sets them again for each stage. */
function pickReserved(env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => /^(GITHUB|RUNNER|INPUT|ACTIONS)_/.test(name)),
  )
}

/** The status functions of `post-if`. The job has one step, so its status is the conclusion of `main`. */
function describeStatus(conclusion: Conclusion): Record<string, () => boolean> {
  return {
    always: () => true,
    success: () => conclusion === 'success',
    failure: () => conclusion === 'failure',
    cancelled: () => conclusion === 'cancelled',
  }
}
