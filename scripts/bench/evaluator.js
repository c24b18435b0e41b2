/** The evaluator that the bench publishes, and everything that publishing it leaves on the engine. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const docker = async (...args) =>
  (await execute('docker', args, { maxBuffer: 64 * 1024 * 1024 })).stdout.trim().split('\n').filter(Boolean)

/** Marks the images and the cache of this bench, to be found again. */
const mark = `evaluator-bench-${process.pid}`
let changes = 0

/** A workspace with an evaluator whose dependencies take so many megabytes, which do not compress. */
export function createEvaluator(workspace, megabytes) {
  mkdirSync(workspace, { recursive: true })
  const dockerfile = [
    'FROM evaluator-base:bookworm',
    `LABEL bench=${mark}`,
    // The root of all that the bench has in the builder's cache.
    `RUN : ${mark}`,
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

/** Removes the images of the bench, and what their builds left in the builder's cache. */
export async function emptyEngine() {
  const images = new Set(await docker('images', '--quiet', '--filter', `label=bench=${mark}`))
  if (images.size > 0) await docker('rmi', '--force', ...images)
  for (const id of await cacheRecords()) await docker('buildx', 'prune', '--force', '--filter', `id=${id}`)
}

/** The ids of the bench's cache, each before those that it was made from: in no other order do they go. */
async function cacheRecords() {
  const records = (await docker('buildx', 'du', '--verbose')).join('\n').split(/^(?=ID:)/m)
  const found = records.map((text) => {
    const [, id] = /^ID:\s*(\S+)/.exec(text) ?? []
    const parents = [...text.matchAll(/^(?:Parents?:|- )\s*(\S+)/gm)].map(([, parent]) => parent)
    return { id, parents, root: text.includes(mark) }
  })
  const ours = []
  const add = ({ id }) => {
    if (ours.includes(id)) return
    for (const child of found) if (child.parents.includes(id)) add(child)
    ours.push(id)
  }
  for (const record of found) if (record.root) add(record)
  return ours
}
