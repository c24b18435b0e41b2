/** The evaluator that the bench publishes. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openRegistry } from '../../build/sandbox/registry/registry.js'

const execute = promisify(execFile)
let changes = 0

const localBase = 'evaluator-base:bookworm'

/** Creates a workspace with an evaluator that has incompressible dependencies of the given megabytes. */
export function createEvaluator(workspace, megabytes, base = localBase) {
  mkdirSync(workspace, { recursive: true })
  const dockerfile = [
    `FROM ${base}`,
    'COPY requirements.txt /',
    `RUN head -c ${megabytes}M /dev/urandom > /dependencies`,
    'COPY evaluator.py /',
    'ENTRYPOINT ["python3", "/evaluator.py"]',
  ]
  writeFileSync(join(workspace, 'Dockerfile'), `${dockerfile.join('\n')}\n`)
  writeFileSync(join(workspace, 'requirements.txt'), `${megabytes} MB\n`)
  changeSource(workspace)
}

/** Changes the last layer, like most commits. */
export function changeSource(workspace) {
  const source = `# ${++changes}\nraise SystemExit("missing environment variables")\n`
  writeFileSync(join(workspace, 'evaluator.py'), source)
}

/** Pushes the base image to a registry, where `reuse` reads its digest. */
export async function withBaseInRegistry(work) {
  const registry = await openRegistry()
  const base = `${registry.host}/${localBase}`
  try {
    await execute('docker', ['tag', localBase, base])
    await execute('docker', ['push', '--quiet', base])
    return await work(base)
  } finally {
    await registry.close()
  }
}
