/** Jest's global set-up: finds out what engines there are, once and before any worker, and tells the tests. */
import { startContainerdEngine, usesContainerdStore } from './setup/containerd-engine.js'
import { isRoot } from './setup/machine.js'
import { say } from './setup/say.js'

export default async function findEngines() {
  process.env.IMAGE_STORE = usesContainerdStore() ? 'containerd' : 'classic'
  if (process.env.IMAGE_STORE === 'containerd' || process.env.CONTAINERD_ENGINE) return
  if (!isRoot())
    return say("tests use this machine's engine; as root they start one with the containerd store, too")
  const engine = await startContainerdEngine()
  if (engine) process.env.CONTAINERD_ENGINE = engine.host
}
