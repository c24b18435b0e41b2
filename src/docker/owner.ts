/**
 * Whose a container, network or temporary image name is: every one that a run makes says which process made it, so that
 * what a killed run left behind can be told from what a live one needs.
 */
import { readFileSync, readlinkSync } from 'node:fs'
import { readVariable } from '../runtime/inputs.js'

/** What every name begins with that a run gives in the engine. */
export const NAME_PREFIX = 'evaluator-action-'
/** Labels: the run of the workflow, for people; and the process, which decides whether the run still lives. */
export const RUN_LABEL = 'evaluator-action.run'
export const PROCESS_LABEL = 'evaluator-action.process'

/** Seconds: whatever a run makes in the engine lives shorter than this, even where nobody can ask for its process. */
const LONGEST_LIFE = 2 * 24 * 3600

/** The labels of what this process makes. */
export function ownLabels(): Record<string, string> {
  const run = readVariable('GITHUB_RUN_ID') ?? 'local'
  const attempt = readVariable('GITHUB_RUN_ATTEMPT') ?? '1'
  return { [RUN_LABEL]: `${run}-${attempt}`, [PROCESS_LABEL]: ownProcess() }
}

/**
 * This process as a text that no other process has had: the machine's boot, the process namespace, the process id, and
 * when it started. It has only characters that a tag may have.
 */
export function ownProcess(): string {
  return [bootId(), namespaceId(), process.pid, startTime(process.pid) ?? 0, now()].join('.')
}

/** Whether the process that left something has ended. `false` where that cannot be known. */
export function hasEnded(owner: string): boolean {
  const [, boot, namespace, pid, start, made] =
    /^(\w+)\.(\d+)\.(\d{1,9})\.(\d{1,20})\.(\d{1,12})$/.exec(owner) ?? []
  if (boot === undefined) return false
  if (now() - Number(made) > LONGEST_LIFE) return true
  // Another machine, or a job in a container, whose processes cannot be seen from here.
  if (boot !== bootId() || namespace !== namespaceId()) return false
  const running = startTime(Number(pid))
  return running === undefined ? !exists(Number(pid)) : String(running) !== start
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id').replaceAll('-', '').trim().slice(0, 12) || 'unknown'
}

function namespaceId(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0'
  } catch {
    return '0'
  }
}

/** Clock ticks from the machine's boot; undefined for a process that is not there, or a system without /proc. */
function startTime(pid: number): number | undefined {
  // The second field is the program's name, in parentheses, and may hold anything.
  const fields = readText(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
  const ticks = Number(fields[19])
  return fields.length > 19 && Number.isFinite(ticks) ? ticks : undefined
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
