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

/** The result of `main`, and what else the job left. */
export interface StepResult extends StageResult {
  /** Absent when the action has no post entry, or its `post-if` did not hold. */
  post?: StageResult
  event: RunnerEvent
  /** Every masked value, in each of its encodings. */
  masks: string[]
  /** Processes that outlived their stages and were ended with the job. */
  orphans: { id: number; name: string }[]
}

/**
 * Runs a JavaScript action, `main` and then `post`, as GitHub's runner 2.336.0 runs it. What it leaves out: `pre`,
 * problem matchers (`add-matcher` is recorded only), composite and container actions.
 *
 * @throws Error when the folder holds no such action, or a stage passes the deadline. A failed step is a result.
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

/** `post` sees the state that `main` saved, the variables it exported, and the same inputs; its files are fresh. */
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

/** What an exported variable cannot replace, since the runner sets it again for each stage. */
function pickReserved(env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => /^(GITHUB|RUNNER|INPUT|ACTIONS)_/.test(name)),
  )
}

/** The status functions of `post-if`. The job has one step: its status is the conclusion of `main`. */
function describeStatus(conclusion: Conclusion): Record<string, () => boolean> {
  return {
    always: () => true,
    success: () => conclusion === 'success',
    failure: () => conclusion === 'failure',
    cancelled: () => conclusion === 'cancelled',
  }
}
