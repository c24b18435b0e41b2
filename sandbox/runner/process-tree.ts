import { readdirSync, readFileSync } from 'node:fs'
import { groupBy } from '../../src/util/group-by.js'

/** Kills a process and all its descendants. Linux only: reads `/proc`. */
export function killTree(root: number): void {
  const children = groupBy(listProcesses(), (process) => process.parent)
  const killFrom = (id: number): void => {
    killIfAlive(id, 'SIGKILL')
    for (const child of children.get(id) ?? []) killFrom(child.id)
  }
  killFrom(root)
}

/**
 * Kills the remaining processes of a job, even detached ones: all processes that started with the variable.
 * @returns the names and ids of the killed processes
 */
export function killOrphans(variable: string): { id: number; name: string }[] {
  const orphans = listProcesses().filter(({ id }) =>
    readProcessFile(id, 'environ').split('\0').includes(variable),
  )
  for (const { id } of orphans) killIfAlive(id, 'SIGKILL')
  return orphans.map(({ id, name }) => ({ id, name }))
}

export function killIfAlive(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function listProcesses(): { id: number; name: string; parent: number }[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.flatMap((id) => {
    // `id (name) state parent …`, where the name may contain spaces and parentheses.
    const [, name, parent] = readProcessFile(Number(id), 'stat').match(/^\d+ \((.*)\) \S+ (\d+)/s) ?? []
    return name === undefined ? [] : [{ id: Number(id), name, parent: Number(parent) }]
  })
}

/** Returns an empty string if the process ended or belongs to another user. */
function readProcessFile(id: number, file: 'environ' | 'stat'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
