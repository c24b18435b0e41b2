/** The evaluator that the bench publishes, and everything that publishing it leaves on the engine. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openRegistry } from '../../build/sandbox/registry/registry.js'

const execute = promisify(execFile)
const docker = async (...args) =>
  (await execute('docker', args, { maxBuffer: 64 * 1024 * 1024 })).stdout.trim().split('\n').filter(Boolean)

/** Marks the images and the cache of this bench, to be found again. */
const mark = `evaluator-bench-${process.pid}`
let changes = 0

const localBase = 'evaluator-base:bookworm'

/** A workspace with an evaluator whose dependencies take so many megabytes, which do not compress. */
export function createEvaluator(workspace, megabytes, base = localBase) {
  mkdirSync(workspace, { recursive: true })
  const dockerfile = [
    `FROM ${base}`,
    `LABEL bench=${mark}`,
    // The root of all that the bench has in the builder's cache; without a change in it, it would be nobody's parent.
    `RUN echo ${mark} > /bench`,
    'COPY requirements.txt /',
    `RUN head -c ${megabytes}M /dev/urandom > /dependencies`,
    'COPY evaluator.py /',
    'ENTRYPOINT ["python3", "/evaluator.py"]',
  ]
  writeFileSync(join(workspace, 'Dockerfile'), `${dockerfile.join('\n')}\n`)
  writeFileSync(join(workspace, 'requirements.txt'), `${mark} ${megabytes}\n`)
  changeSource(workspace)
}

/** A change of the last layer, as most commits make it. */
export function changeSource(workspace) {
  const source = `# ${mark} ${++changes}\nraise SystemExit("missing environment variables")\n`
  writeFileSync(join(workspace, 'evaluator.py'), source)
}

/** A change of the layer that all of the work is in: nothing of the cache is of use then. */
export function changeDependencies(workspace) {
  writeFileSync(join(workspace, 'requirements.txt'), `${mark} ${++changes}\n`)
}

/** The base image in a registry, where `reuse` has its digest from. */
export async function withBaseInRegistry(work) {
  const registry = await openRegistry()
  const base = `${registry.host}/${localBase}`
  try {
    await docker('tag', localBase, base)
    await docker('push', '--quiet', base)
    return await work(base)
  } finally {
    await docker('rmi', base)
    await registry.close()
  }
}

/** Removes the images of the bench, and what their builds left in the builder's cache. */
export async function emptyEngine() {
  const images = new Set(await docker('images', '--quiet', '--filter', `label=bench=${mark}`))
  if (images.size > 0) await docker('rmi', '--force', ...images)
  for (const id of await cacheRecords()) await docker('buildx', 'prune', '--force', '--filter', `id=${id}`)
}

/** The ids of the bench's cache, each before those that it was made from: in no other order do they go. */
async function cacheRecords() {
  const children = new Map()
  const add = (id, parent) => children.set(parent, [...(children.get(parent) ?? []), id])
  const records = (await docker('buildx', 'du', '--verbose')).join('\n').split(/^(?=ID:)/m)
  const idOf = (text) => /^ID:\s*(\S+)/.exec(text)?.[1]
  for (const text of records)
    for (const [, parent] of text.matchAll(/^(?:Parents?:|- )\s*(\S+)/gm)) add(idOf(text), parent)
  // Only here do engines of 2020 tell the parents.
  const format = '{{range .BuildCache}}{{.ID}} {{.Parent}}{{println}}{{end}}'
  for (const line of await docker('system', 'df', '--verbose', '--format', format)) add(...line.split(' '))
  const ours = new Set()
  const descend = (id) => {
    if (ours.has(id)) return
    for (const child of children.get(id) ?? []) descend(child)
    ours.add(id)
  }
  for (const text of records) if (text.includes(mark)) descend(idOf(text))
  return ours
}
