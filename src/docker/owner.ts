/**
 * Identifies the owner of containers, networks and temporary image names. Each name that a run creates identifies the
 * process that created it, so that the leftovers of a killed run can be distinguished from the objects of a live one.
 */
import { readFileSync, readlinkSync } from 'node:fs'
import { readVariable } from '../runtime/inputs.js'

/** The prefix of every name that a run gives to an object in the engine. */
export const NAME_PREFIX = 'evaluator-action-'
/** Labels: the workflow run, for people, and the process, which shows whether the run is still alive. */
export const RUN_LABEL = 'evaluator-action.run'
export const PROCESS_LABEL = 'evaluator-action.process'

/**
 * Maximum lifetime in seconds of everything that a run creates in the engine, even if its process cannot be checked.
 */
const MAX_LIFETIME = 2 * 24 * 3600

/** Returns the labels of the objects that this process creates. */
export function ownLabels(): Record<string, string> {
  const run = readVariable('GITHUB_RUN_ID') ?? 'local'
  const attempt = readVariable('GITHUB_RUN_ATTEMPT') ?? '1'
  return { [RUN_LABEL]: `${run}-${attempt}`, [PROCESS_LABEL]: ownProcess() }
}

/**
 * Returns a text that no other process has had: the machine's boot, the process namespace, the process id, and the
 * start time. It contains only characters that are valid in a tag.
 */
export function ownProcess(): string {
  return [bootId(), namespaceId(), process.pid, startTime(process.pid) ?? 0, now()].join('.')
}

/** Returns whether the process that left an object has ended; `false` if that is unknown. */
export function hasEnded(owner: string): boolean {
  const [, boot, namespace, pid, start, made] =
    /^(\w+)\.(\d+)\.(\d{1,9})\.(\d{1,20})\.(\d{1,12})$/.exec(owner) ?? []
  if (boot === undefined) return false
  if (now() - Number(made) > MAX_LIFETIME) return true
  // The processes of another machine, or of a job in a container, are not visible here.
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

/**
 * Returns the start of a process in clock ticks since the machine's boot; undefined if the process does not exist or
 * the system has no /proc.
 */
function startTime(pid: number): number | undefined {
  // The second field is the program's name in parentheses, and may contain any character.
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
